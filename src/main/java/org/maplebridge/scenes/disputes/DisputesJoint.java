package org.maplebridge.scenes.disputes;

import static org.maplebridge.kernel.matters.Verdict.invalid;
import static org.maplebridge.kernel.matters.Verdict.moved;

import java.util.UUID;
import org.maplebridge.kernel.matters.Act;
import org.maplebridge.kernel.matters.Ask;
import org.maplebridge.kernel.matters.Ask.Kind;
import org.maplebridge.kernel.matters.Conflicts;
import org.maplebridge.kernel.matters.ScenePart;
import org.maplebridge.kernel.matters.Verdict;
import org.maplebridge.scenes.disputes.DisputesFurther.Invitation;

/// Joint mediation (1+X): one office hosts, each of the others gets a part of its own and sees the dispute meanwhile.
@ScenePart
class DisputesJoint {

    private static final String PARTS = "assists";

    private final DisputesFurtherStore further;
    private final Conflicts conflicts;

    DisputesJoint(DisputesFurtherStore further, Conflicts conflicts) {
        this.further = further;
        this.conflicts = conflicts;
    }

    record Invite(
            @Ask("请哪一方面的力量") Choices.Force force,
            @Ask(value = "请哪个单位", kind = Kind.AGENCY) UUID agency,

            @Ask(value = "请它做什么", why = "写清要它出面、出意见还是查什么；不要写用不着的个人情况", kind = Kind.LONG_TEXT, least = 4, most = 500)
            String what) {}

    Verdict invite(Act act, Invite said) {
        var office = act.offices().agency(said.agency()).orElseThrow();
        if (act.matter().office().agency().filter(office.id()::equals).isPresent()) {
            return invalid("agency", "本单位就是主办，请选别的单位。", "disputes.invite-self");
        }
        if (!office.covers(act.matter().office().area())) {
            return invalid("agency", "“" + office.name() + "”不管这个地方，请换一个单位。", "disputes.invite-area");
        }
        var party = conflicts.refusal(act, office, "agency");
        if (party.isPresent()) {
            return party.get();
        }
        further.invite(act.id(), new Invitation(office.id(), office.name(), said.force(), said.what()));
        return moved().asks(PARTS, said.what(), office.id());
    }
}
