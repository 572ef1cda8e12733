package org.maplebridge.scenes.allowances;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.maplebridge.kernel.stats.Caseloads.Weight;
import org.maplebridge.scenes.allowances.Allowance.Back;
import org.maplebridge.scenes.allowances.Allowance.Checked;
import org.maplebridge.scenes.allowances.Allowance.Decision;
import org.maplebridge.scenes.allowances.Allowance.File;
import org.maplebridge.scenes.allowances.Allowance.Form;
import org.maplebridge.scenes.allowances.Allowance.Graded;
import org.maplebridge.scenes.allowances.Allowance.Hands;
import org.maplebridge.scenes.allowances.Allowance.Line;
import org.maplebridge.scenes.allowances.Allowance.Mediator;
import org.maplebridge.scenes.allowances.Allowance.Objection;
import org.maplebridge.scenes.allowances.Allowance.Result;
import org.maplebridge.scenes.allowances.Allowance.State;

/// What is paid and held back, what it comes to, and who may say so.
class AllowancesRulesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 5);
    private static final UUID KEEPER = new UUID(1, 1);
    private static final UUID CHECKER = new UUID(1, 2);
    private static final UUID APPROVER = new UUID(1, 3);
    private static final UUID MEDIATOR = new UUID(1, 4);

    private static Line line(int no, State state, String sum, Optional<Weight> weight) {
        return new Line(
                no,
                new File(new UUID(9, no), "1000" + no, DAY, "邻里", Optional.of(Form.WRITTEN), Optional.empty()),
                Optional.of(new Mediator(new UUID(2, 1), "钱调解", Optional.of(MEDIATOR))),
                new Graded(weight, Optional.empty()),
                state,
                Optional.empty(),
                0,
                new BigDecimal(sum),
                state == State.BACK ? Optional.of(new Back("1", Optional.empty())) : Optional.empty(),
                true,
                Optional.empty(),
                weight.map(each -> Hands.NONE.andGrader(KEEPER)).orElse(Hands.NONE));
    }

    private static Line payable(int no) {
        return line(no, State.PAYABLE, "150.00", Optional.of(Weight.PLAIN));
    }

    @Test
    void everyReasonIsSaid() {
        var good = new AllowancesRules.Facts(true, 0, Optional.empty(), true, true, Optional.empty());
        assertThat(AllowancesRules.heldBack(good)).isEmpty();
        var bad = new AllowancesRules.Facts(false, 2, Optional.of("案件评查认定有严重缺陷"), false, false, Optional.of("123"));
        assertThat(String.join("|", AllowancesRules.heldBack(bad)))
                .contains("补贴单 123", "没有履行", "2 个疑点", "严重缺陷", "口头还是书面", "名册");
    }

    @Test
    void linesAreNamedByNumberAndRange() {
        var lines = List.of(payable(1), payable(2), payable(3), payable(7));
        assertThat(AllowancesRules.numbers("1-3、7", lines)).contains(List.of(1, 2, 3, 7));
        assertThat(AllowancesRules.numbers(" 7, 2 ", lines)).contains(List.of(2, 7));
        for (var wrong : List.of("4", "1-7", "3-1", "一", "", "1-", "99999")) {
            assertThat(AllowancesRules.numbers(wrong, lines)).as(wrong).isEmpty();
        }
    }

    @Test
    void nothingIsShownWithoutWeightOrWithoutAWordOnWhatIsTakenBack() {
        assertThat(AllowancesRules.unready(List.of(payable(1)))).isEmpty();
        assertThat(AllowancesRules.unready(List.of(line(1, State.PAYABLE, "0.00", Optional.empty()))))
                .isPresent();
        assertThat(AllowancesRules.unready(List.of(line(1, State.HELD, "0.00", Optional.empty()))))
                .isEmpty();
        var back = line(2, State.BACK, "-80.00", Optional.empty());
        assertThat(AllowancesRules.unready(List.of(back))).isPresent();
        assertThat(AllowancesRules.unready(List.of(back.confirmed(false, "不扣"))))
                .isEmpty();
    }

    @Test
    void threePeopleGradeCheckAndApprove() {
        var lines = List.of(payable(1).checked(new Checked(Result.OK, Optional.empty(), CHECKER)));
        for (var verb : List.of("check", "conclude", "approve")) {
            assertThat(AllowancesRules.barred(verb, KEEPER, lines, List.of()))
                    .as(verb)
                    .isPresent();
            assertThat(AllowancesRules.barred(verb, MEDIATOR, lines, List.of()))
                    .as(verb)
                    .isPresent();
        }
        assertThat(AllowancesRules.barred("check", CHECKER, lines, List.of())).isEmpty();
        assertThat(AllowancesRules.barred("approve", CHECKER, lines, List.of())).isPresent();
        assertThat(AllowancesRules.barred("approve", APPROVER, lines, List.of()))
                .isEmpty();
        assertThat(AllowancesRules.barred("weigh", KEEPER, lines, List.of())).isEmpty();
    }

    @Test
    void whoeverDecidedAnObjectionMayCheckOnButNotApprove() {
        for (boolean upheld : List.of(true, false)) {
            var decided = List.of(new Objection(1, 1, DAY, "跑了五趟", Optional.of(new Decision(CHECKER, upheld, "属实"))));
            assertThat(AllowancesRules.barred("check", CHECKER, List.of(payable(1)), decided))
                    .isEmpty();
            assertThat(AllowancesRules.barred("approve", CHECKER, List.of(payable(1)), decided))
                    .isPresent();
            assertThat(AllowancesRules.decidable(decided.getFirst(), payable(1), APPROVER, decided))
                    .isPresent();
            // the same line is decided about by somebody else the next time
            var again = new Objection(2, 1, DAY.plusDays(9), "还是不同意", Optional.empty());
            assertThat(AllowancesRules.decidable(again, payable(1), CHECKER, decided))
                    .isPresent();
            assertThat(AllowancesRules.decidable(again, payable(1), APPROVER, decided))
                    .isEmpty();
        }
        var open = new Objection(1, 1, DAY, "跑了五趟", Optional.empty());
        assertThat(AllowancesRules.decidable(open, payable(1), KEEPER, List.of()))
                .isPresent();
        assertThat(AllowancesRules.decidable(open, payable(1), CHECKER, List.of()))
                .isEmpty();
    }

    @Test
    void whatIsOnlyHeldBackMayBeDroppedAndAWrongFindingSaidAgain() {
        assertThat(AllowancesRules.empty(List.of(line(1, State.HELD, "0.00", Optional.empty()))))
                .isTrue();
        var back = line(2, State.BACK, "-80.00", Optional.empty());
        assertThat(AllowancesRules.empty(List.of(back))).isFalse();
        assertThat(AllowancesRules.empty(List.of(back.confirmed(false, "不扣")))).isTrue();
        assertThat(AllowancesRules.empty(List.of(payable(1)))).isFalse();
        var out = payable(1).as(State.OUT, Optional.of("抽查"), AllowancesRules.NOTHING);
        var found = out.checked(new Checked(Result.DEFECT, Optional.of("没有记录"), CHECKER));
        assertThat(AllowancesRules.finding(found, Result.OK, Optional.empty(), Optional.empty()))
                .isEmpty();
        assertThat(AllowancesRules.finding(out, Result.OK, Optional.empty(), Optional.empty()))
                .isPresent();
    }

    @Test
    void whoeverMustKeepOutHoldsNoSeat() {
        var lines = List.of(payable(1).checked(new Checked(Result.OK, Optional.empty(), CHECKER)));
        var objections = List.of(new Objection(1, 1, DAY, "不同意", Optional.of(new Decision(APPROVER, false, "属实"))));
        for (var role :
                List.of(AllowancesLifecycle.KEEPER, AllowancesLifecycle.CHECKER, AllowancesLifecycle.APPROVER)) {
            assertThat(AllowancesSeats.free(role, lines, objections)).rejects(MEDIATOR);
        }
        assertThat(AllowancesSeats.free(AllowancesLifecycle.KEEPER, lines, objections))
                .accepts(KEEPER);
        assertThat(AllowancesSeats.free(AllowancesLifecycle.CHECKER, lines, objections))
                .accepts(CHECKER, APPROVER)
                .rejects(KEEPER);
        assertThat(AllowancesSeats.free(AllowancesLifecycle.APPROVER, lines, objections))
                .rejects(KEEPER, CHECKER, APPROVER)
                .accepts(new UUID(1, 9));
    }

    @Test
    void aFileClosedOtherwiseIsNotTheOneThatWasListed() {
        var file = payable(1).file();
        var form = Optional.of(Form.WRITTEN);
        assertThat(file.sameAs(DAY, form, Optional.empty())).isTrue();
        assertThat(file.sameAs(DAY.plusDays(1), form, Optional.empty())).isFalse();
        assertThat(file.sameAs(DAY, Optional.of(Form.ORAL), Optional.empty())).isFalse();
        assertThat(file.sameAs(DAY, form, Optional.of(MEDIATOR))).isFalse();
    }

    @Test
    void nobodyWhoGradedOrCheckedIsForgotten() {
        // graded by a second keeper, looked into by a second checker after it was sent back
        var line = payable(1)
                .gradedNowBy(APPROVER)
                .checked(new Checked(Result.OK, Optional.empty(), CHECKER))
                .checked(new Checked(Result.OK, Optional.empty(), new UUID(1, 9)));
        assertThat(AllowancesRules.barred("check", KEEPER, List.of(line), List.of()))
                .isPresent();
        for (var person : List.of(KEEPER, APPROVER, CHECKER, new UUID(1, 9))) {
            assertThat(AllowancesRules.barred("approve", person, List.of(line), List.of()))
                    .as(person.toString())
                    .isPresent();
        }
    }

    @Test
    void aLineIsContestedOnceWhileItIsShown() {
        var until = Optional.of(DAY.plusDays(7));
        assertThat(AllowancesRules.contestable(1, DAY.plusDays(7), until, List.of()))
                .isEmpty();
        assertThat(AllowancesRules.contestable(1, DAY.plusDays(8), until, List.of()))
                .isPresent();
        assertThat(AllowancesRules.contestable(1, DAY, Optional.empty(), List.of()))
                .isPresent();
        var said = List.of(new Objection(1, 1, DAY, "不同意", Optional.empty()));
        assertThat(AllowancesRules.contestable(1, DAY, until, said)).isPresent();
        assertThat(AllowancesRules.contestable(2, DAY, until, said)).isEmpty();
        assertThat(AllowancesRules.early(DAY.plusDays(8), until, said)).isPresent();
        assertThat(AllowancesRules.early(DAY.plusDays(8), until, List.of())).isEmpty();
        assertThat(AllowancesRules.early(DAY, until, List.of())).isPresent();
    }

    @Test
    void aDefectHasItsReasonAndOnlyLowers() {
        var line = payable(1);
        var why = Optional.of("没有记录");
        assertThat(AllowancesRules.finding(line, Result.OK, Optional.empty(), Optional.empty()))
                .isEmpty();
        assertThat(AllowancesRules.finding(line, Result.DEFECT, Optional.empty(), Optional.empty()))
                .isPresent();
        assertThat(AllowancesRules.finding(line, Result.DEFECT, why, Optional.of(Weight.HARD)))
                .isPresent();
        assertThat(AllowancesRules.finding(line, Result.DEFECT, why, Optional.of(Weight.SIMPLE)))
                .isEmpty();
        assertThat(AllowancesRules.finding(line, Result.OK, why, Optional.of(Weight.SIMPLE)))
                .isPresent();
    }

    @Property
    void atLeastOneIsDrawnAndNeverMoreThanThereAre(@ForAll @IntRange(max = 300) int payable) {
        int wanted = AllowancesRules.wanted(new BigDecimal("0.10"), payable, false);
        assertThat(wanted).isBetween(Math.min(1, payable), payable);
        assertThat(AllowancesRules.wanted(BigDecimal.ZERO, payable, false)).isEqualTo(Math.min(1, payable));
        assertThat(AllowancesRules.wanted(new BigDecimal("0.10"), payable, true))
                .isEqualTo(payable);
    }

    @Property
    void theSumOfLinesIsThatOfMediatorsAndTheTotal(@ForAll("sheets") List<Line> lines) {
        var totals = AllowancesRules.totals(lines);
        var counted = lines.stream()
                .filter(line -> line.payable() || line.takenBack())
                .toList();
        var ofLines = counted.stream().map(Line::sum).reduce(AllowancesRules.NOTHING, BigDecimal::add);
        var ofShares =
                totals.shares().stream().map(Allowance.Share::sum).reduce(AllowancesRules.NOTHING, BigDecimal::add);
        assertThat(totals.all()).isEqualTo(ofLines).isEqualTo(ofShares);
        assertThat(totals.all()).isEqualTo(totals.paid().add(totals.back()));
        assertThat(totals.lines())
                .isEqualTo(counted.size())
                .isEqualTo(totals.shares().stream()
                        .mapToInt(Allowance.Share::lines)
                        .sum());
        assertThat(totals.paid().signum()).isNotNegative();
        assertThat(totals.back().signum()).isNotPositive();
    }

    @Provide
    Arbitrary<List<Line>> sheets() {
        var one = Combinators.combine(
                        Arbitraries.of(State.class),
                        Arbitraries.bigDecimals()
                                .between(BigDecimal.ZERO, new BigDecimal("99999.99"))
                                .ofScale(2),
                        Arbitraries.integers().between(1, 5),
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, false))
                .as(AllowancesRulesTest::made);
        return one.list().ofMaxSize(60);
    }

    private static Line made(State state, BigDecimal sum, int mediator, boolean said, boolean yes) {
        var amount = state == State.PAYABLE ? sum : state == State.BACK ? sum.negate() : AllowancesRules.NOTHING;
        var line = line(1, state, amount.toPlainString(), Optional.of(Weight.PLAIN));
        var by = line.by(new Mediator(new UUID(2, mediator), mediator < 3 ? "同名" : "名" + mediator, Optional.empty()));
        return state == State.BACK && said ? by.confirmed(yes, "说明") : by;
    }
}
