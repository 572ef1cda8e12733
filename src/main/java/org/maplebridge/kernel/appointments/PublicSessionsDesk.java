package org.maplebridge.kernel.appointments;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.ground.Allowed;
import org.maplebridge.kernel.ground.Items;
import org.maplebridge.kernel.ground.Takes;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.matters.Incoming;
import org.maplebridge.kernel.matters.Matters;
import org.maplebridge.kernel.matters.Outcome;
import org.maplebridge.kernel.matters.PartyDoor;
import org.maplebridge.kernel.matters.Request;
import org.maplebridge.kernel.orgs.Agency;
import org.maplebridge.kernel.orgs.Offices;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/// When and where a party is expected next, and their answer, by the code on the receipt and four digits. Nobody else
/// who is to come is named.
@RestController
class PublicSessionsDesk {

    private final Transactions transactions;
    private final PartyDoor door;
    private final SessionStore sessions;
    private final GuestStore guests;
    private final SessionReading reading;
    private final Offices offices;
    private final Matters matters;

    PublicSessionsDesk(
            Transactions transactions,
            PartyDoor door,
            SessionStore sessions,
            GuestStore guests,
            SessionReading reading,
            Offices offices,
            Matters matters) {
        this.transactions = transactions;
        this.door = door;
        this.sessions = sessions;
        this.guests = guests;
        this.reading = reading;
        this.offices = offices;
        this.matters = matters;
    }

    /// Where a party is expected.
    ///
    /// @param where the room and where it is, or the place
    /// @param phone what they may call
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record OwnSession(
            int no,
            String kindTitle,
            Instant starts,
            Instant ends,
            String where,
            String office,
            Optional<String> phone,
            SummonsReply reply,
            String replyTitle,
            Optional<String> wish) {}

    /// By what a party is known.
    record SessionsAsked(String code, String phoneLast4) {}

    /// A party's answer.
    record OwnAnswer(String code, String phoneLast4, int session, SummonsReply reply, Optional<String> wish) {}

    @PostMapping("/api/public/own/sessions")
    @Allowed(Allowed.Door.PUBLIC)
    @Takes(body = SessionsAsked.class)
    Items<OwnSession> own(Actor visitor, HttpServletRequest http) {
        return shown(door.known(visitor, Incoming.body(http)));
    }

    @PostMapping("/api/public/own/sessions/answer")
    @Allowed(Allowed.Door.PUBLIC)
    @Takes(body = OwnAnswer.class, key = true)
    Items<OwnSession> answer(Actor visitor, HttpServletRequest http) {
        var request = Incoming.read(http, visitor, SummonsAnswering.NAME);
        var known = door.known(visitor, request.body());
        var said = ((ObjectNode) request.body().deepCopy()).remove(List.of("code", "phoneLast4"));
        var outcome = matters.move(
                known.matter(),
                SummonsAnswering.NAME,
                new Request(known.actor(), said, request.key(), request.version(), Optional.empty()));
        if (outcome instanceof Outcome.Refusal refusal) {
            throw refusal.refused();
        }
        return shown(known);
    }

    private Items<OwnSession> shown(PartyDoor.Known known) {
        return new Items<>(transactions.run(known.actor().scope(), work -> {
            var directory = offices.at(work);
            var all = sessions.of(known.matter()).stream()
                    .filter(session -> session.planned()
                            && work.now().isBefore(session.when().ends()))
                    .toList();
            var named = reading.rooms(all);
            var invited = guests.of(known.matter());
            return all.stream()
                    .flatMap(session -> invited.stream()
                            .filter(guest -> guest.session() == session.no()
                                    && guest.party()
                                            .equals(Optional.of(known.actor().person())))
                            .map(guest -> {
                                var office = session.agency().flatMap(directory::agency);
                                return new OwnSession(
                                        session.no(),
                                        session.kind().title(),
                                        session.when().starts(),
                                        session.when().ends(),
                                        session.room()
                                                .flatMap(id -> Optional.ofNullable(named.get(id)))
                                                .map(room -> room.name() + "（" + room.place() + "）")
                                                .or(session::place)
                                                .orElse(""),
                                        office.map(Agency::name).orElse(""),
                                        office.flatMap(Agency::phone),
                                        guest.reply(),
                                        guest.reply().title(),
                                        guest.wish());
                            }))
                    .toList();
        }));
    }
}
