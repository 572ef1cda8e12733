package org.maplebridge.kernel.calendar;

import com.fasterxml.jackson.annotation.JsonProperty;

/// What a day is, in the calendar of the State Council's notices.
public enum DayKind {
    WORKING("工作日"),
    /// A Saturday or Sunday that no notice has made a working day.
    @JsonProperty("REST")
    REST_WEEKEND("周末"),
    /// A day off of the notice, be it statutory, moved by exchange or a weekend inside the holiday.
    HOLIDAY("节假日"),
    /// A Saturday or Sunday on which the notice orders work.
    @JsonProperty("MAKE_UP")
    MAKE_UP_WORKDAY("调休上班"),
    /// The notice that decides about this day has not been entered.
    UNKNOWN("安排未录入");

    private final String label;

    DayKind(String label) {
        this.label = label;
    }

    /// The kind in Chinese.
    public String label() {
        return label;
    }

    /// Whether the day is certainly a rest day. An unknown day is not: a lower bound treats it as working.
    public boolean rest() {
        return this == REST_WEEKEND || this == HOLIDAY;
    }
}
