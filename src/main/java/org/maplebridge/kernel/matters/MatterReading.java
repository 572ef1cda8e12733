package org.maplebridge.kernel.matters;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.ground.Refused;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.matters.MatterPage.Holder;
import org.maplebridge.kernel.matters.MatterPage.Line;
import org.maplebridge.kernel.matters.MatterPage.Moves;
import org.maplebridge.kernel.matters.MatterPage.Who;
import org.maplebridge.kernel.orgs.Directory;
import org.maplebridge.kernel.orgs.Offices;
import org.maplebridge.kernel.people.Persona;
import org.maplebridge.kernel.people.Personas;
import org.maplebridge.kernel.trail.Entry;
import org.maplebridge.kernel.trail.Trail;
import org.springframework.stereotype.Component;

/// Puts a matter's page together. Every method needs a transaction with the reader's scope.
@Component
class MatterReading {

    private static final int MOST_STEPS = 500;

    private final MatterStore store;
    private final SceneBook scenes;
    private final MatterRowsView rows;
    private final MovesReading moves;
    private final Offices offices;
    private final Personas personas;
    private final Trail trail;

    MatterReading(
            MatterStore store,
            SceneBook scenes,
            MatterRowsView rows,
            MovesReading moves,
            Offices offices,
            Personas personas,
            Trail trail) {
        this.store = store;
        this.scenes = scenes;
        this.rows = rows;
        this.moves = moves;
        this.offices = offices;
        this.personas = personas;
        this.trail = trail;
    }

    MatterState state(UUID id) {
        return store.load(id).orElseThrow(() -> Refused.notFound("事项")).state();
    }

    /// The matter whole, if the scope reaches it.
    Optional<MatterPage.Whole> seen(Work work, UUID id) {
        return store.load(id).map(loaded -> whole(work, loaded.state()));
    }

    MatterPage.Whole whole(Work work, UUID id) {
        return whole(work, state(id));
    }

    MatterPage.Whole whole(Work work, MatterState state) {
        var matter = state.matter();
        var scene = scenes.scene(matter.scene());
        var directory = offices.at(work);
        var view = scene.face() instanceof SceneView shown ? Optional.of(shown) : Optional.<SceneView>empty();
        return new MatterPage.Whole(
                rows.of(work, directory, matter, state.nearest()),
                matter.origin().occurredAt(),
                matter.stage().closedAt(),
                matter.domain(),
                matter.origin().source(),
                matter.origin().source().map(code -> scene.word("sources", code)),
                view.flatMap(shown -> shown.words(matter.id())),
                people(scene, state),
                view.map(shown -> shown.sections(matter.id())).orElse(List.of()),
                view.map(shown -> shown.suggestions(matter.id())).orElse(List.of()),
                road(work, scene, matter),
                holder(work, directory, matter),
                matter.standing().suspendedAt(),
                matter.standing().mergedInto());
    }

    /// The answer to a move, from what the move has in hand.
    MatterPage.After after(Work work, Matter matter, Optional<Deadline> nearest) {
        var directory = offices.at(work);
        return new MatterPage.After(
                rows.of(work, directory, matter, nearest),
                matter.origin().occurredAt(),
                matter.stage().closedAt(),
                holder(work, directory, matter),
                matter.standing().suspendedAt(),
                matter.standing().mergedInto());
    }

    private static Optional<Holder> holder(Work work, Directory directory, Matter matter) {
        return matter.office()
                .post()
                .flatMap(directory::post)
                .map(post -> new Holder(
                        post.id(),
                        post.title(),
                        directory.holders(post.id(), work.today()).stream()
                                .map(holder -> holder.staff().name())
                                .collect(Collectors.joining("、"))));
    }

    private List<MatterPage.Shown> people(SceneDef scene, MatterState state) {
        var known = personas.byId(state.parties().stream().map(Party::persona).toList());
        return state.parties().stream()
                .map(party -> new MatterPage.Shown(
                        party.no(),
                        party.role(),
                        scene.word("parties", party.role()),
                        party.shown(),
                        Optional.ofNullable(known.get(party.persona())).flatMap(Persona::phoneShown)))
                .toList();
    }

