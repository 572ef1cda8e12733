package org.maplebridge.kernel.stats;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
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

    /// The parts that must not be told: too few, or what is left of the whole without them; or almost the same as a
    /// part of another breakdown that is told, since the one without the other would tell of those between. Of two
    /// breakdowns the one that stands first in [By] is told.
    Set<String> hidden(Metric metric, Asked range, By by, Map<String, Sum> parts) {
        var hidden = new HashSet<>(hidden(metric, parts));
        for (var other : EnumSet.range(By.MONTH, by)) {
            if (other != by && other != By.WEEK) {
                hidden.addAll(almost(metric, range, by, other));
            }
        }
        // whatever is hidden is the whole without the others: one alone is none
        var rising = parts.entrySet().stream()
                .filter(part -> part.getValue().matters() > 0 && !hidden.contains(part.getKey()))
                .sorted(Comparator.comparingLong(part -> part.getValue().matters()))
                .map(Map.Entry::getKey)
                .iterator();
        while (rising.hasNext() && telling(metric, parts, hidden)) {
            hidden.add(rising.next());
        }
        return hidden;
    }

    private static boolean telling(Metric metric, Map<String, Sum> parts, Set<String> hidden) {
        return hidden.size() == 1 || (!hidden.isEmpty() && together(parts, hidden) < metric.least());
    }

    private static long together(Map<String, Sum> parts, Set<String> keys) {
        return keys.stream()
                .mapToLong(key -> parts.getOrDefault(key, Sum.NONE).matters())
                .sum();
    }

    private Set<String> almost(Metric metric, Asked range, By by, By other) {
        var others = counted.groups(metric, range, other);
        var told = new HashSet<>(others.keySet());
        told.removeAll(hidden(metric, range, other, others));
        var parts = counted.groups(metric, range, by);
        return counted.crossed(metric, range, by, other).stream()
                .filter(crossing -> told.contains(crossing.other()))
                .filter(crossing -> {
                    long apart = parts.getOrDefault(crossing.key(), Sum.NONE).matters()
                            + others.getOrDefault(crossing.other(), Sum.NONE).matters()
                            - 2 * crossing.matters();
                    return apart > 0 && apart < metric.least();
                })
                .map(CountedStore.Crossing::key)
                .collect(Collectors.toSet());
    }

    private static Set<String> hidden(Metric metric, Map<String, Sum> parts) {
        var sizes = new TreeMap<String, Integer>();
        parts.forEach((key, sum) -> sizes.put(key, Math.toIntExact(sum.matters())));
        return SmallSamples.hidden(sizes, metric.least());
    }
}
