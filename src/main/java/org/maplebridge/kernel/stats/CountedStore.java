package org.maplebridge.kernel.stats;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.maplebridge.kernel.stats.Metric.Sum;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Reads what was counted, and which matters that were. Whole months are read as such, only the days at both ends as
/// days; weeks are summed from days.
@Component
class CountedStore {

    /// Where counting what the reader may see stops.
    static final int MOST_LOOKED_AT = 10_000;

    private static final String SUMS = """
        select c.metric, KEY as key, sum(c.numerator) as numerator, sum(c.denominator) as denominator,
               sum(c.matters) as matters
          from stats.counted c
         where c.metric = any (:metrics)
           and (c.area = :area or c.area like :below)
           and (c.span = 'MONTH' and c.day >= :first and c.day < :after
                or c.span = 'DAY' and c.day between :from and :to
                   and not (c.day >= :first and c.day < :after))
         group by 1, 2\
        """;

    private static final String CROSSED =
            SUMS.replace("KEY as key", "KEY as key, OTHER as other").replace("group by 1, 2", "group by 1, 2, 3");

    private static final String BEHIND = """
         from (ROWS) r
        where r.day between :from and :to
          and (r.area = :area or r.area like :below)\
        """;

    private static final String OF_CATEGORY = "\n and coalesce(r.category, '') = :category";

    private static final String OF_AGENCY =
            "\n and coalesce(r.agency, '00000000-0000-0000-0000-000000000000') = :agency";

    /// What was received before is gathered once; only the few of it are asked for what they came by.
    private static final String OF_SOURCE = """

        and coalesce(case when r.matter in (select e.id from stats.received_before e)
                          then (select b.source from stats.received_before b where b.id = r.matter)
                          else (select s.source from matters.matter s where s.id = r.matter) end, '') = :source\
        """;

    /// From the channel by its index to the few that came through it, and not past all that came through others.
    private static final String THROUGH = """

        and r.matter in (select s.id from matters.matter s where s.source = :source
                         union all
                         select b.id from stats.received_before b where b.source = :source)\
        """;

    private static final String HIT = "\n and r.numerator <> 0";

    private static final String PAGE = """
        select r.matter BEHIND
          and r.matter < :before
        order by r.matter desc
        limit :limit\
        """;

    private static final String SEEN = "select count(*) from (select BEHIND\n limit :limit) c";

    /// A plan for all channels would be one for the busiest.
    private static final String FOR_THESE_VALUES = "select set_config('plan_cache_mode', 'force_custom_plan', true)";

    private static final String RECURRING = """
        select v.metric, v.series, v.about
          from stats.recurring v
         where v.metric = any (:metrics) and (v.area = :area or v.area like :below)
         order by v.metric, v.series, v.about desc\
        """;

    private final JdbcClient db;

    CountedStore(JdbcClient db) {
        this.db = db;
    }

    /// By what a figure is broken down.
    enum By {
        MONTH("to_char(c.day, 'YYYY-MM')"),
        /// By its Monday.
        WEEK("to_char(date_trunc('week', c.day), 'YYYY-MM-DD')"),
        AREA("regexp_substr(c.area, '^([^.]+[.]){0,PARTS}[^.]+')"),
        AGENCY("c.agency::text"),
        CATEGORY("c.category"),
        SOURCE("c.source");

        private final String key;

        By(String key) {
            this.key = key;
        }

        private String in(Asked asked) {
            return key.replace("PARTS", Integer.toString(asked.partsBelow() - 1));
        }
    }

    /// What is asked of the matters behind a figure.
    ///
    /// @param hit only those in the numerator
    record Filter(
            Asked asked, Optional<String> category, Optional<UUID> agency, Optional<String> source, boolean hit) {}

    Map<String, Sum> totals(List<Metric> metrics, Asked asked) {
        var found = new LinkedHashMap<String, Sum>();
        summed(SUMS.replace("KEY", "''"), metrics, asked, true)
                .query(CountedStore::row)
                .list()
                .forEach(row -> found.put(row.metric(), row.sum()));
        return found;
    }

