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
import org.maplebridge.scenes.disputes.Choices.Result;

/// A fight or damage between people who have a dispute: once they have settled it and done what they agreed on, they
/// may
/// ask the police in writing to refrain from a penalty. Whether they do is theirs to say. Public Security
/// Administration Punishments Law (治安管理处罚法, 2025), art. 9.
@ScenePart
class DisputesWaiver {

    private static final String WAIVER = "disputes.waiver";
    private static final String ARTICLE = "治安管理处罚法第九条";

    private final DisputesStore store;
    private final DisputesFurtherStore further;

    DisputesWaiver(DisputesStore store, DisputesFurtherStore further) {
        this.store = store;
        this.further = further;
    }

    record AskWaiver(
            @Ask("谁申请") Choices.WaiverBy by,
            @Ask("哪一天") LocalDate day,
            @Ask(value = "是书面申请", why = "要书面；口头的不算") boolean written,

            @Ask(value = "公安还没有作出处罚决定", why = "决定作出以后，不能再这样申请")
            boolean undecided) {}

    Verdict askWaiver(Act act, AskWaiver said) {
        if (!said.written()) {
            return invalid("written", "要书面申请。", "disputes.waiver-written", ARTICLE);
        }
        if (!said.undecided()) {
            return invalid("undecided", "处罚决定已经作出的，不能再申请。", "disputes.waiver-undecided", ARTICLE);
        }
        if (said.day().isAfter(act.today())) {
            return invalid("day", "不能晚于今天。", "disputes.waiver-day");
        }
        var done = store.performances(act.id());
        if (done.isEmpty() || done.getLast().result() != Result.FULL) {
            return blocked("达成协议并且履行了，才能申请；先记“全部履行”。", "disputes.waiver-performed", ARTICLE);
        }
        further.askWaiver(act.id(), said.day(), said.by());
        return moved().runs(WAIVER, act.now());
    }

    record DecideWaiver(
            @Ask(value = "公安机关的决定", why = "是否认可由公安机关决定，这里只记结果")
            Choices.WaiverDecision decision,

            @Ask("哪一天") LocalDate day,
            @Ask(value = "文书编号", most = 60) Optional<String> sign,

            @Ask(value = "理由", kind = Kind.LONG_TEXT, most = 500)
            String reason) {}

    Verdict decideWaiver(Act act, DecideWaiver said) {
        var asked = further.waiver(act.id());
        if (asked.isEmpty() || asked.get().decision().isPresent()) {
            return blocked("没有等公安机关决定的申请。", "disputes.waiver-asked", ARTICLE);
        }
        if (said.day().isAfter(act.today()) || said.day().isBefore(asked.get().askedOn())) {
            return invalid("day", "应在申请之后、不晚于今天。", "disputes.waiver-day");
        }
        further.decideWaiver(act.id(), said.decision(), said.day(), said.sign(), said.reason());
        return moved();
    }
}
