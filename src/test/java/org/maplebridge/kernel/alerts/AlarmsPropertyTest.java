package org.maplebridge.kernel.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.maplebridge.fixtures.MapleTest;
import org.maplebridge.fixtures.errand.ErrandCounty;
import org.maplebridge.kernel.ground.Ids;
import org.maplebridge.kernel.matters.Deadline;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.Status;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestContextManager;

/// Nothing is overdue without an alarm, however much falls due at once.
@MapleTest
class AlarmsPropertyTest {

    private static final TestContextManager SPRING = new TestContextManager(AlarmsPropertyTest.class);

    private static final String MATTERS = """
            insert into matters.matter (id, scene, life, domain, stage, stage_since, open, area, level, code, title,
                                        occurred_at, opened_at, returns, due, version, head, recorded_at)
            select m.id, case m.poison when 'NO_SCENE' then 'gone' else 'errand' end, 1, 'general', 'ASKED', :now, true,
                   case m.poison when 'NO_AREA' then '99.99' else :area end, 'TOWN', m.id::text, '一件', :now, :now, 0,
                   :now, 1, case m.poison when 'BAD_HEAD' then 'short'::bytea else sha256(m.id::text::bytea) end, :now
              from unnest(cast(:ids as uuid[]), cast(:poisons as text[])) as m(id, poison)
             where m.poison <> 'NO_MATTER'""";

    private static final String LIMITS = """
            insert into matters.deadline (matter, no, parameter, edition, term, from_at, due, last_day, settled,
                                          calendar, state, pauses, alarm_at)
            select d.matter, 1, 'errand.take', 'base:errand.take@2010-01-01', '3D', d.due - interval '3 days', d.due,
                   d.due::date, true, 'test', d.state,
                   case d.poison when 'BAD_PAUSES' then '[{"from": "?"}]'::jsonb else '[]' end,
                   case when d.state = 'RUNNING' then d.due - interval '1 day' end
              from unnest(cast(:ids as uuid[]), cast(:dues as timestamptz[]), cast(:states as text[]),
                          cast(:poisons as text[])) as d(matter, due, state, poison)""";

    private static final String WITHOUT_ALARM = """
            select count(*)
              from matters.deadline d
             where d.matter = any(:ids) and d.state = 'RUNNING' and d.due <= :now
               and not exists (select from alerts.alert a where a.matter = d.matter and a.kind = 'OVERDUE')
               and not (d.matter = any(:unreadable)
                        and exists (select from alerts.retry r where r.matter = d.matter and not r.clock))""";

    private static final String TOO_MANY = """
            select count(*)
              from (select from alerts.alert where matter = any(:ids) group by matter, kind having count(*) > 1) t""";

    private static final String NEEDLESS = """
            select count(*)
              from alerts.alert a
              join matters.deadline d on d.matter = a.matter
             where a.matter = any(:ids) and (d.state <> 'RUNNING' or d.due - interval '1 day' > :now)""";

    /// When each was raised, in the order in which their alarms fell due.
    private static final String ORDER = """
            select a.raised_at
              from alerts.alert a
              join matters.deadline d on d.matter = a.matter
             where a.matter = any(:ids)
             order by d.due, a.raised_at""";

    @Autowired
    ErrandCounty county;

    @Autowired
    Alarms alarms;

    @Autowired
    AlarmsHealthIndicator health;

    @Autowired
    JdbcClient db;

    /// What may be wrong with a limit behind the program's back.
    enum Poison {
        NONE,
        /// Can be told of, but the clock can't know what it should do.
        NO_SCENE,
        NO_AREA,
        NO_MATTER,
        BAD_HEAD,
        BAD_PAUSES;

        boolean unreadable() {
            return this == NO_MATTER || this == BAD_HEAD || this == BAD_PAUSES;
        }
    }

    /// A limit that ends so many minutes after now.
    record Limit(int minutes, Deadline.State state, Poison poison) {}

    @BeforeContainer
    static void aDatabase() throws Exception {
        SPRING.beforeTestClass();
        var test = new AlarmsPropertyTest();
        SPRING.prepareTestInstance(test);
        test.county.people();
    }

