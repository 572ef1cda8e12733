package org.maplebridge.launch.demo;

import java.time.Duration;
import org.maplebridge.kernel.ground.Scope;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.orgs.Offices;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// Lets a new demo folder begin some weeks ago, before anything in the program looks at the clock: what is done once a
/// day or once a month would else be done with for today. `maple.demo.days` says how many days; 0 for none. The past is
/// lived through the server: a folder that another command makes has none.
@Component
@ConditionalOnBooleanProperty("maple.demo")
final class FirstDay implements SmartLifecycle {

    private static final int DAYS = 42;

    private final DemoClock clock;
    private final Transactions transactions;
    private final Offices offices;
    private final int days;
    private final boolean server;

    FirstDay(DemoClock clock, Transactions transactions, Offices offices, Environment settings) {
        this.clock = clock;
        this.transactions = transactions;
        this.offices = offices;
        this.server = settings.getProperty("maple.mode", "").equals("server");
        this.days = settings.getProperty("maple.demo.days", Integer.class, DAYS);
    }

    @Override
    public void start() {
        boolean fresh = server
                && transactions.run(
                        Scope.job("demo"), work -> offices.at(work).rootArea().isEmpty());
        if (days > 0 && fresh && !clock.begun() && clock.behind().isZero()) {
            var now = clock.now();
            var first = now.atZone(Work.ZONE)
                    .toLocalDate()
                    .minusDays(days)
                    .atStartOfDay(Work.ZONE)
                    .toInstant();
            clock.move(Duration.between(now, first));
        }
    }

    @Override
    public void stop() {
        // nothing runs
    }

    @Override
    public boolean isRunning() {
        return false;
    }

    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }
}
