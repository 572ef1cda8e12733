package org.maplebridge.scenes.assists;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.ground.Batch;
import org.maplebridge.kernel.ground.Canonical;
import org.maplebridge.kernel.ground.Loop;
import org.maplebridge.kernel.ground.Looping;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.matters.Consequence;
import org.maplebridge.kernel.matters.Matter;
import org.maplebridge.kernel.matters.Matters;
import org.maplebridge.kernel.matters.Outcome;
import org.maplebridge.kernel.matters.Request;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// A part lapses with the matter it is a part of: nobody is urged to help with what is over. One that was
/// merged goes on elsewhere, and so do its parts.
@Component
class AssistsEnding implements Consequence, Looping {

    private static final Logger LOG = LoggerFactory.getLogger(AssistsEnding.class);
    private static final Actor SYSTEM = Actor.system("assists");
    private static final String WHY = "主办的事项已经结束，不再需要参加。";

    private final Transactions transactions;
    private final AssistsStore store;
    private final ObjectProvider<Matters> matters;
    private final boolean automatic;
    private final Loop loop = new Loop("assists", Duration.ofSeconds(5), this::round);

    /// @param matters asked for late: they write what is heard here
    AssistsEnding(
            Transactions transactions, AssistsStore store, ObjectProvider<Matters> matters, Environment settings) {
        this.transactions = transactions;
        this.store = store;
        this.matters = matters;
        this.automatic = Looping.serving(settings);
    }

    @Override
    public void of(Work work, Batch batch, Actor actor, Optional<Matter> before, Matter after) {
        boolean ends = before.filter(matter -> matter.stage().open()).isPresent()
                && !after.stage().open();
        if (ends && after.standing().mergedInto().isEmpty()) {
            AssistsStore.ended(batch, after.id());
        }
    }

    /// Lets lapse whatever belongs to matters that have ended. One that fails keeps none of the others waiting.
    void round() {
        for (UUID host : transactions.run(SYSTEM.scope(), work -> store.ended())) {
            try {
                lapse(host);
            } catch (RuntimeException failure) {
                LOG.error("the parts in {} wait: {}", host, failure.toString());
            }
        }
    }

    private void lapse(UUID host) {
        var parts = transactions.run(SYSTEM.scope(), work -> {
            boolean over = matters.getObject()
                    .find(host)
                    .map(matter -> !matter.stage().open())
                    .orElse(true);
            return over ? store.undone(host) : List.<UUID>of();
        });
        for (UUID part : parts) {
            var request = new Request(
                    SYSTEM,
                    Canonical.MAPPER.valueToTree(Map.of("reason", WHY)),
                    new Work.Key("assists/lapse", "part-" + part),
                    OptionalInt.empty(),
                    Optional.empty());
            if (matters.getObject().move(part, "lapse", request) instanceof Outcome.Refusal refusal) {
                LOG.info("part {} doesn't lapse: {}", part, refusal.verdict());
            }
        }
        transactions.run(SYSTEM.scope(), work -> {
            store.seenTo(host);
            return true;
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
