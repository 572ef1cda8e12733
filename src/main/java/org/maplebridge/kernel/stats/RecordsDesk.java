package org.maplebridge.kernel.stats;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.ground.Allowed;
import org.maplebridge.kernel.ground.Page;
import org.maplebridge.kernel.ground.Problem;
import org.maplebridge.kernel.ground.Refused;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.matters.MatterRow;
import org.maplebridge.kernel.matters.MatterRowsView;
import org.maplebridge.kernel.orgs.Area;
import org.maplebridge.kernel.orgs.Offices;
import org.maplebridge.kernel.parameters.Parameter;
import org.maplebridge.kernel.parameters.Parameters;
import org.maplebridge.kernel.stats.CountedStore.Filter;
import org.maplebridge.kernel.stats.Metric.Sum;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The matters behind a figure, as far as the reader may see them, and what to look into: rises, and people who come
/// again and again.
@RestController
class RecordsDesk {

    private static final UUID LAST = new UUID(-1, -1);
    private static final int MOST_SHOWN = 200;

    private final Transactions transactions;
    private final Metrics metrics;
    private final CountedStore counted;
    private final Counting counting;
    private final MatterRowsView rows;
    private final Offices offices;
    private final Parameters parameters;

    RecordsDesk(
            Transactions transactions,
            Metrics metrics,
            CountedStore counted,
            Counting counting,
            MatterRowsView rows,
            Offices offices,
            Parameters parameters) {
        this.transactions = transactions;
        this.metrics = metrics;
        this.counted = counted;
        this.counting = counting;
        this.rows = rows;
        this.offices = offices;
        this.parameters = parameters;
    }

    /// @param seen how many the reader may see; absent on later pages, and above ten thousand
    /// @param hidden how many of those counted the reader may not see; absent where `seen` is, and where only a
    ///     part of what was counted is asked for
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Records(List<MatterRow> items, Optional<String> next, Optional<Long> seen, Optional<Long> hidden) {}

    /// One kind of matter that is on the rise.
    record Surge(
            String metric, String title, String category, String categoryTitle, long now, long before, String words) {}

    /// People who come again and again: how many, and those of their matters that the reader may see.
    record Recurring(int people, int days, int least, List<MatterRow> matters) {}

    /// @param recurring only for supervisors
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Warnings(
            Optional<OffsetDateTime> cutOff,
            String area,
            int days,
            List<Surge> surges,
            Optional<Recurring> recurring) {}

    /// @param hit whether only those in the numerator are asked for
    @GetMapping("/api/stats/{metric}/records")
    @Allowed(Allowed.Door.OFFICERS)
    Records records(
            @PathVariable String metric,
            @RequestParam Optional<String> area,
            @RequestParam Optional<LocalDate> from,
            @RequestParam Optional<LocalDate> to,
            @RequestParam Optional<String> category,
            @RequestParam Optional<UUID> agency,
            @RequestParam Optional<String> source,
            @RequestParam(defaultValue = "false") boolean hit,
            @RequestParam Optional<String> after,
            @RequestParam Optional<Integer> limit,
            Actor actor) {
        var found = metrics.metric(metric);
        if (found.pooled() && hit) {
            throw new Refused(
                    Problem.fields(List.of(new Problem.Field("hit", "“" + found.title() + "”由各人说的合起来算，谁怎么说的不单独列出。"))));
        }
        int most = Page.limit(limit);
        var before = after.map(RecordsDesk::key).orElse(LAST);
        return transactions.run(actor.scope(), work -> {
            var asked = Asked.of(work, offices.at(work), actor, area, from, to);
            var filter = new Filter(asked, category, agency, source, hit);
            var page = Page.cut(counted.page(found, filter, before, most + 1), most, id -> List.of(id.toString()));
            var seen = after.isPresent()
                    ? Optional.<Long>empty()
                    : Optional.of(counted.seen(found, filter)).filter(count -> count < CountedStore.MOST_LOOKED_AT);
            var hidden = seen.filter(count -> category.isEmpty() && agency.isEmpty() && source.isEmpty() && !hit)
                    .map(count -> Math.max(0, total(found, asked) - count));
            return new Records(rows.rows(work, actor, page.items()), page.next(), seen, hidden);
        });
    }

    private long total(Metric metric, Asked asked) {
        return counted.totals(List.of(metric), asked)
                .getOrDefault(metric.name(), Sum.NONE)
                .matters();
    }

    private static UUID key(String after) {
        try {
            return UUID.fromString(Page.decode(after, 1).path(0).asString());
        } catch (IllegalArgumentException foreign) {
            throw Page.foreign();
        }
    }

    @GetMapping("/api/stats/warnings")
    @Allowed(Allowed.Door.OFFICERS)
    Warnings warnings(@RequestParam Optional<String> area, Actor actor) {
        return transactions.run(actor.scope(), work -> {
            var asked = Asked.own(offices.at(work), actor, area);
            var watched = metrics.all().stream().filter(Metric::watched).toList();
            int days = number(work, "stats.surge.days").whole();
            var surges = new ArrayList<Surge>();
            watched.forEach(metric -> surges.addAll(surges(work, metric, asked, days)));
            return new Warnings(
                    counting.cutOff().map(StatsDesk::zoned),
                    asked,
                    days,
                    surges,
                    Optional.of(actor)
                            .filter(reader -> reader.has("kernel.supervisor"))
                            .map(reader -> recurring(work, reader, watched, asked)));
        });
    }

    private List<Surge> surges(Work work, Metric metric, String area, int days) {
        var today = work.today();
        var rise = number(work, "stats.surge.rise").decimal().doubleValue();
        int least = number(work, "stats.surge.least").whole();
        var before = counted.categories(metric, area, today.minusDays(2L * days - 1), today.minusDays(days));
        var found = new ArrayList<Surge>();
        counted.categories(metric, area, today.minusDays(days - 1L), today).forEach((category, sum) -> {
            long past = before.getOrDefault(category, Sum.NONE).matters();
            long now = sum.matters();
            if (now >= least && now > past * (1 + rise)) {
                var title = metric.category(category);
                var words = "近 " + days + " 天" + title + "类 " + now + " 件，前 " + days + " 天 " + past + " 件";
                found.add(new Surge(metric.name(), metric.title(), category, title, now, past, words));
            }
        });
        return found;
    }

    private Recurring recurring(Work work, Actor actor, List<Metric> watched, String area) {
        int least = number(work, "stats.recurring.least").whole();
        var seen = counted.recurring(watched, area).stream()
                .filter(each -> each.size() >= least)
                .toList();
        var ids =
                seen.stream().flatMap(List::stream).distinct().limit(MOST_SHOWN).toList();
        return new Recurring(
                seen.size(), number(work, "stats.recurring.days").whole(), least, rows.rows(work, actor, ids));
    }

    private Parameter number(Work work, String name) {
        var root = offices.at(work).rootArea().map(Area::path).orElse("");
        return parameters.at(work, name, root, work.today());
    }
}
