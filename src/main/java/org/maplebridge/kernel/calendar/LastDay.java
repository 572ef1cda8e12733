package org.maplebridge.kernel.calendar;

/// What happens when the last day of a period is a rest day.
public enum LastDay {
    /// It moves to the first day after the rest days (民法典第二百零三条第一款、民事诉讼法第八十五条第三款).
    ROLLS(""),
    /// It stays where it is. Written `!`.
    FIXED("!"),
    /// It stays because somebody is held in custody (刑事诉讼法第一百零五条第四款). Written `!custody`.
    FIXED_IN_CUSTODY("!custody");

    private final String mark;

    LastDay(String mark) {
        this.mark = mark;
    }

    /// The ending of a term's text form: empty, `!` or `!custody`.
    public String mark() {
        return mark;
    }
}
