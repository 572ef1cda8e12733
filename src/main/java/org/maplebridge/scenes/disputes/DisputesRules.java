package org.maplebridge.scenes.disputes;

import static org.maplebridge.kernel.matters.Verdict.blocked;
import static org.maplebridge.kernel.matters.Verdict.invalid;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.maplebridge.kernel.calendar.LegalCalendar;
import org.maplebridge.kernel.matters.Verdict;
import org.maplebridge.kernel.orgs.Agency;
import org.maplebridge.scenes.disputes.Choices.ConfirmChoice;
import org.maplebridge.scenes.disputes.Choices.Ending;
import org.maplebridge.scenes.disputes.Choices.ExemptReason;
import org.maplebridge.scenes.disputes.Choices.Result;
import org.maplebridge.scenes.disputes.Choices.Willing;

/// What the law and the house allow. An empty answer is a yes; every no names its rule and, if a law says so, its
/// article.
final class DisputesRules {

    private static final int TITLE = 40;

    private DisputesRules() {}

    /// The first sentence, at most forty characters.
    static String title(String words) {
        var sentence = Arrays.stream(words.strip().split("[。！？!?；;\\n]"))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .findFirst()
                .orElse("（没有文字）");
        int length = sentence.codePointCount(0, sentence.length());
        return length <= TITLE ? sentence : sentence.substring(0, sentence.offsetByCodePoints(0, TITLE - 1)) + "…";
    }

    /// Nothing has happened in the future.
    static Optional<Verdict> happened(String field, Instant claimed, Instant now) {
        return claimed.isAfter(now)
                ? Optional.of(invalid(field, "发生时间不能晚于现在。", "disputes.happened"))
                : Optional.empty();
    }

    /// Somebody who stays unnamed leaves no name; somebody who doesn't can be asked back.
    static Optional<Verdict> reporter(boolean anonymous, Optional<String> name, Optional<String> phone) {
        if (anonymous) {
            return name.isPresent() || phone.isPresent()
                    ? Optional.of(invalid("anonymous", "选了匿名，就不要留姓名和电话；要留，请选“不匿名”。", "disputes.anonymous"))
                    : Optional.empty();
        }
        if (name.isEmpty()) {
            return Optional.of(invalid("name", "请留姓名；不想留，可以选“匿名”。", "disputes.reporter"));
        }
        return phone.isEmpty()
                ? Optional.of(invalid("phone", "请留电话，方便回您；不想留，可以选“匿名”。", "disputes.reporter"))
                : Optional.empty();
    }

    /// Whoever helps somebody to file is asked for a phone: its last digits are what lets them look.
    static Optional<Verdict> helper(Optional<String> helper, Optional<String> phone) {
        if (helper.isPresent() && phone.isEmpty()) {
            return Optional.of(invalid("helperPhone", "请留帮的人的电话，他用后四位查进度。", "disputes.helper"));
        }
        return helper.isEmpty() && phone.isPresent()
                ? Optional.of(invalid("helper", "请写帮的人怎么称呼。", "disputes.helper"))
                : Optional.empty();
    }

    /// An office that doesn't work at the place can't take it.
    static Optional<Verdict> routed(Agency agency, String area) {
        return agency.covers(area)
                ? Optional.empty()
                : Optional.of(invalid("agency", "“" + agency.name() + "”不管这个地方，请换一个单位。", "disputes.route-area"));
    }

    /// Mediation is voluntary, and no way to handle violence.
    static Optional<Verdict> beginning(Willing willing, Dispute.Flags flags) {
        if (willing == Willing.REFUSED) {
            return Optional.of(blocked("一方明确拒绝调解，不得调解。请改用“调解不成”或“导入其他途径”。", "disputes.voluntary", "人民调解法第十七条"));
        }
        return dangers(flags);
    }

    /// While somebody is in danger nothing is settled by agreement.
    static Optional<Verdict> dangers(Dispute.Flags flags) {
        boolean protect = is(flags.violence()) || is(flags.harassment()) || is(flags.threat());
        if (protect) {
            return Optional.of(blocked(
                    "已标记家庭暴力、滋扰或扬言极端，不能以达成协议的方式处理："
                            + (flags.policeInformed() ? "" : "请立即报告公安机关；")
                            + "危险由公安解除后再继续，或“调解不成”“导入其他途径”。",
                    "disputes.danger",
                    "人民调解法第二十五条"));
        }
        return is(flags.injury()) && !flags.policeInformed()
                ? Optional.of(blocked("有人受伤，可能是治安或刑事案件，请先报告公安机关，再用“标记危险”记下。", "disputes.report", "人民调解法第二十五条"))
                : Optional.empty();
    }

    /// What may be a public-security or criminal case is told to the police before it is left alone.
    static Optional<Verdict> reported(Dispute.Flags flags) {
        return flags.unreported()
                ? Optional.of(blocked("可能引起治安或刑事案件的，先“报告公安”，再结束这边的调处。", "disputes.report-danger", "人民调解法第二十五条"))
                : Optional.empty();
    }

