package org.maplebridge.kernel.alerts;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import javax.sql.DataSource;
import org.maplebridge.kernel.calendar.Calendars;
import org.maplebridge.kernel.calendar.Term;
import org.maplebridge.kernel.ground.Batch;
import org.maplebridge.kernel.ground.Loop;
import org.maplebridge.kernel.ground.Looping;
import org.maplebridge.kernel.ground.Scope;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.matters.Matters;
import org.maplebridge.kernel.matters.Matters.Alarm;
import org.maplebridge.kernel.matters.Matters.LimitKey;
import org.maplebridge.kernel.matters.Matters.Ringing;
import org.maplebridge.kernel.orgs.Offices;
import org.maplebridge.kernel.parameters.Parameters;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
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
    private final Clockwork clockwork;
    private final Retries retries;
    private final Heartbeat heartbeat;
    private final ObjectProvider<AlarmHeard> heard;
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
            Clockwork clockwork,
            Retries retries,
            Heartbeat heartbeat,
            ObjectProvider<AlarmHeard> heard,
            Environment settings) {
        this.transactions = transactions;
        this.matters = matters;
        this.store = store;
        this.offices = offices;
        this.parameters = parameters;
        this.calendars = calendars;
        this.source = source;
        this.clockwork = clockwork;
        this.retries = retries;
        this.heartbeat = heartbeat;
        this.heard = heard;
        this.automatic = settings.getProperty("maple.alarms", Boolean.class, Looping.serving(settings));
    }

    /// Looks at every limit whose alarm is due right now; returns how many those were.
    public int sweep() {
        clockwork.again();
        int total = 0;
        int count;
        do {
            count = round();
            total += count;
        } while (count == BATCH);
        return total;
    }

    /// First everything that people have to do. What the clock itself does when a limit ends comes after, each move by
    /// itself: what it has done in time is nobody's delay, and what it could not do is overdue like anything else.
    private int round() {
        var forTheClock = new LinkedHashSet<LimitKey>();
        int looked = raised(work -> matters.alarms(work, BATCH), forTheClock, true);
        if (!forTheClock.isEmpty()) {
            clockwork.move(forTheClock);
            raised(work -> stillDue(work, forTheClock), forTheClock, false);
        }
        return looked;
    }

    private List<Ringing> stillDue(Work work, Set<LimitKey> limits) {
        return matters.alarms(work, List.copyOf(limits)).stream()
                .filter(each -> each.alarm()
                        .flatMap(Alarm::dueAt)
                        .filter(at -> !at.isAfter(work.now()))
                        .isPresent())
                .toList();
    }

    /// Raises what rings, in one transaction. If that fails, each of them in one of its own, so that whichever it lies
    /// with is put off alone.
    ///
    /// @param forTheClock takes what the clock has to try first
    private int raised(Function<Work, List<Ringing>> which, Set<LimitKey> forTheClock, boolean clockFirst) {
        var seen = new ArrayList<LimitKey>();
        try {
            transactions.run(SCOPE, work -> {
                var ringing = which.apply(work);
                ringing.forEach(each -> seen.add(each.limit()));
                return batch(work, ringing, forTheClock, clockFirst);
            });
        } catch (RuntimeException failure) {
            if (seen.isEmpty()) {
                throw failure;
            }
            if (seen.size() == 1) {
                putOff(seen.getFirst(), failure);
            } else {
                LOG.warn("{} alarms are raised one by one: {}", seen.size(), failure.toString());
                seen.forEach(limit -> raised(work -> matters.alarms(work, List.of(limit)), forTheClock, clockFirst));
            }
        }
        return seen.size();
    }

    private void putOff(LimitKey limit, RuntimeException failure) {
        transactions.run(SCOPE, work -> {
            var batch = new Batch();
            retries.alarmFailed(batch, work, limit, failure);
            batch.send(source);
            return batch;
        });
    }

    private Batch batch(Work work, List<Ringing> ringing, Set<LimitKey> forTheClock, boolean clockFirst) {
        var batch = new Batch();
        var told = store.told(ringing.stream().map(Ringing::limit).toList());
        var done = new ArrayList<LimitKey>();
        for (var each : ringing) {
            if (clockFirst
                    && each.alarm()
                            .filter(alarm -> clockwork.concerns(work, alarm))
                            .isPresent()) {
                forTheClock.add(each.limit());
                continue;
            }
            try {
                raise(work, each.alarm().orElseThrow(), told, batch);
                done.add(each.limit());
            } catch (RuntimeException failure) {
                retries.alarmFailed(batch, work, each.limit(), failure);
            }
        }
        retries.done(batch, Retries.What.ALARM, done);
        heartbeat.beat(batch, work, ringing.size());
        batch.send(source);
        return batch;
    }

    private void raise(Work work, Alarm alarm, Map<AlertStore.End, List<AlarmRules.Told>> told, Batch batch) {
        var deadline = alarm.deadline();
        var end = new AlertStore.End(alarm.matter().id(), deadline.no(), deadline.due());
        var ladder = Ladder.of(alarm.matter(), offices.at(work));
        var answer = alarm.matter().stage().open()
                ? AlarmRules.answer(
                        deadline,
                        work.now(),
                        AlarmRules.raised(told.getOrDefault(end, List.of()), ladder.units()),
                        ladder.top(),
                        moment -> later(work, alarm, moment))
                : AlarmRules.Answer.SILENT;
        answer.says().ifPresent(saying -> {
            var title = title(work, alarm);
            AlertStore.raise(batch, work, alarm, saying, ladder, title);
            if (saying.kind() == AlertKind.DUE_SOON) {
                heard.forEach(each -> each.soon(batch, work, alarm));
            }
            if (saying.kind() == AlertKind.ESCALATED) {
                heard.forEach(each -> each.escalated(batch, work, alarm, title));
            }
            heartbeat.raised(saying.kind());
        });
        matters.nextAlarm(batch, alarm.limit(), answer.next());
    }

    private Instant later(Work work, Alarm alarm, Instant moment) {
        var area = alarm.matter().office().area();
        Term term =
                parameters.at(work, "alerts.escalate-after", area, work.today()).term();
        return calendars.at(work).due(term, moment).earliestEnd();
    }

    /// Words must not stop an alarm: one that fails would be the oldest for ever.
    private String title(Work work, Alarm alarm) {
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
