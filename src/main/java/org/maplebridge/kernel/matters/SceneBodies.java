package org.maplebridge.kernel.matters;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.maplebridge.kernel.matters.SceneDef.VerbDef;
import org.maplebridge.kernel.openapi.Described;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Puts what can be said in each scene into the description of the interface, under the names of its records.
@Component
class SceneBodies implements Described {

    static final String OPEN = "/api/scenes/{scene}";
    static final String FILE = "/api/public/scenes/{scene}";
    static final String MOVE = "/api/matters/{id}/moves/{verb}";
    static final String OWN_MOVE = "/api/public/moves/{verb}";
    static final String EVALUATE = "/api/public/evaluations";

    private final SceneBook scenes;
    private final JsonMapper json;

    SceneBodies(SceneBook scenes, JsonMapper json) {
        this.scenes = scenes;
        this.json = json;
    }

    @Override
    public List<Address> addresses(String template) {
        return switch (template) {
            case OPEN ->
                scenes.all().stream()
                        .map(scene -> address(template.replace("{scene}", scene.name()), scene.open()))
                        .toList();
            case FILE ->
                scenes.all().stream()
                        .flatMap(scene -> scene.publicOpen().stream()
                                .map(verb -> address(template.replace("{scene}", scene.name()), verb)))
                        .toList();
            case MOVE -> moves();
            case OWN_MOVE -> ownMoves();
            case EVALUATE -> List.of(new Address(template, "评价", evaluations()));
            default -> List.of();
        };
    }

    private static Address address(String path, VerbDef verb) {
        return new Address(path, verb.title(), List.of(name(verb.form())));
    }

    /// A verb has one address, whichever scenes have it; each of them brings a body of its own.
    private List<Address> moves() {
        var bodies = new TreeMap<String, List<String>>();
        var titles = new TreeMap<String, String>();
        for (var scene : scenes.all()) {
            scene.verbs().forEach((verb, def) -> {
                bodies.computeIfAbsent(verb, unseen -> new ArrayList<>()).add(name(def.form()));
                titles.putIfAbsent(verb, def.title());
            });
        }
        scenes.shared().forEach((verb, shared) -> {
            bodies.computeIfAbsent(verb, unseen -> new ArrayList<>())
                    .add(name(shared.def().form()));
            titles.putIfAbsent(verb, shared.def().title());
        });
        for (var verb : KernelVerb.values()) {
            bodies.computeIfAbsent(verb.wireName(), unseen -> new ArrayList<>()).add(name(KernelMoves.form(verb)));
            titles.putIfAbsent(verb.wireName(), verb.title());
        }
        return bodies.entrySet().stream()
                .map(each -> new Address(
                        MOVE.replace("{verb}", each.getKey()),
                        titles.getOrDefault(each.getKey(), each.getKey()),
                        each.getValue()))
                .toList();
    }

    /// What parties may do themselves: one address for each verb, a body for each scene that has it.
    private List<Address> ownMoves() {
        var bodies = new TreeMap<String, List<String>>();
        var titles = new TreeMap<String, String>();
        for (var scene : scenes.all()) {
            scene.life().allSteps().forEach((verb, step) -> {
                if (step.by().contains(Step.PARTY) || step.by().contains(Step.FILER)) {
                    var def = Objects.requireNonNull(scene.verbs().get(verb));
                    bodies.computeIfAbsent(verb, unseen -> new ArrayList<>()).add(name(def.form()));
                    titles.putIfAbsent(verb, def.title());
                }
            });
        }
        return bodies.entrySet().stream()
                .map(each -> new Address(
                        OWN_MOVE.replace("{verb}", each.getKey()),
                        Objects.requireNonNull(titles.get(each.getKey())),
                        each.getValue()))
                .toList();
    }

    private List<String> evaluations() {
        return scenes.all().stream()
                .flatMap(scene -> scene.verbs().values().stream())
                .filter(verb -> verb.name().equals("evaluate"))
                .map(verb -> name(verb.form()))
                .toList();
    }

    /// The name without the version of the body: `disputes.Agree`.
    private static String name(Form form) {
        return form.type().substring(0, form.type().indexOf('@'));
    }

    @Override
    public Map<String, Object> schemas() {
        var schemas = new TreeMap<String, Object>();
        for (var scene : scenes.all()) {
            put(schemas, scene, scene.open());
            scene.publicOpen().ifPresent(verb -> put(schemas, scene, verb));
            scene.verbs().values().forEach(verb -> put(schemas, scene, verb));
            scenes.shared().values().forEach(shared -> put(schemas, scene, shared.def()));
            for (var verb : KernelVerb.values()) {
                schemas.put(name(KernelMoves.form(verb)), shape(scene, KernelMoves.form(verb), verb.title()));
            }
        }
        return schemas;
    }

    private void put(Map<String, Object> schemas, SceneDef scene, VerbDef verb) {
        schemas.put(name(verb.form()), shape(scene, verb.form(), verb.title()));
    }

    private Map<?, ?> shape(SceneDef scene, Form form, String title) {
        return json.convertValue(Schema.of(scene, form, title), LinkedHashMap.class);
    }
}
