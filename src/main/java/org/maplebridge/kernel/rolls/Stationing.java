package org.maplebridge.kernel.rolls;

import java.util.Optional;
import org.maplebridge.kernel.matters.Act;
import org.maplebridge.kernel.matters.Ask;
import org.maplebridge.kernel.matters.SharedVerb;
import org.maplebridge.kernel.matters.Verdict;
import org.springframework.stereotype.Component;

/// A matter is mediated at a stationing: a project's headquarters, a prison. Said by whoever handles it, so that a
/// figure
/// opens the matters it counts; a place and a period alone would count what only happened to lie there.
@Component
class Stationing implements SharedVerb<Stationing.PutDown> {

    static final String NAME = "put-to-stationing";

    private final RollFinding store;
    private final GuidanceStore kept;

    Stationing(RollFinding store, GuidanceStore kept) {
        this.store = store;
        this.kept = kept;
    }

    record PutDown(
            @Ask(value = "在哪个入驻点", why = "写名册里的名称；不填，就是取消原来记的", most = 100)
            Optional<String> stationing) {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String title() {
        return "记入驻点";
    }

    @Override
    public String hint() {
        return "在工程指挥部、监狱等入驻点调解的，记到它名下";
    }

    @Override
    public Class<PutDown> said() {
        return PutDown.class;
    }

    @Override
    public By by() {
        return By.HANDLERS;
    }

    @Override
    public boolean aboutParties() {
        return true;
    }

    @Override
    public Verdict done(Act act, PutDown said) {
        if (said.stationing().isEmpty()) {
            if (kept.stationing(act.id()).isEmpty()) {
                return Verdict.invalid("stationing", "原来没有记在哪个入驻点，请写一个。", "rolls.stationings");
            }
            kept.stationed(act.id(), Optional.empty());
            return Verdict.moved();
        }
        var found = store.named("stationings", said.stationing().get().strip(), act.today());
        if (found.size() != 1) {
            return Verdict.invalid("stationing", "名册里没有这个入驻点，或者已经撤出。", "rolls.stationings");
        }
        kept.stationed(act.id(), Optional.of(found.getFirst()));
        return Verdict.moved();
    }
}
