package org.maplebridge.kernel.stats;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.access.Throttle;
import org.maplebridge.kernel.ground.Allowed;
import org.maplebridge.kernel.ground.Problem;
import org.maplebridge.kernel.ground.Refused;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.orgs.Agency;
import org.maplebridge.kernel.orgs.Area;
import org.maplebridge.kernel.orgs.Directory;
import org.maplebridge.kernel.orgs.Offices;
import org.maplebridge.kernel.parameters.Parameters;
import org.maplebridge.kernel.stats.CountedStore.By;
import org.maplebridge.kernel.stats.Metric.Sum;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/// Figures of an area, for those whose office works there: each with its definition, its denominator, until when it is
/// counted, and what it counts.
@RestController
class StatsDesk {

    private final Transactions transactions;
    private final Metrics metrics;
    private final CountedStore counted;
    private final Register register;
    private final Counting counting;
    private final Offices offices;
    private final Parameters parameters;
    private final Throttle throttle;

    StatsDesk(
            Transactions transactions,
            Metrics metrics,
            CountedStore counted,
            Register register,
            Counting counting,
            Offices offices,
            Parameters parameters,
            Throttle throttle) {
        this.transactions = transactions;
        this.metrics = metrics;
        this.counted = counted;
        this.register = register;
        this.counting = counting;
        this.offices = offices;
        this.parameters = parameters;
        this.throttle = throttle;
    }

    /// An area by its name.
    record CountedPlace(String path, String name) {}

    /// A goal that stands beside a figure and was never computed.
    ///
    /// @param from where it began, as the source says
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Aim(BigDecimal value, Optional<BigDecimal> from, String source, Optional<Integer> year) {}

    /// @param denominator what it is a share of, in words
    /// @param value absent where too little was counted
    /// @param numerator absent where too little was counted
    /// @param of how many were counted
    /// @param matters how many matters stand behind it
    /// @param note why there is no value
    /// @param records where what was counted is listed
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Figure(
            String name,
            String title,
            Metric.Ring ring,
            String ringTitle,
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
            String records) {}

    /// @param cutOff until when it is counted; absent before it was counted at all
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Rings(
            Optional<OffsetDateTime> cutOff,
            CountedPlace area,
            List<CountedPlace> areas,
            LocalDate from,
            LocalDate to,
            List<Figure> figures) {}

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

    /// @param by how it is broken down, if it was asked
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Broken(
            Optional<OffsetDateTime> cutOff,
            CountedPlace area,
            LocalDate from,
            LocalDate to,
            Figure figure,
            Optional<String> by,
            List<Group> groups) {}

    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Refreshed(Optional<OffsetDateTime> cutOff) {}

    @GetMapping("/api/stats")
    @Allowed(Allowed.Door.OFFICERS)
    Rings rings(
            @RequestParam Optional<String> area,
            @RequestParam Optional<LocalDate> from,
            @RequestParam Optional<LocalDate> to,
            Actor actor) {
        return transactions.run(actor.scope(), work -> {
            var directory = offices.at(work);
            var asked = Asked.of(work, directory, actor, area, from, to);
            var sums = counted.totals(metrics.all(), asked);
            return new Rings(
                    cutOff(),
                    place(directory, asked.area()),
                    directory.children(asked.area()).stream()
                            .map(child -> new CountedPlace(child.path(), child.name()))
                            .toList(),
                    asked.from(),
                    asked.to(),
                    metrics.all().stream()
                            .map(metric -> figure(metric, sums, asked))
                            .toList());
        });
    }

    @GetMapping("/api/stats/{metric}")
    @Allowed(Allowed.Door.OFFICERS)
    Broken broken(
            @PathVariable String metric,
            @RequestParam Optional<String> area,
            @RequestParam Optional<LocalDate> from,
            @RequestParam Optional<LocalDate> to,
            @RequestParam Optional<String> by,
            Actor actor) {
        var found = metrics.metric(metric);
        var broken = by.filter(word -> !word.isBlank()).map(StatsDesk::by);
        return transactions.run(actor.scope(), work -> {
            var directory = offices.at(work);
            var asked = Asked.of(work, directory, actor, area, from, to);
            var sums = counted.totals(List.of(found), asked);
            return new Broken(
                    cutOff(),
                    place(directory, asked.area()),
                    asked.from(),
                    asked.to(),
                    figure(found, sums, asked),
                    broken.map(StatsDesk::word),
                    broken.map(each -> counted.groups(found, asked, each).entrySet().stream()
                                    .map(group -> group(found, directory, asked, each, group))
                                    .toList())
                            .orElse(List.of()));
        });
    }

