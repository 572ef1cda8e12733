package org.maplebridge.scenes;

import java.util.Map;
import org.maplebridge.fixtures.Lives;
import org.maplebridge.kernel.matters.Lifecycle;
import org.maplebridge.kernel.matters.Step;

/// A lifecycle as a drawing in text, made of its code and its words.
final class Diagram {

    private Diagram() {}

    static String of(Class<?> face) {
        var life = Faces.life(face);
        var name = Faces.name(face);
        var words = Lives.words(face, name.substring(name.lastIndexOf('.') + 1) + ".yml");
        var text = new StringBuilder("# ")
                .append(Lives.section(words, "scene").get("title"))
                .append("\n\n由代码画出，不要手改。")
                .append(Lives.section(words, "scene").get("about"))
                .append("\n\n```mermaid\nstateDiagram-v2\n");
        var stages = Lives.section(words, "stages");
        life.stages().forEach(stage -> text.append("    %s: %s%n".formatted(stage, stages.get(stage.name()))));
        text.append("    [*] --> ").append(life.start()).append('\n');
        moves(life, Lives.section(words, "verbs"), text);
        life.stages().stream()
                .filter(life.ends()::contains)
                .forEach(end -> text.append("    ").append(end).append(" --> [*]\n"));
        return text.append("```\n").toString();
    }

    private static <S extends Enum<S>> void moves(Lifecycle<S> life, Map<String, Object> verbs, StringBuilder text) {
        life.allSteps().forEach((verb, step) -> {
            var title = title(verbs, verb);
            for (S from : life.stages()) {
                if (step.from().contains(from)) {
                    text.append("    %s --> %s: %s%n".formatted(from, step.to().orElse(from), title + limit(step)));
                }
            }
        });
    }

    private static String limit(Step<?> step) {
        var limit = step.within().or(step::window);
        return step.runsOn()
                ? "（" + limit.map(parameter -> parameter + "，中止时照走").orElse("中止时也能办") + "）"
                : limit.map(parameter -> "（" + parameter + "）").orElse("");
    }

    @SuppressWarnings("unchecked")
    private static Object title(Map<String, Object> verbs, String verb) {
        return ((Map<String, Object>) verbs.getOrDefault(verb, Map.of())).getOrDefault("title", verb);
    }
}
