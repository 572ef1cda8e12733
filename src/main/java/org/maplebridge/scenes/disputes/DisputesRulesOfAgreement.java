package org.maplebridge.scenes.disputes;

import static org.maplebridge.kernel.matters.Verdict.blocked;
import static org.maplebridge.kernel.matters.Verdict.invalid;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.maplebridge.kernel.matters.Verdict;
import org.maplebridge.scenes.disputes.Choices.AgreementForm;
import org.maplebridge.scenes.disputes.Choices.Result;
import org.maplebridge.scenes.disputes.DisputesFurther.Part;

/// What the law wants of an agreement and its performance. An empty answer is a yes.
final class DisputesRulesOfAgreement {

    private DisputesRulesOfAgreement() {}

    /// The elements of an agreement, and from when it holds.
    static Optional<Verdict> agreement(
            DisputesAgreeing.Agree said, Dispute dispute, LocalDate opened, LocalDate today) {
        if (!dispute.sides().applicantKnown() && said.applicant().isEmpty()) {
            return Optional.of(invalid("applicant", "协议要写明申请人是谁。", "disputes.agreement-parties", ART_29));
        }
        if (!dispute.sides().respondentKnown() && said.respondent().isEmpty()) {
            return Optional.of(invalid("respondent", "协议要写明对方当事人是谁。", "disputes.agreement-parties", ART_29));
        }
        if (said.form() == AgreementForm.WRITTEN && !(said.signed() && said.mediatorSigned() && said.stamped())) {
            return Optional.of(invalid(
                    said.signed() ? said.mediatorSigned() ? "stamped" : "mediatorSigned" : "signed",
                    "书面协议在各方签名（盖章、按指印）、调解员签名并加盖调解组织印章后才生效。",
                    "disputes.agreement-effective",
                    ART_29));
        }
        if (said.effective().isAfter(today) || said.effective().isBefore(opened)) {
            return Optional.of(invalid(
                    "effective",
                    "生效日应在受理这件事之后、不晚于今天。",
                    "disputes.agreement-effective",
                    said.form() == AgreementForm.ORAL ? "人民调解法第三十条" : ART_29));
        }
        return said.performBy().isBefore(said.effective())
                ? Optional.of(invalid("performBy", "履行期限不能早于协议生效日。", "disputes.agreement-term", ART_29))
                : Optional.empty();
    }

    private static final String ART_29 = "人民调解法第二十九条";

    /// Instalments follow one another, after the agreement holds, and the last is no later than its term.
    static Optional<Verdict> plan(List<Part> plan, LocalDate effective, LocalDate performBy) {
        var before = effective;
        for (int i = 0; i < plan.size(); i++) {
            var part = plan.get(i);
            if (part.amount().signum() <= 0) {
                return Optional.of(invalid("plan." + i + ".amount", "每一期的金额要大于零。", "disputes.plan", ART_29));
            }
            if (part.day().isBefore(before)) {
                return Optional.of(invalid("plan." + i + ".day", "各期要照先后写，不早于生效日和上一期。", "disputes.plan", ART_29));
            }
            if (part.day().isAfter(performBy)) {
                return Optional.of(invalid("plan." + i + ".day", "最后一期不能晚于履行期限。", "disputes.plan", ART_29));
            }
            before = part.day();
        }
        return Optional.empty();
    }

    /// What is owed in parts is performed in full once all parts are paid.
    ///
    /// @param paid with what is being recorded
    static Optional<Verdict> paid(List<Part> plan, Result result, BigDecimal paid) {
        var owed = DisputesFurtherStore.sum(plan);
        if (result == Result.FULL && paid.compareTo(owed) < 0) {
            return Optional.of(invalid(
                    "result",
                    "协议分期共 " + owed.toPlainString() + " 元，连这一次记下的只有 " + paid.toPlainString() + " 元，还不是全部履行；请记“部分履行”。",
                    "disputes.plan-paid",
                    "人民调解法第三十一条"));
        }
        return !plan.isEmpty() && result == Result.PART && paid.compareTo(owed) >= 0
                ? Optional.of(blocked("各期都已付清，请记“全部履行”。", "disputes.plan-paid", "人民调解法第三十一条"))
                : Optional.empty();
    }

    /// The day of the first part that isn't covered by what has been paid.
    static Optional<LocalDate> next(List<Part> plan, BigDecimal paid) {
        var sum = BigDecimal.ZERO;
        for (Part part : plan) {
            sum = sum.add(part.amount());
            if (sum.compareTo(paid) > 0) {
                return Optional.of(part.day());
            }
        }
        return Optional.empty();
    }
}
