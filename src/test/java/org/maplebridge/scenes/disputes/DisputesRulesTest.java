package org.maplebridge.scenes.disputes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.maplebridge.kernel.matters.Verdict;
import org.maplebridge.scenes.disputes.Choices.AgreementForm;
import org.maplebridge.scenes.disputes.Choices.ConfirmChoice;
import org.maplebridge.scenes.disputes.Choices.Danger;
import org.maplebridge.scenes.disputes.Choices.Ending;
import org.maplebridge.scenes.disputes.Choices.ExemptReason;
import org.maplebridge.scenes.disputes.Choices.Result;
import org.maplebridge.scenes.disputes.Choices.Willing;
import org.maplebridge.scenes.disputes.DisputesLifecycle.Stage;

/// What the law and the house allow, as situations with their outcome.
class DisputesRulesTest {

    private static final LocalDate TODAY = LocalDate.of(2025, 9, 10);
    private static final LocalDate EFFECTIVE = LocalDate.of(2025, 9, 5);
    private static final Dispute.Flags SAFE = Dispute.Flags.UNKNOWN;

    private static void article(Optional<Verdict> verdict, String article) {
        assertThat(verdict).isPresent();
        var cited = switch (verdict.orElseThrow()) {
            case Verdict.Blocked blocked -> blocked.article();
            case Verdict.Invalid invalid -> invalid.article();
            default -> Optional.<String>empty();
        };
        assertThat(cited).hasValueSatisfying(found -> assertThat(found).contains(article));
    }

