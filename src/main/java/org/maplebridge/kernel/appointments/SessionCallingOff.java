package org.maplebridge.kernel.appointments;

import java.util.Optional;
import org.maplebridge.kernel.matters.Act;
import org.maplebridge.kernel.matters.Ask;
import org.maplebridge.kernel.matters.SharedVerb;
import org.maplebridge.kernel.matters.Verdict;
import org.springframework.stereotype.Component;

/// Calls a session off: its room and host are free again, it stays with the reason.
@Component
class SessionCallingOff implements SharedVerb<SessionCallingOff.CalledOff> {

    private final SessionStore sessions;
    private final BookingStore bookings;

    SessionCallingOff(SessionStore sessions, BookingStore bookings) {
        this.sessions = sessions;
        this.bookings = bookings;
    }

    /// @param session its place among the sessions of the matter
    record CalledOff(
            @Ask(value = "第几次会面", from = 1, to = 1000) int session,

            @Ask(value = "为什么取消", why = "房间和主持人马上空出来；改期的，取消以后另外安排", least = 2, most = 500)
            String reason) {}

    @Override
    public String name() {
        return "call-off";
    }

    @Override
    public String title() {
        return "取消会面";
    }

    @Override
    public String hint() {
        return "写明原因；房间和主持人空出来";
    }

    @Override
    public Class<CalledOff> said() {
        return CalledOff.class;
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
    public Verdict done(Act act, CalledOff said) {
        var session = Planned.of(sessions, act, said.session());
        if (session.refused().isPresent()) {
            return session.refused().get();
        }
        sessions.end(
                act.id(),
                said.session(),
                new SessionStore.End(
                        SessionState.CALLED_OFF,
                        Optional.of(said.reason()),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
        bookings.free(act.id(), said.session());
        return Verdict.moved();
    }
}
