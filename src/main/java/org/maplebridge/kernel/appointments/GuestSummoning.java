package org.maplebridge.kernel.appointments;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.maplebridge.kernel.matters.Act;
import org.maplebridge.kernel.matters.Ask;
import org.maplebridge.kernel.matters.SharedVerb;
import org.maplebridge.kernel.matters.Verdict;
import org.springframework.stereotype.Component;

/// Keeps that somebody was asked to come, how and when; others may be asked in addition.
@Component
class GuestSummoning implements SharedVerb<GuestSummoning.Summoned> {

    private final SessionStore sessions;
    private final GuestStore guests;
    private final Inviting inviting;

    GuestSummoning(SessionStore sessions, GuestStore guests, Inviting inviting) {
        this.sessions = sessions;
        this.guests = guests;
        this.inviting = inviting;
    }

    /// @param session its place among the sessions of the matter
    /// @param who whom, of those who are to come; everybody who was not asked yet, if not said
    /// @param more who else is to come, and is asked now
    record Summoned(
            @Ask(value = "第几次会面", from = 1, to = 1000) int session,

            @Ask("怎么通知的") SummonsWay how,

            @Ask(value = "什么时候通知的", why = "不填就是现在") Optional<Instant> at,

            @Ask(value = "通知了谁", why = "不填就是还没通知过的每一位") Optional<List<Called>> who,

            @Ask("另外还请了谁") Optional<List<Arranged.Invited>> more) {}

    /// One of those who are to come.
    record Called(@Ask(value = "第几位", from = 1, to = 1000) int guest) {}

    @Override
    public String name() {
        return "summon";
    }

    @Override
    public String title() {
        return "通知到场";
    }

    @Override
    public String hint() {
        return "记下怎么通知的、什么时候通知的";
    }

    @Override
    public Class<Summoned> said() {
        return Summoned.class;
    }

    @Override
    public By by() {
        return By.HANDLERS;
    }

    @Override
    public Verdict done(Act act, Summoned said) {
        var session = Planned.of(sessions, act, said.session());
        if (session.refused().isPresent()) {
            return session.refused().get();
        }
        var when = said.at().orElse(act.now());
        if (when.isAfter(act.now())) {
            return Verdict.invalid("at", "通知的时间还没有到，请核对。", "appointments.summoned-at");
        }
        var before = Planned.guests(guests, act, said.session());
        var refused = inviting.put(act, said.session(), before, said.more().orElse(List.of()), "more");
        if (refused.isPresent()) {
            return refused.get();
        }
        var all = Planned.guests(guests, act, said.session());
        var called = said.who().orElse(List.of()).stream().map(Called::guest).toList();
        if (called.stream().anyMatch(no -> all.stream().noneMatch(guest -> guest.no() == no))) {
            return Verdict.invalid("who", "这次会面只请了 " + all.size() + " 位，没有这一位。", "appointments.guest");
        }
        var now = all.stream()
                .filter(guest -> called.contains(guest.no())
                        || guest.no() > before.size()
                        || (called.isEmpty()
                                && said.more().isEmpty()
                                && guest.summonedAt().isEmpty()))
                .toList();
        if (now.isEmpty()) {
            return Verdict.invalid("who", "没有还没通知的人。再通知一次的，请写明是第几位。", "appointments.guest");
        }
        now.forEach(guest -> guests.summon(act.id(), said.session(), guest.no(), said.how(), when));
        return Verdict.moved();
    }
}
