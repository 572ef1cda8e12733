package org.maplebridge.kernel.alerts;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javax.sql.DataSource;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.calendar.Calendars;
import org.maplebridge.kernel.calendar.Term;
import org.maplebridge.kernel.ground.Batch;
import org.maplebridge.kernel.ground.Canonical;
import org.maplebridge.kernel.ground.Loop;
import org.maplebridge.kernel.ground.Looping;
import org.maplebridge.kernel.ground.Scope;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.matters.Matters;
import org.maplebridge.kernel.matters.Outcome;
import org.maplebridge.kernel.matters.Request;
import org.maplebridge.kernel.orgs.Offices;
import org.maplebridge.kernel.parameters.Parameters;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// Raises what is due, the oldest first. Every process runs one: rows another has locked are passed over, so that they
/// share the work and any of them may die. `maple.alarms` turns it on or off; by itself it runs only in a server.
@Component
public final class Alarms implements Looping {

    /// How many limits one transaction looks at.
    public static final int BATCH = 200;

    private static final Logger LOG = LoggerFactory.getLogger(Alarms.class);
    private static final Scope SCOPE = Scope.job("alarms");
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Transactions transactions;
    private final Matters matters;
    private final AlertStore store;
    private final Offices offices;
    private final Parameters parameters;
    private final Calendars calendars;
    private final DataSource source;
    private final Heartbeat heartbeat;
    private final boolean automatic;
    private final Loop loop = new Loop("the alarms", PAUSE, this::sweep);

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

    /// Looks at every limit whose alarm is due right now; returns how many those were.
    public int sweep() {
        int total = 0;
        int count;
        do {
            transactions.run(SCOPE, this::over).forEach(this::moveByTheClock);
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

    /// Limits whose end has passed.
    private List<Matters.Alarm> over(Work work) {
        return matters.alarms(work, BATCH).stream()
                .filter(alarm -> !work.now().isBefore(alarm.deadline().due()))
                .toList();
    }

    /// What the clock itself does when a limit ends. It comes before the alarms: what it fails in is overdue like
    /// anything else, and tried again when that alarm goes up a level.
    private void moveByTheClock(Matters.Alarm alarm) {
        var matter = alarm.matter();
        matters.clockVerb(alarm).ifPresent(verb -> {
            var end = alarm.deadline().due();
            var key = new Work.Key("clock/" + verb + "/" + matter.id(), end.toString());
            var outcome = matters.move(
                    matter.id(),
                    verb,
                    new Request(
                            Actor.system("clock"),
                            Canonical.MAPPER.createObjectNode(),
                            key,
                            OptionalInt.empty(),
                            Optional.empty()));
            if (outcome instanceof Outcome.Refusal refusal) {
                LOG.warn("the clock may not {} {}: {}", verb, matter.id(), refusal.verdict());
            }
        });
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
    public Loop loop() {
        return loop;
    }

    @Override
    public boolean automatic() {
        return automatic;
    }
}
