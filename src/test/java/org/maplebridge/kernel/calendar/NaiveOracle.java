package org.maplebridge.kernel.calendar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

/// A second opinion, deliberately simple-minded: reads the table itself and walks one day at a time; shares no code
/// with the module. Years after the last notice have no days of rest, so that what ends there is a lower bound.
public final class NaiveOracle {

    private final Map<LocalDate, String> listed = new HashMap<>();

    private int lastYear;

    public NaiveOracle() {
        try (var in = Objects.requireNonNull(NaiveOracle.class.getResourceAsStream("holidays.csv"))) {
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                if (line.startsWith("2")) {
                    List<String> cells = List.of(line.split(","));
                    LocalDate day = LocalDate.parse(cells.get(1));
                    listed.put(day, cells.get(2));
                    lastYear = Math.max(lastYear, day.getYear());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean rest(LocalDate day) {
        if (day.getYear() > lastYear) {
            return false;
        }
        String kind = listed.get(day);
        if ("off".equals(kind)) {
            return true;
        }
        if ("work".equals(kind)) {
            return false;
        }
        return day.getDayOfWeek().getValue() >= 6;
    }

    LocalDate workingDays(LocalDate trigger, int amount) {
        return workingDays(trigger, amount, day -> false);
    }

    /// @param stands days that don't count because the period is suspended
    public LocalDate workingDays(LocalDate trigger, int amount, Predicate<LocalDate> stands) {
        LocalDate day = trigger;
        int left = amount;
        while (left > 0) {
            day = day.plusDays(1);
            if (!rest(day) && !stands.test(day)) {
                left = left - 1;
            }
        }
        return day;
    }

    LocalDate days(LocalDate trigger, int amount) {
        return days(trigger, amount, day -> false);
    }

    /// @param stands days that don't count because the period is suspended
    public LocalDate days(LocalDate trigger, int amount, Predicate<LocalDate> stands) {
        LocalDate day = trigger;
        int left = amount;
        while (left > 0) {
            day = day.plusDays(1);
            if (!stands.test(day)) {
                left = left - 1;
            }
        }
        LocalDate nominal = day;
        while (rest(day) || (day.isAfter(nominal) && stands.test(day))) {
            day = day.plusDays(1);
        }
        return day;
    }

    LocalDate months(LocalDate trigger, int amount) {
        int year = trigger.getYear();
        int month = trigger.getMonthValue();
        for (int i = 0; i < amount; i++) {
            month = month + 1;
            if (month == 13) {
                month = 1;
                year = year + 1;
            }
        }
        return rolled(existing(year, month, trigger.getDayOfMonth()));
    }

    LocalDate rolled(LocalDate day) {
        LocalDate last = day;
        while (rest(last)) {
            last = last.plusDays(1);
        }
        return last;
    }

    private static LocalDate existing(int year, int month, int day) {
        try {
            return LocalDate.of(year, month, day);
        } catch (DateTimeException tooLong) {
            return existing(year, month, day - 1);
        }
    }
}
