package org.maplebridge.kernel.alerts;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.maplebridge.kernel.ground.Batch;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.matters.Matters;
import org.maplebridge.kernel.matters.Matters.LimitKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The limits with which the checker could not do what it should. Each is put off by itself, so that it keeps no other
/// waiting; it is told, counted in health, and tried again.
@Component
class Retries {

    /// How long a limit is left alone after it failed.
    static final Duration PAUSE = Duration.ofMinutes(5);

    private static final Logger LOG = LoggerFactory.getLogger(Retries.class);

    private static final String PUT_OFF = """
            insert into alerts.retry (matter, deadline_no, clock, broken, failure, again_at)
            values (?, ?, ?, ?, ?, ?)
            on conflict (matter, deadline_no, clock) do update
               set broken = excluded.broken, failure = excluded.failure, again_at = excluded.again_at,
                   tries = alerts.retry.tries + 1""";

    private static final String DONE = """
            delete from alerts.retry
             where clock = ? and (matter, deadline_no) in (select * from unnest(?::uuid[], ?::int[]))""";

    private static final String FOR_THE_CLOCK = """
            select matter, deadline_no
              from alerts.retry
             where clock and again_at <= :now
             order by again_at
             limit :limit""";

    /// A limit that was met or fell away in the meantime needs no alarm any more.
    private static final String BROKEN = """
            select count(*)
              from alerts.retry r
              join matters.deadline d on d.matter = r.matter and d.no = r.deadline_no
             where r.broken and (d.alarm_at is not null or d.state = 'RUNNING')""";

    private final JdbcClient db;
    private final Matters matters;

    Retries(JdbcClient db, Matters matters) {
        this.db = db;
        this.matters = matters;
    }

    /// What could not be done.
    enum What {
        /// Its alarm could not be raised.
        ALARM,
        /// The clock's own move could not be made.
        CLOCK
    }

    /// Its alarm can't be raised now.
    void alarmFailed(Batch batch, Work work, LimitKey limit, RuntimeException failure) {
        LOG.error("no alarm for the limit {} of {}: {}", limit.no(), limit.matter(), failure.toString());
        putOff(batch, work, limit, What.ALARM, Optional.of(failure));
        matters.nextAlarm(batch, limit, Optional.of(work.now().plus(PAUSE)));
    }

    /// The clock could not make its move.
    ///
    /// @param failure empty if the lifecycle refused it
    void clockFailed(Batch batch, Work work, LimitKey limit, Optional<RuntimeException> failure) {
        putOff(batch, work, limit, What.CLOCK, failure);
    }

    private static void putOff(Batch batch, Work work, LimitKey limit, What what, Optional<RuntimeException> failure) {
        batch.add(
                PUT_OFF,
                limit.matter(),
                limit.no(),
                what == What.CLOCK,
                failure.isPresent(),
                failure.map(each -> each.getClass().getSimpleName()).orElse("refused"),
                work.now().plus(PAUSE));
    }

    /// What should be done with these limits has been done.
    void done(Batch batch, What what, Collection<LimitKey> limits) {
        if (!limits.isEmpty()) {
            batch.add(
                    DONE,
                    what == What.CLOCK,
                    limits.stream().map(LimitKey::matter).toArray(UUID[]::new),
                    limits.stream().map(LimitKey::no).toArray(Integer[]::new));
        }
    }

    /// Limits whose move the clock is to try again.
    List<LimitKey> forTheClock(Work work, int limit) {
        return db.sql(FOR_THE_CLOCK)
                .param("now", work.now().atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query((row, at) -> new LimitKey(row.getObject("matter", UUID.class), row.getInt("deadline_no")))
                .list();
    }

    /// With how many limits something is broken right now.
    int broken() {
        return db.sql(BROKEN).query(Integer.class).single();
    }
}
