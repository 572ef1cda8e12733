package org.maplebridge.scenes.lessons;

import java.time.LocalDate;

/// Three months.
///
/// @param from its first day
record Quarter(LocalDate from) {

    /// The quarter that a day lies in.
    static Quarter of(LocalDate day) {
        return new Quarter(LocalDate.of(day.getYear(), (day.getMonthValue() - 1) / 3 * 3 + 1, 1));
    }

    LocalDate to() {
        return from.plusMonths(3).minusDays(1);
    }

    Quarter next() {
        return new Quarter(from.plusMonths(3));
    }

    Quarter previous() {
        return new Quarter(from.minusMonths(3));
    }

    String title() {
        return from.getYear() + " 年第 " + (from.getMonthValue() / 3 + 1) + " 季度";
    }
}
