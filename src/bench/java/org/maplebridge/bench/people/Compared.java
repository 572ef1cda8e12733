package org.maplebridge.bench.people;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.maplebridge.bench.Cluster;
import org.maplebridge.bench.Explained;
import org.maplebridge.bench.Recording.Sent;
import org.maplebridge.bench.Recording.Value;
import org.maplebridge.bench.Result;
import org.maplebridge.launch.DatabaseRole;

/// The same rows asked for twice, in turns: as the program does it, under the row policies, and by a superuser whom no
/// policy holds. What is counted is the queries; the opening call, which sets the scope, is told beside it.
final class Compared {

    private static final int WARM = 200;
    private static final int EXPLAINED = 30;

    private final Connection ours;
    private final Connection bare;

    /// One question as the program asks it, and the bare statements that bring the same rows.
    record Question(List<List<Sent>> program, List<Sent> bare) {

        /// Where the superuser sends the very same statements.
        static Question same(List<List<Sent>> program) {
            var all = program.stream()
                    .flatMap(transaction -> transaction.stream().skip(1))
                    .toList();
            return new Question(program, all);
        }
    }

    private record Took(long enter, long queries) {}

    private Compared(Connection ours, Connection bare) {
        this.ours = ours;
        this.bare = bare;
    }

    /// A statement with its values.
    static Sent sent(String sql, Object... values) throws ReflectiveOperationException {
        var set = PreparedStatement.class.getMethod("setObject", int.class, Object.class);
        var all = new ArrayList<Value>();
        for (Object value : values) {
            all.add(new Value(set, List.of(all.size() + 1, value)));
        }
        return new Sent(sql, all);
    }

    /// Measures and puts the figures under names that begin with `what`. Returns the ratio of the middle times.
    static double measure(
            Cluster cluster, String database, String what, List<Question> questions, int rounds, Result into)
            throws Exception {
        try (var ours = cluster.connect(database, DatabaseRole.APP);
                var bare = cluster.superuser(database)) {
            for (var connection : List.of(ours, bare)) {
                Explained.planOnce(connection);
                connection.setAutoCommit(false);
            }
            return new Compared(ours, bare).measure(what, questions, rounds, into);
        }
    }

    private double measure(String what, List<Question> questions, int rounds, Result into) throws SQLException {
        var program = new long[rounds];
        var enter = new long[rounds];
        var baseline = new long[rounds];
        for (int i = -WARM; i < rounds; i++) {
            var question = questions.get(Math.floorMod(i, questions.size()));
            var first = program(question);
            var second = sent(bare, question.program().getFirst().getFirst(), question.bare());
            if (i >= 0) {
                program[i] = first.queries();
                enter[i] = first.enter();
                baseline[i] = second.queries();
            }
        }
        long ourPages = 0;
        long barePages = 0;
        var explained = questions.subList(0, Math.min(EXPLAINED, questions.size()));
        for (var question : explained) {
            for (var transaction : question.program()) {
                ourPages += pages(transaction, true);
            }
            var all = new ArrayList<>(List.of(question.program().getFirst().getFirst()));
            all.addAll(question.bare());
            barePages += pages(all, false);
        }
        double ratio = ratio(part(program, 0.5), part(baseline, 0.5));
        into.put(what + "P50Ms", millis(program, 0.5))
                .put(what + "P95Ms", millis(program, 0.95))
                .put(what + "BareP50Ms", millis(baseline, 0.5))
                .put(what + "BareP95Ms", millis(baseline, 0.95))
                .put(what + "Ratio", ratio)
                .put(what + "RatioP95", ratio(part(program, 0.95), part(baseline, 0.95)))
                .put(what + "EnterP50Ms", millis(enter, 0.5))
                .put(what + "Pages", ourPages / explained.size())
                .put(what + "BarePages", barePages / explained.size())
                .put(what + "PagesRatio", ratio(ourPages, barePages));
        return ratio;
    }

    private Took program(Question question) throws SQLException {
        long enter = 0;
        long queries = 0;
        for (var transaction : question.program()) {
            var took = sent(ours, transaction.getFirst(), transaction.subList(1, transaction.size()));
            enter += took.enter();
            queries += took.queries();
        }
        return new Took(enter, queries);
    }

    private static Took sent(Connection connection, Sent enter, List<Sent> queries) throws SQLException {
        long began = System.nanoTime();
        read(connection, enter);
        long entered = System.nanoTime();
        for (var query : queries) {
            read(connection, query);
        }
        long done = System.nanoTime();
        connection.commit();
        return new Took(entered - began, done - entered);
    }

    private static void read(Connection connection, Sent sent) throws SQLException {
        try (var statement = sent.prepare(connection)) {
            boolean rows = statement.execute();
            while (rows || statement.getUpdateCount() >= 0) {
                if (rows) {
                    try (var result = statement.getResultSet()) {
                        while (result.next()) {
                            result.getObject(1);
                        }
                    }
                }
                rows = statement.getMoreResults();
            }
        }
    }

    /// Pages of 8 kB without those of the opening call.
    private long pages(List<Sent> transaction, boolean policies) throws SQLException {
        return Explained.of(bare, transaction, List.of(), policies).buffers()
                - Explained.of(bare, transaction.subList(0, 1), List.of(), policies)
                        .buffers();
    }

    private static long part(long[] times, double share) {
        var sorted = Arrays.stream(times).sorted().toArray();
        return sorted[(int) (share * (sorted.length - 1))];
    }

    private static double millis(long[] times, double share) {
        return Math.round(part(times, share) / 1e3) / 1e3;
    }

    private static double ratio(long one, long other) {
        return Math.round(100.0 * one / other) / 100.0;
    }
}
