package org.maplebridge.scenes.gradings;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maplebridge.scenes.gradings.Grading.Breach;
import org.maplebridge.scenes.gradings.Grading.Contest;
import org.maplebridge.scenes.gradings.Grading.Counted;
import org.maplebridge.scenes.gradings.Grading.Factor;
import org.maplebridge.scenes.gradings.Grading.Grade;

/// Who may do what with a grading, and when.
class GradingsRulesTest {

    private static final LocalDate SHOWN = LocalDate.of(2026, 1, 10);
    private static final LocalDate LAST = SHOWN.plusDays(15);
    private static final UUID KEEPER = new UUID(1, 1);
    private static final UUID MEDIATOR = new UUID(1, 2);
    private static final UUID ANOTHER = new UUID(1, 3);

    private static Grading grading(Optional<Grade> suggested) {
        return new Grading(
                new Grading.Subject(new UUID(2, 2), "钱调解", "33.07.02.103", "白龙桥镇", 2025),
                Optional.empty(),
                new UUID(3, 3),
                Optional.of(MEDIATOR),
                List.of(),
                Optional.of(new Counted(SHOWN, BigDecimal.TEN, 100, suggested, "第 1 版")),
                Set.of(KEEPER),
                Optional.of(new Grading.Shown(SHOWN, LAST)),
                Optional.empty(),
                Optional.empty());
    }

    private static Contest contest(int no, Factor factor, LocalDate day, boolean answered) {
        return new Contest(
                no,
                factor,
                "少算了一次",
                "应当有两次",
                day,
                Optional.empty(),
                Optional.empty(),
                answered ? Optional.of(new Grading.Answered(true, "属实", day)) : Optional.empty());
    }

    private static Breach breach(Optional<String> struck) {
        return new Breach(1, "BRIBE", "婺司〔2026〕1号", SHOWN, "司法局", "收了当事人的烟酒", struck);
    }

    @ParameterizedTest
    @CsvSource({"show", "recount", "contest-for", "find-breach", "decide", "decide-contest", "drop"})
    void nobodyHasAHandInTheirOwnGrading(String verb) {
        var grading = grading(Optional.of(Grade.THREE));
        assertThat(GradingsRules.alone(MEDIATOR, verb, grading, Set.of())).isPresent();
        assertThat(GradingsRules.alone(ANOTHER, verb, grading, Set.of(ANOTHER))).isPresent();
        assertThat(GradingsRules.alone(ANOTHER, verb, grading, Set.of(MEDIATOR)))
                .isEmpty();
    }

    @Test
    void anOfficeNeedsOneToPrepareAndAnotherToDecide() {
        assertThat(GradingsRules.apart(Set.of(KEEPER), Set.of(ANOTHER))).isTrue();
        assertThat(GradingsRules.apart(Set.of(KEEPER, ANOTHER), Set.of(KEEPER))).isTrue();
        assertThat(GradingsRules.apart(Set.of(KEEPER), Set.of(KEEPER))).isFalse();
        assertThat(GradingsRules.apart(Set.of(), Set.of(ANOTHER))).isFalse();
        assertThat(GradingsRules.apart(Set.of(KEEPER), Set.of())).isFalse();
    }

    @Test
    void whoeverPreparedItDecidesNothingInIt() {
        var grading = grading(Optional.of(Grade.THREE));
        assertThat(GradingsRules.alone(KEEPER, "decide", grading, Set.of())).isPresent();
        assertThat(GradingsRules.alone(KEEPER, "decide-contest", grading, Set.of()))
                .isPresent();
        assertThat(GradingsRules.alone(KEEPER, "contest-for", grading, Set.of()))
                .isEmpty();
    }

