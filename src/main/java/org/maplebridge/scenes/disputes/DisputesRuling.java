package org.maplebridge.scenes.disputes;

import static org.maplebridge.kernel.matters.Verdict.blocked;
import static org.maplebridge.kernel.matters.Verdict.invalid;
import static org.maplebridge.kernel.matters.Verdict.moved;

import java.time.LocalDate;
import java.util.Optional;
import org.maplebridge.kernel.matters.Act;
import org.maplebridge.kernel.matters.Ask;
import org.maplebridge.kernel.matters.Ask.Kind;
import org.maplebridge.kernel.matters.ScenePart;
import org.maplebridge.kernel.matters.Verdict;
import org.maplebridge.scenes.disputes.Choices.ConfirmChoice;
import org.maplebridge.scenes.disputes.Choices.CourtResult;
import org.maplebridge.scenes.disputes.Choices.ReopenGround;
import org.maplebridge.scenes.disputes.Choices.Willing;
import org.maplebridge.scenes.disputes.DisputesFurther.Reopened;

/// What the court made of the application for judicial confirmation, and the way back to mediation where it was turned
/// down. The ruling is kept also after the dispute is closed, since a court takes its time. Civil Procedure Law (民事诉讼法,
/// 2023) arts. 187, 205, 206.
@ScenePart
class DisputesRuling {

    static final String DISMISSED = "民事诉讼法第二百零六条";

    private final DisputesStore store;
    private final DisputesRulings rulings;
    private final DisputesReopening aside;

    DisputesRuling(DisputesStore store, DisputesRulings rulings, DisputesReopening aside) {
        this.store = store;
        this.rulings = rulings;
        this.aside = aside;
    }

    record Ruled(
            @Ask("结果") CourtResult result,

            @Ask(value = "裁定日", why = "撤回的，填法院准许或者按撤回处理的那一天")
            LocalDate ruledOn,

            @Ask(value = "案号", example = "（2026）浙0702民特12号", most = 60)
            String caseNo,

            @Ask(value = "申请日", why = "记过“双方共同申请”的不用填；邮寄的，填交邮的那一天")
            Optional<LocalDate> appliedOn,

            @Ask(value = "哪个法院", why = "记过的不用填", most = 60) Optional<String> court,

            @Ask(value = "法院的理由", why = "驳回的要写，照裁定书写", kind = Kind.LONG_TEXT, most = 1000)
            Optional<String> reason,

            @Ask(value = "驳回的，已告知双方还可以重新调解或者起诉", why = "可以变更原协议、达成新的协议，也可以向法院起诉")
            boolean informed) {}

    Verdict ruled(Act act, Ruled said) {
        var agreement = store.agreement(act.id());
        if (agreement.isEmpty()) {
            return blocked("没有调解协议，没有可以确认的。", "disputes.ruled-agreement", DisputesRules.ART_33);
        }
        var known = rulings.find(act.id());
        var applied = said.appliedOn().or(() -> known.map(DisputesRulings.Ruling::appliedOn));
        var court = said.court().or(() -> known.flatMap(DisputesRulings.Ruling::court));
        if (applied.isEmpty()) {
            return invalid("appliedOn", "还没有记过申请，请填双方哪一天共同申请的。", "disputes.ruled-applied", DisputesRules.ART_33);
        }
        if (court.isEmpty()) {
            return invalid("court", "请填是哪个法院。", "disputes.ruled-court");
        }
        var asked = new DisputesSettling.Confirm(ConfirmChoice.APPLIED, true, applied, court, Optional.empty());
        return DisputesRules.confirming(asked, agreement.get(), rulings.lastDay(act, agreement.get()), act.today())
                .or(() -> DisputesRules.ruled(said, applied.get(), act.today()))
                .orElseGet(() -> {
                    store.confirm(act.id(), new Dispute.Confirmation(ConfirmChoice.APPLIED, applied, court));
                    rulings.applied(act, applied.get(), court);
                    rulings.ruled(
                            act.id(),
                            new DisputesRulings.Ruled(said.caseNo(), said.result(), said.ruledOn(), said.reason()));
                    return moved().meets(DisputesRulings.APPLYING);
                });
    }

    record MediateAgain(
            @Ask(value = "双方是否愿意重新调解", why = "一方不愿意的不能再调，他可以向法院起诉")
            Willing willing,

            @Ask(value = "准备怎么改", why = "法院没有确认的原因，双方打算怎么改协议", kind = Kind.LONG_TEXT, least = 4, most = 1000)
            String words) {}

    /// The same, once the dispute was closed. The law gives no time for it, so there is none here either.
    record MediateAfter(
            @Ask(value = "双方是否愿意重新调解", why = "一方不愿意的不能再调，他可以向法院起诉")
            Willing willing,

            @Ask(value = "准备怎么改", why = "法院没有确认的原因，双方打算怎么改协议", kind = Kind.LONG_TEXT, least = 4, most = 1000)
            String words) {}

    Verdict mediateAfter(Act act, MediateAfter said) {
        return mediateAgain(act, new MediateAgain(said.willing(), said.words()));
    }

    /// Whom a court has turned down may change the agreement or make another one: the one before counts no more, nor
    /// what was paid or thought of it, and what another organ was told of it is told anew.
    Verdict mediateAgain(Act act, MediateAgain said) {
        var dispute = store.find(act.id()).orElseThrow();
        return rulings.upheld(act.id())
                .or(() -> DisputesRules.beginning(said.willing(), dispute.flags()))
                .orElseGet(() -> aside.again(act, new Reopened(ReopenGround.UNCONFIRMED, said.words())));
    }
}
