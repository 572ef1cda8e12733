package org.maplebridge.kernel.stats;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.maplebridge.kernel.ground.Pooling;
import org.maplebridge.kernel.ground.SmallSamples;
import org.maplebridge.kernel.stats.CountedStore.By;
import org.maplebridge.kernel.stats.Metric.Sum;
import org.springframework.stereotype.Component;

/// What is told of metrics that come from what single people said. Needs a transaction.
@Component
class PooledFigures {

    private static final LocalDate BEGINNING = LocalDate.of(2000, 1, 1);

    private final CountedStore counted;

    PooledFigures(CountedStore counted) {
        this.counted = counted;
    }

    /// Over which days it is told within what is asked; empty if it is not told at all: too few, or what is left of an
    /// area above could be found by subtracting.
    ///
    /// @param own the area of the reader's office
    Optional<Asked> told(Metric metric, Asked asked, String own, LocalDate today) {
        var months = new TreeMap<YearMonth, Long>();
        counted.groups(metric, new Asked(asked.area(), BEGINNING, today), By.MONTH)
                .forEach((month, sum) -> months.put(YearMonth.parse(month), sum.matters()));
        var blocks = Pooling.within(months, metric.least(), asked.from(), asked.to(), today);
        return blocks.isEmpty()
                ? Optional.empty()
                : Optional.of(new Asked(
                                asked.area(),
                                blocks.getFirst().from(),
                                blocks.getLast().until()))
                        .filter(range -> !tells(metric, range, own));
    }

    private boolean tells(Metric metric, Asked range, String own) {
        var area = range.area();
        while (area.length() > own.length()) {
            var above = area.substring(0, area.lastIndexOf('.'));
            var siblings = counted.groups(metric, new Asked(above, range.from(), range.to()), By.AREA);
            if (hidden(metric, siblings).contains(area)) {
                return true;
            }
            area = above;
        }
        return false;
    }

    /// The parts of a whole that must not be told.
    static Set<String> hidden(Metric metric, Map<String, Sum> parts) {
        var sizes = new TreeMap<String, Integer>();
        parts.forEach((key, sum) -> sizes.put(key, Math.toIntExact(sum.matters())));
        return SmallSamples.hidden(sizes, metric.least());
    }
}
