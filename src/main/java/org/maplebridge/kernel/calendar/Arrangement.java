package org.maplebridge.kernel.calendar;

import java.util.List;

/// The days of one year as its notices order them.
///
/// @param year    the year
/// @param notices the papers, the latest last; never empty
/// @param days    days off and make-up working days, all of them; a later arrangement of the same year replaces them
record Arrangement(int year, List<Notice> notices, List<Day> days) {
    Arrangement {
        notices = List.copyOf(notices);
        days = List.copyOf(days);
    }
}
