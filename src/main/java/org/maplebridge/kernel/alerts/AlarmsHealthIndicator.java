package org.maplebridge.kernel.alerts;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.maplebridge.kernel.ground.Scope;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.orgs.Area;
import org.maplebridge.kernel.orgs.Offices;
import org.maplebridge.kernel.parameters.Parameters;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// Watches the checker: down when the oldest alarm has waited too long, when nobody has looked for too long,
/// or when limits can't be handled. Stands in `/api/health` as `alarms`.
@Component
class AlarmsHealthIndicator implements HealthIndicator {

    private static final Scope SCOPE = Scope.job("alarms-health");

    private final Transactions transactions;
    private final Heartbeat heartbeat;
    private final Alarms alarms;
    private final Retries retries;
    private final Offices offices;
    private final Parameters parameters;
    private final AtomicLong waitingMillis = new AtomicLong();

    AlarmsHealthIndicator(
            Transactions transactions,
            Heartbeat heartbeat,
            Alarms alarms,
            Retries retries,
            Offices offices,
            Parameters parameters,
            MeterRegistry meters) {
        this.transactions = transactions;
        this.heartbeat = heartbeat;
        this.alarms = alarms;
        this.retries = retries;
        this.offices = offices;
        this.parameters = parameters;
        Gauge.builder("maple.alarms.waiting", waitingMillis, millis -> millis.get() / 1000.0)
                .description("seconds the oldest alarm had been waiting when health was last asked")
                .baseUnit("seconds")
                .register(meters);
    }

    @Override
    public Health health() {
        try {
            return transactions.run(SCOPE, this::health);
        } catch (TransactionException | DataAccessException away) {
            // health must answer above all when the database doesn't
            return Health.down().withDetail("database", "没有应答").build();
        }
    }

    Health health(Work work) {
        var pulse = heartbeat.pulse();
        var waiting = pulse.waiting(work.now());
        waitingMillis.set(waiting.toMillis());
        boolean late = waiting.compareTo(seconds(work, "alerts.late-seconds")) > 0;
        boolean silent = alarms.automatic()
                && pulse.silence(work.now())
                        .filter(silence -> silence.compareTo(seconds(work, "alerts.silent-seconds")) <= 0)
                        .isEmpty();
        int broken = retries.broken();
        var health = late || silent || broken > 0 ? Health.down() : Health.up();
        pulse.sweptAt().ifPresent(at -> health.withDetail("lastSweep", at.toString()));
        return health.withDetail("notRaised", broken)
                .withDetail("oldestWaitingSeconds", waiting.toSeconds())
                .withDetail("automatic", alarms.automatic())
                .build();
    }

    private Duration seconds(Work work, String parameter) {
        var root = offices.at(work).rootArea().map(Area::path).orElse("");
        return Duration.ofSeconds(
                parameters.at(work, parameter, root, work.today()).whole());
    }
}
