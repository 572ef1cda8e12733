package org.maplebridge.kernel.ground;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Over which time what single people said may be told. Time is cut into blocks of whole months, each just long enough
/// to hold enough of them; a figure is told of whole blocks only. Two figures then differ by whole blocks, and nobody
/// learns by subtracting what one person said. The month that is not over belongs to no block.
public final class Pooling {

    private Pooling() {}

    /// Days of whole months, the first and the last included.
    public record Block(LocalDate from, LocalDate until) {}

    /// The whole blocks within what is asked about, in order; one follows the other without a gap.
    ///
    /// @param said how many were counted, by month, from the beginning
    /// @param least how many a block must hold
    public static List<Block> within(
            Map<YearMonth, Long> said, int least, LocalDate from, LocalDate until, LocalDate today) {
        return blocks(new TreeMap<>(said), least, YearMonth.from(today)).stream()
                .filter(block -> !block.from().isBefore(from) && !block.until().isAfter(until))
                .toList();
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
                blocks.add(new Block(first.atDay(1), month.atEndOfMonth()));
                first = month.plusMonths(1);
                together = 0;
            }
        }
        return blocks;
    }
}
