package org.maplebridge.kernel.messages;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.ground.Allowed;
import org.maplebridge.kernel.ground.Canonical;
import org.maplebridge.kernel.ground.Takes;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.matters.Incoming;
import org.maplebridge.kernel.matters.Matters;
import org.maplebridge.kernel.matters.Outcome;
import org.maplebridge.kernel.matters.PartyDoor;
import org.maplebridge.kernel.matters.Request;
import org.maplebridge.kernel.trail.Trail;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// What a party was told, by the code on the receipt and four digits, and that they want no more of it.
@RestController
class OwnMessagesDesk {

    private final PartyDoor door;
    private final Transactions transactions;
    private final MessageStore store;
    private final FactStore facts;
    private final Matters matters;
    private final Trail trail;

    OwnMessagesDesk(
            PartyDoor door,
            Transactions transactions,
            MessageStore store,
            FactStore facts,
            Matters matters,
            Trail trail) {
        this.door = door;
        this.transactions = transactions;
        this.store = store;
        this.facts = facts;
        this.matters = matters;
        this.trail = trail;
    }

    /// How a party without an account is known.
    record OwnCode(String code, String phoneLast4) {}

    /// Whether a party wants messages.
    record OwnMute(String code, String phoneLast4, boolean muted) {}

    /// Something they were told.
    record OwnMessage(Instant at, String text) {}

    /// @param muted whether they want no more
    record OwnMessages(List<OwnMessage> items, boolean muted) {}

    @PostMapping("/api/public/own/messages")
    @Allowed(Allowed.Door.PUBLIC)
    @Takes(body = OwnCode.class)
    OwnMessages own(Actor visitor, HttpServletRequest http) {
        return shown(door.known(visitor, Incoming.body(http)));
    }

    @PostMapping("/api/public/own/mute")
    @Allowed(Allowed.Door.PUBLIC)
    @Takes(body = OwnMute.class, key = true)
    OwnMessages mute(Actor visitor, HttpServletRequest http) {
        var request = Incoming.read(http, visitor, "mute");
        var known = door.known(visitor, request.body());
        var said = Canonical.MAPPER
                .createObjectNode()
                .put("muted", request.body().path("muted").asBoolean(false));
        var outcome = matters.move(
                known.matter(),
                Muting.NAME,
                new Request(known.actor(), said, request.key(), request.version(), Optional.empty()));
        if (outcome instanceof Outcome.Refusal refusal) {
            throw refusal.refused();
        }
        return shown(known);
    }

    private OwnMessages shown(PartyDoor.Known known) {
        return transactions.run(known.actor().scope(), work -> {
            var key = trail.key(known.matter());
            var items = store.ofParty(known.matter(), known.actor().person()).stream()
                    .flatMap(message -> key
                            .flatMap(open -> message.sealed()
                                    .map(closed -> new OwnMessage(
                                            message.createdAt(),
                                            Sealed.opened(open, message.id(), closed)
                                                    .text())))
                            .stream())
                    .toList();
            return new OwnMessages(
                    items, facts.muted(known.matter(), known.actor().person()));
        });
    }
}
