package org.maplebridge.kernel.alerts;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javax.sql.DataSource;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.ground.Batch;
import org.maplebridge.kernel.ground.Canonical;
import org.maplebridge.kernel.ground.Scope;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.matters.Deadline;
import org.maplebridge.kernel.matters.Matters;
import org.maplebridge.kernel.matters.Matters.Alarm;
import org.maplebridge.kernel.matters.Matters.LimitKey;
import org.maplebridge.kernel.matters.Matters.Ringing;
import org.maplebridge.kernel.matters.Outcome;
import org.maplebridge.kernel.matters.Request;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// What the clock itself does when a limit ends. Each move is made in a transaction of its own; one that fails or is
/// refused is tried again after a while, and meanwhile its limit is overdue like any other.
@Component
class Clockwork {

    private static final Logger LOG = LoggerFactory.getLogger(Clockwork.class);
    private static final Scope SCOPE = Scope.job("clock");
    private static final int AGAIN = 200;

    private final Transactions transactions;
    private final Matters matters;
    private final Retries retries;
    private final DataSource source;

    Clockwork(Transactions transactions, Matters matters, Retries retries, DataSource source) {
        this.transactions = transactions;
        this.matters = matters;
        this.retries = retries;
        this.source = source;
    }

    /// Whether the clock has something to try here. Where that can't be told, it tries, and the failure is counted.
    boolean concerns(Work work, Alarm alarm) {
        if (!over(work, alarm)) {
            return false;
        }
        try {
            return matters.clockVerb(alarm).isPresent();
        } catch (RuntimeException unknown) {
            return true;
        }
    }

    private static boolean over(Work work, Alarm alarm) {
        return alarm.deadline().state() == Deadline.State.RUNNING
                && !work.now().isBefore(alarm.deadline().due());
    }

    /// Tries again what it could not do before.
    void again() {
        var limits = transactions.run(SCOPE, work -> retries.forTheClock(work, AGAIN));
        if (!limits.isEmpty()) {
            move(limits);
        }
    }

    /// Makes the move of each of these limits.
    void move(Collection<LimitKey> limits) {
        var failed = new ArrayList<Failed>();
        for (var ringing : transactions.run(SCOPE, work -> due(work, limits))) {
            tried(ringing).ifPresent(failed::add);
        }
        transactions.run(SCOPE, work -> {
            var batch = new Batch();
            retries.done(
                    batch,
                    Retries.What.CLOCK,
                    limits.stream()
                            .filter(limit -> failed.stream()
                                    .noneMatch(each -> each.limit().equals(limit)))
                            .toList());
            failed.forEach(each -> retries.clockFailed(batch, work, each.limit(), each.failure()));
            batch.send(source);
            return batch;
        });
    }

    private List<Ringing> due(Work work, Collection<LimitKey> limits) {
        return matters.alarms(work, List.copyOf(limits)).stream()
                .filter(each -> each.alarm().filter(alarm -> !over(work, alarm)).isEmpty())
                .toList();
    }

    /// @param failure empty if the lifecycle refused
    private record Failed(LimitKey limit, Optional<RuntimeException> failure) {}

    private Optional<Failed> tried(Ringing ringing) {
        try {
            var alarm = ringing.alarm().orElseThrow();
            var verb = matters.clockVerb(alarm);
            return verb.isPresent() && refused(alarm, verb.get())
                    ? Optional.of(new Failed(ringing.limit(), Optional.empty()))
                    : Optional.empty();
        } catch (RuntimeException failure) {
            LOG.error("the clock can't move {}: {}", ringing.limit().matter(), failure.toString());
            return Optional.of(new Failed(ringing.limit(), Optional.of(failure)));
        }
    }

    private boolean refused(Alarm alarm, String verb) {
        var matter = alarm.matter().id();
        var key = new Work.Key(
                "clock/" + verb + "/" + matter, alarm.deadline().due().toString());
        var said = Canonical.MAPPER.createObjectNode();
        var outcome = matters.move(
                matter, verb, new Request(Actor.system("clock"), said, key, OptionalInt.empty(), Optional.empty()));
        if (outcome instanceof Outcome.Refusal refusal) {
            LOG.warn("the clock may not {} {}: {}", verb, matter, refusal.verdict());
            return true;
        }
        return false;
    }
}
