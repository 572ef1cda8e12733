package org.maplebridge.kernel.parameters;

import java.math.BigDecimal;
import java.util.Optional;
import org.maplebridge.kernel.calendar.Span;
import org.maplebridge.kernel.calendar.Term;

/// What sort of value a parameter has.
public enum Kind {
    /// A length of time, such as `30D` or `10WD`; see [Term#parse].
    TERM,
    /// A plain stretch of time that is no period of the law, such as `3D`, `12H` or `2WD`; see [Span].
    SPAN,
    /// A whole number, not below zero.
    WHOLE,
    /// Yuan, at most two decimals.
    MONEY,
    /// A share between 0 and 1.
    RATIO,
    /// Words.
    TEXT;

    /// What is wrong with a value of this kind, in Chinese; empty if nothing is.
    Optional<String> fault(String value) {
        try {
            return switch (this) {
                case TERM -> {
                    Term.parse(value);
                    yield Optional.empty();
                }
                case SPAN -> {
                    Span.parse(value);
                    yield Optional.empty();
                }
                case WHOLE -> when(!value.matches("\\d{1,9}"), "应是 0 到 999999999 的整数。");
                case MONEY -> when(!value.matches("\\d{1,15}(\\.\\d{1,2})?"), "应是金额（元），最多两位小数。");
                case RATIO ->
                    when(
                            new BigDecimal(value).compareTo(BigDecimal.ONE) > 0 || value.startsWith("-"),
                            "应是 0 到 1 之间的比例，如 0.35。");
                case TEXT -> when(value.isBlank(), "不能为空。");
            };
        } catch (NumberFormatException notNumber) {
            return Optional.of("应是 0 到 1 之间的比例，如 0.35。");
        } catch (IllegalArgumentException notTerm) {
            return Optional.of(String.valueOf(notTerm.getMessage()));
        }
    }

    private static Optional<String> when(boolean wrong, String message) {
        return wrong ? Optional.of(message) : Optional.empty();
    }
}
