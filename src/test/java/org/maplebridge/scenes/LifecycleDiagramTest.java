package org.maplebridge.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Draws every lifecycle from its code. Run with `-Dmaple.update=true` after a change of a page.
class LifecycleDiagramTest {

    @TestFactory
    Stream<DynamicTest> everyDiagramShowsThePage() {
        return Faces.all().stream()
                .map(face -> DynamicTest.dynamicTest(Faces.name(face), () -> {
                    var drawn = Diagram.of(face);
                    assertThat(Faces.kept(Path.of("docs/lifecycles", Faces.name(face) + ".md"), drawn))
                            .as("the committed diagram; redraw with -Dmaple.update=true")
                            .isEqualTo(drawn);
                }));
    }
}
