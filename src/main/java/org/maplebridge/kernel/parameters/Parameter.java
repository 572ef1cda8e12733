package org.maplebridge.kernel.parameters;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.maplebridge.kernel.calendar.Span;
import org.maplebridge.kernel.calendar.Term;
import org.maplebridge.kernel.orgs.Area;

/// One version of one number: its value, since when, where, and on what grounds.
///
/// @param version names this version for ever: `base:disputes.accept@2011-01-01` (with `@33.07` before the day where an
///     area is meant) for what a release brings, the id of the edit for what a person entered
/// @param name    such as `disputes.accept`
/// @param title   in Chinese
/// @param value   as text; see [#term], [#span], [#whole], [#decimal]
/// @param unit    in Chinese where the kind doesn't say it, such as 次
/// @param area    path of the area it holds in; empty: everywhere
/// @param from    the first day it is in force
/// @param until   the last day it is in force; empty: until further notice
/// @param article where the law says so
/// @param author  who entered it
/// @param approver who approved it; empty for what a release or a job brings
/// @param reason  why
public record Parameter(
        String version,
        String name,
        String title,
        String value,
        Kind kind,
        Optional<String> unit,
        Optional<String> area,
        LocalDate from,
        Optional<LocalDate> until,
        Optional<String> article,
        Verification verification,
        String author,
        Optional<String> approver,
        String reason) {

    /// Its value as a length of time.
    ///
    /// @throws IllegalStateException if it is of another kind
    public Term term() {
        return Term.parse(of(Kind.TERM));
    }

    /// Its value as a plain stretch of time.
    ///
    /// @throws IllegalStateException if it is of another kind
    public Span span() {
        return Span.parse(of(Kind.SPAN));
    }

    /// Its value as a whole number.
    ///
    /// @throws IllegalStateException if it is of another kind
    public int whole() {
        return Integer.parseInt(of(Kind.WHOLE));
    }

    /// Its value as a decimal: yuan, a share or a whole number.
    ///
    /// @throws IllegalStateException if it is of another kind
    public BigDecimal decimal() {
        return new BigDecimal(kind == Kind.MONEY || kind == Kind.WHOLE ? value : of(Kind.RATIO));
    }

    private String of(Kind wanted) {
        if (kind != wanted) {
            throw new IllegalStateException("parameter " + name + " is " + kind + ", not " + wanted);
        }
        return value;
    }

    /// Whether it is in force at a place on a day.
    public boolean holds(String path, LocalDate day) {
        return area.map(own -> Area.covers(own, path)).orElse(true)
                && !day.isBefore(from)
                && until.map(last -> !day.isAfter(last)).orElse(true);
    }
}
