package org.maplebridge.kernel.stats;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.maplebridge.kernel.ground.DataFiles.DataFile;

/// A figure as a scene's data file defines it: the words in which it is explained, and a statement that returns what is
/// counted. Everything else is the same for all.
///
/// @param ring in which of the five rings it stands
/// @param version raised whenever the definition or what is counted changes, so that nobody compares two of them
/// @param denominator what it is a share of, in words
/// @param least the smallest denominator for which a value is shown
/// @param target what is aimed at everywhere, if something is
/// @param pooled  whether it comes from what single people said: told of many at once only, in blocks of whole months
/// @param watched whether a rise of one category is warned of
/// @param rows returns (matter, area, agency, category, day, numerator, denominator)
/// @param words the file, for the names of categories
record Metric(
        String name,
        String title,
        Ring ring,
        int version,
        String definition,
        String denominator,
        Unit unit,
        int least,
        Optional<Goal> target,
        boolean pooled,
        boolean watched,
        String rows,
        DataFile words) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /// @param from where it began, as the source says
    record Goal(BigDecimal value, Optional<BigDecimal> from, String source) {}

    enum Ring {
        SENSE("即时感知"),
        SETTLE("多元调处"),
        DUTY("责任监督"),
        FEEDBACK("考评反馈"),
        WARN("预警研判");

        private final String title;

        Ring(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }
    }

    enum Unit {
        PERCENT("%"),
        DAYS("天"),
        COUNT("件"),
        YUAN("元");

        private final String title;

        Unit(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }

        /// Whether it is a sum and not a quotient.
        boolean sums() {
            return this == COUNT || this == YUAN;
        }
    }

    /// What was added up.
    record Sum(BigDecimal numerator, BigDecimal denominator, long matters) {

        static final Sum NONE = new Sum(BigDecimal.ZERO, BigDecimal.ZERO, 0);

        Sum plus(Sum other) {
            return new Sum(numerator.add(other.numerator), denominator.add(other.denominator), matters + other.matters);
        }
    }

    /// The same with what CLEARED stands for in its statement.
    Metric filled(String cleared) {
        var statement = rows.replace("CLEARED", cleared);
        return new Metric(
                name,
                title,
                ring,
                version,
                definition,
                denominator,
                unit,
                least,
                target,
                pooled,
                watched,
                statement,
                words);
    }

    /// Whether too little was counted to show a value.
    boolean small(Sum sum) {
        return !unit.sums() && sum.denominator().compareTo(BigDecimal.valueOf(least)) < 0;
    }

    /// Empty where too little was counted.
    Optional<BigDecimal> value(Sum sum) {
        if (small(sum)) {
            return Optional.empty();
        }
        return Optional.of(
                switch (unit) {
                    case COUNT -> sum.numerator().setScale(0, RoundingMode.HALF_UP);
                    case YUAN -> sum.numerator().setScale(2, RoundingMode.HALF_UP);
                    case PERCENT ->
                        sum.numerator().multiply(HUNDRED).divide(sum.denominator(), 2, RoundingMode.HALF_UP);
                    case DAYS -> sum.numerator().divide(sum.denominator(), 1, RoundingMode.HALF_UP);
                });
    }

    /// What a category is called.
    String category(String code) {
        return code.isEmpty() ? "没有分类" : words.section("Category").path(code).asString(code);
    }

    /// What a source is called.
    String source(String code) {
        return code.isEmpty() ? "没有写来源" : words.section("Source").path(code).asString(code);
    }

    /// The sources its scene knows of, those that an import sets left out.
    List<String> sources() {
        return words.section("Source").propertyNames().stream()
                .filter(code -> !code.equals("IMPORTED"))
                .toList();
    }
}
