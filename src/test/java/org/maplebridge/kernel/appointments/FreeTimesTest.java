package org.maplebridge.kernel.appointments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.maplebridge.kernel.appointments.FreeTimes.Stretch;

/// What is offered as free is free, is long enough, and nothing that is free is kept back; minute by minute.
class FreeTimesTest {

    private static final Instant START = Instant.parse("2026-03-05T00:00:00Z");
    static final int DAY = 600;

    private static Stretch stretch(int from, int minutes) {
        return new Stretch(START.plusSeconds(from * 60L), START.plusSeconds((from + minutes) * 60L));
    }

    @Property
    void freeIsExactlyWhatNothingTouches(
            @ForAll @Size(max = 12) List<@IntRange(min = -60, max = DAY + 60) Integer> starts,
            @ForAll @Size(min = 12, max = 12) List<@IntRange(min = 1, max = 200) Integer> lengths,
            @ForAll @IntRange(min = 1, max = 120) int least) {
        var taken = java.util.stream.IntStream.range(0, starts.size())
                .mapToObj(at -> stretch(starts.get(at), lengths.get(at)))
                .toList();
        var whole = stretch(0, DAY);
        var free = FreeTimes.beside(taken, whole, Duration.ofMinutes(least));
        int run = 0;
        for (int minute = 0; minute <= DAY; minute++) {
            var one = stretch(minute, 1);
            boolean empty = minute < DAY && taken.stream().noneMatch(one::overlaps);
            if (empty) {
                run++;
                continue;
            }
            var found = stretch(minute - run, Math.max(run, 1));
            assertThat(free.contains(found)).isEqualTo(run >= least);
            run = 0;
        }
        assertThat(free).allMatch(each -> taken.stream().noneMatch(each::overlaps));
        assertThat(free).isSortedAccordingTo(java.util.Comparator.comparing(Stretch::starts));
    }

    @Property
    void twoStretchesClashExactlyWhenTheyShareAMinute(
            @ForAll @IntRange(max = 300) int one,
            @ForAll @IntRange(min = 1, max = 100) int oneLong,
            @ForAll @IntRange(max = 300) int other,
            @ForAll @IntRange(min = 1, max = 100) int otherLong) {
        boolean share = java.util.stream.IntStream.range(one, one + oneLong)
                .anyMatch(minute -> minute >= other && minute < other + otherLong);
        assertThat(stretch(one, oneLong).overlaps(stretch(other, otherLong))).isEqualTo(share);
        assertThat(stretch(other, otherLong).overlaps(stretch(one, oneLong))).isEqualTo(share);
    }
}
