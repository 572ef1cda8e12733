package org.maplebridge.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
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
            planOnce(superuser);
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

    /// Statements are planned as the program's pool has them planned: once, whatever the values.
    public static void planOnce(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("set plan_cache_mode = force_generic_plan");
        }
    }

    /// `explain` alone would plan for these very values.
    private static JsonNode explained(Connection connection, String sql, List<Value> values, int from, int count)
            throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("prepare asked as " + numbered(sql));
            JsonNode plan;
            try (var rows = statement.executeQuery("explain (analyze, buffers, timing off, format json) "
                    + execution(connection, values.subList(from, from + count), -from))) {
                rows.next();
                plan = Canonical.MAPPER.readTree(rows.getString(1)).path(0).path("Plan");
            }
            statement.execute("deallocate asked");
            return plan;
        }
    }

    private static String numbered(String sql) {
        var mark = new AtomicInteger();
        return Pattern.compile("\\?").matcher(sql).replaceAll(found -> "\\$" + mark.incrementAndGet());
    }

    /// The driver itself writes the values as text.
    private static String execution(Connection connection, List<Value> values, int shift) throws SQLException {
        if (values.isEmpty()) {
            return "execute asked";
        }
        var marks = String.join(", ", Collections.nCopies(values.size(), "?"));
        try (var statement = connection.prepareStatement("execute asked(" + marks + ")")) {
            for (Value value : values) {
                value.set(statement, connection, shift);
            }
            return statement.toString();
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
