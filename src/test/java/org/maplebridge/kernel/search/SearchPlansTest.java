package org.maplebridge.kernel.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.maplebridge.fixtures.MapleTest;
import org.maplebridge.fixtures.TestDatabase;
import org.maplebridge.kernel.ground.Canonical;

/// A search reads what it finds and not the county: counted in pages of eight kilobytes, among twelve thousand matters,
/// files and people that somebody else reaches.
@MapleTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SearchPlansTest {

    private static final int FEW = 400;

    private static final String[] COUNTY = {
        "set session_replication_role = replica",
        """
        create temp table many as
        select i, gen_random_uuid() as id,
               (select string_agg(chr(19968 + ('x' || substr(md5(i || '-' || k), 1, 6))::bit(24)::int % 3000), '')
                  from generate_series(1, 18) k) || '邻里纠纷' as words
          from generate_series(1, 12000) i\
        """,
        "insert into matters.finder (matter, signs) select id, matters.signs('K' || i || 'X', words, '33') from many",
        """
        insert into ground.reach (unit, domain, matter, basis, scene, stage, open, due)
        select 'g:' || (i % 50), 'general', id, 'agency', 'disputes', 'CLOSED', false, 'infinity' from many\
        """,
        """
        insert into evidence.file (matter, no, blob, sha256, name, type, size, kind, about, sealed_key, scanned,
                                   added_at)
        select id, 1, gen_random_uuid(), md5(words), words || '.png', 'image/png', 1, 'PHOTO', '{}', '', '', now()
          from many\
        """,
        """
        insert into people.persona (id, domain, shown, key_version, finds, name_sign)
        select id, 'general', '周*梅', '1', array[decode(md5(words), 'hex')], decode(md5('n' || i), 'hex') from many\
        """,
        "analyze matters.finder, ground.reach, evidence.file, people.persona, people.identifier",
        // what was written in one go still stands beside the indexes
        "select gin_clean_pending_list(c.oid) from pg_class c"
                + " where c.relname in ('finder_signs', 'file_name', 'persona_finds')",
        "set session_replication_role = origin"
    };

    private String words = "";

    @BeforeAll
    void fill() throws SQLException {
        try (var superuser = TestDatabase.ofThisRun().behindTheBack();
                var statement = superuser.createStatement()) {
            for (var sql : COUNTY) {
                statement.execute(sql);
            }
            try (var row = statement.executeQuery("select words from many where i = 6000")) {
                row.next();
                words = row.getString(1);
            }
        }
    }

    /// How many pages a call reads, asked by an office, and how many rows come back.
    private static long[] read(Connection superuser, String call, String unit) throws SQLException {
        try (var statement = superuser.createStatement()) {
            statement.execute("select * from ground.enter('officer:x', '{" + unit + "|general}', null, null, false)");
            // the first time the catalogue is read, too
            statement.execute("select * from " + call);
            try (var row = statement.executeQuery("explain (analyze, buffers, format json) select * from " + call)) {
                row.next();
                var plan = Canonical.MAPPER.readTree(row.getString(1)).at("/0/Plan");
                return new long[] {
                    plan.path("Shared Hit Blocks").asLong()
                            + plan.path("Shared Read Blocks").asLong(),
                    plan.path("Actual Rows").asLong()
                };
            }
        }
    }

    private void readsLittle(String call, int rows) throws SQLException {
        try (var superuser = TestDatabase.ofThisRun().behindTheBack()) {
            superuser.setAutoCommit(false);
            var read = read(superuser, call, "g:0");
            superuser.rollback();
            assertThat(read[1]).as(call).isEqualTo(rows);
            assertThat(read[0]).as("pages read by " + call).isLessThan(FEW);
        }
    }

    @Test
    void wordsOfTwoSignsAreFoundByAnIndex() throws SQLException {
        readsLittle("matters.found(array['" + words.substring(2, 8) + "'], 20)", 1);
        readsLittle("matters.found(array['" + words.substring(2, 4) + "', '" + words.substring(6, 8) + "'], 20)", 1);
        readsLittle("matters.found(array['k4350x'], 20)", 1);
        readsLittle("matters.found(array['没有这样的事'], 20)", 0);
    }

    @Test
    void namesOfFilesAreFoundByAnIndex() throws SQLException {
        readsLittle("evidence.named(array['" + words.substring(2, 8) + "'], 20)", 1);
    }

    @Test
    void peopleAreFoundByAnIndex() throws SQLException {
        readsLittle("people.found('general', array[decode(md5('" + words + "'), 'hex')])", 1);
        readsLittle("people.found('general', array[decode(md5('n6000'), 'hex')])", 1);
    }

    /// What all have is found among one's own; whoever has none of them doesn't wait for long.
    @Test
    void aWordThatAllHaveEndsSomewhere() throws SQLException {
        try (var superuser = TestDatabase.ofThisRun().behindTheBack()) {
            superuser.setAutoCommit(false);
            var call = "matters.found(array['邻里纠纷'], 20)";
            assertThat(read(superuser, call, "g:0")[1]).isEqualTo(20);
            var begun = System.nanoTime();
            assertThat(read(superuser, call, "g:none")[1]).isZero();
            assertThat(System.nanoTime() - begun).isLessThan(5_000_000_000L);
            superuser.rollback();
        }
    }
}
