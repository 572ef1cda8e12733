package org.maplebridge.kernel.appointments;

import java.util.List;
import java.util.Optional;
import org.maplebridge.kernel.appointments.GuestStore.Guest;
import org.maplebridge.kernel.appointments.SessionStore.Session;
import org.maplebridge.kernel.matters.Act;
import org.maplebridge.kernel.matters.Verdict;

/// A session that is still to come about, or why there is none.
record Planned(Optional<Session> session, Optional<Verdict> refused) {

    static Planned of(SessionStore sessions, Act act, int no) {
        var found = sessions.of(act.id()).stream()
                .filter(session -> session.no() == no)
                .findFirst();
        if (found.isEmpty()) {
            return refused("本件没有第 " + no + " 次会面。");
        }
        return found.get().planned()
                ? new Planned(found, Optional.empty())
                : refused("第 " + no + " 次会面" + found.get().state().title() + "，不能再改。");
    }

    private static Planned refused(String why) {
        return new Planned(Optional.empty(), Optional.of(Verdict.invalid("session", why, "appointments.session")));
    }

    /// Who is to come to one session of the matter.
    static List<Guest> guests(GuestStore guests, Act act, int session) {
        return guests.of(act.id()).stream()
                .filter(guest -> guest.session() == session)
                .toList();
    }
}
