package org.maplebridge.kernel.calendar;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The length of a period, as a law or a parameter states it.
///
/// Its text form, used in parameters, is `amount unit [ "!" [ "custody" ] ]` without blanks:
///
/// | text | means |
/// | --- | --- |
/// | `48H` | 48 hours |
/// | `30D` | 30 calendar days, the end postponed past rest days |
/// | `10WD` | 10 working days |
/// | `3M` · `1Y` | 3 months · 1 year |
/// | `6M!` | 6 months, the end not postponed |
/// | `37D!custody` | 37 days, the end not postponed because of custody (刑事诉讼法第一百零五条第四款) |
/// | `2PM!custody` | 2 months of criminal procedure |
/// | `42CM` · `1CY` · `15CD` | a sentence or probation of 42 months · 1 year · 15 days |
///
/// @param amount  how many, from 1 to [Unit#most()]
/// @param unit    of what
/// @param lastDay whether the last day rolls past rest days
public record Term(int amount, Unit unit, LastDay lastDay) {

    private static final String SYMBOLS =
            Arrays.stream(Unit.values()).map(Unit::symbol).collect(Collectors.joining("|"));
    private static final Pattern TEXT = Pattern.compile("([1-9][0-9]{0,3})(" + SYMBOLS + ")(!|!custody)?");

    /// @throws IllegalArgumentException when the amount is out of range or the unit has no such last day
    public Term {
        if (amount < 1 || amount > unit.most()) {
            throw new IllegalArgumentException(
                    "期限的数值应在 1 至 %d 之间（单位：%s），现为 %d".formatted(unit.most(), unit.label(), amount));
        }
        if (lastDay != unit.usualLastDay() && !unit.mayChooseLastDay()) {
            throw new IllegalArgumentException("单位 %s 的末日规则由其性质决定，不能另选是否顺延".formatted(unit.symbol()));
        }
    }

    /// A term whose last day has the fate usual for its unit.
    public static Term of(int amount, Unit unit) {
        return new Term(amount, unit, unit.usualLastDay());
    }

    public static Term hours(int amount) {
        return of(amount, Unit.HOURS);
    }

    public static Term days(int amount) {
        return of(amount, Unit.DAYS);
    }

    public static Term workingDays(int amount) {
        return of(amount, Unit.WORKING_DAYS);
    }

    public static Term months(int amount) {
        return of(amount, Unit.MONTHS);
    }

    public static Term years(int amount) {
        return of(amount, Unit.YEARS);
    }

    /// The same length, its last day staying where it falls.
    ///
    /// @throws IllegalArgumentException for units that leave no choice
    public Term fixed() {
        return new Term(amount, unit, LastDay.FIXED);
    }

    /// The same length while somebody is in custody (刑事诉讼法第一百零五条第四款).
    ///
    /// @throws IllegalArgumentException for units that leave no choice
    public Term inCustody() {
        return new Term(amount, unit, LastDay.FIXED_IN_CUSTODY);
    }

    /// Reads the text form.
    ///
    /// @throws IllegalArgumentException in Chinese, when the text is no term
    public static Term parse(String text) {
        Matcher m = TEXT.matcher(text);
        if (!m.matches()) {
            throw new IllegalArgumentException("「%s」不是期限。写法：数值 + 单位（%s），如 10WD、30D、48H、3M、1Y；末日不顺延加「!」，在押加「!custody」"
                    .formatted(shortened(text), SYMBOLS.replace("|", " ")));
        }
        Unit unit = unitOf(m.group(2));
        String mark = m.group(3);
        int amount = Integer.parseInt(m.group(1));
        if (mark == null) {
            return of(amount, unit);
        }
        if (!unit.mayChooseLastDay()) {
            throw new IllegalArgumentException("「%s」：单位 %s 本来就不顺延，不写「!」".formatted(text, unit.symbol()));
        }
        return new Term(amount, unit, mark.equals(LastDay.FIXED.mark()) ? LastDay.FIXED : LastDay.FIXED_IN_CUSTODY);
    }

    /// The text form; [#parse(String)] reads it back.
    public String text() {
        return amount + unit.symbol() + (unit.mayChooseLastDay() ? lastDay.mark() : "");
    }

    /// The term in Chinese: `30 日`, `10 个工作日`.
    public String label() {
        return amount + " " + unit.label();
    }

    private static Unit unitOf(String symbol) {
        return Arrays.stream(Unit.values())
                .filter(unit -> unit.symbol().equals(symbol))
                .findFirst()
                .orElseThrow();
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }
}
