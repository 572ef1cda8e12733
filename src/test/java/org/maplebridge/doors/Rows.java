package org.maplebridge.doors;

import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import org.maplebridge.fixtures.TestDatabase;

/// How many rows every table holds: what a refused request must leave as it was.
final class Rows {

    /// Filled by themselves, with what was already written: the log, and the signs of life.
    private static final String TABLES = """
            select c.oid::regclass
              from pg_class c
              join pg_namespace n on n.oid = c.relnamespace
             where c.relkind in ('r', 'p') and not c.relispartition
               and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname not like 'pg\\_%'
               and n.nspname || '.' || c.relname not in
                   ('trail.leaf', 'trail.node', 'trail.checkpoint', 'trail.log_key', 'alerts.heartbeat',
                    'access.ticket', 'access.attempt', 'access.browser')
             order by 1""";

    private Rows() {}

    /// Rows by table, and the sum of the versions of all matters.
    static Map<String, Long> count() {
        var counted = new TreeMap<String, Long>();
        try (var admin = TestDatabase.ofThisRun().behindTheBack();
                var list = admin.createStatement();
                var one = admin.createStatement();
                var tables = list.executeQuery(TABLES)) {
            while (tables.next()) {
                try (var rows = one.executeQuery("select count(*) from " + tables.getString(1))) {
                    rows.next();
                    counted.put(tables.getString(1), rows.getLong(1));
                }
            }
            try (var versions = one.executeQuery("select coalesce(sum(version), 0) from matters.matter")) {
                versions.next();
                counted.put("versions", versions.getLong(1));
            }
        } catch (SQLException unreadable) {
            throw new IllegalStateException(unreadable);
        }
        return counted;
    }
}
