package org.maplebridge.scenes.allowances;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.maplebridge.bench.Explained;
import org.maplebridge.bench.growth.Pages;
import org.maplebridge.fixtures.MapleTest;
import org.maplebridge.fixtures.TestDatabase;
import org.maplebridge.fixtures.TestSettings;

/// What the list of offices with sheets asks of PostgreSQL where forty of them have twenty thousand: nobody walks past
/// the sheets of others to find their own.
@MapleTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AllowancesPlansTest extends AllowancesStory {

    private static final int SHEETS = 20_000;
    private static final int OFFICES = 40;

    /// Copies of one sheet of the town: one in forty stays the town's, the others lie in towns of the same county.
    private static final List<String> COPIES = List.of(
            "set session_replication_role = replica",
            """
            create temporary table copied as
            select i, uuidv7() as fresh, m.id as pattern, i %% %d = 0 as town, md5((i %% %d)::text)::uuid as office
              from generate_series(1, %d) i cross join matters.matter m
             where m.id = '@sheet'\
            """.formatted(OFFICES, OFFICES, SHEETS),
            """
            insert into matters.matter
            select (jsonb_populate_record(m, jsonb_build_object('id', c.fresh, 'code', m.code || c.i))).*
              from copied c join matters.matter m on m.id = c.pattern\
            """,
            """
            insert into ground.reach
            select (jsonb_populate_record(r, jsonb_build_object(
                        'matter', c.fresh,
                        'unit', case when c.town or r.unit like 'a:%' and r.unit !~ '([.].*){3}' then r.unit
                                     else r.unit || c.office end))).*
              from copied c join ground.reach r on r.matter = c.pattern\
            """,
            """
            insert into allowances.sheet (matter, code, office, office_name, area, month, paid_on)
            select c.fresh, s.code || c.i, case when c.town then s.office else c.office end,
                   case when c.town then s.office_name else '单位' || c.office end, s.area,
                   date '1980-01-01' + (c.i / 40) * interval '1 month', date '2026-01-01'
              from copied c join allowances.sheet s on s.matter = c.pattern\
            """,
            "drop table copied",
            "reset session_replication_role",
            "vacuum analyze matters.matter",
            "vacuum analyze ground.reach",
            "vacuum analyze allowances.sheet");

    @BeforeAll
    void manySheets() throws SQLException {
        settled("qian", "ORAL", "排水");
        passTo(today().plusMonths(1).withDayOfMonth(10));
        round();
        var sheet = sheets().getFirst().path("id").asString("");
        try (var superuser = TestDatabase.ofThisRun().behindTheBack();
                var statement = superuser.createStatement()) {
            for (var each : COPIES) {
                statement.execute(each.replace("@sheet", sheet));
            }
        }
    }

    @AfterAll
    void stopListening() {
        TestSettings.EAR.listen(false).clear();
    }

    private Explained asked(String login, String path) throws SQLException {
        var ear = TestSettings.EAR.listen(true);
        ok(as(login).get(path));
        ear.clear();
        ok(as(login).get(path));
        long buffers = 0;
        var plans = new ArrayList<String>();
        try (var superuser = TestDatabase.ofThisRun().behindTheBack()) {
            superuser.setAutoCommit(false);
            for (var transaction : Pages.ours(ear)) {
                var explained = Explained.of(superuser, transaction, List.of());
                buffers += explained.buffers();
                plans.addAll(explained.plans());
            }
        }
        return new Explained(buffers, plans);
    }

    @Test
    void theOfficesToChooseAmongAreFoundFromWhatOneReaches() throws SQLException {
        assertThat(ok(as("hesuan").get("/api/allowances/offices"))
                        .body()
                        .path("items")
                        .findValuesAsString("id"))
                .containsExactly(office("town"));
        assertThat(ok(as("chou").get("/api/allowances/offices")).body().path("items"))
                .hasSize(OFFICES);
        var town = asked("hesuan", "/api/allowances/offices");
        // by stage or by due day, as the numbers of the day have it: both begin with who reaches
        assertThat(town.plans())
                .as("begins with reach")
                .anyMatch(plan -> plan.contains("reach_stage") || plan.contains("reach_due"));
        assertThat(town.plans()).noneMatch(plan -> plan.contains("Seq Scan"));
        assertThat(town.buffers()).as("pages for 500 of 20,000").isLessThan(5_000);
        assertThat(asked("chou", "/api/allowances/offices").buffers())
                .as("whoever reaches all steps from one office to the next")
                .isLessThan(1_500);
    }
}
