package org.maplebridge.kernel.messages;

import org.maplebridge.kernel.matters.Act;
import org.maplebridge.kernel.matters.SharedVerb;
import org.maplebridge.kernel.matters.Verdict;
import org.springframework.stereotype.Component;

/// Keeps that somebody was called, and what came of it. After so many calls without an answer somebody goes there.
@Component
class Calling implements SharedVerb<Called> {

    static final String NAME = "called";
    static final String UNREACHED = "UNREACHED";

    private final FactStore facts;

    Calling(FactStore facts) {
        this.facts = facts;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String title() {
        return "记录电话通知";
    }

    @Override
    public String hint() {
        return "短信到不了的，打电话告诉本人，记下结果";
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
        facts.call(act, said);
        boolean enough = said.result() == Called.Result.NO_ANSWER
                && facts.unanswered(act.id(), said.party())
                        >= act.number("messages.no-answer").whole();
        int waiting = facts.answered(
                act.id(), said.party(), enough ? UNREACHED : said.result().state());
        return waiting == 0 ? Verdict.invalid("party", "没有要打电话告诉这位当事人的事。", "messages.call") : Verdict.moved();
    }
}
