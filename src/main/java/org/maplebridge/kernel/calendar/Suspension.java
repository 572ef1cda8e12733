package org.maplebridge.kernel.calendar;

import java.time.Instant;
import java.time.LocalDate;

/// A stretch that does not count (公证法第三十条: 补充证明材料、核实、不可抗力所需时间不计算在期限内).
///
/// No statute says which days the stretch is made of. **Our reading**, by analogy with 民法典第二百零一条: the legal
/// day on which it starts still counts, the legal days after it up to and including the day on which it ends do not,
/// and counting goes on with the day after. So a stretch that starts and ends on one day costs nothing, and stretches
/// that touch or overlap are never counted twice. For periods in hours the stretch itself is taken out, to the
/// nanosecond.
///
/// A stretch still open is passed with the present moment as its end; the answer is then a lower bound.
///
/// @param from   when it starts
/// @param until  when it ends; not before `from`
/// @param reason why, in the words shown to users
public record Suspension(Instant from, Instant until, String reason) {

    /// @throws IllegalArgumentException when it ends before it starts or lies outside 1949–2200
    public Suspension {
        CalendarArithmetic.requireInRange(from, "中止的开始时间");
        CalendarArithmetic.requireInRange(until, "中止的结束时间");
        if (until.isBefore(from)) {
            throw new IllegalArgumentException("中止的结束时间不能早于开始时间（%s 至 %s）".formatted(from, until));
        }
    }

    /// A stretch known by its legal days only: `from` still counts, `until` no longer does.
    public static Suspension ofDays(LocalDate from, LocalDate until, String reason) {
        return new Suspension(LegalCalendar.startOf(from), LegalCalendar.startOf(until), reason);
    }

    /// The legal day it starts on.
    public LocalDate fromDay() {
        return LegalCalendar.legalDay(from);
    }

    /// The legal day it ends on.
    public LocalDate untilDay() {
        return LegalCalendar.legalDay(until);
    }

    boolean covers(LocalDate day) {
        return day.isAfter(fromDay()) && !day.isAfter(untilDay());
    }
}
