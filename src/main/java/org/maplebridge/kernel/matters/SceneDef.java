package org.maplebridge.kernel.matters;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.maplebridge.kernel.ground.DataFiles.DataFile;

/// A scene as the kernel knows it: its life, its verbs, its words.
///
/// @param name the word that runs through every tree, such as `disputes`
/// @param verbs by the name at the wire
/// @param shared what can be done to the matters of every scene, by the name at the wire
/// @param open how officers open a matter
/// @param publicOpen how anyone does, if anyone may
/// @param referred how it takes in what another scene refers to it, if it does
/// @param asked how it takes in what a party asks for in a matter of theirs, if it does
record SceneDef(
        String name,
        String title,
        String about,
        String domain,
        Lifecycle<?> life,
        Object face,
        Map<String, VerbDef> verbs,
        Map<String, Shared> shared,
        VerbDef open,
        Optional<VerbDef> publicOpen,
        Optional<VerbDef> referred,
        Optional<VerbDef> asked,
        List<String> openedBy,
        DataFile words) {

    /// A verb: what is said and how it is taken in.
    ///
    /// @param hint what comes of it, in a few words
    record VerbDef(String name, String title, String hint, Form form, Taking taking) {

        Verdict invoke(Act act, Record said) {
            return taking.take(act, said);
        }
    }

    /// How what is said is taken in.
    @FunctionalInterface
    interface Taking {
        Verdict take(Act act, Record said);
    }

    /// A verb that every scene has, as a module brings it.
    record Shared(SharedVerb<?> verb, VerbDef def) {}

    String stageTitle(String stage) {
        return words.section("stages").path(stage).asString(stage);
    }

    /// Whether such matters are about somebody.
    boolean hasParties() {
        return !words.section("parties").isEmpty();
    }

    /// What the words are called with which a matter was opened.
    String wordsTitle() {
        return words.section("scene").path("words").asString("诉求");
    }

    String verbTitle(String verb) {
        var own = verbs.get(verb);
        if (own != null) {
            return own.title();
        }
        if (verb.equals("open") || verb.equals("public-open") || verb.equals("referred") || verb.equals("asked")) {
            return words.section("verbs").path(verb).path("title").asString(open.title());
        }
        return Optional.ofNullable(shared.get(verb))
                .map(each -> each.def().title())
                .or(() -> KernelMoves.byWireName(verb).map(KernelVerb::title))
                .or(() -> KernelMoves.titleOfOther(verb))
                .orElse("其他动作");
    }

    /// The Chinese word for a constant of a choice, a party's role, a category or a source.
    String word(String list, String code) {
        return words.section(list).path(code).asString(code.equals(Endings.ARCHIVED) ? "旧台账" : code);
    }

    /// The Chinese word for a constant of a field's choice.
    String word(Form.Field field, String code) {
        return Titled.class.isAssignableFrom(field.raw())
                ? java.util.Arrays.stream(field.raw().getEnumConstants())
                        .filter(each -> ((Enum<?>) each).name().equals(code))
                        .map(each -> ((Titled) each).title())
                        .findFirst()
                        .orElse(code)
                : word(field.raw().getSimpleName(), code);
    }

    Optional<Form> form(String bodyType) {
        return Stream.concat(
                        forms(), shared.values().stream().map(each -> each.def().form()))
                .filter(form -> form.type().equals(bodyType))
                .findFirst()
                .or(() -> KernelMoves.form(bodyType));
    }

    /// The forms of all bodies of its own that can be written.
    Stream<Form> forms() {
        return Stream.concat(
                        verbs.values().stream(),
                        Stream.of(Optional.of(open), publicOpen, referred, asked)
                                .flatMap(Optional::stream))
                .map(VerbDef::form);
    }

    /// Roles of officers who may make any move of such a matter.
    Set<String> handlers(Matter matter) {
        return life.steps(matter.life()).values().stream()
                .flatMap(step -> step.by().stream())
                .filter(role -> !Step.outside(role))
                .collect(Collectors.toSet());
    }
}
