package org.maplebridge.kernel.appointments;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.maplebridge.kernel.matters.Act;
import org.maplebridge.kernel.matters.Ask;
import org.maplebridge.kernel.matters.SharedVerb;
import org.maplebridge.kernel.matters.Verdict;
import org.springframework.stereotype.Component;

/// Keeps how a session went: when, who came and who stayed away, what was said, who signed. Where somebody was asked
/// and
/// nobody came, it was missed.
@Component
class SessionHolding implements SharedVerb<SessionHolding.Held> {

    private final SessionStore sessions;
    private final GuestStore guests;

    SessionHolding(SessionStore sessions, GuestStore guests) {
        this.sessions = sessions;
        this.guests = guests;
    }

    /// @param session its place among the sessions of the matter
    /// @param came who came, of those who were to; the others stayed away
    /// @param signed who signed the minutes
    record Held(
            @Ask(value = "第几次会面", from = 1, to = 1000) int session,

            @Ask(value = "到场的人", why = "没有写上的，记为没有到场") Optional<List<Present>> came,

            @Ask(value = "实际几点开始", why = "不填就是原定的时间") Optional<Instant> began,

            @Ask(value = "实际几点结束", why = "不填就是现在") Optional<Instant> ended,

            @Ask(value = "笔录", why = "谁说了什么、谈到哪一步；没有人到场可以不写", most = 20000, kind = Ask.Kind.LONG_TEXT)
            Optional<String> minutes,

            @Ask(value = "谁签了名", why = "读给到场的人听过、由他们签名的，写明是谁", most = 300)
            Optional<String> signed) {}

    /// Somebody who came.
    record Present(@Ask(value = "第几位", from = 1, to = 1000) int guest) {}

    @Override
    public String name() {
        return "hold";
    }

    @Override
    public String title() {
        return "记录会面";
    }

    @Override
    public String hint() {
        return "记下谁来了、谈了什么、谁签的名";
    }

    @Override
    public Class<Held> said() {
        return Held.class;
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
    public Verdict done(Act act, Held said) {
        var planned = Planned.of(sessions, act, said.session());
        if (planned.refused().isPresent()) {
            return planned.refused().get();
        }
        var session = planned.session().orElseThrow();
        var all = Planned.guests(guests, act, said.session());
        var came = said.came().orElse(List.of()).stream().map(Present::guest).toList();
        if (came.stream().anyMatch(no -> all.stream().noneMatch(guest -> guest.no() == no))) {
            return Verdict.invalid("came", "这次会面请了 " + all.size() + " 位，没有这一位。", "appointments.guest");
        }
        var began = said.began().orElse(session.when().starts());
        if (began.isAfter(act.now())) {
            return Verdict.invalid("began", "会面的时间还没有到，开过了再记。", "appointments.held-early");
        }
        var ended = said.ended().orElse(act.now());
        if (ended.isBefore(began) || ended.isAfter(act.now())) {
            return Verdict.invalid("ended", "结束的时间应在开始以后、现在以前。", "appointments.held-time");
        }
        boolean missed = !all.isEmpty() && came.isEmpty();
        if (!missed && said.minutes().isEmpty()) {
            return Verdict.invalid("minutes", "请写笔录：谁说了什么，谈到哪一步。", "appointments.minutes");
        }
        guests.came(act.id(), said.session(), came);
        sessions.end(
                act.id(),
                said.session(),
                new SessionStore.End(
                        missed ? SessionState.MISSED : SessionState.HELD,
                        Optional.empty(),
                        Optional.of(began),
                        Optional.of(ended),
                        said.minutes(),
                        said.signed()));
        return Verdict.moved();
    }
}
