package org.maplebridge.kernel.stats;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.maplebridge.kernel.orgs.Agency;
import org.maplebridge.kernel.orgs.Area;
import org.maplebridge.kernel.orgs.Directory;
import org.maplebridge.kernel.stats.CountedStore.By;
import org.maplebridge.kernel.stats.Metric.Sum;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/// Figures as they are shown: with everything that is needed to doubt them.
@Component
class Figures {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("M月d日", Locale.CHINA);

    private final Register register;

    Figures(Register register) {
        this.register = register;
    }

    /// An area by its name.
    record CountedPlace(String path, String name) {}

    /// A goal that stands beside a figure and was never computed.
    ///
    /// @param from where it began, as the source says
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Aim(BigDecimal value, Optional<BigDecimal> from, String source, Optional<Integer> year) {}

    /// @param version of its definition
    /// @param denominator what it is a share of, in words
    /// @param value absent where too little was counted
    /// @param numerator absent where too little was counted
    /// @param of how many were counted
    /// @param matters how many matters stand behind it
    /// @param note why there is no value
    /// @param pooled whether it comes from what single people said: those in the numerator are never listed
    /// @param records where what was counted is listed
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Figure(
            String name,
            String title,
            Metric.Ring ring,
            String ringTitle,
            int version,
            String definition,
            String denominator,
            Metric.Unit unit,
            String unitTitle,
            Optional<BigDecimal> value,
            Optional<BigDecimal> numerator,
            BigDecimal of,
            long matters,
            Optional<String> note,
            List<Aim> aims,
            boolean pooled,
            String records) {}

    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Group(
            String key,
            String label,
            Optional<BigDecimal> value,
            Optional<BigDecimal> numerator,
            BigDecimal of,
            long matters,
            Optional<String> note,
            String records) {}

    Figure figure(Metric metric, Map<String, Sum> sums, Asked asked) {
        var sum = sums.getOrDefault(metric.name(), Sum.NONE);
        return figure(metric, asked, sum, metric.small(sum), note(metric, sum));
    }

    /// Of a metric that is told of whole blocks of months only.
    ///
    /// @param told over which days; empty if it isn't
    /// @param sum  what was counted in them, or else in all that was asked for
    Figure pooled(Metric metric, Asked asked, Optional<Asked> told, Sum sum) {
        var note = told.map(range -> "按整月合并，" + range.from() + " 到 " + range.to())
                .orElse(sum.matters() == 0 ? "这段时间没有可算的事项" : "样本不足 " + metric.least() + "，或者月份没有满，不显示");
        return figure(metric, told.orElse(asked), sum, told.isEmpty(), Optional.of(note));
    }

    private Figure figure(Metric metric, Asked asked, Sum sum, boolean hidden, Optional<String> note) {
        return new Figure(
                metric.name(),
                metric.title(),
                metric.ring(),
                metric.ring().title(),
                metric.version(),
                metric.definition(),
                metric.denominator(),
                metric.unit(),
                metric.unit().title(),
                hidden ? Optional.empty() : metric.value(sum),
                hidden ? Optional.empty() : numerator(metric, sum),
                plain(sum.denominator()),
                sum.matters(),
                note,
                register.aims(metric, asked),
                metric.pooled(),
                records(metric, asked));
    }

    /// @param hidden whether it must not be told
    Group group(Metric metric, Directory directory, Asked asked, By by, Map.Entry<String, Sum> group, boolean hidden) {
        var sum = group.getValue();
        var key = group.getKey();
        return new Group(
                key,
                label(metric, directory, asked, by, key),
                hidden ? Optional.empty() : metric.value(sum),
                hidden ? Optional.empty() : numerator(metric, sum),
                plain(sum.denominator()),
                sum.matters(),
                hidden ? Optional.of("样本不足 " + metric.least() + "，或者会推算出别处的，不显示") : note(metric, sum),
                switch (by) {
                    case MONTH -> records(metric, month(asked, key));
                    case WEEK -> records(metric, week(asked, LocalDate.parse(key)));
                    case AREA -> records(metric, new Asked(key, asked.from(), asked.to()));
                    case AGENCY -> records(metric, asked) + "&agency=" + key;
                    case CATEGORY -> records(metric, asked) + "&category=" + key;
                    case SOURCE -> records(metric, asked) + "&source=" + key;
                });
    }

    private static Asked month(Asked asked, String key) {
        var month = YearMonth.parse(key);
        return asked.within(month.atDay(1), month.atEndOfMonth());
    }

    private static Asked week(Asked asked, LocalDate monday) {
        return asked.within(monday, monday.plusDays(6));
    }

    private static String label(Metric metric, Directory directory, Asked asked, By by, String key) {
        return switch (by) {
            case MONTH -> key.substring(0, 4) + "年" + Integer.parseInt(key.substring(5)) + "月";
            case WEEK -> {
                var days = week(asked, LocalDate.parse(key));
                yield DAY.format(days.from()) + "至" + DAY.format(days.to());
            }
            case AREA ->
                key.equals(asked.area())
                        ? "没有落到下一级的"
                        : directory.area(key).map(Area::name).orElse(key);
            case AGENCY ->
                directory.agency(UUID.fromString(key)).map(Agency::name).orElse("没有承办单位");
            case CATEGORY -> metric.category(key);
            case SOURCE -> metric.source(key);
        };
    }

    private static Optional<BigDecimal> numerator(Metric metric, Sum sum) {
        return metric.value(sum).map(value -> plain(sum.numerator()));
    }

    /// Without zeros at its end.
    private static BigDecimal plain(BigDecimal number) {
        return new BigDecimal(number.stripTrailingZeros().toPlainString());
    }

    private static Optional<String> note(Metric metric, Sum sum) {
        if (!metric.small(sum)) {
            return Optional.empty();
        }
        return Optional.of(sum.matters() == 0 ? "这段时间没有可算的事项" : "样本不足 " + metric.least() + "，不显示");
    }

    private static String records(Metric metric, Asked asked) {
        return UriComponentsBuilder.fromPath("/api/stats/" + metric.name() + "/records")
                .queryParam("area", asked.area())
                .queryParam("from", asked.from())
                .queryParam("to", asked.to())
                .toUriString();
    }
}
