package org.maplebridge.kernel.calendar;

/// The unit a period is counted in. Which unit a law means by "日" is told by [DayCountRule].
public enum Unit {
    /// Hours, running without pause, never postponed (民法典第二百零一条第二款).
    HOURS("H", "小时", 9999),
    /// Calendar days; the trigger day does not count (民法典第二百零一条第一款).
    DAYS("D", "日", 9999),
    /// Working days; the trigger day does not count. By nature they end on a working day.
    WORKING_DAYS("WD", "个工作日", 9999),
    /// Months, to the corresponding day or the end of the month (民法典第二百零二条).
    MONTHS("M", "个月", 1200),
    /// Years, to the corresponding day or the end of the month (民法典第二百零二条).
    YEARS("Y", "年", 100),
    /// Months of criminal procedure: from the last day of a month to the last day of the month they end in
    /// (刑诉法解释第二百零二条第一款).
    PROCEDURE_MONTHS("PM", "个月", 120),
    /// Days of a sentence or probation: the first day counts, never postponed.
    CRIMINAL_DAYS("CD", "日", 9999),
    /// Months of a sentence or probation: to the day before the corresponding day, never postponed
    /// (刑诉法解释第二百零二条第二款).
    CRIMINAL_MONTHS("CM", "个月", 1200),
    /// Years of a sentence or probation: as months of a sentence.
    CRIMINAL_YEARS("CY", "年", 100);

    private final String symbol;
    private final String label;
    private final int most;

    Unit(String symbol, String label, int most) {
        this.symbol = symbol;
        this.label = label;
        this.most = most;
    }

    /// How the unit is written in a term: `H D WD M Y PM CD CM CY`.
    public String symbol() {
        return symbol;
    }

    /// The unit in Chinese, as it follows a number: `30 日`, `10 个工作日`.
    public String label() {
        return label;
    }

    /// The greatest amount a term may have, so that a slip of the pen is refused and not computed.
    public int most() {
        return most;
    }

    /// Whether this is a sentence or probation: its first day counts, it can be neither suspended nor extended here.
    public boolean criminal() {
        return switch (this) {
            case CRIMINAL_DAYS, CRIMINAL_MONTHS, CRIMINAL_YEARS -> true;
            case HOURS, DAYS, WORKING_DAYS, MONTHS, YEARS, PROCEDURE_MONTHS -> false;
        };
    }

    /// The only fate the last day can have, or [LastDay#ROLLS] where a term may choose otherwise.
    LastDay usualLastDay() {
        return this == HOURS || criminal() ? LastDay.FIXED : LastDay.ROLLS;
    }

    /// Whether a term may write `!`: hours and sentences never roll, working days never need to.
    boolean mayChooseLastDay() {
        return usualLastDay() == LastDay.ROLLS && this != WORKING_DAYS;
    }
}
