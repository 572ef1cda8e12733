package org.maplebridge.kernel.ground;

import java.time.LocalDate;
import java.util.List;

/// A day that somebody asks about. One that no calendar of ours reaches is no day to count with, and none that
/// PostgreSQL could keep.
public final class AskedDay {

    private static final LocalDate FIRST = LocalDate.of(1950, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2199, 1, 1);

    private AskedDay() {}

    /// The day itself.
    ///
    /// @throws Refused naming the field if it is out of reach
    public static LocalDate within(String field, LocalDate day) {
        if (!reached(day)) {
            throw new Refused(Problem.fields(List.of(new Problem.Field(field, "日期应在 1950 年到 2198 年之间。"))));
        }
        return day;
    }

    static boolean reached(LocalDate day) {
        return !day.isBefore(FIRST) && !day.isAfter(LAST);
    }
}
