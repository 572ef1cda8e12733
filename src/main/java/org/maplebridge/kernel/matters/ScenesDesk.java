package org.maplebridge.kernel.matters;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.access.FrontDoor;
import org.maplebridge.kernel.ground.Allowed;
import org.maplebridge.kernel.ground.Items;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.orgs.Area;
import org.maplebridge.kernel.orgs.Level;
import org.maplebridge.kernel.orgs.Offices;
import org.maplebridge.kernel.parameters.Parameters;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// What kinds of matters there are, how they live and what can be said: the kit draws its forms from this.
@RestController
class ScenesDesk {

    private final SceneBook scenes;
    private final Permit permit;
    private final Transactions transactions;
    private final Parameters parameters;
    private final Offices offices;

    ScenesDesk(SceneBook scenes, Permit permit, Transactions transactions, Parameters parameters, Offices offices) {
        this.scenes = scenes;
        this.permit = permit;
        this.transactions = transactions;
        this.parameters = parameters;
        this.offices = offices;
    }

    /// The limit a move is to be made in.
    record LimitTitle(String parameter, String title) {}

    record Title(String name, String title) {}

    record Stage(String name, String title, boolean end) {}

    /// A move; `to` absent: the stage stays.
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Move(
            String verb,
            String title,
            String hint,
            List<String> from,
            Optional<String> to,
            List<Title> roles,
            Optional<LimitTitle> deadline,
            boolean kernel,
            boolean danger,
            Schema schema) {}

    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record SceneShown(
            String name,
            String title,
            String about,
            String domain,
            int version,
            boolean publicFiling,
            List<Title> openedBy,
            String start,
            List<Stage> stages,
            List<String> road,
            List<Move> moves,
            Schema open,
            Optional<Schema> publicOpen) {}

    @GetMapping("/api/scenes")
    @Allowed(Allowed.Door.SIGNED_IN)
    Items<SceneShown> all(Actor actor) {
        return shown(actor, scenes.all());
    }

    @GetMapping("/api/public/scenes")
    @Allowed(Allowed.Door.PUBLIC)
    Items<SceneShown> open(Actor actor) {
        return shown(
                actor,
                scenes.all().stream()
                        .filter(scene -> scene.publicOpen().isPresent())
                        .toList());
    }

    private Items<SceneShown> shown(Actor actor, List<SceneDef> asked) {
        return transactions.run(
                actor.scope(),
                work -> new Items<>(
                        asked.stream().map(scene -> shown(work, scene)).toList()));
    }

    private SceneShown shown(Work work, SceneDef scene) {
        var life = scene.life();
        var ends = life.ends().stream().map(Enum::name).toList();
        return new SceneShown(
                scene.name(),
                scene.title(),
                scene.about(),
                scene.domain(),
                life.version(),
                scene.publicOpen().isPresent(),
                roles(scene.openedBy()),
                life.start().name(),
                life.stages().stream()
                        .map(stage ->
                                new Stage(stage.name(), scene.stageTitle(stage.name()), ends.contains(stage.name())))
                        .toList(),
                life.road().stream().map(Enum::name).toList(),
                moves(work, scene),
                Schema.of(scene, scene.open().form(), scene.open().title()),
                scene.publicOpen().map(verb -> Schema.of(scene, verb.form(), verb.title())));
    }

    private List<Title> roles(Collection<String> names) {
        return names.stream()
                .sorted()
                .map(role -> new Title(role, permit.title(role)))
                .toList();
    }

    private List<Move> moves(Work work, SceneDef scene) {
        var moves = new ArrayList<Move>();
        scene.life().steps(scene.life().version()).forEach((name, step) -> {
            var verb = java.util.Objects.requireNonNull(scene.verbs().get(name));
            moves.add(new Move(
                    name,
                    verb.title(),
                    verb.hint(),
                    step.from().stream().map(Enum::name).toList(),
                    step.to().map(Enum::name),
                    roles(step.by()),
                    step.within().map(term -> limit(work, term, step.perLevel())),
                    false,
                    step.danger(),
                    Schema.of(scene, verb.form(), verb.title())));
        });
        scene.life()
                .allowed()
                .forEach((verb, roles) -> moves.add(new Move(
                        verb.wireName(),
                        verb.title(),
                        verb.hint(),
                        List.of(),
                        Optional.empty(),
                        roles(roles),
                        scene.life()
                                .designation()
                                .filter(term -> verb == KernelVerb.TRANSFER)
                                .map(term -> limit(work, term, false)),
                        true,
                        verb == KernelVerb.MERGE,
                        Schema.of(scene, KernelMoves.form(verb), verb.title()))));
        return moves;
    }

    /// How long there is, as in force today in the whole county; each level may have a time of its own.
    private LimitTitle limit(Work work, String parameter, boolean perLevel) {
        var root = offices.at(work).rootArea().map(Area::path).orElse("");
        var names = perLevel
                ? Arrays.stream(Level.values())
                        .map(level -> parameter + "." + level.name().toLowerCase(Locale.ROOT))
                : Stream.of(parameter);
        return new LimitTitle(
                parameter,
                names.flatMap(name -> parameters.find(work, name, root, work.today()).stream())
                        .map(number -> number.title() + " " + number.term().label())
                        .collect(Collectors.joining("；")));
    }

    /// Names the scenes that anybody may file with on the public's first page.
    @Component
    static final class Filings implements FrontDoor {

        private final SceneBook scenes;

        Filings(SceneBook scenes) {
            this.scenes = scenes;
        }

        @Override
        public List<Filing> filings() {
            return scenes.all().stream()
                    .filter(scene -> scene.publicOpen().isPresent())
                    .map(scene -> new Filing(scene.name(), scene.title(), scene.about()))
                    .toList();
        }
    }
}
