package org.maplebridge.kernel.calendar;

import java.util.List;

/// What became of a notice somebody wished to enter.
public sealed interface NoticeVerdict {

    /// It is stored, or would be.
    ///
    /// @param after the calendar with this notice; in force once committed and reloaded
    record Accepted(LegalCalendar after) implements NoticeVerdict {}

    /// Nothing is stored.
    record Refused(List<Problem> problems) implements NoticeVerdict {
        public Refused {
            problems = List.copyOf(problems);
        }
    }

    /// One thing wrong with it.
    ///
    /// @param field   where: `year`, `number`, `issued`, `title`, `days`, `days[2026-10-01]`, `by`, `reason`
    /// @param rule    the rule broken, short and stable: `calendar.work-on-weekday`
    /// @param message what to do about it, in Chinese, with the article where a law says so
    record Problem(String field, String rule, String message) {}
}
