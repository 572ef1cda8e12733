package org.maplebridge.kernel.stats;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.access.Throttle;
import org.maplebridge.kernel.ground.Allowed;
import org.maplebridge.kernel.ground.Problem;
import org.maplebridge.kernel.ground.Refused;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.orgs.Area;
import org.maplebridge.kernel.orgs.Directory;
import org.maplebridge.kernel.orgs.Offices;
import org.maplebridge.kernel.parameters.Parameters;
import org.maplebridge.kernel.stats.CountedStore.By;
import org.maplebridge.kernel.stats.Figures.CountedPlace;
import org.maplebridge.kernel.stats.Figures.Figure;
import org.maplebridge.kernel.stats.Figures.Group;
import org.maplebridge.kernel.stats.Metric.Sum;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Figures of an area, for those whose office works there: each with its definition, its denominator, until when it is
/// counted, and what it counts.
@RestController
class StatsDesk {

    /// A drawing of more weeks shows nothing more.
    private static final int MOST_YEARS_BY_WEEK = 3;

    private final Transactions transactions;
    private final Metrics metrics;
    private final CountedStore counted;
    private final Figures figures;
    private final PooledFigures pooled;
    private final Counting counting;
    private final Offices offices;
    private final Parameters parameters;
    private final Throttle throttle;

    StatsDesk(
            Transactions transactions,
            Metrics metrics,
            CountedStore counted,
            Figures figures,
            PooledFigures pooled,
            Counting counting,
            Offices offices,
            Parameters parameters,
            Throttle throttle) {
        this.transactions = transactions;
        this.metrics = metrics;
        this.counted = counted;
        this.figures = figures;
        this.pooled = pooled;
        this.counting = counting;
        this.offices = offices;
        this.parameters = parameters;
        this.throttle = throttle;
    }

    /// @param cutOff until when it is counted; absent before it was counted at all
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Rings(
            Optional<OffsetDateTime> cutOff,
            CountedPlace area,
            List<CountedPlace> areas,
            LocalDate from,
            LocalDate to,
            List<Figure> figures) {}

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
                            .map(metric -> figure(work, directory, actor, metric, sums, asked))
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
            if (broken.filter(By.WEEK::equals).isPresent()) {
                weekly(found, asked);
            }
            var sums = counted.totals(List.of(found), asked);
            return new Broken(
                    cutOff(),
                    place(directory, asked.area()),
                    asked.from(),
                    asked.to(),
                    figure(work, directory, actor, found, sums, asked),
                    broken.map(StatsDesk::word),
                    broken.map(each -> groups(work, directory, actor, found, asked, each))
                            .orElse(List.of()));
        });
    }

    /// @throws Refused with 422 for what is told by whole months only, or for more weeks than a drawing shows
    private static void weekly(Metric metric, Asked asked) {
        if (metric.pooled()) {
            throw new Refused(
                    Problem.fields(List.of(new Problem.Field("by", "“" + metric.title() + "”按整月合并才显示，请按月看。"))));
        }
        if (asked.from().plusYears(MOST_YEARS_BY_WEEK).isBefore(asked.to())) {
            throw new Refused(
                    Problem.fields(List.of(new Problem.Field("from", "按周最多看 " + MOST_YEARS_BY_WEEK + " 年，再长请按月看。"))));
        }
    }

    private Figure figure(
            Work work, Directory directory, Actor actor, Metric metric, Map<String, Sum> sums, Asked asked) {
        if (!metric.pooled()) {
            return figures.figure(metric, sums, asked);
        }
        var told = told(work, directory, actor, metric, asked);
        var within = told.map(range -> counted.totals(List.of(metric), range)).orElse(sums);
        return figures.pooled(metric, asked, told, within.getOrDefault(metric.name(), Sum.NONE));
    }

    private Optional<Asked> told(Work work, Directory directory, Actor actor, Metric metric, Asked asked) {
        return pooled.told(metric, asked, Asked.own(directory, actor, Optional.empty()), work.today());
    }

    private List<Group> groups(Work work, Directory directory, Actor actor, Metric metric, Asked asked, By by) {
        var told = metric.pooled() ? told(work, directory, actor, metric, asked) : Optional.of(asked);
        var range = told.orElse(asked);
        var parts = new TreeMap<>(counted.groups(metric, range, by));
        if (by == By.SOURCE && metric.unit().sums()) {
            // a channel through which nothing comes is told too
            metric.sources().forEach(source -> parts.putIfAbsent(source, Sum.NONE));
        }
        var hidden = !metric.pooled()
                ? Set.<String>of()
                : told.isEmpty() ? parts.keySet() : pooled.hidden(metric, range, by, parts);
        return parts.entrySet().stream()
                .map(part -> figures.group(metric, directory, range, by, part, hidden.contains(part.getKey())))
                .toList();
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
                .orElseThrow(() -> new Refused(Problem.fields(List.of(new Problem.Field(
                        "by", "应是 month（按月）、week（按周）、area（按地方）、agency（按单位）、category（按类别）、source（按来源）之一。")))));
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
}
