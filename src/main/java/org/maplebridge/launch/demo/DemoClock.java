package org.maplebridge.launch.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.maplebridge.kernel.ground.Scope;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.launch.demo.life.LifeClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The one clock of a demo folder. It is everybody's: sessions end, limits run out and jobs see the day it shows.
/// In any other folder the database refuses.
@Component
final class DemoClock implements LifeClock {

    private static final Scope SCOPE = Scope.job("demo");
    private static final String CATCH_UP = """
        select case when c.ahead < interval '0' then ground.move_clock(-c.ahead) else clock_timestamp() + c.ahead end
          from ground.clock c
        """;

    private final Transactions transactions;
    private final JdbcClient db;
    private final Lock turn = new ReentrantLock();

    DemoClock(Transactions transactions, JdbcClient db) {
        this.transactions = transactions;
        this.db = db;
    }

    /// What the clock shows.
    @Override
    public Instant now() {
        return transactions.run(SCOPE, Work::now);
    }

    /// Lets time pass; returns what the clock shows then.
    ///
    /// @param time negative only while nothing has happened in the folder
    /// @throws org.springframework.dao.DataAccessException if the folder is no demo folder, or time should run back
    Instant move(Duration time) {
        return transactions.run(
                SCOPE,
                work -> db.sql("select ground.move_clock(make_interval(secs => :seconds))")
                        .param("seconds", time.toMillis() / 1000.0)
                        .query(OffsetDateTime.class)
                        .single()
                        .toInstant());
    }

    /// Moves to a moment; one that is past counts as now once anything has happened. Two who move to the same moment
    /// arrive there, and not as far again behind it.
    @Override
    public Instant moveTo(Instant moment) {
        turn.lock();
        try {
            var time = Duration.between(now(), moment);
            return time.isNegative() && begun() ? now() : move(time);
        } finally {
            turn.unlock();
        }
    }

    @Override
    public Duration behind() {
        double seconds = transactions.run(
                SCOPE,
                work -> db.sql("select greatest(0, -extract(epoch from ahead)) from ground.clock")
                        .query(Double.class)
                        .single());
        return Duration.ofMillis(Math.round(seconds * 1000));
    }

    /// Brings the clock back to the real time from behind it; one that is ahead stays.
    @Override
    public Instant catchUp() {
        return transactions.run(
                SCOPE,
                work -> db.sql(CATCH_UP).query(OffsetDateTime.class).single().toInstant());
    }

    /// Whether anything has happened in the folder.
    boolean begun() {
        return transactions.run(
                SCOPE,
                work -> db.sql("select exists (select from trail.entry)")
                        .query(Boolean.class)
                        .single());
    }
}
