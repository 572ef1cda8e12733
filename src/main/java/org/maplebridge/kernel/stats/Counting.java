package org.maplebridge.kernel.stats;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.maplebridge.kernel.ground.Loop;
import org.maplebridge.kernel.ground.Looping;
import org.maplebridge.kernel.ground.Scope;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.orgs.Area;
import org.maplebridge.kernel.orgs.Offices;
import org.maplebridge.kernel.parameters.Parameters;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Counts everything anew every quarter of an hour: one scan for each metric, all in one transaction, so that all
/// figures speak of one moment. Of several processes one does it. Only rows that have changed are written.
@Component
final class Counting implements Looping {

    static final Scope SCOPE = Scope.job("stats");

    private static final Logger LOG = LoggerFactory.getLogger(Counting.class);
    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final String LEAD = "select pg_try_advisory_xact_lock(7226413)";
    private static final String CUT_OFF = "select cut_off from stats.state";
    private static final String CUT = "update stats.state set cut_off = :now";

    private static final String CHECK = """
        select r.matter::uuid, r.area::text, r.agency::uuid, r.category::text, r.day::date, r.numerator::numeric,
               r.denominator::numeric
          from (ROWS) r
         where false\
        """;

    private static final String COUNT = """
        with fresh as materialized (
            select case when grouping(r.day) = 0 then 'DAY' else 'MONTH' end as span,
                   coalesce(r.day, r.month) as day, r.area, r.agency, r.category, r.source,
                   sum(r.numerator) as numerator, sum(r.denominator) as denominator, count(*) as matters
              from (select x.day, date_trunc('month', x.day)::date as month, x.area,
                           coalesce(x.agency, '00000000-0000-0000-0000-000000000000') as agency,
                           coalesce(x.category, '') as category,
                           coalesce(case when b.id is null then s.source else b.source end, '') as source,
                           x.numerator, x.denominator
                      from (ROWS) x
                      left join matters.matter s on s.id = x.matter
                      left join stats.received_before b on b.id = x.matter) r
             group by grouping sets ((r.day, r.area, r.agency, r.category, r.source),
                                     (r.month, r.area, r.agency, r.category, r.source))),
        gone as (
            delete from stats.counted c
             where c.metric = :metric
               and not exists (select from fresh f
                                where (f.span, f.day, f.area, f.agency, f.category, f.source)
                                    = (c.span, c.day, c.area, c.agency, c.category, c.source)))
        insert into stats.counted as c
               (metric, span, day, area, agency, category, source, numerator, denominator, matters)
        select :metric, f.span, f.day, f.area, f.agency, f.category, f.source, f.numerator, f.denominator, f.matters
          from fresh f
            on conflict (metric, span, day, area, agency, category, source) do update
               set numerator = excluded.numerator, denominator = excluded.denominator, matters = excluded.matters
             where (c.numerator, c.denominator, c.matters)
                   is distinct from (excluded.numerator, excluded.denominator, excluded.matters)\
        """;

    private static final String STALE = "delete from stats.counted where not (metric = any (:metrics))";

    private static final String FORGET = "delete from stats.recurring";
    /// Somebody is known again by number, or by name and phone; those merged are one.
    private static final String RECURRING = """
        with involved as (
            select distinct coalesce(x.merged_into, x.id) as who, r.matter, r.area
              from (ROWS) r
              join matters.party p on p.matter = r.matter and p.role not like 'kernel.%'
              join people.persona x on x.id = p.persona
             where r.day > :since),
        often as (
            select who, row_number() over (order by who) as series
              from involved
             group by who
            having count(*) >= :least)
        insert into stats.recurring (metric, series, about, area)
        select :metric, o.series, i.matter, i.area
          from often o
          join involved i on i.who = o.who\
        """;

    private final Transactions transactions;
    private final JdbcClient db;
    private final Metrics metrics;
    private final Caseloads caseloads;
    private final Parameters parameters;
    private final Offices offices;
    private final boolean automatic;
    private final Loop loop = new Loop("stats", PAUSE, this::round);

    Counting(
            Transactions transactions,
            JdbcClient db,
            Metrics metrics,
            Caseloads caseloads,
            Parameters parameters,
            Offices offices,
            Environment settings) {
        this.transactions = transactions;
        this.db = db;
        this.metrics = metrics;
        this.caseloads = caseloads;
        this.parameters = parameters;
        this.offices = offices;
        boolean server = Looping.serving(settings);
        this.automatic = settings.getProperty("maple.stats", Boolean.class, server);
    }

    /// A metric whose statement PostgreSQL does not take stops the start.
    @Override
    public void start() {
        try {
            check();
        } catch (BadSqlGrammarException wrong) {
            throw new IllegalStateException("a metric can't be counted: " + wrong.getMessage(), wrong);
        } catch (RuntimeException away) {
            LOG.warn("the metrics are not checked yet: {}", away.getMessage());
        }
        Looping.super.start();
    }

    void check() {
        transactions.run(SCOPE, work -> {
            metrics.all().forEach(metric -> db.sql(with(CHECK, metric)).query().listOfRows());
            return caseloads.among(List.of()).isEmpty();
        });
    }

    private void round() {
        var due = transactions.run(SCOPE, work -> {
            var every = Duration.ofMinutes(number(work, "stats.refresh"));
            return cutOff().map(then -> !work.now().isBefore(then.plus(every))).orElse(true);
        });
        if (due) {
            refresh();
        }
    }

    /// Counts now, unless another process is at it; returns until when it is counted.
    Optional<Instant> refresh() {
        return transactions.run(SCOPE, work -> {
            if (db.sql(LEAD).query(Boolean.class).single()) {
                count(work);
            }
            return cutOff();
        });
    }

    private void count(Work work) {
        db.sql(STALE)
                .param("metrics", metrics.all().stream().map(Metric::name).toArray(String[]::new))
                .update();
        db.sql(FORGET).update();
        for (var metric : metrics.all()) {
            db.sql(with(COUNT, metric)).param("metric", metric.name()).update();
            if (metric.watched()) {
                db.sql(with(RECURRING, metric))
                        .param("metric", metric.name())
                        .param("since", work.today().minusDays(number(work, "stats.recurring.days")))
                        .param("least", number(work, "stats.recurring.least"))
                        .update();
            }
        }
        db.sql(CUT).param("now", work.now().atOffset(ZoneOffset.UTC)).update();
    }

    private static String with(String sql, Metric metric) {
        return sql.replace("ROWS", metric.rows());
    }

    /// Until when it is counted; empty before it was counted at all. Needs a transaction.
    Optional<Instant> cutOff() {
        return db.sql(CUT_OFF).query((row, at) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class))).stream()
                .flatMap(Optional::stream)
                .map(OffsetDateTime::toInstant)
                .findFirst();
    }

    private int number(Work work, String name) {
        var root = offices.at(work).rootArea().map(Area::path).orElse("");
        return parameters.at(work, name, root, work.today()).whole();
    }

    @Override
    public Loop loop() {
        return loop;
    }

    @Override
    public boolean automatic() {
        return automatic;
    }
}
