package org.maplebridge.kernel.matters;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.ground.Allowed;
import org.maplebridge.kernel.ground.Refused;
import org.maplebridge.kernel.ground.Scope;
import org.maplebridge.kernel.ground.Takes;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.orgs.Offices;
import org.maplebridge.kernel.trail.Receipt;
import org.maplebridge.kernel.trail.Trail;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/// For people without an account: file a matter, ask after it, say how it was.
@RestController
class PublicMatterDesk {

    private static final String EVALUATE = "evaluate";

    /// What a module brings to every scene.
    private static final String AGAIN = "evaluate-again";

    private final Pipeline pipeline;
    private final Transactions transactions;
    private final MatterReading reading;
    private final MoveReading moves;
    private final Codes codes;
    private final PartyDoor door;
    private final Offices offices;
    private final Trail trail;
    private final Quiet quiet;

    PublicMatterDesk(
            Pipeline pipeline,
            Transactions transactions,
            MatterReading reading,
            MoveReading moves,
            Codes codes,
            PartyDoor door,
            Offices offices,
            Trail trail,
            Quiet quiet) {
        this.pipeline = pipeline;
        this.transactions = transactions;
        this.reading = reading;
        this.moves = moves;
        this.codes = codes;
        this.door = door;
        this.offices = offices;
        this.trail = trail;
        this.quiet = quiet;
    }

    /// An office and how to reach it.
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Office(String name, Optional<String> phone) {}

    /// What somebody who has filed is told of the matter.
    record FiledMatter(UUID id, String code, String title, String stageTitle, Optional<Office> office) {}

    /// What filing gives.
    ///
    /// @param digits what opens the progress together with the code, given once
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Filed(FiledMatter matter, Optional<Receipt> receipt, Optional<String> digits) {}

    @PostMapping(SceneBodies.FILE)
    @Allowed(Allowed.Door.PUBLIC)
    @Takes(key = true)
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Filed> file(Actor actor, @PathVariable String scene, HttpServletRequest http) {
        var outcome = pipeline.open(scene, Incoming.read(http, actor, "file/" + scene));
        var filed = switch (outcome) {
            case Outcome.Done done -> new Filed(brief(done.matter().id()), done.receipt(), done.digits());
            case Outcome.Repeat repeat -> {
                var known = brief(repeat.matter());
                yield new Filed(known, receipt(repeat.matter()), digits(known.code()));
            }
            case Outcome.Refusal refusal -> throw new Refused(Answers.of(refusal.verdict()));
        };
        return ResponseEntity.created(URI.create("/api/public/progress")).body(filed);
    }

    /// Whoever holds the key of the request has filed it; they have no reach of their own yet.
    private FiledMatter brief(UUID id) {
        return transactions.run(Scope.job("filing"), work -> {
            var state = reading.state(id);
            return new FiledMatter(
                    id,
                    state.matter().label().code(),
                    state.matter().label().title(),
                    reading.scene(state).stageTitle(state.matter().stage().name()),
                    office(work, state));
        });
    }

    private Optional<Receipt> receipt(UUID id) {
        return transactions.run(Scope.job("filing"), work -> trail.receipt(id));
    }

    private Optional<String> digits(String code) {
        return transactions.run(Scope.job("filing"), work -> codes.again(code));
    }

    private Optional<Office> office(Work work, MatterState state) {
        return state.matter()
                .office()
                .agency()
                .flatMap(offices.at(work)::agency)
                .map(agency -> new Office(agency.name(), agency.phone()));
    }

    /// How a matter stands, in words for those it concerns.
    ///
    /// @param closedAt when it ended; `whatNow` then says how
    /// @param continued what it was merged into, as far as the asker may know
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Progress(
            String code,
            String title,
            String scene,
            String sceneTitle,
            String stage,
            String stageTitle,
            List<MatterPage.Step> road,
            String whatNow,
            boolean needYou,
            Optional<String> needYouWhat,
            Optional<Office> office,
            Optional<MatterRow.DueView> due,
            List<Happening> entries,
            boolean mayEvaluate,
            List<OwnMove> moves,
            Optional<String> receiptCode,
            Optional<Instant> closedAt,
            Optional<Continued> continued) {}

    /// What the asker may do themself, beside saying how it was.
    ///
    /// @param danger whether there is no way back
    record OwnMove(String verb, String title, String hint, boolean danger, Schema schema) {}

    /// The matter with which this one goes on. Only to somebody whom that one concerns as well.
    record Continued(String code, String title) {}

    /// Something that was done.
    record Happening(Instant at, String what, String who) {}

    @PostMapping("/api/public/progress")
    @Allowed(Allowed.Door.PUBLIC)
    @Takes(body = PartyDoor.PartyCode.class)
    Progress progress(Actor visitor, HttpServletRequest http) {
        return shown(door.known(visitor, Incoming.body(http)));
    }