    @Test
    void aFactorIsContestedInTimeAndOnceUntilItIsAnswered() {
        var grading = grading(Optional.of(Grade.THREE));
        var said = contest(2, Factor.YEARS, LAST, false);
        assertThat(GradingsRules.contestable(grading, List.of(), said)).isEmpty();
        assertThat(GradingsRules.contestable(grading, List.of(contest(1, Factor.YEARS, SHOWN, false)), said))
                .isPresent();
        assertThat(GradingsRules.contestable(grading, List.of(contest(1, Factor.YEARS, SHOWN, true)), said))
                .isEmpty();
        var late = contest(2, Factor.YEARS, LAST.plusDays(1), false);
        assertThat(GradingsRules.contestable(grading, List.of(), late)).isPresent();
    }

    @Test
    void whatIsUpheldSaysHowMuchStands() {
        var open = List.of(contest(1, Factor.YEARS, SHOWN, false));
        assertThat(GradingsRules.answer(open, 1, true, Optional.empty(), ANOTHER))
                .isPresent();
        assertThat(GradingsRules.answer(open, 1, true, Optional.of(80), ANOTHER))
                .isEmpty();
        assertThat(GradingsRules.answer(open, 1, false, Optional.empty(), ANOTHER))
                .isEmpty();
        assertThat(GradingsRules.answer(open, 2, false, Optional.empty(), ANOTHER))
                .isPresent();
        assertThat(GradingsRules.answer(
                        List.of(contest(1, Factor.YEARS, SHOWN, true)), 1, false, Optional.empty(), ANOTHER))
                .isPresent();
        assertThat(GradingsRules.share(85)).isEqualByComparingTo("0.85");
    }

    private static boolean decidable(
            Optional<Grade> suggested,
            List<Contest> contests,
            List<Breach> breaches,
            Grade grade,
            boolean reason,
            LocalDate day) {
        return GradingsRules.decidable(
                        grading(suggested),
                        contests,
                        breaches,
                        grade,
                        reason ? Optional.of("另有材料证明") : Optional.empty(),
                        day)
                .isEmpty();
    }

    @Test
    void aGradeIsDecidedAfterTheTimeToContestWithNothingOpen() {
        var three = Optional.of(Grade.THREE);
        var after = LAST.plusDays(1);
        assertThat(decidable(three, List.of(), List.of(), Grade.THREE, false, LAST))
                .isFalse();
        assertThat(decidable(three, List.of(), List.of(), Grade.THREE, false, after))
                .isTrue();
        var open = List.of(contest(1, Factor.CASES, SHOWN, false));
        assertThat(decidable(three, open, List.of(), Grade.THREE, false, after)).isFalse();
    }

    @Test
    void otherwiseThanSuggestedOrWithoutASuggestionNeedsAReason() {
        var after = LAST.plusDays(1);
        assertThat(decidable(Optional.of(Grade.THREE), List.of(), List.of(), Grade.TWO, false, after))
                .isFalse();
        assertThat(decidable(Optional.of(Grade.THREE), List.of(), List.of(), Grade.TWO, true, after))
                .isTrue();
        assertThat(decidable(Optional.empty(), List.of(), List.of(), Grade.FIVE, false, after))
                .isFalse();
        assertThat(decidable(Optional.empty(), List.of(), List.of(), Grade.NONE, true, after))
                .isTrue();
    }

    @Test
    void aFindingThatStandsLeavesNoGrade() {
        var after = LAST.plusDays(1);
        var stands = List.of(breach(Optional.empty()));
        var struck = List.of(breach(Optional.of("婺司〔2026〕2号：复核撤销")));
        assertThat(decidable(Optional.of(Grade.ONE), List.of(), stands, Grade.ONE, true, after))
                .isFalse();
        assertThat(decidable(Optional.of(Grade.ONE), List.of(), stands, Grade.NONE, false, after))
                .isTrue();
        assertThat(decidable(Optional.of(Grade.ONE), List.of(), struck, Grade.ONE, false, after))
                .isTrue();
        assertThat(GradingsRules.strikable(stands, 1)).isEmpty();
        assertThat(GradingsRules.strikable(struck, 1)).isPresent();
        assertThat(GradingsRules.found(SHOWN, SHOWN)).isEmpty();
        assertThat(GradingsRules.found(SHOWN.plusDays(1), SHOWN)).isPresent();
    }
}