    @Test
    void whoRefusesIsNotMediated() {
        article(DisputesRules.beginning(Willing.REFUSED, SAFE), "人民调解法第十七条");
        assertThat(DisputesRules.beginning(Willing.UNOPPOSED, SAFE)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = "INJURY", mode = EnumSource.Mode.EXCLUDE)
    void dangerStopsMediationEvenWhenThePoliceKnow(Danger danger) {
        article(DisputesRules.beginning(Willing.BOTH, SAFE.raised(danger, true)), "人民调解法第二十五条");
        assertThat(DisputesRules.dangers(SAFE.raised(danger, true).cleared())).isEmpty();
    }

    @Test
    void anInjuryIsReportedFirst() {
        article(DisputesRules.dangers(SAFE.raised(Danger.INJURY, false)), "人民调解法第二十五条");
        assertThat(DisputesRules.dangers(SAFE.raised(Danger.INJURY, true))).isEmpty();
    }

    private static Dispute dispute(boolean applicant, boolean respondent) {
        return new Dispute(
                new Dispute.Told("漏水", Optional.empty(), Category.NEIGHBOUR, true),
                new Dispute.Sides(false, applicant, respondent),
                SAFE,
                Dispute.Extent.UNKNOWN,
                new Dispute.Judged(
                        Optional.empty(),
                        DisputesRulesOfIntensity.Colour.GREY,
                        List.of(),
                        DisputesClassifier.suggest("", "漏水"),
                        List.of(),
                        Optional.empty(),
                        Optional.empty()),
                Optional.empty(),
                Optional.empty());
    }

    private static DisputesAgreeing.Agree agree(
            AgreementForm form, boolean stamped, LocalDate effective, LocalDate until) {
        return new DisputesAgreeing.Agree(
                form,
                Optional.empty(),
                Optional.empty(),
                "事实",
                "责任",
                "内容",
                "当面",
                until,
                Optional.empty(),
                effective,
                true,
                true,
                stamped,
                false,
                true);
    }

    private static Optional<Verdict> judged(DisputesAgreeing.Agree said, Dispute dispute) {
        return DisputesRulesOfAgreement.agreement(said, dispute, EFFECTIVE, TODAY);
    }

    @Test
    void anAgreementNamesBothSidesAndHoldsFromItsForm() {
        var oral = agree(AgreementForm.ORAL, false, EFFECTIVE, TODAY);
        assertThat(judged(oral, dispute(true, true))).isEmpty();
        article(judged(oral, dispute(true, false)), "第二十九条");
        article(judged(oral, dispute(false, true)), "第二十九条");
        article(judged(agree(AgreementForm.WRITTEN, false, EFFECTIVE, TODAY), dispute(true, true)), "第二十九条");
        assertThat(judged(agree(AgreementForm.WRITTEN, true, EFFECTIVE, TODAY), dispute(true, true)))
                .isEmpty();
    }

    @Test
    void anAgreementIsNotBackDatedNorPerformedBeforeItHolds() {
        var before = agree(AgreementForm.ORAL, false, EFFECTIVE.minusDays(1), TODAY);
        article(judged(before, dispute(true, true)), "第三十条");
        article(judged(agree(AgreementForm.ORAL, false, TODAY.plusDays(1), TODAY), dispute(true, true)), "第三十条");
        article(judged(agree(AgreementForm.ORAL, false, TODAY, EFFECTIVE), dispute(true, true)), "第二十九条");
    }

    private static Optional<Verdict> confirmed(boolean joint, LocalDate day, boolean status) {
        var agreement = new Dispute.Agreement(AgreementForm.ORAL, "", "", "", "", TODAY, EFFECTIVE, status);
        var said = new DisputesSettling.Confirm(
                ConfirmChoice.APPLIED, joint, Optional.of(day), Optional.empty(), Optional.empty());
        // 2025-10-05 falls into the holidays, so the last day is 10-09 (handbook §3.9)
        return DisputesRules.confirming(said, agreement, Optional.of(LocalDate.of(2025, 10, 9)), day);
    }

    @Test
    void bothSidesAskTheCourtInTimeAndNotAboutStatus() {
        assertThat(confirmed(true, LocalDate.of(2025, 10, 9), false)).isEmpty();
        article(confirmed(true, LocalDate.of(2025, 10, 10), false), "人民调解法第三十三条");
        article(confirmed(false, TODAY, false), "民事诉讼法第二百零五条");
        article(confirmed(true, TODAY, true), "第三百五十五条");
    }

    @Test
    void whoEndsMediationSaysWhereElseToTurn() {
        article(DisputesRules.informed(false), "人民调解法第二十六条");
        assertThat(DisputesRules.informed(true)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"FULL, true", "BROKEN, true", "PART, false", ", false"})
    void anAgreementIsOverWhenPerformedOrKnownToBeBroken(Result last, boolean over) {
        assertThat(DisputesRules.over(Optional.ofNullable(last), true).isEmpty())
                .isEqualTo(over);
    }

    @Test
    void aBrokenAgreementIsNoSettlement() {
        assertThat(DisputesRules.ending(Stage.PERFORMING, Optional.of(Result.BROKEN)))
                .isEqualTo(Ending.UNPERFORMED);
        assertThat(DisputesRules.ending(Stage.PERFORMING, Optional.of(Result.FULL)))
                .isEqualTo(Ending.SETTLED);
        assertThat(DisputesRules.ending(Stage.WITHDRAWN, Optional.empty())).isEqualTo(Ending.WITHDRAWN);
    }

    @Test
    void nothingIsClosedUnheardAndNamedPeopleAreNotAnonymous() {
        assertThat(DisputesRules.closing(false)).isPresent();
        assertThat(DisputesRules.exempt(ExemptReason.ANONYMOUS, false)).isPresent();
        assertThat(DisputesRules.exempt(ExemptReason.ANONYMOUS, true)).isEmpty();
    }

    @Test
    void nothingHasHappenedInTheFuture() {
        var now = Instant.parse("2026-01-01T00:00:00Z");
        assertThat(DisputesRules.happened("day", now.plusSeconds(1), now)).isPresent();
        assertThat(DisputesRules.happened("day", now, now)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"true,,,true", "true,周梅,,false", "false,周梅,13800001234,true", "false,周梅,,false", "false,,,false"})
    void whoStaysUnnamedLeavesNoNameAndWhoDoesNotCanBeAskedBack(
            boolean anonymous, String name, String phone, boolean fine) {
        assertThat(DisputesRules.reporter(anonymous, Optional.ofNullable(name), Optional.ofNullable(phone))
                        .isEmpty())
                .isEqualTo(fine);
    }

    @Test
    void theTitleIsTheFirstSentenceAtMostFortyCharacters() {
        assertThat(DisputesRules.title("  楼上漏水。已经三天。")).isEqualTo("楼上漏水");
        assertThat(DisputesRules.title("。。")).isEqualTo("（没有文字）");
        assertThat(DisputesRules.title("😀".repeat(50))).isEqualTo("😀".repeat(39) + "…");
    }
}
