package org.maplebridge.kernel.alerts;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.maplebridge.kernel.calendar.Calendars;
import org.maplebridge.kernel.calendar.Term;
import org.maplebridge.kernel.ground.Batch;
import org.maplebridge.kernel.ground.Scope;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.matters.Matters;
import org.maplebridge.kernel.orgs.Offices;
import org.maplebridge.kernel.parameters.Parameters;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// Raises what is due, the oldest first. Every process runs one: rows another has locked are passed over, so that they
/// share the work and any of them may die. `maple.alarms` turns it on or off; by itself it runs only in a server.
@Component
public final class Alarms implements SmartLifecycle {

    /// How many limits one transaction looks at.
    public static final int BATCH = 200;

    private static final Logger LOG = LoggerFactory.getLogger(Alarms.class);
    private static final Scope SCOPE = Scope.job("alarms");
    private static final long PAUSE_MILLIS = 1000;

    private final Transactions transactions;
    private final Matters matters;
    private final AlertStore store;
    private final Offices offices;
    private final Parameters parameters;
    private final Calendars calendars;
    private final DataSource source;
    private final Heartbeat heartbeat;
    private final boolean automatic;
    private final AtomicBoolean running = new AtomicBoolean();

    Alarms(
            Transactions transactions,
            Matters matters,
            AlertStore store,
            Offices offices,
            Parameters parameters,
            Calendars calendars,
            DataSource source,
            Heartbeat heartbeat,
            Environment settings) {
        this.transactions = transactions;
        this.matters = matters;
        this.store = store;
        this.offices = offices;
        this.parameters = parameters;
        this.calendars = calendars;
        this.source = source;
        this.heartbeat = heartbeat;
        boolean server = settings.getProperty("maple.mode", "server").equals("server");
        this.automatic = settings.getProperty("maple.alarms", Boolean.class, server);
    }

    /// Whether it runs by itself.
    boolean automatic() {
        return automatic;
    }

    /// Looks at every limit whose alarm is due right now; returns how many those were.
    public int sweep() {
        int total = 0;
        int count;
        do {
            count = transactions.run(SCOPE, this::batch);
            total += count;
        } while (count == BATCH);
        return total;
    }

    private int batch(Work work) {
        var alarms = matters.alarms(work, BATCH);
        var batch = new Batch();
        if (!alarms.isEmpty()) {
            raise(work, alarms, batch);
        }
        heartbeat.beat(batch, work, alarms.size());
        batch.send(source);
        return alarms.size();
    }

    private void raise(Work work, List<Matters.Alarm> alarms, Batch batch) {
        var raised = store.raised(alarms);
        var directory = offices.at(work);
        for (var alarm : alarms) {
            var deadline = alarm.deadline();
            var end = new AlertStore.End(alarm.matter().id(), deadline.no(), deadline.due());
            var ladder = Ladder.of(alarm.matter(), directory);
            var answer = alarm.matter().stage().open()
                    ? AlarmRules.answer(
                            deadline,
                            work.now(),
                            raised.getOrDefault(end, AlarmRules.Raised.NOTHING),
                            ladder.top(),
                            moment -> later(work, alarm, moment))
                    : AlarmRules.Answer.SILENT;
            answer.says().ifPresent(saying -> {
                AlertStore.raise(batch, work, alarm, saying, ladder, title(work, alarm));
                heartbeat.raised(saying.kind());
            });
            matters.nextAlarm(batch, alarm, answer.next());
        }
    }

    private Instant later(Work work, Matters.Alarm alarm, Instant moment) {
        var area = alarm.matter().office().area();
        Term term =
                parameters.at(work, "alerts.escalate-after", area, work.today()).term();
        return calendars.at(work).due(term, moment).earliestEnd();
    }

    /// Words must not stop an alarm: one that fails would be the oldest for ever.
    private String title(Work work, Matters.Alarm alarm) {
        var deadline = alarm.deadline();
        try {
            return matters.limitTitle(work, alarm.matter(), deadline.parameter(), deadline.level());
        } catch (RuntimeException unknown) {
            LOG.warn("no title for the limit {}: {}", deadline.parameter(), unknown.getMessage());
            return deadline.parameter();
        }
    }

    @Override
    public void start() {
        if (automatic && running.compareAndSet(false, true)) {
            Thread.ofVirtual().name("alarms").start(this::loop);
        }
    }

    private void loop() {
        while (running.get()) {
            try {
                sweep();
            } catch (RuntimeException failure) {
                // the database may be gone for a while: nothing is lost, the alarms stand in the table
                LOG.warn("the alarms stand still: {}", failure.getMessage());
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        running.set(false);
    }

    @Override
    public boolean isRunning() {
        return running.get();
    }
}
