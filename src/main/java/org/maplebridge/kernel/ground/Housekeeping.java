package org.maplebridge.kernel.ground;

import java.time.Duration;
import java.time.ZoneOffset;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What a node does for itself: partitions for the years to come, and keys of requests kept no longer than promised.
/// Every process looks once an hour; doing it twice changes nothing.
@Component
public final class Housekeeping implements Looping {

    /// How long the key of a request is kept, so that a repeat takes no second effect.
    public static final Duration KEYS_KEPT = Duration.ofDays(30);

    private static final Scope SCOPE = Scope.job("housekeeping");
    private static final int YEARS_AHEAD = 2;

    private final Transactions transactions;
    private final JdbcClient db;
    private final boolean automatic;
    private final Loop loop = new Loop("housekeeping", Duration.ofHours(1), this::keep);

    Housekeeping(Transactions transactions, JdbcClient db, Environment settings) {
        this.transactions = transactions;
        this.db = db;
        this.automatic = Looping.serving(settings);
    }

    /// Does what is due; returns how many old keys went.
    public int keep() {
        return transactions.run(SCOPE, work -> {
            db.sql("select ground.partitions_until(:year)")
                    .param("year", work.today().getYear() + YEARS_AHEAD)
                    .query()
                    .singleRow();
            return db.sql("delete from ground.request where at < :before")
                    .param("before", work.now().minus(KEYS_KEPT).atOffset(ZoneOffset.UTC))
                    .update();
        });
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
