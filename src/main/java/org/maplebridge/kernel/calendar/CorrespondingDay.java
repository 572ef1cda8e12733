package org.maplebridge.kernel.calendar;

import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/// The day a number of months or years leads to. Three statutes, three answers.
final class CorrespondingDay {

    private CorrespondingDay() {}

    /// 民法典第二百零二条: the corresponding day, or the last day of a month that has none.
    static LocalDate civil(LocalDate trigger, int months) {
        return trigger.plusMonths(months); // plusMonths falls back to the end of the month, as the article does
    }

    /// 刑诉法解释第二百零二条第一款: as above, but from the last day of a month to the last day of a month.
    static LocalDate procedure(LocalDate trigger, int months) {
        LocalDate same = trigger.plusMonths(months);
        boolean fromMonthEnd = trigger.getDayOfMonth() == trigger.lengthOfMonth();
        return fromMonthEnd ? same.with(TemporalAdjusters.lastDayOfMonth()) : same;
    }

    /// 刑诉法解释第二百零二条第二款, months: the day before the day [#procedure] leads to.
    static LocalDate sentenceMonths(LocalDate first, int months) {
        return procedure(first, months).minusDays(1);
    }

    /// 刑诉法解释第二百零二条第二款, years: the day before the same day, or before the last day of that month.
    static LocalDate sentenceYears(LocalDate first, int years) {
        return first.plusYears(years).minusDays(1);
    }
}