    @Provide
    Arbitrary<List<Limit>> limits() {
        var minutes = Arbitraries.integers().between(-20_000, 5_000);
        var states = Arbitraries.frequency(
                net.jqwik.api.Tuple.of(8, Deadline.State.RUNNING),
                net.jqwik.api.Tuple.of(1, Deadline.State.MET),
                net.jqwik.api.Tuple.of(1, Deadline.State.SUSPENDED));
        var poisons = Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(8, Arbitraries.just(Poison.NONE)),
                net.jqwik.api.Tuple.of(1, Arbitraries.of(Poison.class)));
        return Combinators.combine(minutes, states, poisons)
                .as(Limit::new)
                .list()
                .ofSize(10 * Alarms.BATCH);
    }

    @Property(tries = 4, shrinking = ShrinkingMode.OFF)
    void nothingIsOverdueWithoutAnAlarmAndNoneTwiceHoweverManyLimitsAreBroken(@ForAll("limits") List<Limit> limits)
            throws Exception {
        SPRING.prepareTestInstance(this);
        var now = county.job(work -> work.now());
        var ids = limits.stream().map(limit -> Ids.at(now)).toArray(UUID[]::new);
        put(limits, ids, now);

        twoProcessesSweepAtOnce();

        var then = county.job(work -> work.now());
        assertThat(count(WITHOUT_ALARM, ids, now, limits)).isZero();
        assertThat(count(TOO_MANY, ids, then, limits)).isZero();
        assertThat(count(NEEDLESS, ids, then, limits)).isZero();
        assertThat(alarms.sweep()).isZero();
        boolean handled = limits.stream()
                .noneMatch(limit -> limit.minutes() < 0
                        && limit.state() == Deadline.State.RUNNING
                        && limit.poison().unreadable());
        assertThat(county.job(health::health).getStatus())
                .as("what can't be handled is seen from outside")
                .isIn(handled ? List.of(Status.UP, Status.DOWN) : List.of(Status.DOWN));
    }

    @Property(tries = 2, shrinking = ShrinkingMode.OFF)
    void theOldestIsToldFirst(@ForAll("limits") List<Limit> limits) throws Exception {
        SPRING.prepareTestInstance(this);
        var now = county.job(work -> work.now());
        var ids = limits.stream().map(limit -> Ids.at(now)).toArray(UUID[]::new);
        put(
                limits.stream()
                        .map(limit -> new Limit(limit.minutes(), limit.state(), Poison.NONE))
                        .toList(),
                ids,
                now);

        alarms.sweep();

        var raised = county.job(work ->
                db.sql(ORDER).param("ids", ids).query(OffsetDateTime.class).list());
        assertThat(raised).isSorted();
    }

    private void twoProcessesSweepAtOnce() throws Exception {
        var other = Thread.ofVirtual().start(alarms::sweep);
        alarms.sweep();
        other.join();
        alarms.sweep();
    }

    private void put(List<Limit> limits, UUID[] ids, Instant now) {
        var dues = limits.stream()
                .map(limit -> now.plusSeconds(60L * limit.minutes()).toString())
                .toArray(String[]::new);
        var states = limits.stream().map(limit -> limit.state().name()).toArray(String[]::new);
        var poisons = limits.stream().map(limit -> limit.poison().name()).toArray(String[]::new);
        county.job(work -> db.sql(MATTERS)
                        .param("ids", ids)
                        .param("poisons", poisons)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("area", ErrandCounty.TOWN)
                        .update()
                + db.sql(LIMITS)
                        .param("ids", ids)
                        .param("dues", dues)
                        .param("states", states)
                        .param("poisons", poisons)
                        .update());
    }

    private int count(String sql, UUID[] ids, Instant now, List<Limit> limits) {
        var unreadable = java.util.stream.IntStream.range(0, ids.length)
                .filter(no -> limits.get(no).poison().unreadable())
                .mapToObj(no -> ids[no])
                .toArray(UUID[]::new);
        return county.job(work -> db.sql(sql)
                .param("ids", ids)
                .param("unreadable", unreadable)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single());
    }
}
