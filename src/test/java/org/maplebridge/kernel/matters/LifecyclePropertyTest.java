package org.maplebridge.kernel.matters;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.maplebridge.fixtures.County;
import org.maplebridge.fixtures.MapleTest;
import org.maplebridge.fixtures.TestClock;
import org.maplebridge.kernel.access.Access;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.ground.Canonical;
import org.maplebridge.kernel.ground.Errand;
import org.maplebridge.kernel.ground.Refused;
import org.maplebridge.kernel.ground.Scope;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.matters.RandomWalks.Try;
import org.maplebridge.kernel.orgs.Offices;
import org.maplebridge.kernel.trail.Trail;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestContextManager;

/// However people try to move a dispute, it goes only the ways its page draws; what is refused leaves nothing behind;
/// and at any time what is kept is what the trail comes to.
@MapleTest
class LifecyclePropertyTest {

    private static final TestContextManager SPRING = new TestContextManager(LifecyclePropertyTest.class);
    private static final Scope JOB = Scope.job("test");
    private static final List<County> COUNTY = new ArrayList<>();
    private static final List<UUID> POSTS = new ArrayList<>();

    /// What happened in the whole run: walks that never get anywhere would prove nothing.
    private static final Map<String, Integer> MADE = new TreeMap<>();
    private static final Map<String, Integer> REFUSED = new TreeMap<>();

    @Autowired
    Transactions transactions;

    @Autowired
    Offices offices;

    @Autowired
    Access access;

    @Autowired
    Matters matters;

    @Autowired
    MatterStore store;

    @Autowired
    SceneBook scenes;

    @Autowired
    Trail trail;

    @Autowired
    JdbcClient db;

    @Autowired
    List<Errand> errands;

    @BeforeContainer
    static void aCounty() throws Exception {
        SPRING.beforeTestClass();
        var test = new LifecyclePropertyTest();
        SPRING.prepareTestInstance(test);
        var county = new County(test.transactions, test.offices, test.access).founded();
        RandomWalks.PEOPLE.forEach(
                (office, roles) -> POSTS.add(county.officer("at" + office, office, roles.toArray(String[]::new))));
        COUNTY.add(county);
    }

    @AfterContainer
    static void everythingWasTriedAndTheTrailVerifies() throws Exception {
        TestClock.reset();
        assertThat(MADE.keySet())
                .as("made %s, refused %s", MADE, REFUSED)
                .contains("register", "route", "accept", "begin", "agree", "perform", "close")
                .contains("suspend", "resume", "upgrade", "link", "extend", "made while suspended");
        assertThat(REFUSED.keySet()).contains("extend", "revoke", "resume", "assign");
        var test = new LifecyclePropertyTest();
        SPRING.prepareTestInstance(test);
        var out = new ByteArrayOutputStream();
        var print = new PrintStream(out, true, StandardCharsets.UTF_8);
        int status = test.errands.stream()
                .filter(errand -> errand.verb().equals("verify"))
                .findFirst()
                .orElseThrow()
                .run(List.of(), print, print);
        assertThat(status).as(out.toString(StandardCharsets.UTF_8)).isZero();
    }

    @Provide
    Arbitrary<List<Try>> walks() {
        var mostly = Arbitraries.frequency(Tuple.of(5, true), Tuple.of(1, false));
        return Combinators.combine(
                        mostly, mostly, Arbitraries.integers().between(0, 10_000), Arbitraries.of(0, 0, 0, 1, 30, 300))
                .as(Try::new)
                .list()
                .ofSize(30);
    }

    @Property(tries = 32, shrinking = ShrinkingMode.OFF)
    void aDisputeGoesOnlyTheWaysItsPageDraws(@ForAll("walks") List<Try> walk) throws Exception {
        SPRING.prepareTestInstance(this);
        TestClock.reset();
        var other = opened();
        var id = opened();
        for (Try step : walk) {
            if (step.hours() > 0) {
                TestClock.pass(Duration.ofHours(step.hours()));
            }
            tried(id, other, step);
        }
        assertThat(folded(id)).isEqualTo(state(id).matter().stage().name());
    }

    /// Walks seldom come by while a limit runs, so this way is taken each time.
    @Example
    void aLimitThatRunsIsPutOffOnce() throws Exception {
        SPRING.prepareTestInstance(this);
        TestClock.reset();
        var id = opened();
        var officer = COUNTY.getFirst().actor("atvillage");
        var said = RandomWalks.said(transactions.run(JOB, Work::today), COUNTY.getFirst(), POSTS.getFirst(), id);
        for (var verb : List.of("register", "route", "accept", "begin", "extend", "extend")) {
            made(id, verb, officer, Objects.requireNonNull(said.get(verb)));
        }
        assertThat(state(id).deadlines())
                .filteredOn(each -> each.extension().isPresent())
                .hasSize(1);
    }

