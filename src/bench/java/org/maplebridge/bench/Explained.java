package org.maplebridge.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.maplebridge.bench.Recording.Sent;
import org.maplebridge.bench.Recording.Value;
import org.maplebridge.kernel.ground.Canonical;
import tools.jackson.databind.JsonNode;

/// What PostgreSQL does for a transaction of the program: the plan of each statement, and how many pages it touched.
///
/// @param buffers pages of 8 kB, from the cache or the disk, planning left out
/// @param plans one text for each statement: what is read in which way, without figures
public record Explained(long buffers, List<String> plans) {

    public Explained {
        plans = List.copyOf(plans);
    }

    /// Sends the statements of the program's own role again, each explained, and rolls back.
    ///
    /// @param superuser without autocommit
    /// @param undo brings back what was there before the transaction was first run
    public static Explained of(Connection superuser, List<Sent> transaction, List<String> undo) throws SQLException {
        return of(superuser, transaction, undo, true);
    }

    /// As [#of(Connection, List, List)], or as the superuser whom no row policy holds.
    public static Explained of(Connection superuser, List<Sent> transaction, List<String> undo, boolean policies)
            throws SQLException {
        long buffers = 0;
        var plans = new ArrayList<String>();
        try (var statement = superuser.createStatement()) {
            for (String each : undo) {
                statement.execute(each);
            }
            if (policies) {
                statement.execute("set local role maple_app");
            }
            for (Sent sent : transaction) {
                int from = 0;
                for (String part : sent.sql().split(";\n")) {
                    int values = marks(part);
                    var plan = explained(superuser, part, sent.values(), from, values);
                    buffers += plan.path("Shared Hit Blocks").asLong(0)
                            + plan.path("Shared Read Blocks").asLong(0);
                    plans.add(part.strip() + "\n" + shape(plan, 1));
                    from += values;
                }
            }
        } finally {
            superuser.rollback();
        }
        return new Explained(buffers, plans);
    }

    private static int marks(String sql) {
        return (int) sql.chars().filter(letter -> letter == '?').count();
    }

    private static JsonNode explained(Connection connection, String sql, List<Value> values, int from, int count)
            throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("explain (analyze, buffers, timing off, format json) " + sql)) {
            for (Value value : values.subList(from, from + count)) {
                value.set(statement, connection, -from);
            }
            try (var rows = statement.executeQuery()) {
                rows.next();
                return Canonical.MAPPER.readTree(rows.getString(1)).path(0).path("Plan");
            }
        }
    }

    /// A table or partition without a single page: nothing to be read, whichever way.
    private static boolean empty(JsonNode plan) {
        return plan.path("Node Type").asString("").equals("Seq Scan")
                && plan.path("Shared Hit Blocks").asLong(0)
                                + plan.path("Shared Read Blocks").asLong(0)
                        == 0;
    }

    /// Partitions differ from year to year, so they are named by their parent.
    private static String shape(JsonNode plan, int depth) {
        var line = new StringBuilder("  ".repeat(depth))
                .append(plan.path("Node Type").asString(""));
        for (var name : List.of("Operation", "Relation Name", "Index Name", "CTE Name", "Function Name")) {
            if (plan.has(name)) {
                line.append(' ').append(plan.path(name).asString("").replaceAll("_(20\\d\\d|rest)", ""));
            }
        }
        if (plan.has("Subplan Name")) {
            // numbered by how many there are, which is not how they are read
            line.append(" (")
                    .append(plan.path("Subplan Name").asString("").replaceAll(" \\d+$", ""))
                    .append(')');
        }
        line.append('\n');
        var seen = new ArrayList<String>();
        for (JsonNode child : plan.path("Plans")) {
            if (empty(child) || child.path("Subplan Name").asString("").startsWith("InitPlan")) {
                continue;
            }
            var below = shape(child, depth + 1);
            if (!seen.contains(below)) {
                seen.add(below);
                line.append(below);
            }
        }
        return line.toString();
    }
}
