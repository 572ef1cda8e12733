package org.maplebridge.kernel.ground;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/// Whether the database answers, asked by a job as everything else is.
@Component
final class DatabaseHealthIndicator extends AbstractHealthIndicator {

    private static final Scope SCOPE = Scope.job("health");

    private final Transactions transactions;

    DatabaseHealthIndicator(Transactions transactions) {
        super("the database does not answer");
        this.transactions = transactions;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        builder.up()
                .withDetail("moment", transactions.run(SCOPE, work -> work.now().toString()));
    }
}
