package org.maplebridge.kernel.appointments;

import java.util.Optional;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.matters.Act;
import org.maplebridge.kernel.matters.Ask;
import org.maplebridge.kernel.matters.SharedVerb;
import org.maplebridge.kernel.matters.Verdict;
import org.springframework.stereotype.Component;

/// Keeps whether somebody will come: they say so themselves by the code on the receipt, or an officer writes it down.
@Component
class SummonsAnswering implements SharedVerb<SummonsAnswering.Answered> {

    static final String NAME = "answer-summons";

    private final SessionStore sessions;
    private final GuestStore guests;

    SummonsAnswering(SessionStore sessions, GuestStore guests) {
        this.sessions = sessions;
        this.guests = guests;
    }

    /// @param session its place among the sessions of the matter
    /// @param guest whose answer it is; a party who answers for themselves leaves it out
    record Answered(
            @Ask(value = "第几次会面", from = 1, to = 1000) int session,

            @Ask("能不能来") SummonsReply reply,

            @Ask(value = "想改到什么时候，或者有什么要说的", most = 300) Optional<String> wish,

            @Ask(value = "第几位的答复", why = "当事人自己在网上答复的不用填", from = 1, to = 1000)
            Optional<Integer> guest) {}

    @Override
    public String name() {
        return "answer-summons";
    }

    @Override
    public String title() {
        return "答复到场";
    }

    @Override
    public String hint() {
        return "记下谁能来、谁来不了、想改到什么时候";
    }

    @Override
    public Class<Answered> said() {
        return Answered.class;
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
    public Verdict done(Act act, Answered said) {
        var session = Planned.of(sessions, act, said.session());
        if (session.refused().isPresent()) {
            return session.refused().get();
        }
        if (!act.now().isBefore(session.session().orElseThrow().when().ends())) {
            return Verdict.invalid("session", "这次会面的时间已经过了。", "appointments.answer-late");
        }
        if (said.reply() == SummonsReply.UNKNOWN) {
            return Verdict.invalid("reply", "请答复能来，还是来不了。", "appointments.answer");
        }
        boolean themself = act.actor().kind() == Actor.Kind.CITIZEN;
        var guest = Planned.guests(guests, act, said.session()).stream()
                .filter(each -> themself
                        ? each.party().equals(Optional.of(act.actor().person()))
                        : said.guest().equals(Optional.of(each.no())))
                .findFirst();
        if (guest.isEmpty()) {
            return themself
                    ? Verdict.invalid("session", "这次会面没有请您到场，不用答复。", "appointments.answer")
                    : Verdict.invalid("guest", "请写明是第几位的答复。", "appointments.answer");
        }
        guests.answer(act.id(), said.session(), guest.get().no(), said.reply(), said.wish(), act.now());
        return Verdict.moved();
    }
}
