package org.maplebridge.kernel.stats;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What was counted, for scenes that look back: the same figures as on the page, by whole months. Needs a transaction.
@Component
public class Tallies {

    private static final UUID NEWEST = new UUID(-1, -1);

    private static final String BY_PLACE = """
        select c.area, c.category, sum(c.matters) as matters
          from stats.counted c
         where c.metric = :metric and c.span = 'MONTH' and c.day between :from and :to
         group by 1, 2
         order by 1, 2\
        """;

    private static final String COUNT = """
        select coalesce(sum(c.matters), 0)
          from stats.counted c
         where c.metric = :metric and c.span = 'MONTH' and c.day between :from and :to
           and (c.area = :area or c.area like :below)
           and (cast(:category as text) is null or c.category = cast(:category as text))\
        """;

    private final JdbcClient db;
    private final Metrics metrics;
    private final CountedStore counted;
    private final Counting counting;

    Tallies(JdbcClient db, Metrics metrics, CountedStore counted, Counting counting) {
        this.db = db;
        this.metrics = metrics;
        this.counted = counted;
        this.counting = counting;
    }

    /// Counts now, and not only at the next round: after much has come in at once. In a transaction of its own.
    public void countNow() {
        counting.refresh();
    }

    /// How many of a category were counted in exactly this area.
    public record Tally(String area, String category, long matters) {}

    /// Until when it is counted; empty before it was counted at all.
    public Optional<Instant> cutOff() {
        return counting.cutOff();
    }

    /// What was counted from the first day of a month to the last of one.
    public List<Tally> byPlace(String metric, LocalDate from, LocalDate to) {
        return db.sql(BY_PLACE)
                .param("metric", metrics.metric(metric).name())
                .param("from", from)
                .param("to", to)
                .query((row, at) -> new Tally(row.getString("area"), row.getString("category"), row.getLong("matters")))
                .list();
    }

    /// How many there were in an area and below.
    ///
    /// @param category all of them if empty
    public long count(String metric, String area, Optional<String> category, LocalDate from, LocalDate to) {
        return db.sql(COUNT)
                .param("metric", metrics.metric(metric).name())
                .param("area", area)
                .param("below", area + ".%")
                .param("category", category.orElse(null))
                .param("from", from)
                .param("to", to)
                .query(Long.class)
                .single();
    }

    /// Which ones, as the scope sees them, the newest first.
    public List<UUID> matters(String metric, String area, String category, LocalDate from, LocalDate to, int limit) {
        var filter = new CountedStore.Filter(
                new Asked(area, from, to), Optional.of(category), Optional.empty(), Optional.empty(), false);
        return counted.page(metrics.metric(metric), filter, NEWEST, limit);
    }
}
