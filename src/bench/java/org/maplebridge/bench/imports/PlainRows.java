package org.maplebridge.bench.imports;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.maplebridge.bench.Cluster;

/// The baseline: every row the import left, read from the database and written once more by plain JDBC batches, into
/// tables of the same columns, checks and indexes, in as many transactions and on as many connections.
final class PlainRows {

    private static final String TABLES = """
            select n.nspname, c.relname
              from pg_class c
              join pg_namespace n on n.oid = c.relnamespace
             where c.relkind = 'r' and n.nspname not like 'pg\\_%' and n.nspname not in ('information_schema', 'plain')
             order by n.nspname, c.relname""";

    private final Cluster cluster;
    private final String database;
    private final List<Table> tables = new ArrayList<>();

    PlainRows(Cluster cluster, String database) {
        this.cluster = cluster;
        this.database = database;
    }

    private record Table(String insert, List<String[]> rows) {}

    /// A transaction's number from which on rows count as new.
    static long mark(Connection superuser) throws SQLException {
        try (var statement = superuser.createStatement();
                var row = statement.executeQuery("select pg_snapshot_xmax(pg_current_snapshot())::text")) {
            row.next();
            return Long.parseLong(row.getString(1));
        }
    }

    /// Reads what came since the mark, and makes empty tables for it. Returns how many rows there are.
    int read(Connection superuser, long since) throws SQLException {
        int all = 0;
        try (var statement = superuser.createStatement()) {
            statement.execute("create schema plain");
            var names = new ArrayList<String[]>();
            try (var rows = statement.executeQuery(TABLES)) {
                while (rows.next()) {
                    names.add(new String[] {rows.getString(1), rows.getString(2)});
                }
            }
            for (String[] name : names) {
                var rows = rows(superuser, name[0] + "." + name[1], since);
                if (!rows.isEmpty()) {
                    var copy = "plain." + name[0] + "_" + name[1];
                    statement.execute("create table " + copy + " (like " + name[0] + "." + name[1] + " including all)");
                    tables.add(new Table(insert(superuser, copy), rows));
                    all += rows.size();
                }
            }
        }
        return all;
    }

    private static List<String[]> rows(Connection superuser, String table, long since) throws SQLException {
        var found = new ArrayList<String[]>();
        var sql = "select * from " + table + " where xmin::text::bigint >= " + since + " order by ctid";
        try (var statement = superuser.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                var row = new String[rows.getMetaData().getColumnCount()];
                for (int i = 0; i < row.length; i++) {
                    row[i] = rows.getString(i + 1);
                }
                found.add(row);
            }
        }
        return found;
    }

    /// Values go as text and are read as what the column is.
    private static String insert(Connection superuser, String table) throws SQLException {
        var values = new ArrayList<String>();
        var types = "select format_type(atttypid, atttypmod) from pg_attribute where attrelid = '" + table
                + "'::regclass and attnum > 0 and not attisdropped order by attnum";
        try (var statement = superuser.createStatement();
                var rows = statement.executeQuery(types)) {
            while (rows.next()) {
                values.add("?::" + rows.getString(1));
            }
        }
        return "insert into " + table + " overriding system value values (" + String.join(", ", values) + ")";
    }

    /// Writes everything in so many transactions on so many connections. Returns the seconds it took.
    double write(int lots, int lanes) throws Exception {
        var work = new ArrayList<Callable<Boolean>>();
        var next = new java.util.concurrent.atomic.AtomicInteger();
        for (int lane = 0; lane < lanes; lane++) {
            work.add(() -> {
                try (var connection = cluster.superuser(database)) {
                    connection.setAutoCommit(false);
                    for (int lot = next.getAndIncrement(); lot < lots; lot = next.getAndIncrement()) {
                        lot(connection, lot, lots);
                    }
                }
                return true;
            });
        }
        try (var threads = Executors.newFixedThreadPool(lanes)) {
            long began = System.nanoTime();
            for (var done : threads.invokeAll(work)) {
                done.get();
            }
            return (System.nanoTime() - began) / 1e9;
        }
    }

    private void lot(Connection connection, int lot, int lots) throws SQLException {
        for (Table table : tables) {
            int from = (int) ((long) table.rows().size() * lot / lots);
            int to = (int) ((long) table.rows().size() * (lot + 1) / lots);
            if (from == to) {
                continue;
            }
            try (var prepared = connection.prepareStatement(table.insert())) {
                for (String[] row : table.rows().subList(from, to)) {
                    for (int i = 0; i < row.length; i++) {
                        prepared.setString(i + 1, row[i]);
                    }
                    prepared.addBatch();
                }
                prepared.executeBatch();
            }
        }
        connection.commit();
    }
}
