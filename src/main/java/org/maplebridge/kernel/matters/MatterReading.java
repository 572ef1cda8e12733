package org.maplebridge.kernel.matters;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.ground.Refused;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.matters.MatterPage.EntryLine;
import org.maplebridge.kernel.matters.MatterPage.Holder;
import org.maplebridge.kernel.matters.MatterPage.Who;
import org.maplebridge.kernel.orgs.Directory;
import org.maplebridge.kernel.orgs.Offices;
import org.maplebridge.kernel.people.Persona;
import org.maplebridge.kernel.people.Personas;
import org.maplebridge.kernel.trail.Entry;
import org.maplebridge.kernel.trail.Trail;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Puts a matter's page together. Every method needs a transaction with the reader's scope.
@Component
class MatterReading {

    /// What the system does by itself, as people read it.
    private static final Map<String, String> JOBS =
            Map.of("clock", "系统：到期自动办理", "recount", "系统：重算期限", "import", "系统：导入");

    private final MatterStore store;
    private final SceneBook scenes;
    private final MatterRowsView rows;
    private final Offices offices;
    private final Personas personas;
    private final Trail trail;
    private final Road road;
    private final ObjectProvider<Veil> veils;
    private final Stops stops;

    MatterReading(
            MatterStore store,
            SceneBook scenes,
            MatterRowsView rows,
            Offices offices,
            Personas personas,
            Trail trail,
            Road road,
            ObjectProvider<Veil> veils,
            Stops stops) {
        this.store = store;
        this.scenes = scenes;
        this.rows = rows;
        this.offices = offices;
        this.personas = personas;
        this.trail = trail;
        this.road = road;
        this.veils = veils;
        this.stops = stops;
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
        var shown = scene.face() instanceof SceneView view && !state.erased()
                ? view.shown(matter.id())
                : SceneView.Shown.nothing();
        return new MatterPage.Whole(
                rows.of(work, directory, matter, state.nearest()),
                matter.origin().occurredAt(),
                matter.stage().closedAt(),
                matter.domain(),
                matter.origin().source(),
                matter.origin().source().map(code -> scene.word("sources", code)),
                state.erased(),
                scene.hasParties(),
                shown.words(),
                scene.wordsTitle(),
                people(work, scene, state),
                shown.sections(),
                shown.suggestions(),
                road.of(work, scene, matter),
                holder(work, directory, matter),
                matter.standing().suspendedAt(),
                matter.standing().mergedInto(),
                keepsOut(work, directory, state));
    }

    private List<MatterPage.KeepsOut> keepsOut(Work work, Directory directory, MatterState state) {
        return stops.atWork(work, directory, state).stream()
                .map(met -> new MatterPage.KeepsOut(
                        directory.staff(met.person()).map(each -> each.name()).orElse("工作人员"), met.words()))
                .toList();
    }

    MatterRow.DueView due(Work work, MatterState state, Deadline deadline) {
        return rows.due(work, state.matter(), deadline);
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
                                .map(holder -> holder.shown())
                                .collect(Collectors.joining("、"))));
    }

    private List<MatterPage.Person> people(Work work, SceneDef scene, MatterState state) {
        var known = personas.byId(state.parties().stream().map(Party::persona).toList());
        return state.parties().stream()
                .map(party -> {
                    var persona = Optional.ofNullable(known.get(party.persona()));
                    return new MatterPage.Person(
                            party.no(),
                            party.role(),
                            PartyRoles.title(scene, party.role()),
                            party.shown(),
                            persona.flatMap(Persona::phoneShown),
                            persona.flatMap(Persona::numberShown),
                            persona.flatMap(each -> each.minority(work.today())));
                })
                .toList();
    }

    /// Entries, newest first, as far as the reader is told what they say.
    List<EntryLine> trail(Work work, Actor reader, UUID id, int below, int limit) {
        var state = state(id);
        var scene = scenes.scene(state.matter().scene());
        var directory = offices.at(work);
        var entries = trail.newest(id, below, limit);
        boolean minors = personas
                .byId(state.parties().stream().map(Party::persona).toList())
                .values()
                .stream()
                .anyMatch(each -> each.minority(work.today()).isPresent());
        var drawn = veils.orderedStream()
                .map(veil -> veil.over(work, reader, state.matter()))
                .toList();
        var words = new Said.Words(directory, shown(entries), scenes, minors, drawn);
        return entries.stream().map(entry -> line(scene, state, entry, words)).toList();
    }

    /// The matters that entries speak of, as far as the reader sees them.
    private Map<UUID, Matter> shown(List<Entry> entries) {
        var named = entries.stream()
                .flatMap(entry -> scenes.all().stream()
                        .flatMap(scene -> scene.form(entry.envelope().body().type()).stream())
                        .limit(1)
                        .flatMap(form -> Said.matters(form, entry.body()).stream()))
                .distinct()
                .toList();
        return others(named).values().stream()
                .map(MatterState::matter)
                .collect(Collectors.toMap(Matter::id, Function.identity()));
    }

    private static EntryLine line(SceneDef scene, MatterState state, Entry entry, Said.Words words) {
        var envelope = entry.envelope();
        return new EntryLine(
                envelope.seq(),
                envelope.verb(),
                scene.verbTitle(envelope.verb()),
                envelope.stage(),
                scene.stageTitle(envelope.stage()),
                entry.occurredAt(),
                entry.recordedAt(),
                who(envelope.actor(), state, entry, words.offices()),
                Said.lines(scene, entry, words),
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
            default -> JOBS.getOrDefault(id, "系统");
        };
        return new Who(name, post, agency);
    }

    Map<UUID, MatterState> others(List<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return store.load(ids).stream()
                .collect(Collectors.toMap(each -> each.matter().id(), MatterStore.Loaded::state));
    }

    SceneDef scene(MatterState state) {
        return scenes.scene(state.matter().scene());
    }
}
