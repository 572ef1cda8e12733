package org.maplebridge.bench.growth;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/// Fills what the lists of scenes and registers are about: a row for each copied matter, and as many lines in a
/// register
/// and calls of one office. The figures are made up; only how many there are, and whose, matters here.
final class Lists {

    private Lists() {}

    /// @param office whose calls they are
    /// @param rows how many of each
    static void fill(Connection superuser, UUID office, int rows) throws SQLException {
        try (var statement = superuser.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute("create temporary table copied as select id, area, row_number() over (order by id) as i"
                    + " from matters.matter order by id limit " + rows);
            for (var each : statements(office, rows)) {
                statement.execute(each);
            }
            statement.execute("drop table copied");
            statement.execute("reset session_replication_role");
            statement.execute("vacuum analyze");
        }
    }

    private static List<String> statements(UUID office, int rows) {
        return List.of(
                """
                insert into gradings.grading (matter, line, year, name, area, area_name, supervising, waiting)
                select id, gen_random_uuid(), 2021 + i % 5, '调解员' || i, area, '某村', gen_random_uuid(), false
                  from copied\
                """,
                """
                insert into gradings.decision (matter, no, grade, paper, day, by, by_name, recorded)
                select id, 1, 'THREE', '婺司' || i, date '2026-02-01', gen_random_uuid(), '某', date '2026-02-01'
                  from copied where i % 3 > 0\
                """,
                """
                insert into allowances.sheet (matter, code, office, office_name, area, month, paid_on)
                select id, 'BT-' || i, md5((i % 40)::text)::uuid, '单位' || i % 40, area,
                       date '2000-01-01' + (i / 40)::int * interval '1 month', date '2026-01-01'
                  from copied
                    on conflict do nothing\
                """,
                """
                insert into allowances.line (matter, no, about, code, closed, category, state, round, amount)
                select id, n, gen_random_uuid(), 'X', date '2026-01-01', '邻里', 'HELD', 0, 0
                  from copied cross join generate_series(1, 2) n\
                """,
                """
                insert into lessons.lesson (matter, scene, metric, area, area_name, category, category_name, quarter,
                                            counted, before, of_all, of_all_before, cut_off, compared_from, behind,
                                            supervising)
                select id, 'disputes', 'disputes.received', area || '.' || i, '某村', 'LAND', '土地', date '2026-01-01',
                       12, 10, 100, 90, now(), 30, '{}', gen_random_uuid()
                  from copied\
                """,
                """
                insert into reviews.review (matter, subject, subject_code, scene, reason, handling, office, handlers,
                                            first, second, concluded_on, closing)
                select id, gen_random_uuid(), 'X', 'disputes', '抽查', md5((i % 40)::text)::uuid, gen_random_uuid(),
                       '{}', gen_random_uuid(), gen_random_uuid(), date '2016-01-01' + (i % 3650)::int, now()
                  from copied\
                """,
                """
                insert into messages.message (id, about, seq, party, persona, agency, channel, urgent, careful, state,
                                              why, next_at, created_at)
                select uuidv7(make_interval(mins => -i::int)), id, 1, 1, gen_random_uuid(),
                       case when i % 1000 = 0 then '@office'::uuid else md5((i % 40)::text)::uuid end, 'NONE', false,
                       false, case when i % 10 = 0 then 'CALL' else 'DELIVERED' end, 'NO_WAY', now(), now()
                  from copied\
                """.replace("@office", office.toString()),
                """
                insert into messages.note (id, about, seq, unit, domain, words, actor)
                select uuidv7(make_interval(mins => -i::int)), id, 1, 'g:' || case when i % 1000 = 0 then '@office'
                       else md5((i % 40)::text)::uuid::text end, 'general', '新到一件', 'x'
                  from copied\
                """.replace("@office", office.toString()),
                """
                insert into rolls.entry (id, line, roll, area, name, facts, first_day, last_day, entered_by,
                                         entered_name, entered_at)
                select gen_random_uuid(), gen_random_uuid(), 'mediators', v.path, '调解员' || i, '{"kind": "PART"}',
                       date '2020-01-01', case when i % 50 = 0 then date '2026-12-20' end, gen_random_uuid(), '某', now()
                  from generate_series(1, @rows) i
                  join (select path, row_number() over (order by path) - 1 as n, count(*) over () as many
                          from volume.place) v on v.n = i % v.many\
                """.replace("@rows", "" + rows));
    }
}
