package org.maplebridge.kernel.evaluations;

import java.util.List;
import java.util.Optional;
import org.maplebridge.kernel.matters.Act;
import org.maplebridge.kernel.matters.Matters;
import org.maplebridge.kernel.matters.SharedVerb;
import org.maplebridge.kernel.matters.Verdict;
import org.maplebridge.kernel.sampling.Samples;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Somebody who did not handle the matter asks a party how it was, and writes down what came of it. Where they say
/// otherwise than is recorded, the file is reviewed.
@Component
class CallingBack implements SharedVerb<Called> {

    static final String NAME = "call-back";

    private final EvaluationStore store;
    private final Evaluations evaluations;
    private final Samples samples;
    private final ObjectProvider<Matters> matters;

    /// @param matters asked for late: they know every verb, this one too
    CallingBack(EvaluationStore store, Evaluations evaluations, Samples samples, ObjectProvider<Matters> matters) {
        this.store = store;
        this.evaluations = evaluations;
        this.samples = samples;
        this.matters = matters;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String title() {
        return "回访";
    }

    @Override
    public String hint() {
        return "联系当事人，记下联系上没有、怎么说";
    }

    @Override
    public Class<Called> said() {
        return Called.class;
    }

    @Override
    public boolean aboutParties() {
        return true;
    }

    @Override
    public By by() {
        return By.HANDLERS;
    }

    @Override
    public boolean afterEnd() {
        return true;
    }

    @Override
    public Verdict done(Act act, Called said) {
        if (evaluations.handled(act)) {
            return Verdict.blocked("您办过这件事，不能自己回访。请没有办过的回访员来。", "evaluations.handler", "本地默认");
        }
        if (matters.getObject().parties(act.id()).stream().noneMatch(party -> party.no() == said.party())) {
            return Verdict.invalid("party", "这件没有第 " + said.party() + " 位当事人。", "evaluations.party");
        }
        boolean sampled = !samples.waiting(List.of(act.id())).isEmpty();
        if (!act.matter().stage().open() && !sampled) {
            return Verdict.blocked("这件已经结案，也没有抽中回访，不再打扰当事人。", "evaluations.sampled", "本地默认");
        }
        if (!sampled && tooOften(act)) {
            return Verdict.blocked("已经联系过规定的次数，不再打扰当事人；听不到评价的，可以记免评。", "evaluations.tries", "本地默认");
        }
        var recorded = evaluations.latest(act.id()).flatMap(Evaluations.Given::grade);
        Optional<Boolean> matches = said.heard().flatMap(heard -> recorded.map(heard::equals));
        store.call(act, said, matches);
        if (sampled && (!said.outcome().missed() || tooOften(act))) {
            samples.called(act.id(), act.now());
        }
        var moved = Verdict.moved();
        return matches.equals(Optional.of(false)) ? moved.refers("reviews", "回访听到的评价与记录的不一样", false) : moved;
    }

    private boolean tooOften(Act act) {
        return store.calls(List.of(act.id())).stream()
                        .filter(call -> call.outcome().missed())
                        .count()
                >= act.number("evaluations.tries").whole();
    }
}
