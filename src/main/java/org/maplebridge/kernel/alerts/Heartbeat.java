package org.maplebridge.kernel.alerts;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.maplebridge.kernel.ground.Batch;
import org.maplebridge.kernel.ground.Work;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The checker's sign of life: in a row that every process reads, and in gauges of this one.
@Component
class Heartbeat {

    private static final String BEAT = """
            update alerts.heartbeat
               set swept_at = ?, raised = raised + ?,
                   next_alarm = (select min(alarm_at) from matters.deadline where alarm_at is not null)""";

    private static final String PULSE = """
            select h.swept_at,
                   (select min(alarm_at) from matters.deadline where alarm_at is not null) as next_alarm
              from alerts.heartbeat h""";

    private final JdbcClient db;
    private final MeterRegistry meters;
    private final AtomicLong sweptAt = new AtomicLong(Long.MIN_VALUE);

    Heartbeat(JdbcClient db, MeterRegistry meters) {
        this.db = db;
        this.meters = meters;
        Gauge.builder("maple.alarms.silence", this, Heartbeat::silence)
                .description("seconds since this process last looked for alarms; -1 before it ever did")
                .baseUnit("seconds")
                .register(meters);
    }

    /// @param sweptAt when the last sweep was; empty before the first
    /// @param nextAlarm the earliest alarm not yet raised
    record Pulse(Optional<Instant> sweptAt, Optional<Instant> nextAlarm) {

        Optional<Duration> silence(Instant now) {
            return sweptAt.map(at -> Duration.between(at, now));
        }

        /// How long the oldest alarm has been waiting.
        Duration waiting(Instant now) {
            return nextAlarm
                    .filter(at -> at.isBefore(now))
                    .map(at -> Duration.between(at, now))
                    .orElse(Duration.ZERO);
        }
    }

    void beat(Batch batch, Work work, int looked) {
        batch.add(BEAT, work.now(), looked);
        sweptAt.set(System.nanoTime());
    }

    void raised(AlertKind kind) {
        meters.counter("maple.alarms.raised", "kind", kind.name()).increment();
    }

    Pulse pulse() {
        return db.sql(PULSE)
                .query((row, at) -> new Pulse(
                        moment(row.getObject("swept_at", OffsetDateTime.class)),
                        moment(row.getObject("next_alarm", OffsetDateTime.class))))
                .single();
    }

    private static Optional<Instant> moment(@Nullable OffsetDateTime value) {
        return Optional.ofNullable(value).map(OffsetDateTime::toInstant);
    }

    private double silence() {
        long at = sweptAt.get();
        return at == Long.MIN_VALUE ? -1 : (System.nanoTime() - at) / 1e9;
    }
}
