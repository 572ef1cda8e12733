package org.maplebridge.kernel.calendar;

import java.time.LocalDate;

/// Ends of sentences and probations. No calendar is needed: they are never postponed.
public final class Sentence {

    private Sentence() {}

    /// The last day of a sentence or probation.
    ///
    /// `daysInCustodyCredited` are days of sentence, not of custody: for public surveillance (管制) each day
    /// in custody gives two (刑法第四十一条), otherwise one (第四十四条、第四十七条). Probation (缓刑考验期)
    /// starts when the judgment is final and takes no credit (第七十三条): pass 0. A result before `from`
    /// means the sentence is served.
    ///
    /// @param from the day it starts to run; it counts (刑诉法解释第二百零二条第二款)
    /// @throws IllegalArgumentException when the term is no criminal one or the credit is negative
    public static LocalDate lastDayOfSentence(LocalDate from, Term term, int daysInCustodyCredited) {
        if (daysInCustodyCredited < 0) {
            throw new IllegalArgumentException("折抵日数不能为负：" + daysInCustodyCredited);
        }
        return lastDay(from, term).minusDays(daysInCustodyCredited);
    }

    static LocalDate lastDay(LocalDate from, Term term) {
        return switch (term.unit()) {
            case CRIMINAL_DAYS -> from.plusDays(term.amount() - 1L);
            case CRIMINAL_MONTHS -> CorrespondingDay.sentenceMonths(from, term.amount());
            case CRIMINAL_YEARS -> CorrespondingDay.sentenceYears(from, term.amount());
            case HOURS, DAYS, WORKING_DAYS, MONTHS, YEARS, PROCEDURE_MONTHS ->
                throw new IllegalArgumentException("「%s」不是刑期或考验期，应写作 CD、CM 或 CY".formatted(term.text()));
        };
    }
}
