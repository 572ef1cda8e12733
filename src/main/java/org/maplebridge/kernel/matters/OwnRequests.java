package org.maplebridge.kernel.matters;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/// What parties have asked for in a matter, as whoever asked is told of it.
@Component
class OwnRequests {

    private final MatterReading reading;

    OwnRequests(MatterReading reading) {
        this.reading = reading;
    }

    /// A request and what became of it.
    ///
    /// @param answered whether it has been decided on
    /// @param lines the answer, as people read it
    record Asked(String title, Instant at, String stageTitle, boolean answered, List<Told> lines) {}

    /// One line of it.
    record Told(String title, String value) {}

    /// The requests in a matter that the scope reaches, newest first: everybody sees their own.
    List<Asked> in(MatterState state) {
        var children = state.links().stream()
                .filter(link -> link.kind() == Link.Kind.CHILD)
                .map(Link::other)
                .toList();
        return reading.others(children).values().stream()
                .filter(child -> reading.scene(child).asked().isPresent())
                .map(this::told)
                .sorted(Comparator.comparing(Asked::at).reversed())
                .toList();
    }

    private Asked told(MatterState child) {
        var matter = child.matter();
        var scene = reading.scene(child);
        var shown = scene.face() instanceof SceneView view && !child.erased()
                ? view.shown(matter.id())
                : SceneView.Shown.nothing();
        var lines = shown.sections().stream()
                .flatMap(section -> section.rows().stream())
                .filter(line -> line.matter().isEmpty())
                .map(line -> new Told(line.title(), line.value()))
                .toList();
        return new Asked(
                matter.label().title(),
                matter.origin().openedAt(),
                scene.stageTitle(matter.stage().name()),
                !matter.stage().open(),
                lines);
    }
}