    /// By key, in order of the keys.
    Map<String, Sum> groups(Metric metric, Asked asked, By by) {
        var found = new java.util.TreeMap<String, Sum>();
        summed(SUMS.replace("KEY", by.in(asked)), List.of(metric), asked, by != By.WEEK)
                .query(CountedStore::row)
                .list()
                .forEach(row -> found.put(row.key(), row.sum()));
        return found;
    }

    /// How many matters are of one part and of one of the other breakdown at once.
    record Crossing(String key, String other, long matters) {}

    List<Crossing> crossed(Metric metric, Asked asked, By by, By other) {
        var sql = CROSSED.replace("KEY", by.in(asked)).replace("OTHER", other.in(asked));
        return summed(sql, List.of(metric), asked, true)
                .query((row, at) -> new Crossing(row.getString("key"), row.getString("other"), row.getLong("matters")))
                .list();
    }

    private record Row(String metric, String key, Sum sum) {}

    private static Row row(ResultSet row, int at) throws SQLException {
        return new Row(
                row.getString("metric"),
                row.getString("key"),
                new Sum(row.getBigDecimal("numerator"), row.getBigDecimal("denominator"), row.getLong("matters")));
    }

    /// @param months whether whole months may be read as such
    private JdbcClient.StatementSpec summed(String sql, List<Metric> metrics, Asked asked, boolean months) {
        return db.sql(sql)
                .param("metrics", metrics.stream().map(Metric::name).toArray(String[]::new))
                .param("area", asked.area())
                .param("below", asked.area() + ".%")
                .param("from", asked.from())
                .param("to", asked.to())
                .param("first", asked.firstMonth())
                .param("after", months ? asked.afterMonths() : asked.firstMonth());
    }

    /// The matters behind a figure as the scope sees them, the newest first, before the given one.
    List<UUID> page(Metric metric, Filter filter, UUID before, int limit) {
        return filtered(PAGE, metric, filter)
                .param("before", before)
                .param("limit", limit)
                .query((row, at) -> row.getObject("matter", UUID.class))
                .list();
    }

    /// How many of them the scope sees, as far as it is counted.
    long seen(Metric metric, Filter filter) {
        return filtered(SEEN, metric, filter)
                .param("limit", MOST_LOOKED_AT)
                .query(Long.class)
                .single();
    }

    private JdbcClient.StatementSpec filtered(String sql, Metric metric, Filter filter) {
        var asked = filter.asked();
        if (filter.source().isPresent()) {
            db.sql(FOR_THESE_VALUES).query(String.class).single();
        }
        return db.sql(sql.replace("BEHIND", behind(filter)).replace("ROWS", metric.rows()))
                .param("from", asked.from())
                .param("to", asked.to())
                .param("area", asked.area())
                .param("below", asked.area() + ".%")
                .params(values(filter));
    }

    /// Only what is asked for stands in the statement.
    private static String behind(Filter filter) {
        return BEHIND
                + (filter.category().isPresent() ? OF_CATEGORY : "")
                + (filter.agency().isPresent() ? OF_AGENCY : "")
                + (filter.source().isPresent() ? OF_SOURCE : "")
                + (filter.source().filter(name -> !name.isEmpty()).isPresent() ? THROUGH : "")
                + (filter.hit() ? HIT : "");
    }

    private static Map<String, Object> values(Filter filter) {
        var values = new HashMap<String, Object>();
        filter.category().ifPresent(category -> values.put("category", category));
        filter.agency().ifPresent(agency -> values.put("agency", agency));
        filter.source().ifPresent(source -> values.put("source", source));
        return values;
    }

    /// Matters of people who come again and again, as the scope sees them: one list for each of those people.
    List<List<UUID>> recurring(List<Metric> metrics, String area) {
        var found = new LinkedHashMap<String, List<UUID>>();
        db.sql(RECURRING)
                .param("metrics", metrics.stream().map(Metric::name).toArray(String[]::new))
                .param("area", area)
                .param("below", area + ".%")
                .query(row -> {
                    found.computeIfAbsent(row.getString("metric") + row.getInt("series"), unseen -> new ArrayList<>())
                            .add(row.getObject("about", UUID.class));
                });
        return List.copyOf(found.values());
    }

    /// Sums by category over two spans of days that follow one another.
    Map<String, Sum> categories(Metric metric, String area, LocalDate from, LocalDate to) {
        return groups(metric, new Asked(area, from, to), By.CATEGORY);
    }
}
