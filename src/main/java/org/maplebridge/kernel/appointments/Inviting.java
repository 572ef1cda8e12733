package org.maplebridge.kernel.appointments;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.maplebridge.kernel.appointments.GuestStore.Guest;
import org.maplebridge.kernel.matters.Act;
import org.maplebridge.kernel.matters.Conflicts;
import org.maplebridge.kernel.matters.Matters;
import org.maplebridge.kernel.matters.Party;
import org.maplebridge.kernel.matters.Verdict;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Puts down who is to come: each once, each somebody.
@Component
class Inviting {

    static final int MOST = 60;

    private final ObjectProvider<Matters> matters;
    private final GuestStore guests;
    private final Conflicts conflicts;

    /// @param matters which has this among its verbs, and so is made after it
    Inviting(ObjectProvider<Matters> matters, GuestStore guests, Conflicts conflicts) {
        this.matters = matters;
        this.guests = guests;
        this.conflicts = conflicts;
    }

    /// Why they can't be put down; empty if they were.
    ///
    /// @param field what the list is called in the form
    /// @param before who is to come already
    Optional<Verdict> put(Act act, int session, List<Guest> before, List<Arranged.Invited> more, String field) {
        var parties = more.isEmpty() ? List.<Party>of() : matters.getObject().parties(act.id());
        var put = new ArrayList<>(before);
        for (int i = 0; i < more.size(); i++) {
            var said = more.get(i);
            var place = field + "." + i + ".";
            long ways = Stream.of(said.party(), said.staff(), said.name())
                    .filter(Optional::isPresent)
                    .count();
            if (ways != 1) {
                return Optional.of(Verdict.invalid(place + "party", "当事人、工作人员、姓名，三样里填一样。", "appointments.guest"));
            }
            var party = said.party()
                    .flatMap(no ->
                            parties.stream().filter(each -> each.no() == no).findFirst());
            if (said.party().isPresent() && party.isEmpty()) {
                return Optional.of(Verdict.invalid(
                        place + "party", "这一件有 " + parties.size() + " 位当事人，没有这一位。", "appointments.guest"));
            }
            var interest = said.staff()
                    .flatMap(act.offices()::staff)
                    .flatMap(staff -> conflicts.certain(act, staff, place + "staff"));
            if (interest.isPresent()) {
                return interest;
            }
            var guest = new Guest(
                    session,
                    put.size() + 1,
                    party.map(Party::persona),
                    said.staff(),
                    said.name(),
                    said.role(),
                    Optional.empty(),
                    Optional.empty(),
                    SummonsReply.UNKNOWN,
                    Optional.empty(),
                    Optional.empty());
            if (put.stream().anyMatch(guest::same)) {
                return Optional.of(Verdict.invalid(place + "party", "同一位已经请过了。", "appointments.guest-once"));
            }
            put.add(guest);
        }
        if (put.size() > MOST) {
            return Optional.of(Verdict.invalid(field, "一次会面最多请 " + MOST + " 位。", "appointments.guest-most"));
        }
        put.stream().skip(before.size()).forEach(guest -> guests.add(act.id(), guest));
        return Optional.empty();
    }
}