    /// The stages passed with how long each took, the present one, and those ahead on the main way.
    List<MatterPage.Step> road(Work work, SceneDef scene, Matter matter) {
        var entered = new LinkedHashMap<String, Instant>();
        var entries = new ArrayList<>(trail.newest(matter.id(), Integer.MAX_VALUE, MOST_STEPS));
        Collections.reverse(entries);
        var before = "";
        for (Entry entry : entries) {
            var stage = entry.envelope().stage();
            if (!stage.equals(before)) {
                entered.put(stage, entry.recordedAt());
                before = stage;
            }
        }
        var steps = new ArrayList<MatterPage.Step>();
        var stages = List.copyOf(entered.keySet());
        for (int i = 0; i < stages.size(); i++) {
            boolean now = i == stages.size() - 1;
            Instant at = java.util.Objects.requireNonNull(entered.get(stages.get(i)));
            Instant left = now
                    ? matter.stage().closedAt().orElse(work.now())
                    : java.util.Objects.requireNonNull(entered.get(stages.get(i + 1)));
            steps.add(new MatterPage.Step(
                    stages.get(i),
                    scene.stageTitle(stages.get(i)),
                    now ? "now" : "done",
                    Optional.of(at),
                    Optional.of(Math.max(0, Duration.between(at, left).toSeconds()))));
        }
        ahead(scene, matter).stream()
                .filter(stage -> !entered.containsKey(stage))
                .forEach(stage -> steps.add(new MatterPage.Step(
                        stage, scene.stageTitle(stage), "ahead", Optional.empty(), Optional.empty())));
        return steps;
    }

    private static List<String> ahead(SceneDef scene, Matter matter) {
        var road = scene.life().road().stream().map(Enum::name).toList();
        int at = road.indexOf(matter.stage().name());
        if (!matter.stage().open()) {
            return List.of();
        }
        return at >= 0 ? road.subList(at + 1, road.size()) : road.isEmpty() ? List.of() : List.of(road.getLast());
    }

    Moves moves(Work work, Actor actor, UUID id) {
        return moves.of(work, actor, state(id));
    }

    List<Line> trail(Work work, UUID id, int below, int limit) {
        var state = state(id);
        var scene = scenes.scene(state.matter().scene());
        var directory = offices.at(work);
        return trail.newest(id, below, limit).stream()
                .map(entry -> line(scene, state, entry, directory))
                .toList();
    }

    private static Line line(SceneDef scene, MatterState state, Entry entry, Directory directory) {
        var envelope = entry.envelope();
        return new Line(
                envelope.seq(),
                envelope.verb(),
                scene.verbTitle(envelope.verb()),
                envelope.stage(),
                scene.stageTitle(envelope.stage()),
                entry.occurredAt(),
                entry.recordedAt(),
                who(envelope.actor(), state, entry, directory),
                Said.lines(scene, envelope.body().type(), entry.body(), directory),
                entry.hash(),
                envelope.prev(),
                entry.leaf(),
                envelope.body().type(),
                envelope.body().hash());
    }

    private static Who who(String actor, MatterState state, Entry entry, Directory directory) {
        int colon = actor.indexOf(':');
        var kind = actor.substring(0, colon);
        var id = actor.substring(colon + 1);
        var post = entry.envelope().post().flatMap(directory::post).map(each -> each.title());
        var agency = entry.envelope().agency().flatMap(directory::agency).map(each -> each.name());
        var name = switch (kind) {
            case "officer" ->
                directory.staff(UUID.fromString(id)).map(each -> each.name()).orElse("工作人员");
            case "citizen" ->
                state.parties().stream()
                        .filter(party -> party.persona().toString().equals(id))
                        .map(Party::shown)
                        .findFirst()
                        .orElse("群众");
            default -> "系统：" + id;
        };
        return new Who(name, post, agency);
    }

    Map<UUID, MatterState> others(List<UUID> ids) {
        return store.load(ids).stream()
                .collect(Collectors.toMap(each -> each.matter().id(), MatterStore.Loaded::state));
    }

    SceneDef scene(MatterState state) {
        return scenes.scene(state.matter().scene());
    }
}