    private UUID opened() {
        var said = Map.of(
                "words", "楼上夜里太吵，说了不听。",
                "area", County.VILLAGE,
                "occurredAt", "2025-01-02T08:00:00+08:00",
                "source", "PATROL",
                "applicant", "周梅");
        var outcome = matters.open("disputes", request(COUNTY.getFirst().actor("atvillage"), said));
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done) outcome).matter().id();
    }

    private static Request request(Actor actor, Map<String, ?> said) {
        var key = UUID.randomUUID().toString();
        return new Request(
                actor,
                Canonical.MAPPER.valueToTree(said),
                new Work.Key("walk/" + key, key),
                OptionalInt.empty(),
                Optional.empty());
    }

    private MatterState state(UUID id) {
        return transactions.run(JOB, work -> store.load(id).orElseThrow().state());
    }

    private String rows() {
        return transactions.run(
                JOB, work -> db.sql(RandomWalks.ROWS).query(String.class).single());
    }

    private void tried(UUID id, UUID other, Try step) {
        var before = state(id);
        var life = scenes.scene("disputes").life();
        var post = POSTS.get(step.pick() % POSTS.size());
        var today = transactions.run(JOB, Work::today);
        var said = RandomWalks.said(today, COUNTY.getFirst(), post, other);
        var verb = verb(life, before, step, said.keySet().stream().sorted().toList());
        if (verb.equals("extend") && step.pick() % 36 == 0) {
            TestClock.pass(Duration.ofDays(40)); // past the end of any limit that was not put off before
        }
        made(id, verb, actor(before, step), said.getOrDefault(verb, Map.of()));
    }

    private void made(UUID id, String verb, Actor actor, Map<String, ?> said) {
        var life = scenes.scene("disputes").life();
        var before = state(id);
        var rows = rows();
        var outcome = outcome(id, verb, request(actor, said));
        var after = state(id);
        if (outcome instanceof Outcome.Done done) {
            MADE.merge(verb, 1, Integer::sum);
            boolean waited = before.matter().standing().suspendedAt().isPresent();
            MADE.merge(waited && life.allSteps().containsKey(verb) ? "made while suspended" : "made", 1, Integer::sum);
            assertThat(done.matter()).isEqualTo(after.matter());
            Invariants.ofMove(life, verb, before, after);
        } else {
            REFUSED.merge(verb, 1, Integer::sum);
            assertThat(outcome).isInstanceOf(Outcome.Refusal.class);
            assertThat(rows()).as(verb + " was refused").isEqualTo(rows);
        }
        Invariants.ofState(life, after, blocking(after));
    }

    /// Whoever can't see a matter is refused by an exception, as at the wire.
    private Outcome outcome(UUID id, String verb, Request request) {
        try {
            return matters.move(id, verb, request);
        } catch (Refused refused) {
            assertThat(refused.problem().status()).isEqualTo(404);
            return new Outcome.Refusal(new Verdict.NotYours(refused.problem().detail()));
        }
    }

    private static String verb(Lifecycle<?> life, MatterState state, Try step, List<String> all) {
        var stage = state.matter().stage().name();
        boolean paused = state.matter().standing().suspendedAt().isPresent();
        boolean endless = step.pick() % 7 != 0;
        var fitting = all.stream()
                .filter(verb -> Optional.ofNullable(life.allSteps().get(verb))
                        .map(each -> each.from().stream()
                                        .anyMatch(from -> from.name().equals(stage))
                                && (each.runsOn() || !paused))
                        .orElse(!paused || List.of("resume", "assign").contains(verb)))
                .filter(verb ->
                        !endless || !List.of("merge", "divert", "refer", "flag").contains(verb))
                .toList();
        boolean runsOut =
                state.deadlines().stream().anyMatch(each -> each.parameter().equals("disputes.mediate") && each.live());
        if (runsOut && !paused && step.pick() % 6 == 0) {
            return "extend";
        }
        var onward = fitting.stream()
                .filter(
                        List.of("register", "route", "accept", "begin", "agree", "perform", "exempt", "close")
                                ::contains)
                .toList();
        boolean goes = step.pick() % 5 < 2 && !onward.isEmpty();
        var chosen = step.fits() ? goes ? onward : fitting : all;
        return chosen.get(step.pick() % chosen.size());
    }

    private Actor actor(MatterState state, Try step) {
        var county = COUNTY.getFirst();
        var keys = RandomWalks.PEOPLE.keySet().stream().sorted().toList();
        var own = keys.stream()
                .filter(key -> state.matter()
                        .office()
                        .agency()
                        .equals(Optional.of(county.office(key).id())))
                .findFirst();
        return county.actor("at" + own.filter(key -> step.own()).orElse(keys.get(step.pick() % keys.size())));
    }

    private List<Boolean> blocking(MatterState state) {
        return state.links().stream()
                .filter(link -> link.kind() == Link.Kind.CHILD && link.blocking())
                .map(link -> state(link.other()).matter().stage().open())
                .toList();
    }

    /// What the page makes of the verbs that stand in the trail.
    private String folded(UUID id) {
        var life = scenes.scene("disputes").life();
        var entries = new ArrayList<>(transactions.run(JOB, work -> trail.newest(id, Integer.MAX_VALUE, 500)));
        Collections.reverse(entries);
        var stage = life.start().name();
        int seq = 0;
        for (var entry : entries) {
            assertThat(entry.envelope().seq()).isEqualTo(++seq);
            var before = stage;
            stage = Optional.ofNullable(life.allSteps().get(entry.envelope().verb()))
                    .flatMap(step -> step.to().map(Enum::name))
                    .orElse(before);
            assertThat(entry.envelope().stage()).isEqualTo(stage);
        }
        assertThat(seq).isEqualTo(state(id).matter().chain().version());
        return stage;
    }
}