    /// Counts now instead of within a quarter of an hour.
    @PostMapping("/api/stats/refresh")
    @Allowed(value = Allowed.Door.OFFICERS, roles = "kernel.supervisor")
    Refreshed refresh(Actor actor) {
        int most = transactions.run(
                actor.scope(),
                work -> parameters
                        .at(
                                work,
                                "stats.refreshes-per-minute",
                                offices.at(work).rootArea().map(Area::path).orElse(""),
                                work.today())
                        .whole());
        throttle.spend("stats-refresh", actor.person().toString(), most);
        return new Refreshed(counting.refresh().map(StatsDesk::zoned));
    }

    private static By by(String word) {
        return Arrays.stream(By.values())
                .filter(each -> word(each).equals(word))
                .findFirst()
                .orElseThrow(() -> new Refused(Problem.fields(
                        List.of(new Problem.Field("by", "应是 month（按月）、area（按地方）、agency（按单位）、category（按类别）之一。")))));
    }

    private static String word(By by) {
        return by.name().toLowerCase(Locale.ROOT);
    }

    private Optional<OffsetDateTime> cutOff() {
        return counting.cutOff().map(StatsDesk::zoned);
    }

    static OffsetDateTime zoned(Instant moment) {
        return moment.atZone(Work.ZONE).toOffsetDateTime();
    }

    private static CountedPlace place(Directory directory, String path) {
        return new CountedPlace(path, directory.fullName(path));
    }

    private Figure figure(Metric metric, Map<String, Sum> sums, Asked asked) {
        var sum = sums.getOrDefault(metric.name(), Sum.NONE);
        return new Figure(
                metric.name(),
                metric.title(),
                metric.ring(),
                metric.ring().title(),
                metric.definition(),
                metric.denominator(),
                metric.unit(),
                metric.unit().title(),
                metric.value(sum),
                numerator(metric, sum),
                plain(sum.denominator()),
                sum.matters(),
                note(metric, sum),
                register.aims(metric, asked),
                records(metric, asked));
    }

    private Group group(Metric metric, Directory directory, Asked asked, By by, Map.Entry<String, Sum> group) {
        var sum = group.getValue();
        var key = group.getKey();
        return new Group(
                key,
                label(metric, directory, asked, by, key),
                metric.value(sum),
                numerator(metric, sum),
                plain(sum.denominator()),
                sum.matters(),
                note(metric, sum),
                switch (by) {
                    case MONTH -> records(metric, month(asked, key));
                    case AREA -> records(metric, new Asked(key, asked.from(), asked.to()));
                    case AGENCY -> records(metric, asked) + "&agency=" + key;
                    case CATEGORY -> records(metric, asked) + "&category=" + key;
                });
    }

    private static Asked month(Asked asked, String key) {
        var month = java.time.YearMonth.parse(key);
        var first = month.atDay(1);
        var last = month.atEndOfMonth();
        return new Asked(
                asked.area(),
                first.isBefore(asked.from()) ? asked.from() : first,
                last.isAfter(asked.to()) ? asked.to() : last);
    }

    private static String label(Metric metric, Directory directory, Asked asked, By by, String key) {
        return switch (by) {
            case MONTH -> key.substring(0, 4) + "年" + Integer.parseInt(key.substring(5)) + "月";
            case AREA ->
                key.equals(asked.area())
                        ? "没有落到下一级的"
                        : directory.area(key).map(Area::name).orElse(key);
            case AGENCY ->
                directory.agency(UUID.fromString(key)).map(Agency::name).orElse("没有承办单位");
            case CATEGORY -> metric.category(key);
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
