package org.maplebridge.kernel.trail;

import java.time.Duration;
import java.util.List;
import org.maplebridge.kernel.ground.Loop;
import org.maplebridge.kernel.ground.Looping;
import org.maplebridge.kernel.ground.Scope;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.ground.Work;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// Lets every listener hear the log from where it stands. Every process runs one; the row of a listener is locked while
/// it hears, so that two never tell it the same.
@Component
public final class Announcer implements Looping {

    private static final Logger LOG = LoggerFactory.getLogger(Announcer.class);
    private static final Scope SCOPE = Scope.job("announcer");
    private static final int BATCH = 100;
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final Transactions transactions;
    private final ListenerStore store;
    private final List<Happened> listeners;
    private final boolean automatic;
    private final Loop loop = new Loop("the announcer", PAUSE, this::drain);

    @Autowired
    Announcer(
            Transactions transactions, ListenerStore store, ObjectProvider<Happened> listeners, Environment settings) {
        this(transactions, store, listeners.orderedStream().toList(), Looping.serving(settings));
    }

    Announcer(Transactions transactions, ListenerStore store, List<Happened> listeners, boolean automatic) {
        this.transactions = transactions;
        this.store = store;
        this.listeners = listeners;
        this.automatic = automatic;
        if (listeners.stream().map(Happened::name).distinct().count() < listeners.size()) {
            throw new IllegalStateException("two listeners of one name");
        }
    }

    /// Tells each listener everything that has a number. Returns how many entries were heard.
    public int drain() {
        return listeners.stream().mapToInt(this::all).sum();
    }

    private int all(Happened listener) {
        int total = 0;
        int count;
        do {
            count = some(listener);
            total += count;
        } while (count == BATCH);
        return total;
    }

    /// Many in one transaction; where that fails, one by one up to the entry that it fails at.
    private int some(Happened listener) {
        try {
            return transactions.run(SCOPE, work -> told(work, listener, BATCH));
        } catch (RuntimeException within) {
            LOG.debug("{} goes on one by one", listener.name());
        }
        int count = 0;
        try {
            while (count < BATCH && transactions.run(SCOPE, work -> told(work, listener, 1)) == 1) {
                count++;
            }
            return count;
        } catch (RuntimeException failure) {
            LOG.error(
                    "listener {} stands still: {}",
                    listener.name(),
                    failure.getClass().getName());
            transactions.run(SCOPE, work -> {
                store.take(listener.name())
                        .ifPresent(place -> store.failed(work, listener.name(), place.tries(), failure));
                return true;
            });
            return 0;
        }
    }

    private int told(Work work, Happened listener, int most) {
        var place = store.take(listener.name()).or(() -> store.begin(listener));
        if (place.isEmpty() || place.get().again().filter(work.now()::isBefore).isPresent()) {
            return 0;
        }
        var next = store.next(place.get().heard(), most);
        for (var numbered : next) {
            numbered.entry().ifPresent(entry -> listener.heard(work, entry));
        }
        if (!next.isEmpty()) {
            store.heard(listener.name(), next.getLast().no());
        }
        return next.size();
    }

    /// Those that do not get on.
    List<ListenerStore.Stuck> stuck() {
        return store.stuck(listeners.stream().map(Happened::name).toList());
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
