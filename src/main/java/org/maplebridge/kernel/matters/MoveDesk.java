package org.maplebridge.kernel.matters;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.ground.Allowed;
import org.maplebridge.kernel.ground.Refused;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.trail.Receipt;
import org.maplebridge.kernel.trail.Trail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// Opens and moves matters for those who have signed in.
@RestController
class MoveDesk {

    private final Pipeline pipeline;
    private final Transactions transactions;
    private final MatterReading reading;
    private final Trail trail;

    MoveDesk(Pipeline pipeline, Transactions transactions, MatterReading reading, Trail trail) {
        this.pipeline = pipeline;
        this.transactions = transactions;
        this.reading = reading;
        this.trail = trail;
    }

    /// What opening gives: the matter and what to take home.
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Opened(MatterPage.Whole matter, Optional<Receipt> receipt, String code) {}

    @PostMapping("/api/scenes/{scene}")
    @Allowed(Allowed.Door.SIGNED_IN)
    ResponseEntity<Opened> open(Actor actor, @PathVariable String scene, HttpServletRequest http) {
        var outcome = pipeline.open(scene, Incoming.read(http, actor, "open/" + scene));
        var id = switch (outcome) {
            case Outcome.Done done -> done.matter().id();
            case Outcome.Repeat repeat -> repeat.matter();
            case Outcome.Refusal refusal -> throw new Refused(Answers.of(refusal.verdict()));
        };
        var opened = transactions.run(actor.scope(), work -> {
            var whole = reading.whole(work, id);
            return new Opened(whole, trail.receipt(id), whole.row().code());
        });
        return ResponseEntity.created(URI.create("/api/matters/" + id)).body(opened);
    }

    @PostMapping("/api/matters/{id}/moves/{verb}")
    @Allowed(Allowed.Door.SIGNED_IN)
    ResponseEntity<MatterPage.Whole> move(
            Actor actor, @PathVariable UUID id, @PathVariable String verb, HttpServletRequest http) {
        var outcome = pipeline.move(id, verb, Incoming.readVersioned(http, actor, "move/" + id + "/" + verb));
        if (outcome instanceof Outcome.Refusal refusal) {
            throw new Refused(Answers.of(refusal.verdict()));
        }
        var whole = transactions.run(actor.scope(), work -> reading.whole(work, id));
        return ResponseEntity.ok().eTag("\"" + whole.row().version() + "\"").body(whole);
    }
}
