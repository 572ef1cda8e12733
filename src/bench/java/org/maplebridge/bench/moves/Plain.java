package org.maplebridge.bench.moves;

import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.maplebridge.bench.Recording.Sent;

/// The baseline: the very statements of each move, sent again by plain JDBC.
final class Plain {

    private static final String ROUTE = "move/";

    private final Map<String, List<Sent>> moves = new HashMap<>();
    private final Map<String, LongSummaryStatistics> times = new ConcurrentHashMap<>();

    /// @param transactions everything that was sent; those of moves say so in the route of their key
    Plain(List<List<Sent>> transactions) {
        for (List<Sent> transaction : transactions) {
            transaction.getFirst().values().stream()
                    .map(value -> value.given().getLast())
                    .filter(String.class::isInstance)
                    .map(String.class::cast)
                    .filter(route -> route.startsWith(ROUTE))
                    .findFirst()
                    .ifPresent(route -> moves.put(route.substring(ROUTE.length()), transaction));
        }
    }

    /// What a move costs the database.
    ///
    /// @param trips statements sent, and the commit
    /// @param rows rows written, without those of reach
    /// @param reach rows of reach written
    record Cost(int trips, int rows, int reach) {}

    /// Sends a move again.
    Cost move(Connection connection, String matter, String verb) throws SQLException {
        var sent = moves.get(matter + "/" + verb);
        if (sent == null) {
            throw new IllegalStateException("no such move was recorded: " + verb);
        }
        int rows = 0;
        int reach = 0;
        for (Sent each : sent) {
            var parts = each.sql().split(";\n");
            long before = System.nanoTime();
            try (var statement = each.prepare(connection)) {
                boolean found = statement.execute();
                for (int i = 0; found || statement.getUpdateCount() >= 0; i++) {
                    if (found) {
                        try (var result = statement.getResultSet()) {
                            while (result.next()) {
                                result.getObject(1);
                            }
                        }
                    } else if (parts[i].contains("ground.reach")) {
                        reach += statement.getUpdateCount();
                    } else {
                        rows += statement.getUpdateCount();
                    }
                    found = statement.getMoreResults();
                }
            }
            took(parts[0].strip().lines().findFirst().orElse(""), before);
        }
        long before = System.nanoTime();
        connection.commit();
        took("commit", before);
        return new Cost(sent.size() + 1, rows, reach);
    }

    private void took(String what, long since) {
        long nanos = System.nanoTime() - since;
        times.merge(what, one(nanos), (all, more) -> {
            all.combine(more);
            return all;
        });
    }

    private static LongSummaryStatistics one(long nanos) {
        var one = new LongSummaryStatistics();
        one.accept(nanos);
        return one;
    }

    /// Where the time of the baseline goes, one line for each round trip.
    void tell(PrintStream progress) {
        times.forEach((what, taken) ->
                progress.printf("  %7.3f ms × %d  %s%n", taken.getAverage() / 1e6, taken.getCount(), what));
    }
}
