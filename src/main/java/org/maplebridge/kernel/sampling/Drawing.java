package org.maplebridge.kernel.sampling;

import org.maplebridge.kernel.matters.Act;
import org.maplebridge.kernel.matters.SharedVerb;
import org.maplebridge.kernel.matters.Verdict;
import org.springframework.stereotype.Component;

/// A matter that was drawn is handed to those who review it, as a matter of its own.
@Component
class Drawing implements SharedVerb<Drawn> {

    static final String NAME = "draw-for-review";

    /// The scene that takes it in.
    static final String REVIEWS = "reviews";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String title() {
        return "抽中评查";
    }

    @Override
    public String hint() {
        return "随机抽中，另立一件评查";
    }

    @Override
    public Class<Drawn> said() {
        return Drawn.class;
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
    public Verdict done(Act act, Drawn said) {
        return Verdict.moved().refers(REVIEWS, "抽中：" + said.title(), false);
    }
}
