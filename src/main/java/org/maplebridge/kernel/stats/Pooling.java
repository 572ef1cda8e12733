package org.maplebridge.kernel.stats;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/// Over which time what single people said may be told. Time is cut into blocks of whole months, each just long enough
/// to hold enough of them; a figure is told of whole blocks only. Two figures then differ by whole blocks, and nobody
/// learns by subtracting what one person said. The month that is not over belongs to no block.
final class Pooling {

    private record Block(YearMonth first, YearMonth last) {}

    private Pooling() {}

    /// The longest stretch of whole blocks within what is asked about; empty if there is none.
    ///
    /// @param said how many were counted, by month, from the beginning
    /// @param least how many a block must hold
    static Optional<Asked> within(SortedMap<YearMonth, Long> said, int least, Asked asked, LocalDate today) {
        var within = blocks(said, least, YearMonth.from(today)).stream()
                .filter(block -> !block.first().atDay(1).isBefore(asked.from()))
                .filter(block -> !block.last().atEndOfMonth().isAfter(asked.to()))
                .toList();
        return within.isEmpty()
                ? Optional.empty()
                : Optional.of(new Asked(
                        asked.area(),
                        within.getFirst().first().atDay(1),
                        within.getLast().last().atEndOfMonth()));
    }

    private static List<Block> blocks(SortedMap<YearMonth, Long> said, int least, YearMonth running) {
        var blocks = new ArrayList<Block>();
        if (said.isEmpty()) {
            return blocks;
        }
        var first = said.firstKey();
        long together = 0;
        for (var month = first; month.isBefore(running); month = month.plusMonths(1)) {
            together += said.getOrDefault(month, 0L);
            if (together >= least) {
                blocks.add(new Block(first, month));
                first = month.plusMonths(1);
                together = 0;
            }
        }
        return blocks;
    }
}
