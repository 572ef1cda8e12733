package org.maplebridge.kernel.evaluations;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.maplebridge.kernel.evaluations.SummaryStore.Asked;
import org.maplebridge.kernel.evaluations.SummaryStore.Figure;
import org.maplebridge.kernel.ground.Pooling;
import org.maplebridge.kernel.ground.Pooling.Block;
import org.maplebridge.kernel.ground.SmallSamples;
import org.springframework.stereotype.Component;

/// Over which months judgements are told: whole blocks, and nothing of which the rest of an area above, or of the other
/// scenes, could be found by subtracting.
@Component
class PooledEvaluations {

    private static final LocalDate BEGINNING = LocalDate.of(2000, 1, 1);

    private final SummaryStore store;

    PooledEvaluations(SummaryStore store) {
        this.store = store;
    }

    /// @param blocks what is told within what was asked for
    /// @param range all of them together; empty if there are none, or they would tell of others
    /// @param telling whether they would tell of others
    record Told(List<Block> blocks, Optional<Asked> range, boolean telling) {}

    /// @param own the widest area that the reader sees around what is asked for
    /// @param worded whether only those count who said something in words
    Told told(Asked asked, String own, int least, LocalDate today, boolean worded) {
        var months = store.months(asked.over(BEGINNING, today), worded);
        var blocks = Pooling.within(months, least, asked.from(), asked.until(), today);
        if (blocks.isEmpty()) {
            return new Told(blocks, Optional.empty(), false);
        }
        var range = asked.over(blocks.getFirst().from(), blocks.getLast().until());
        return tells(range, own, least)
                ? new Told(List.of(), Optional.empty(), true)
                : new Told(blocks, Optional.of(range), false);
    }

    private boolean tells(Asked range, String own, int least) {
        var scenes = sizes(store.figures(range.ofAllScenes()), Figure::scene);
        if (range.scene().filter(SmallSamples.hidden(scenes, least)::contains).isPresent()) {
            return true;
        }
        var area = range.area();
        while (area.length() > own.length()) {
            var above = area.substring(0, area.lastIndexOf('.'));
            var siblings = sizes(store.figures(range.in(above)), figure -> child(figure, above));
            if (SmallSamples.hidden(siblings, least).contains(area)) {
                return true;
            }
            area = above;
        }
        return false;
    }

    /// The area right below the given one that a figure belongs to, or that area itself.
    static String child(Figure figure, String area) {
        return Arrays.stream(figure.area().split("\\."))
                .limit(area.split("\\.").length + 1L)
                .collect(Collectors.joining("."));
    }

    /// How many have judged, by key.
    static Map<String, Integer> sizes(List<Figure> figures, Function<Figure, String> key) {
        return figures.stream()
                .filter(figure -> figure.grade().isPresent())
                .collect(Collectors.groupingBy(key, TreeMap::new, Collectors.summingInt(Figure::many)));
    }
}
