package org.maplebridge.kernel.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.maplebridge.fixtures.MapleTest;
import org.maplebridge.fixtures.errand.ErrandCounty;
import org.maplebridge.fixtures.errand.ErrandCounty.Seat;
import org.maplebridge.kernel.calendar.LegalCalendar;
import org.maplebridge.kernel.ground.Problem;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.imports.Came.State;
import org.maplebridge.kernel.matters.Matter;
import org.maplebridge.kernel.matters.Matters;
import org.maplebridge.kernel.matters.Recounts;
import org.maplebridge.kernel.parameters.Parameters;
import org.maplebridge.kernel.parameters.Verification;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@MapleTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImportsTest {

    private static final UUID NONE = new UUID(0, 0);

    @Autowired
    ErrandCounty county;

    @Autowired
    Imports imports;

    @Autowired
    Withdrawing withdrawing;

    @Autowired
    Matters matters;

    @Autowired
    Recounts recounts;

    @Autowired
    Parameters parameters;

    @Autowired
    JdbcClient db;

    private Seat clerk = new Seat(NONE, NONE, NONE);

    @BeforeAll
    void aCounty() {
        clerk = county.people().clerk();
    }

    private ErrandFiles source(String name) {
        return new ErrandFiles(name, clerk.agency(), "");
    }

    private static TableFile lines(int from, int to) {
        return file(IntStream.rangeClosed(from, to)
                .mapToObj(i -> i + "\t第" + i + "件")
                .collect(Collectors.joining("\n", "", "\n")));
    }

    private static TableFile file(String rows) {
        return TableFile.parse(
                "made-up.tsv", ("id\twords\n" + rows).getBytes(StandardCharsets.UTF_8), List.of("id", "words"));
    }

    private Imports.Result run(Source source, TableFile file) {
        return imports.run(source, file, "test", part -> {});
    }

    private static Map<State, Long> counts(Imports.Result result) {
        return result.lines().stream().collect(Collectors.groupingBy(Came::state, Collectors.counting()));
    }

    private int matters() {
        return county.job(work -> db.sql("select count(*) from matters.matter")
                .query(Integer.class)
                .single());
    }

    private Matter matter(Came line) {
        return county.job(work -> matters.find(line.matter().orElseThrow()).orElseThrow());
    }

    @Test
    void everyLineOpensAMatterOfItsBatchInTheOrderOfTheFile() {
        var result = run(source("order"), lines(1, 170));

        assertThat(counts(result)).containsOnly(Map.entry(State.MADE, 170L));
        assertThat(result.lines()).extracting(Came::no).isSorted();
        var last = matter(result.lines().getLast());
        assertThat(last.label().title()).isEqualTo("第170件");
        assertThat(last.origin().batch()).contains(result.batch());
    }

    @Test
    void aBacklogBeginsSomeEachWorkingDay() {
        var result = run(source("backlog"), lines(1, 130));
        var ends = result.lines().stream()
                .map(line -> LegalCalendar.legalDay(matter(line).due().orElseThrow()))
                .toList();
        assertThat(ends.subList(0, 60)).containsOnly(ends.getFirst());
        assertThat(ends.get(60)).isAfter(ends.getFirst());
        assertThat(ends.subList(60, 120)).containsOnly(ends.get(60));
        assertThat(ends.get(120)).isAfterOrEqualTo(ends.get(60));
        assertThat(matter(result.lines().getLast()).origin().openedAt())
                .as("what is recorded stays true")
                .isBefore(county.job(Work::now));
    }

    @Test
    void theSameFileAgainAddsNothing() {
        var first = run(source("twice"), lines(1, 20));
        int then = matters();
        var second = run(source("twice"), lines(1, 20));

        assertThat(counts(second)).containsOnly(Map.entry(State.KNOWN, 20L));
        assertThat(matters()).isEqualTo(then);
        assertThat(second.lines().getFirst().matter())
                .isEqualTo(first.lines().getFirst().matter());
        assertThat(second.resumed()).isFalse();
    }

    @Test
    void anImportBrokenOffGoesOnWhereItStopped() {
        var file = lines(1, 500);
        int before = matters();
        var breaking = new ErrandFiles("broken", clerk.agency(), "450");

        assertThatThrownBy(() -> run(breaking, file)).hasMessage("switched off");
        int made = matters() - before;
        var second = run(source("broken"), file);

        assertThat(made).isBetween(1, 449);
        assertThat(second.resumed()).isTrue();
        assertThat(counts(second))
                .containsOnly(Map.entry(State.KNOWN, (long) made), Map.entry(State.MADE, 500L - made));
        assertThat(matters() - before).isEqualTo(500);
        int noted = county.job(work -> db.sql("select made from imports.batch where id = :batch")
                .param("batch", second.batch())
                .query(Integer.class)
                .single());
        assertThat(noted).isEqualTo(500);
    }

    @Test
    void linesThatCannotBeTakenAreRefusedWithColumnAndReason() {
        var result = run(source("refused"), file("1\t好\n2\t" + "长".repeat(201) + "\n3\n1\t又一件\n4\t\u0007\n5\t也好\n"));

        assertThat(counts(result)).containsOnly(Map.entry(State.MADE, 2L), Map.entry(State.REFUSED, 4L));
        assertThat(result.lines().get(1).faults())
                .extracting(Problem.Field::name)
                .containsExactly("words");
        assertThat(RefusedReport.text(result.lines()).lines())
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("3\t2\twords\t").contains("200"),
                        line -> assertThat(line).startsWith("4\t\t整行\t有 1 栏"),
                        line -> assertThat(line).startsWith("5\t1\tid\t编号与第 2 行相同"),
                        line -> assertThat(line).startsWith("6\t\twords\t").contains("U+0007"));
    }

    @Test
    void aNumberWithOtherWordsThanBeforeIsRefused() {
        run(source("changed"), file("1\t路灯\n"));
        var again = run(source("changed"), file("1\t停水\n"));

        assertThat(counts(again)).containsOnly(Map.entry(State.REFUSED, 1L));
        assertThat(again.lines().getFirst().faults().getFirst().message()).contains("内容却不同");
    }

    @Test
    void aBatchIsTakenBackExceptWhatSomebodyHasActedOn() {
        var result = run(source("undone"), lines(1, 30));
        var acted = result.lines().get(6);
        county.move(county.actor(clerk), acted.matter().orElseThrow(), "take", Map.of("how", "就办"));

        var undone = withdrawing.undo(result.batch());
        var again = withdrawing.undo(result.batch());

        assertThat(undone.withdrawn()).isEqualTo(29);
        assertThat(undone.kept()).singleElement().satisfies(kept -> {
            assertThat(kept.no()).isEqualTo(8);
            assertThat(kept.why()).contains("已经有人办过");
        });
        assertThat(again.withdrawn()).isZero();
        assertThat(matter(result.lines().getFirst()).stage().open()).isFalse();
        assertThat(matter(acted).stage().open()).isTrue();
    }

    /// What the clockwork has done to a matter is nobody's work that would be lost.
    @Test
    void limitsComputedAgainDoNotKeepABatch() {
        var result = run(source("recounted"), lines(1, 4));
        var first = result.lines().getFirst();
        var acted = result.lines().getLast();
        county.job(work -> parameters.enter(work, corrected("9D")));
        recounts.run();
        assertThat(matter(first).chain().version()).as("it was computed again").isEqualTo(2);
        county.move(county.actor(clerk), acted.matter().orElseThrow(), "take", Map.of("how", "就办"));

        var undone = withdrawing.undo(result.batch());

        assertThat(undone.withdrawn()).isEqualTo(3);
        assertThat(undone.kept())
                .singleElement()
                .satisfies(kept -> assertThat(kept.why()).contains("已经有人办过"));
    }

    private Parameters.Edit corrected(String value) {
        return new Parameters.Edit(
                "errand.take",
                Optional.empty(),
                value,
                LocalDate.of(2010, 1, 1),
                Optional.empty(),
                Optional.empty(),
                Verification.LOCAL_DEFAULT,
                clerk.staff(),
                "法务",
                "原来录错了",
                "recounted-" + value);
    }

    @Test
    void whatWasTakenBackCanBeBroughtInAnew() {
        var first = run(source("anew"), lines(1, 3));
        withdrawing.undo(first.batch());

        var second = run(source("anew"), lines(1, 3));

        assertThat(counts(second)).containsOnly(Map.entry(State.MADE, 3L));
        assertThat(second.lines().getFirst().matter())
                .isNotEqualTo(first.lines().getFirst().matter());
        assertThat(counts(run(source("anew"), lines(1, 3)))).containsOnly(Map.entry(State.KNOWN, 3L));
    }
}
