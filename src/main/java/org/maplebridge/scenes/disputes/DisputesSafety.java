package org.maplebridge.scenes.disputes;

import static org.maplebridge.kernel.matters.Verdict.invalid;
import static org.maplebridge.kernel.matters.Verdict.moved;

import java.time.Instant;
import java.util.Optional;
import org.maplebridge.kernel.matters.Act;
import org.maplebridge.kernel.matters.Ask;
import org.maplebridge.kernel.matters.Ask.Kind;
import org.maplebridge.kernel.matters.Moved;
import org.maplebridge.kernel.matters.ScenePart;
import org.maplebridge.kernel.matters.Verdict;
import org.maplebridge.scenes.disputes.DisputesFurther.Safety;

/// What is done at once because somebody is in danger.
@ScenePart
class DisputesSafety {

    private static final String REPORT = "disputes.report-danger";
    private static final String RIGHTS = "disputes.rights";

    private final DisputesStore store;
    private final DisputesFurtherStore further;

    DisputesSafety(DisputesStore store, DisputesFurtherStore further) {
        this.store = store;
        this.further = further;
    }

    /// Begins and ends the limits for telling the police and for telling the person their rights.
    static Moved timed(Moved judged, Dispute.Flags before, Dispute.Flags after, Instant now) {
        if (after.unreported() && !before.unreported()) {
            judged.runs(REPORT, now);
        } else if (before.unreported() && !after.unreported()) {
            judged.meets(REPORT);
        }
        boolean violence = after.violence().orElse(false) && !before.violence().orElse(false);
        return violence ? judged.runs(RIGHTS, now) : judged;
    }

    record ReportDanger(
            @Ask("什么时候报告的") Instant at,

            @Ask(value = "报告给哪个公安机关", example = "城关派出所", most = 60)
            String office,

            @Ask(value = "接警单编号", most = 60) Optional<String> sign) {}

    Verdict reportDanger(Act act, ReportDanger said) {
        if (said.at().isAfter(act.now())) {
            return invalid("at", "不能晚于现在。", "disputes.report-at");
        }
        var before = store.find(act.id()).orElseThrow();
        store.save(act.id(), before.with(before.flags().told()));
        further.keepSafe(
                act.id(),
                new Safety(
                        Safety.Measure.REPORTED, said.at(), Optional.of(said.office()), said.sign(), Optional.empty()));
        return moved();
    }

    record TellRights(
            @Ask(value = "可以申请人身安全保护令", why = "反家庭暴力法第二十三条；向法院申请，可以由公安、妇联、村居代为申请")
            boolean protectionOrder,

            @Ask(value = "可以请公安出具告诫书", why = "反家庭暴力法第十六条") boolean warning,
            @Ask(value = "可以去临时庇护场所", why = "反家庭暴力法第十八条") boolean shelter,
            @Ask(value = "可以申请法律援助", why = "反家庭暴力法第十九条") boolean legalAid,

            @Ask(value = "怎样告知的、本人怎么说", why = "单独告知，不要当着对方；留下的联系方式要安全", kind = Kind.LONG_TEXT, most = 500)
            String note) {}

    Verdict tellRights(Act act, TellRights said) {
        if (!(said.protectionOrder() && said.warning() && said.shelter() && said.legalAid())) {
            var missing = !said.protectionOrder()
                    ? "protectionOrder"
                    : !said.warning() ? "warning" : !said.shelter() ? "shelter" : "legalAid";
            return invalid(missing, "四项都要告知到。", "disputes.rights", "反家庭暴力法第十六条、第十八条、第十九条、第二十三条");
        }
        further.keepSafe(
                act.id(),
                new Safety(
                        Safety.Measure.RIGHTS_TOLD,
                        act.now(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(said.note())));
        return moved();
    }
}
