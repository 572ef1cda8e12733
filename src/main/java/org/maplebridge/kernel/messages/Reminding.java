package org.maplebridge.kernel.messages;

import org.maplebridge.kernel.matters.Act;
import org.maplebridge.kernel.matters.Ask;
import org.maplebridge.kernel.matters.Deadline;
import org.maplebridge.kernel.matters.SharedVerb;
import org.maplebridge.kernel.matters.Verdict;
import org.springframework.stereotype.Component;

/// Parties are reminded that a limit of theirs ends soon. It stands in the trail, so that nobody later has to prove
/// that they were; the words follow like those of any other move.
@Component
class Reminding implements SharedVerb<Reminding.Reminded> {

    static final String NAME = "remind-parties";

    /// What stands in the trail.
    ///
    /// @param limit the parameter that the limit is computed by
    record Reminded(@Ask(value = "哪个期限", most = 100) String limit) {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String title() {
        return "提醒当事人";
    }

    @Override
    public String hint() {
        return "当事人自己的期限快到了，系统提醒一次";
    }

    @Override
    public Class<Reminded> said() {
        return Reminded.class;
    }

    @Override
    public By by() {
        return By.SYSTEM;
    }

    @Override
    public Verdict done(Act act, Reminded said) {
        boolean running = act.limit(said.limit())
                .filter(limit -> limit.state() == Deadline.State.RUNNING)
                .isPresent();
        return running ? Verdict.moved() : Verdict.blocked("这个期限已经不在计时。", "messages.remind", "本地默认");
    }
}
