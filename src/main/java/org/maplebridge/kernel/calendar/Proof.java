package org.maplebridge.kernel.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/// How an end was computed: enough to draw the calendar and to recompute it by hand. Values only, ready for JSON.
///
/// @param calendar       the version of the calendar; it changes when a notice does
/// @param term           the term's text form, `30D`
/// @param from           the moment the period was triggered; 00:00 of the day when only the day was given
/// @param triggerDay     the legal day of `from`
/// @param firstDay       the first day that counts
/// @param nominalLastDay the last day before any postponement (原末日)
/// @param lastDay        the last day; in a lower bound, the lower bound's
/// @param end            exclusive end, see [Due]
/// @param settled        false for a lower bound
/// @param lines          the reasoning, in order, for people
/// @param days           every day from trigger to end; from the nominal last day on when `complete` is false
/// @param complete       whether `days` begins at the trigger; false for periods longer than 400 days
/// @param sources        the notices the answer rests on
public record Proof(
        String calendar,
        String term,
        Instant from,
        LocalDate triggerDay,
        LocalDate firstDay,
        LocalDate nominalLastDay,
        LocalDate lastDay,
        Instant end,
        boolean settled,
        List<Line> lines,
        List<DayLine> days,
        boolean complete,
        List<Notice> sources) {

    public Proof {
        lines = List.copyOf(lines);
        days = List.copyOf(days);
        sources = List.copyOf(sources);
    }

    /// One step of the reasoning.
    ///
    /// @param label   起算, 期间, 中止, 延长, 届满, 顺延, 待定 or 截止
    /// @param text    the step in Chinese
    /// @param article its ground; empty where there is none to cite
    public record Line(String label, String text, String article) {}

    /// One day of the calendar drawing.
    ///
    /// @param day    the day and what it is
    /// @param mark   its part in the period
    /// @param nth    which counted day it is, from 1; 0 when it does not count
    /// @param reason why it is what it is, in Chinese
    /// @param paper  the number of the notice that says so; empty for ordinary days
    public record DayLine(Day day, Mark mark, int nth, String reason, String paper) {}

    /// The part a day has in a period.
    public enum Mark {
        /// 起算日，当日不计
        TRIGGER,
        /// 计入
        COUNTED,
        /// 休息日，不计（仅按工作日计算的期间）
        RESTED,
        /// 中止，不计
        SUSPENDED,
        /// 原末日（计入），其后顺延
        NOMINAL_LAST,
        /// 假日顺延
        POSTPONED,
        /// 届满日
        LAST
    }
}
