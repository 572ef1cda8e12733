package org.maplebridge.kernel.messages;

import java.util.Optional;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.matters.Act;
import org.maplebridge.kernel.matters.Matters;
import org.maplebridge.kernel.matters.Party;
import org.maplebridge.kernel.matters.SharedVerb;
import org.maplebridge.kernel.matters.Verdict;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/// Keeps that a party wants no messages.
@Component
class Muting implements SharedVerb<Muted> {

    static final String NAME = "mute";

    private final FactStore facts;
    private final Matters matters;

    /// @param matters later: they know this verb
    Muting(FactStore facts, @Lazy Matters matters) {
        this.facts = facts;
        this.matters = matters;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String title() {
        return "登记退订通知";
    }

    @Override
    public String hint() {
        return "当事人不要再收短信，或者又要收";
    }

    @Override
    public Class<Muted> said() {
        return Muted.class;
    }

    @Override
    public boolean aboutParties() {
        return true;
    }

    @Override
    public By by() {
        return By.PARTIES_TOO;
    }

    @Override
    public boolean afterEnd() {
        return true;
    }

    @Override
    public Verdict done(Act act, Muted said) {
        var parties = matters.parties(act.id());
        Optional<java.util.UUID> persona = act.actor().kind() == Actor.Kind.CITIZEN
                ? Optional.of(act.actor().person())
                : said.party()
                        .flatMap(no -> parties.stream()
                                .filter(party -> party.no() == no)
                                .findFirst())
                        .map(Party::persona);
        if (persona.isEmpty()) {
            return Verdict.invalid("party", "这件事没有这一位当事人。", "messages.mute");
        }
        facts.mute(act, persona.get(), said.muted());
        return Verdict.moved();
    }
}
