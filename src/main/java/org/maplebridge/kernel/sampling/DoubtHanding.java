package org.maplebridge.kernel.sampling;

import org.maplebridge.kernel.matters.Act;
import org.maplebridge.kernel.matters.Ask;
import org.maplebridge.kernel.matters.SharedVerb;
import org.maplebridge.kernel.matters.Verdict;
import org.springframework.stereotype.Component;

/// A matter whose end looks doubtful is handed to those who review it, with what looks doubtful. That is no finding.
@Component
class DoubtHanding implements SharedVerb<DoubtHanding.Doubted> {

    static final String NAME = "doubt-for-review";

    /// What stands in the trail of such a matter.
    ///
    /// @param words what looks doubtful
    record Doubted(@Ask(value = "什么有疑点", most = 1000) String words) {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String title() {
        return "有疑点，转评查";
    }

    @Override
    public String hint() {
        return "办结时有疑点，另立一件评查";
    }

    @Override
    public Class<Doubted> said() {
        return Doubted.class;
    }

    @Override
    public By by() {
        return By.SYSTEM;
    }

    @Override
    public boolean afterEnd() {
        return true;
    }

    @Override
    public Verdict done(Act act, Doubted said) {
        return Verdict.moved().refers(Drawing.REVIEWS, "结案疑点：" + said.words(), false);
    }
}
