package org.maplebridge.kernel.matters;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.maplebridge.kernel.access.FrontDoor;
import org.maplebridge.kernel.ground.Allowed;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// What kinds of matters there are, how they live and what can be said: the kit draws its forms from this.
@RestController
class ScenesDesk {

    private final SceneBook scenes;
    private final Permit permit;

    ScenesDesk(SceneBook scenes, Permit permit) {
        this.scenes = scenes;
        this.permit = permit;
    }

    record Named(String name, String title) {}

    record Stage(String name, String title, boolean end) {}

    /// A move; `to` absent: the stage stays.
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Move(
            String verb,
            String title,
            String hint,
            List<String> from,
            Optional<String> to,
            List<Named> roles,
            Optional<String> deadline,
            boolean kernel,
            boolean danger,
            Map<String, Object> schema) {}

    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Shown(
            String name,
            String title,
            String about,
            String domain,
            int version,
            boolean publicFiling,
            List<Named> openedBy,
            String start,
            List<Stage> stages,
            List<String> road,
            List<Move> moves,
            Map<String, Object> open,
            Optional<Map<String, Object>> publicOpen) {}

    @GetMapping("/api/scenes")
    @Allowed(Allowed.Door.SIGNED_IN)
    Map<String, List<Shown>> all() {
        return Map.of("items", scenes.all().stream().map(this::shown).toList());
    }

    @GetMapping("/api/public/scenes")
    @Allowed(Allowed.Door.PUBLIC)
    Map<String, List<Shown>> open() {
        return Map.of(
                "items",
                scenes.all().stream()
                        .filter(scene -> scene.publicOpen().isPresent())
                        .map(this::shown)
                        .toList());
    }

    private Shown shown(SceneDef scene) {
        var life = scene.life();
        var ends = life.ends().stream().map(Enum::name).toList();
        return new Shown(
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
                moves(scene),
                Schema.of(scene, scene.open().form(), scene.open().title()),
                scene.publicOpen().map(verb -> Schema.of(scene, verb.form(), verb.title())));
    }

    private List<Named> roles(Collection<String> names) {
        return names.stream()
                .sorted()
                .map(role -> new Named(role, permit.title(role)))
                .toList();
    }

    private List<Move> moves(SceneDef scene) {
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
                    step.within(),
                    false,
                    step.danger(),
                    Schema.of(scene, verb.form(), verb.title())));
        });
        scene.life()
                .allowed()
                .forEach((verb, roles) -> moves.add(new Move(
                        verb.wireName(),
                        verb.title(),
                        "",
                        List.of(),
                        Optional.empty(),
                        roles(roles),
                        Optional.empty(),
                        true,
                        verb == KernelVerb.MERGE,
                        Schema.of(scene, KernelMoves.form(verb), verb.title()))));
        return moves;
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
