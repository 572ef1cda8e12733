package org.maplebridge.kernel.matters;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.matters.KernelMoves.Change;

/// What a recusal makes of a matter: it leaves the desk of whoever keeps out, for the office to hand it to another.
final class Recusing {

    private static final String RULE = "matters.recusal";
    private static final String ARTICLE = "本地默认";

    private Recusing() {}

    /// The officer keeps out by themselves; at once, whatever is decided later.
    static Change recused(Act act, MatterState state, KernelVerb.Recused said) {
        return act.actor().kind() == Actor.Kind.OFFICER
                ? out(act, state, act.actor().person(), said.ground())
                : Change.refused(new Verdict.NotYours("由工作人员本人提出。"));
    }

    /// Somebody above decides that an officer keeps out.
    static Change excluded(Act act, MatterState state, KernelVerb.Excluded said) {
        if (said.officer().equals(act.actor().person())) {
            return Change.refused(Verdict.invalid("officer", "自己要回避，请用“自行回避”。", RULE));
        }
        return out(act, state, said.officer(), said.ground());
    }

    private static Change out(Act act, MatterState state, UUID person, Recusal.Ground ground) {
        if (holds(state, person)) {
            return Change.refused(Verdict.blocked("已经回避，不用再提。", RULE, ARTICLE));
        }
        var recusals = new ArrayList<>(state.recusals());
        recusals.add(new Recusal(recusals.size() + 1, person, ground, act.now(), Optional.empty()));
        var after = state.withRecusals(recusals);
        return Change.to(emptied(act, after) ? after.with(after.matter().with(toTheOffice(after))) : after);
    }

    /// Whether it lies on the desk of a post where nobody is left who may handle it.
    private static boolean emptied(Act act, MatterState state) {
        return state.matter()
                .office()
                .post()
                .filter(post -> act.offices().holders(post, act.today()).stream()
                        .allMatch(holder -> holds(state, holder.staff().id())))
                .isPresent();
    }

    private static Matter.Office toTheOffice(MatterState state) {
        var office = state.matter().office();
        return new Matter.Office(office.area(), office.level(), office.agency(), Optional.empty());
    }

    /// Decided otherwise: they may take part again; or they may go on, although they declared an interest.
    static Change readmitted(Act act, MatterState state, Stops stops, KernelVerb.Readmitted said) {
        if (holds(state, said.officer())) {
            return Change.to(state.withRecusals(state.recusals().stream()
                    .map(each -> each.holds() && each.person().equals(said.officer()) ? each.lifted(act.now()) : each)
                    .toList()));
        }
        if (!stops.stops(act.id(), said.officer())) {
            return Change.refused(Verdict.invalid("officer", "这位工作人员没有回避这件事。", RULE));
        }
        var recusals = new ArrayList<>(state.recusals());
        recusals.add(new Recusal(
                recusals.size() + 1, said.officer(), Recusal.Ground.INTEREST, act.now(), Optional.of(act.now())));
        return Change.to(state.withRecusals(recusals));
    }

    private static boolean holds(MatterState state, UUID person) {
        return state.recusals().stream()
                .anyMatch(each -> each.holds() && each.person().equals(person));
    }

    /// Who is kept out after a change and was not before.
    static List<UUID> newly(MatterState before, MatterState after) {
        return after.recusals().stream()
                .filter(each -> each.holds() && !holds(before, each.person()))
                .map(Recusal::person)
                .toList();
    }
}