    private Progress shown(PartyDoor.Known known) {
        return transactions.run(known.actor().scope(), work -> {
            var state = reading.state(known.matter());
            var scene = reading.scene(state);
            var whole = reading.whole(work, state);
            var can = moves.of(work, known.actor(), state).can().stream()
                    .filter(move -> !move.kernel())
                    .toList();
            boolean may = can.stream().anyMatch(move -> move.verb().equals(EVALUATE));
            var continued = continued(state);
            boolean acts = door.acts(state, known);
            return new Progress(
                    whole.row().code(),
                    whole.row().title(),
                    scene.name(),
                    scene.title(),
                    whole.row().stage(),
                    whole.row().stageTitle(),
                    whole.road(),
                    ProgressWords.of(scene, state, whole.road(), continued) + (acts ? told(scene, state) : ""),
                    may,
                    may ? Optional.of("请说说办得怎么样") : Optional.empty(),
                    office(work, state),
                    acts ? due(work, state) : Optional.empty(),
                    acts ? happenings(work, known, state) : List.of(),
                    may,
                    can.stream()
                            .filter(move -> !move.verb().equals(EVALUATE))
                            .map(move ->
                                    new OwnMove(move.verb(), move.title(), move.hint(), move.danger(), move.schema()))
                            .toList(),
                    trail.receipt(known.matter()).map(Receipt::receiptCode),
                    whole.closedAt(),
                    continued);
        });
    }

    private static String told(SceneDef scene, MatterState state) {
        return scene.face() instanceof SceneView view && !state.erased()
                ? String.join("", view.told(state.matter().id()))
                : "";
    }

    private Optional<Continued> continued(MatterState state) {
        return state.matter()
                .standing()
                .mergedInto()
                .flatMap(into -> reading.others(List.of(into)).values().stream().findFirst())
                .map(other -> other.matter().label())
                .map(label -> new Continued(label.code(), label.title()));
    }

    /// The limit that ends first, of those that may be named at this door.
    private Optional<MatterRow.DueView> due(Work work, MatterState state) {
        return state.deadlines().stream()
                .filter(deadline -> deadline.state() == Deadline.State.RUNNING)
                .filter(deadline -> !quiet.limit(deadline.parameter()))
                .min(Comparator.comparing(Deadline::due))
                .map(deadline -> reading.due(work, state, deadline));
    }

    /// What was done and by which office; not what officers wrote to one another, nor what is kept quiet.
    private List<Happening> happenings(Work work, PartyDoor.Known known, MatterState state) {
        return reading.trail(work, known.actor(), state.matter().id(), Integer.MAX_VALUE, 50).stream()
                .filter(line -> !quiet.verb(state.matter().scene(), line.verb()))
                .map(line -> new Happening(
                        line.recordedAt(),
                        line.verbTitle(),
                        line.actor().agency().orElse(line.actor().name())))
                .toList();
    }

    @PostMapping(SceneBodies.EVALUATE)
    @Allowed(Allowed.Door.PUBLIC)
    @Takes(body = PartyDoor.PartyCode.class, key = true)
    Progress evaluate(Actor visitor, HttpServletRequest http) {
        return moved(EVALUATE, visitor, Incoming.read(http, visitor, EVALUATE));
    }

    /// What a party may do themself without an account, such as taking back what they filed.
    @PostMapping(SceneBodies.OWN_MOVE)
    @Allowed(Allowed.Door.PUBLIC)
    @Takes(body = PartyDoor.PartyCode.class, key = true)
    Progress move(Actor visitor, @PathVariable String verb, HttpServletRequest http) {
        return moved(verb, visitor, Incoming.read(http, visitor, "own/" + verb));
    }

    private Progress moved(String verb, Actor visitor, Request request) {
        var known = door.known(visitor, request.body());
        var said = ((ObjectNode) request.body().deepCopy()).remove(List.of("code", "phoneLast4"));
        var outcome = pipeline.move(
                known.matter(),
                verb,
                new Request(known.actor(), said, request.key(), request.version(), Optional.empty()));
        if (outcome instanceof Outcome.Refusal refusal && verb.equals(EVALUATE)) {
            again(known, request, refusal.verdict());
        } else if (outcome instanceof Outcome.Refusal refusal) {
            throw new Refused(Answers.of(refusal.verdict()));
        }
        return shown(known);
    }

    /// Somebody who has been heard may say otherwise.
    private void again(PartyDoor.Known known, Request request, Verdict refused) {
        if (!(refused instanceof Verdict.NotFromHere)) {
            throw new Refused(Answers.of(refused));
        }
        var said = ((ObjectNode) request.body().deepCopy()).retain(List.of("grade", "words"));
        var outcome = pipeline.move(
                known.matter(),
                AGAIN,
                new Request(known.actor(), said, request.key(), request.version(), Optional.empty()));
        if (outcome instanceof Outcome.Refusal) {
            throw new Refused(Answers.of(refused));
        }
    }
}
