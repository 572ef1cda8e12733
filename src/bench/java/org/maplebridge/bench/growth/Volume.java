package org.maplebridge.bench.growth;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Makes a county's years of matters out of a few that the program has written: copies with ids, people and codes of
/// their own, spread over every village. The first [#NEAR] lie at the same office as their pattern, some of them open:
/// an office's desk does not grow with the county. Of the others four in five are closed. Chains of copies do not
/// verify; they are there to be walked past.
public final class Volume {

    /// How many copies lie where their pattern lies.
    static final int NEAR = 200;

    private static final int STEP = 50_000;

    /// Each table with what differs from the pattern; `t` is the pattern's row, `c` the copy.
    private static final Map<String, Map<String, String>> TABLES = tables();

    private final Connection superuser;
    private int copied;

    /// @param superuser whom no policy holds; the patterns are the matters that are there now
    public Volume(Connection superuser) throws SQLException {
        this.superuser = superuser;
        try (var statement = superuser.createStatement()) {
            statement.execute("create schema volume");
            statement.execute("create table volume.pattern as select id from matters.matter");
            statement.execute("create table volume.place as select path from orgs.area where path ~ '^[0-9.]{16}$'");
        }
    }

    private static Map<String, Map<String, String>> tables() {
        var tables = new LinkedHashMap<String, Map<String, String>>();
        var persona = "md5(t.persona::text || c.i)::uuid";
        tables.put(
                "matters.matter",
                Map.of(
                        "id", "c.fresh",
                        "area", "case when c.far then c.area else t.area end",
                        "agency", "case when c.far then c.agency else t.agency end",
                        "stage", "case when c.closed then 'CLOSED' else t.stage end",
                        "open", "not c.closed",
                        "closed_at", "case when c.closed then t.opened_at end",
                        "due", "case when not c.closed then t.due end",
                        "code", "t.code || '-' || c.i"));
        tables.put(
                "matters.deadline",
                Map.of(
                        "state", "case when c.closed then 'MET' else t.state end",
                        "alarm_at", "case when not c.closed then t.alarm_at end"));
        tables.put("matters.party", Map.of("persona", persona));
        tables.put("matters.code", Map.of("code", "t.code || '-' || c.i"));
        tables.put(
                "ground.reach",
                Map.of(
                        "unit",
                        """
                        case when t.unit like 'p:%' then 'p:' || md5(substr(t.unit, 3) || c.i)::uuid
                             when not c.far then t.unit
                             when t.unit like 'g:%' then 'g:' || c.agency
                             when t.unit like 'a:%' then 'a:' || array_to_string((string_to_array(c.area, '.'))
                                  [1:cardinality(string_to_array(substr(t.unit, 3), '.'))], '.')
                             else t.unit || c.i end""",
                        "stage",
                        "case when c.closed then 'CLOSED' else t.stage end",
                        "open",
                        "not c.closed",
                        "due",
                        "case when c.closed then 'infinity' else t.due end"));
        tables.put(
                "tasks.task",
                Map.of(
                        "id", "gen_random_uuid()",
                        "agency", "case when c.far then c.agency else t.agency end",
                        "state", "case when c.closed then 'DONE' else t.state end",
                        "done_at", "case when c.closed then t.since end"));
        tables.put("trail.entry", Map.of("leaf", "0"));
        tables.put("trail.matter_key", Map.of());
        tables.put("trail.receipt", Map.of("code", "t.code || '-' || c.i"));
        tables.put("disputes.dispute", Map.of());
        return tables;
    }

    /// Copies until there are this many, and lets PostgreSQL look at the result.
    public void growTo(int matters) throws SQLException {
        try (var statement = superuser.createStatement()) {
            while (copied < matters) {
                int until = Math.min(matters, copied + STEP);
                statement.execute(copies(copied + 1, until));
                statement.execute("create index on copies (pattern)");
                statement.execute("analyze copies");
                personas(statement);
                // what the triggers of reach would do row by row is done at once afterwards
                statement.execute("set session_replication_role = replica");
                for (var table : TABLES.entrySet()) {
                    statement.execute(copying(statement, table.getKey(), table.getValue()));
                }
                statement.execute("reset session_replication_role");
                concerns(statement);
                statement.execute("drop table copies");
                copied = until;
            }
            statement.execute("set default_statistics_target = 1000");
            // a sample of all rows, as far as there are few: the same plans each time
            statement.execute("set default_statistics_target = 1000");
            statement.execute("vacuum analyze");
            statement.execute("reset default_statistics_target");
        }
    }

    private static String copies(int first, int last) {
        var near = Integer.toString(NEAR);
        var sql = """
                create temporary table copies as
                select i, p.matter as pattern, uuidv7(make_interval(mins => -i)) as fresh,
                       i > @near as far, i > @near and i % 5 <> 0 or i <= @near and i % 3 <> 0 as closed,
                       v.path as area, md5(v.path)::uuid as agency
                  from generate_series(@first, @last) i
                 cross join (select array_agg(id order by id) as ids from volume.pattern) patterns
                 cross join lateral (select patterns.ids[1 + i % cardinality(patterns.ids)] as matter) p
                 cross join (select array_agg(path order by path) as paths from volume.place) places
                 cross join lateral (select places.paths[1 + i % cardinality(places.paths)] as path) v""";
        return sql.replace("@near", near)
                .replace("@first", Integer.toString(first))
                .replace("@last", Integer.toString(last));
    }

    private static void personas(Statement statement) throws SQLException {
        statement.execute("""
                insert into people.persona (id, domain, shown, phone_shown, name, phone, sign, key_version)
                select md5(t.id::text || c.i)::uuid, t.domain, t.shown, t.phone_shown, t.name, t.phone,
                       decode(md5(t.id::text || c.i), 'hex'), t.key_version
                  from copies c
                  join matters.party p on p.matter = c.pattern
                  join people.persona t on t.id = p.persona""");
    }

    private static void concerns(Statement statement) throws SQLException {
        statement.execute("""
                insert into people.concern (persona, matter)
                select distinct substr(r.unit, 3)::uuid, r.matter
                  from copies c
                  join ground.reach r on r.matter = c.fresh
                 where r.unit like 'p:%'""");
        statement.execute("""
                update people.persona p
                   set units = n.units
                  from (select o.persona, array_agg(distinct r.unit || '|' || r.domain) as units
                          from copies c
                          join people.concern o on o.matter = c.fresh
                          join ground.reach r on r.matter = c.fresh
                         where r.unit not like 'p:%' and r.until is null
                         group by o.persona) n
                 where n.persona = p.id""");
    }

    private static String copying(Statement statement, String table, Map<String, String> differs) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (var rows = statement.executeQuery("select attname from pg_attribute where attrelid = '" + table
                + "'::regclass and attnum > 0 and not attisdropped order by attnum")) {
            while (rows.next()) {
                columns.add(rows.getString(1));
            }
        }
        var key = table.equals("matters.matter") ? "id" : "matter";
        var values = columns.stream()
                .map(column -> differs.getOrDefault(column, column.equals(key) ? "c.fresh" : "t." + column))
                .toList();
        return "insert into " + table + " (" + String.join(", ", columns) + ") select " + String.join(", ", values)
                + " from copies c join " + table + " t on t." + key + " = c.pattern";
    }
}
