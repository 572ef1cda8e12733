package org.maplebridge.kernel.ground;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.maplebridge.kernel.ground.Pooling.Block;

/// What single people said is told of many at once only.
class PoolingTest {

    private static final YearMonth JANUARY = YearMonth.of(2026, 1);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private static SortedMap<YearMonth, Long> said(List<Integer> counts) {
        var said = new TreeMap<YearMonth, Long>();
        for (int at = 0; at < counts.size(); at++) {
            said.put(JANUARY.plusMonths(at), (long) counts.get(at));
        }
        return said;
    }

    private static Optional<Block> within(SortedMap<YearMonth, Long> said, LocalDate from, LocalDate to) {
        var blocks = Pooling.within(said, 30, from, to, TODAY);
        return blocks.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Block(blocks.getFirst().from(), blocks.getLast().until()));
    }

    @Test
    void aFigureIsToldOfWholeBlocksOfWholeMonthsThatAreOver() {
        var said = said(List.of(20, 20, 40, 5, 5, 5, 5, 5, 5, 5, 100));
        assertThat(within(said, LocalDate.of(2026, 1, 1), TODAY))
                .as("April to September make a block, October is too few, November is not over")
                .hasValueSatisfying(range -> {
                    assertThat(range.from()).isEqualTo(LocalDate.of(2026, 1, 1));
                    assertThat(range.until()).isEqualTo(LocalDate.of(2026, 9, 30));
                });
        assertThat(within(said, LocalDate.of(2026, 1, 2), LocalDate.of(2026, 3, 31)))
                .hasValueSatisfying(range -> assertThat(range.from()).isEqualTo(LocalDate.of(2026, 3, 1)));
        assertThat(within(said, LocalDate.of(2026, 4, 1), LocalDate.of(2026, 8, 31)))
                .isEmpty();
        assertThat(within(new TreeMap<>(), LocalDate.of(2026, 1, 1), TODAY)).isEmpty();
    }

    @Property
    void twoFiguresNeverDifferByFewerThanTheLeast(
            @ForAll @Size(10) List<@IntRange(min = 0, max = 60) Integer> counts,
            @ForAll @IntRange(min = 0, max = 330) int from,
            @ForAll @IntRange(min = 0, max = 330) int to,
            @ForAll @IntRange(min = 0, max = 330) int otherFrom,
            @ForAll @IntRange(min = 0, max = 330) int otherTo) {
        var said = said(counts);
        var begin = JANUARY.atDay(1);
        var one = within(said, begin.plusDays(Math.min(from, to)), begin.plusDays(Math.max(from, to)));
        var other = within(
                said, begin.plusDays(Math.min(otherFrom, otherTo)), begin.plusDays(Math.max(otherFrom, otherTo)));
        one.ifPresent(range -> assertThat(count(said, range)).isGreaterThanOrEqualTo(30));
        long only = said.entrySet().stream()
                .filter(each -> in(one, each.getKey()) && !in(other, each.getKey()))
                .mapToLong(each -> each.getValue())
                .sum();
        boolean differs = said.keySet().stream().anyMatch(month -> in(one, month) && !in(other, month));
        assertThat(!differs || only >= 30).isTrue();
    }

    private static long count(SortedMap<YearMonth, Long> said, Block range) {
        return said.entrySet().stream()
                .filter(each -> in(Optional.of(range), each.getKey()))
                .mapToLong(each -> each.getValue())
                .sum();
    }

    private static boolean in(Optional<Block> range, YearMonth month) {
        return range.filter(each -> !month.atDay(1).isBefore(each.from())
                        && !month.atEndOfMonth().isAfter(each.until()))
                .isPresent();
    }
}
