package org.maplebridge.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.maplebridge.fixtures.Lives;
import org.maplebridge.kernel.matters.Lifecycle;
import org.maplebridge.kernel.matters.Step;

/// Draws every lifecycle from its code. Run with `-Dmaple.update=true` after a change of a page.
class LifecycleDiagramTest {

    @TestFactory
    Stream<DynamicTest> everyDiagramShowsThePage() {
        return Faces.all().stream()
                .map(face -> DynamicTest.dynamicTest(Faces.name(face), () -> {
                    var drawn = drawn(face);
                    assertThat(Faces.kept(Path.of("docs/lifecycles", Faces.name(face) + ".md"), drawn))
                            .as("the committed diagram; redraw with -Dmaple.update=true")
                            .isEqualTo(drawn);
                }));
    }

    private static String drawn(Class<?> face) {
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
        return step.within().map(parameter -> "（" + parameter + "）").orElse("");
    }

    @SuppressWarnings("unchecked")
    private static Object title(Map<String, Object> verbs, String verb) {
        return ((Map<String, Object>) verbs.getOrDefault(verb, Map.of())).getOrDefault("title", verb);
    }
}
