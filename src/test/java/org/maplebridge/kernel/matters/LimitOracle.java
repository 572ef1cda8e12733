package org.maplebridge.kernel.matters;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.maplebridge.kernel.calendar.NaiveOracle;

/// When a limit ends, by somebody who walks through the calendar with a finger: the term, leaving out the days it
/// stood still, then the extension in the same way from the day the term ended on.
final class LimitOracle {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final NaiveOracle DAYS = new NaiveOracle();

    private LimitOracle() {}

    /// A limit that is kept ends where the walk ends; a stretch still open has taken nothing out yet.
    static void agrees(Deadline limit) {
        assertThat(limit.due()).as("the end of %s", limit).isEqualTo(end(limit));
        assertThat(limit.lastDay())
                .as("the last day of %s", limit)
                .isEqualTo(day(limit.due().minusNanos(1)));
    }

    private static Instant end(Deadline limit) {
        if (limit.term().endsWith("H")) {
            return hours(limit);
        }
        LocalDate last = days(limit, day(limit.from()), limit.term());
        if (limit.extension().isPresent()) {
            last = days(limit, last, limit.extension().get());
        }
        return last.plusDays(1).atStartOfDay(CHINA).toInstant();
    }

    private static LocalDate days(Deadline limit, LocalDate from, String term) {
        int amount = Integer.parseInt(term.replaceAll("\\D", ""));
        return switch (term.replaceAll("\\d", "")) {
            case "D" -> DAYS.days(from, amount, day -> stands(limit, day));
            case "WD" -> DAYS.workingDays(from, amount, day -> stands(limit, day));
            default -> throw new IllegalArgumentException("no walk for " + term);
        };
    }

    private static boolean stands(Deadline limit, LocalDate day) {
        return limit.pauses().stream()
                .filter(pause -> pause.until().isPresent())
                .anyMatch(pause -> day.isAfter(day(pause.from()))
                        && !day.isAfter(day(pause.until().orElseThrow())));
    }

    private static Instant hours(Deadline limit) {
        Instant end =
                limit.from().plus(Duration.ofHours(Long.parseLong(limit.term().replace("H", ""))));
        for (var pause : limit.pauses()) {
            if (pause.until().isPresent() && pause.from().isBefore(end)) {
                end = end.plus(Duration.between(pause.from(), pause.until().get()));
            }
        }
        return end;
    }

    private static LocalDate day(Instant moment) {
        return moment.atZone(CHINA).toLocalDate();
    }
}
