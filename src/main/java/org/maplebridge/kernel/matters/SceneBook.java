package org.maplebridge.kernel.matters;

import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.maplebridge.kernel.ground.DataFiles;
import org.maplebridge.kernel.ground.DataFiles.DataFile;
import org.maplebridge.kernel.ground.Problem;
import org.maplebridge.kernel.ground.Refused;
import org.maplebridge.kernel.ground.Words;
import org.maplebridge.kernel.matters.SceneDef.Shared;
import org.maplebridge.kernel.matters.SceneDef.Taking;
import org.maplebridge.kernel.matters.SceneDef.VerbDef;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationContext;
import org.springframework.modulith.ApplicationModule;
import org.springframework.stereotype.Component;

/// Every scene of the running program, found by its mark. A verb without its record or method stops the start.
@Component
class SceneBook {

    private final Map<String, SceneDef> scenes = new TreeMap<>();

    private final Map<String, Shared> shared = new TreeMap<>();

    SceneBook(ApplicationContext context, ObjectProvider<SharedVerb<?>> verbs, DataFiles files) {
        verbs.forEach(verb -> {
            if (shared.put(verb.name(), shared(verb)) != null) {
                throw new IllegalStateException("two modules bring the verb " + verb.name());
            }
        });
        context.getBeansWithAnnotation(Scene.class).values().forEach(face -> {
            var parts = new ArrayList<>(List.of(face));
            context.getBeansWithAnnotation(ScenePart.class).values().stream()
                    .filter(part -> AopUtils.getTargetClass(part)
                            .getPackage()
                            .equals(AopUtils.getTargetClass(face).getPackage()))
                    .forEach(parts::add);
            var scene = read(face, parts, files);
            scenes.put(scene.name(), scene);
        });
    }

    private static <R extends Record> Shared shared(SharedVerb<R> verb) {
        var form = Form.of(nameOf(AopUtils.getTargetClass(verb)), verb.said());
        return new Shared(
                verb,
                new VerbDef(
                        verb.name(),
                        verb.title(),
                        verb.hint(),
                        form,
                        (act, said) -> verb.done(act, verb.said().cast(said))));
    }

    /// What can be done to the matters of every scene.
    Map<String, Shared> shared() {
        return Collections.unmodifiableMap(shared);
    }

    List<SceneDef> all() {
        return List.copyOf(scenes.values());
    }

    /// The scene that decides on what parties ask for.
    Optional<SceneDef> hearing() {
        return scenes.values().stream()
                .filter(scene -> scene.asked().isPresent())
                .findFirst();
    }

    Optional<SceneDef> find(String name) {
        return Optional.ofNullable(scenes.get(name));
    }

    SceneDef scene(String name) {
        return find(name)
                .orElseThrow(() ->
                        new Refused(Problem.of(404, "not-found", "没有这类业务", "系统里没有叫“" + Words.shown(name) + "”的业务。")
                                .withNext("从 /api/scenes 里选一个。")));
    }

    private SceneDef read(Object face, List<Object> parts, DataFiles files) {
        var type = AopUtils.getTargetClass(face);
        var mark = java.util.Objects.requireNonNull(type.getAnnotation(Scene.class));
        var name = nameOf(type);
        var words = words(files, name);
        var life = life(mark.value());
        var verbs = new LinkedHashMap<String, VerbDef>();
        life.allSteps().keySet().forEach(verb -> verbs.put(verb, verb(parts, name, verb, words)));
        verbs.keySet().stream().filter(shared::containsKey).findFirst().ifPresent(verb -> {
            throw new IllegalStateException(name + " has a verb that every scene has: " + verb);
        });
        var plate = words.section("scene");
        var referred = taken(type, face, "referred", "转入", Referral.class);
        return new SceneDef(
                name,
                plate.path("title").asString(name),
                plate.path("about").asString(""),
                mark.domain(),
                life,
                face,
                verbs,
                shared(),
                opening(parts, name, words, mark, referred),
                has(type, "publicOpen") ? Optional.of(verb(parts, name, "public-open", words)) : Optional.empty(),
                referred,
                taken(type, face, "asked", "提出请求", PartyRequest.class),
                List.of(mark.openedBy()),
                words);
    }

