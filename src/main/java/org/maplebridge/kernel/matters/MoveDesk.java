package org.maplebridge.kernel.matters;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.ground.Allowed;
import org.maplebridge.kernel.ground.Refused;
import org.maplebridge.kernel.ground.Scope;
import org.maplebridge.kernel.ground.Takes;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.trail.Receipt;
import org.maplebridge.kernel.trail.Trail;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Opens and moves matters for those who have signed in.
@RestController
class MoveDesk {

    private static final Scope OPENING = Scope.job("opening");

    private final Pipeline pipeline;
    private final Transactions transactions;
    private final MatterReading reading;
    private final Trail trail;
    private final Codes codes;

    MoveDesk(Pipeline pipeline, Transactions transactions, MatterReading reading, Trail trail, Codes codes) {
        this.pipeline = pipeline;
        this.transactions = transactions;
        this.reading = reading;
        this.trail = trail;
        this.codes = codes;
    }

    /// What opening gives: the matter and what to take home.
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Opened(New matter, Optional<Receipt> receipt, String code, Optional<String> digits) {}

    /// A matter just opened: whole, or in short where it went to an office whose work the opener does not see.
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Seen.class, name = "SEEN"),
        @JsonSubTypes.Type(value = Sent.class, name = "SENT")
    })
    sealed interface New {}

    record Seen(@JsonUnwrapped MatterPage.Whole whole) implements New {}

    record Sent(UUID id, String code, String title, String scene) implements New {}

    @PostMapping(SceneBodies.OPEN)
    @Allowed(Allowed.Door.OFFICERS)
    @Takes(key = true)
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Opened> open(Actor actor, @PathVariable String scene, HttpServletRequest http) {
        return switch (pipeline.open(scene, Incoming.read(http, actor, "open/" + scene))) {
            case Outcome.Done done -> opened(actor, done.matter(), done.receipt(), done.digits());
            case Outcome.Repeat repeat -> {
                var matter = transactions.run(
                        OPENING, work -> reading.state(repeat.matter()).matter());
                yield opened(
                        actor,
                        matter,
                        transactions.run(OPENING, work -> trail.receipt(repeat.matter())),
                        transactions.run(
                                OPENING, work -> codes.again(matter.label().code())));
            }
            case Outcome.Refusal refusal -> throw new Refused(Answers.of(refusal.verdict()));
        };
    }

    /// Whoever opens a matter is answered, also when it goes where they can't follow.
    private ResponseEntity<Opened> opened(
            Actor actor, Matter matter, Optional<Receipt> receipt, Optional<String> digits) {
        New shown = transactions.run(
                actor.scope(),
                work -> reading.seen(work, matter.id())
                        .<New>map(Seen::new)
                        .orElseGet(() -> new Sent(
                                matter.id(),
                                matter.label().code(),
                                matter.label().title(),
                                matter.scene())));
        return ResponseEntity.created(URI.create("/api/matters/" + matter.id()))
                .body(new Opened(shown, receipt, matter.label().code(), digits));
    }

    @PostMapping(SceneBodies.MOVE)
    @Allowed(Allowed.Door.OFFICERS)
    @Takes(key = true, version = true)
    ResponseEntity<MatterPage.After> move(
            Actor actor, @PathVariable UUID id, @PathVariable String verb, HttpServletRequest http) {
        var outcome = pipeline.move(id, verb, Incoming.readVersioned(http, actor, "move/" + id + "/" + verb));
        var after = switch (outcome) {
            case Outcome.Done done -> reading.after(done.work(), done.matter(), done.nearest());
            case Outcome.Repeat repeat ->
                transactions.run(actor.scope(), work -> {
                    var state = reading.state(id);
                    return reading.after(work, state.matter(), state.nearest());
                });
            case Outcome.Refusal refusal -> throw new Refused(Answers.of(refusal.verdict()));
        };
        return ResponseEntity.ok().eTag("\"" + after.row().version() + "\"").body(after);
    }
}