    /// What isn't between merchants isn't for commercial mediators.
    static Optional<Verdict> commercial(Choices.Elsewhere to, Category category) {
        boolean not = Set.of(Category.FAMILY, Category.WAGES, Category.CONSUMER).contains(category);
        return to == Choices.Elsewhere.COMMERCIAL_MEDIATION && not
                ? Optional.of(invalid("to", "婚姻家庭、劳动人事、消费纠纷不归商事调解，请选别的途径。", "disputes.commercial", "商事调解条例第二条"))
                : Optional.empty();
    }

    private static boolean is(Optional<Boolean> flag) {
        return flag.orElse(false);
    }

    /// What a court can confirm, asked by both, in time.
    ///
    /// @param lastDay the last day to apply; empty while the calendar isn't known
    static Optional<Verdict> confirming(
            DisputesSettling.Confirm said, Dispute.Agreement agreement, Optional<LocalDate> lastDay, LocalDate today) {
        if (said.choice() == ConfirmChoice.GIVEN_UP) {
            return Optional.empty();
        }
        if (agreement.status()) {
            return Optional.of(
                    blocked("协议涉及身份关系或者物权、知识产权归属，法院对司法确认申请不予受理；请走诉讼。", "disputes.confirm-subject", "民事诉讼法解释第三百五十五条"));
        }
        if (!said.joint()) {
            return Optional.of(invalid("joint", "司法确认要双方共同申请。", "disputes.confirm-joint", ART_33));
        }
        var day = said.appliedOn();
        if (day.isEmpty() || day.get().isAfter(today) || day.get().isBefore(agreement.effective())) {
            return Optional.of(invalid("appliedOn", "请填向法院提出申请的日子，在协议生效之后、不晚于今天。", "disputes.confirm-day"));
        }
        return lastDay.filter(last -> !LegalCalendar.inTime(day.get(), last))
                .map(last -> blocked("自协议生效起三十日内才能申请，最后一天是 " + last + "。", "disputes.confirm", ART_33));
    }

    static final String ART_33 = "人民调解法第三十三条、民事诉讼法第二百零五条";

    /// A court rules after it was asked, and not tomorrow; whom it turns down is told where else one can turn.
    static Optional<Verdict> ruled(DisputesRuling.Ruled said, LocalDate applied, LocalDate today) {
        if (said.ruledOn().isBefore(applied)) {
            return Optional.of(invalid(
                    "ruledOn",
                    "裁定不会早于申请（" + applied + "），请核对裁定书和申请日。",
                    "disputes.ruled-before",
                    DisputesRuling.DISMISSED));
        }
        if (said.ruledOn().isAfter(today)) {
            return Optional.of(invalid("ruledOn", "裁定日不能晚于今天。", "disputes.ruled-day"));
        }
        if (said.result() != Choices.CourtResult.DISMISSED) {
            return Optional.empty();
        }
        if (said.reason().isEmpty()) {
            return Optional.of(invalid("reason", "驳回的，请照裁定书写理由。", "disputes.ruled-reason"));
        }
        return said.informed()
                ? Optional.empty()
                : Optional.of(invalid(
                        "informed",
                        "请告知双方：可以重新调解、变更或者达成新的协议，也可以向法院起诉。",
                        "disputes.ruled-informed",
                        DisputesRuling.DISMISSED));
    }

    /// Whoever ends mediation without success says where else one can turn.
    static Optional<Verdict> informed(boolean informed) {
        return informed
                ? Optional.empty()
                : Optional.of(invalid("informed", "调解不成要告知当事人可以依法通过仲裁、行政、司法等途径维权。", "disputes.inform", "人民调解法第二十六条"));
    }

    /// An agreement that is neither performed nor known to be broken isn't over.
    static Optional<Verdict> over(Optional<Result> last, boolean performing) {
        if (!performing || last.filter(result -> result != Result.PART).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(blocked("协议还没有履行完，也没有记为不履行；先“记录履行”，履行期内应督促。", "disputes.over", "人民调解法第三十一条"));
    }

    /// Only who can't be asked is exempt from being asked.
    static Optional<Verdict> exempt(ExemptReason reason, boolean anonymous) {
        return reason == ExemptReason.ANONYMOUS && !anonymous
                ? Optional.of(invalid("reason", "报告人留了姓名或代号，不能按匿名免评。", "disputes.exempt"))
                : Optional.empty();
    }

    /// Nothing is closed that nobody has evaluated and nobody has excused.
    static Optional<Verdict> closing(boolean evaluated) {
        return evaluated
                ? Optional.empty()
                : Optional.of(blocked("没有当事人评价，也没有免评理由，不能结案。", "disputes.close-evaluated", "本地默认"));
    }

    /// How it came out.
    static Ending ending(DisputesLifecycle.Stage stage, Optional<Result> last) {
        return switch (stage) {
            case FAILED -> Ending.FAILED;
            case WITHDRAWN -> Ending.WITHDRAWN;
            case SENSED, REGISTERED, ROUTED, ACCEPTED, HANDLING, AGREED, PERFORMING, EVALUATED, CLOSED, DIVERTED ->
                last.filter(Result.FULL::equals).isPresent() ? Ending.SETTLED : Ending.UNPERFORMED;
        };
    }
}