    /// How it begins. What only ever comes from another matter has no form of its own for that.
    private static VerbDef opening(
            List<Object> parts, String name, DataFile words, Scene mark, Optional<VerbDef> referred) {
        boolean ownForm = parts.stream()
                .anyMatch(part -> record(AopUtils.getTargetClass(part), "Open").isPresent());
        if (ownForm || mark.openedBy().length > 0 || referred.isEmpty()) {
            return verb(parts, name, "open", words);
        }
        return referred.get();
    }

    /// The path below `scenes/`, with dots: `corrections/leave` is `corrections.leave` at the wire.
    static String nameOf(Class<?> type) {
        var module = type.getPackage().getAnnotation(ApplicationModule.class);
        if (module == null) {
            throw new IllegalStateException(type.getPackageName() + " has no @ApplicationModule on its door");
        }
        return module.id().replace('/', '.');
    }

    private static DataFile words(DataFiles files, String name) {
        return files.all().stream()
                .filter(file -> file.section("scene").path("name").asString("").equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no data file names the scene " + name));
    }

    private static Lifecycle<?> life(Class<?> page) {
        try {
            Field field = page.getDeclaredField("LIFE");
            field.setAccessible(true);
            return (Lifecycle<?>) java.util.Objects.requireNonNull(field.get(null));
        } catch (ReflectiveOperationException missing) {
            throw new IllegalStateException(page.getName() + " has no static field LIFE", missing);
        }
    }

    private static boolean has(Class<?> type, String method) {
        return Arrays.stream(type.getDeclaredMethods())
                .anyMatch(each -> each.getName().equals(method));
    }

    private static VerbDef verb(List<Object> parts, String scene, String verb, DataFile words) {
        var camel = camel(verb);
        var recordName = camel.substring(0, 1).toUpperCase(Locale.ROOT) + camel.substring(1);
        var part = parts.stream()
                .filter(each ->
                        record(AopUtils.getTargetClass(each), recordName).isPresent())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(scene + " has no record " + recordName));
        var type = AopUtils.getTargetClass(part);
        var said = record(type, recordName).orElseThrow();
        var section = words.section("verbs").path(verb);
        return new VerbDef(
                verb,
                section.path("title").asString(verb),
                section.path("hint").asString(""),
                Form.of(scene, said),
                taking(type, part, camel, said));
    }

    private static Optional<Class<? extends Record>> record(Class<?> type, String name) {
        return Arrays.stream(type.getDeclaredClasses())
                .filter(Class::isRecord)
                .filter(each -> each.getSimpleName().equals(name))
                .findFirst()
                .map(each -> each.asSubclass(Record.class));
    }

    /// How it takes in what comes from another matter, if it has a method for that.
    private static Optional<VerbDef> taken(
            Class<?> type, Object face, String name, String title, Class<? extends Record> said) {
        return has(type, name)
                ? Optional.of(new VerbDef(name, title, "", Form.of(nameOf(type), said), taking(type, face, name, said)))
                : Optional.empty();
    }

    private static Taking taking(Class<?> type, Object face, String name, Class<?> said) {
        try {
            var method = type.getDeclaredMethod(name, Act.class, said);
            method.setAccessible(true);
            return (act, words) -> taken(method, face, act, words);
        } catch (NoSuchMethodException missing) {
            throw new IllegalStateException(
                    type.getName() + " has no method " + name + "(Act, " + said.getSimpleName() + ")", missing);
        }
    }

    private static Verdict taken(Method method, Object face, Act act, Record said) {
        try {
            return (Verdict) method.invoke(face, act, said);
        } catch (InvocationTargetException thrown) {
            if (thrown.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(thrown.getCause());
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String camel(String wireName) {
        var camel = new StringBuilder();
        for (String part : wireName.split("-")) {
            camel.append(camel.isEmpty() ? part : part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1));
        }
        return camel.toString();
    }
}
