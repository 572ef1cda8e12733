package org.maplebridge.kernel.trail;

import org.maplebridge.kernel.ground.Scope;
import org.maplebridge.kernel.ground.Transactions;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// Down while a listener stands still. Stands in `/api/health` as `listeners`.
@Component
class ListenersHealthIndicator implements HealthIndicator {

    private static final Scope SCOPE = Scope.job("listeners-health");

    private final Transactions transactions;
    private final Announcer announcer;

    ListenersHealthIndicator(Transactions transactions, Announcer announcer) {
        this.transactions = transactions;
        this.announcer = announcer;
    }

    @Override
    public Health health() {
        try {
            var stuck = transactions.run(SCOPE, work -> announcer.stuck());
            var health = stuck.isEmpty() ? Health.up() : Health.down();
            stuck.forEach(each -> health.withDetail(each.name(), each.failure() + "，第 " + each.tries() + " 次"));
            return health.build();
        } catch (TransactionException | DataAccessException away) {
            return Health.down().withDetail("database", "没有应答").build();
        }
    }
}
