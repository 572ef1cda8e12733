package org.maplebridge.kernel.sampling;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.Collectors;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.ground.Canonical;
import org.maplebridge.kernel.ground.Loop;
import org.maplebridge.kernel.ground.Looping;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.matters.Matters;
import org.maplebridge.kernel.matters.Outcome;
import org.maplebridge.kernel.matters.Request;
import org.maplebridge.kernel.trail.PublicLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// Draws what was ordered as soon as its seed is known, hands out what was drawn, and draws the next one for what can't
/// be looked at. Broken off, it comes again: nothing is drawn or handed out twice.
@Component
public class Sampler implements Looping {

    private static final Logger LOG = LoggerFactory.getLogger(Sampler.class);
    private static final Actor SYSTEM = Actor.system("sampling");
    private static final UUID NO_OFFICE = new UUID(0, 0);

    /// For how long what can't be looked at is replaced.
    private static final Duration REPLACED = Duration.ofDays(180);

    private final Transactions transactions;
    private final PlanStore store;
    private final StandingPlans standing;
    private final Matters matters;
    private final PublicLog log;
    private final boolean automatic;
    private final Loop loop = new Loop("sampling", Duration.ofSeconds(30), this::round);

    Sampler(
            Transactions transactions,
            PlanStore store,
            StandingPlans standing,
            Matters matters,
            PublicLog log,
            Environment settings) {
        this.transactions = transactions;
        this.store = store;
        this.standing = standing;
        this.matters = matters;
        this.log = log;
        this.automatic = Looping.serving(settings);
    }

    /// Does whatever is due.
    public void round() {
        transactions.run(SYSTEM.scope(), work -> {
            standing.write(work);
            return true;
        });
        transactions.run(SYSTEM.scope(), work -> {
            store.waiting(work.today()).forEach(plan -> draw(work, plan));
            store.withDropped(work.now().minus(REPLACED)).forEach(plan -> fill(work, plan));
            return true;
        });
        for (var each : transactions.run(SYSTEM.scope(), work -> store.open())) {
            try {
                hand(each);
            } catch (RuntimeException failure) {
                LOG.error(
                        "matter {} of sample {} could not be handed out: {}",
                        each.about(),
                        each.plan(),
                        failure.toString());
            }
        }
    }

    /// The seed is the first root after the order and after the last day: neither whoever orders nor whoever ends a
    /// matter knows it.
    private void draw(Work work, Plan plan) {
        var over = plan.ordered().until().plusDays(1).atStartOfDay(Work.ZONE).toInstant();
        var known = over.isAfter(plan.orderedAt()) ? over : plan.orderedAt();
        var root = log.rootAfter(known);
        if (root.isEmpty()) {
            return;
        }
        var ordered = plan.ordered();
        var files = matters
                .ended(
                        ordered.scene(),
                        ordered.area(),
                        ordered.stage(),
                        ordered.from().atStartOfDay(Work.ZONE).toInstant(),
                        over)
                .stream()
                .map(each -> new Draw.File(each.matter(), each.agency().orElse(NO_OFFICE)))
                .toList();
        var seed = Draw.seed(plan.text(), root.get().root());
        store.drawn(
                plan.id(),
                new Plan.Drawn(root.get().size(), root.get().root(), seed, work.now()),
                Draw.placed(seed, files));
        fill(work, plan);
    }

    private void fill(Work work, Plan plan) {
        var strata = store.strata(plan.id());
        var sizes = strata.stream().collect(Collectors.toMap(PlanStore.Stratum::id, PlanStore.Stratum::files));
        int population = sizes.values().stream().mapToInt(each -> each).sum();
        var quotas = Draw.quotas(sizes, plan.ordered().wanted(population));
        for (var stratum : strata) {
            int missing = quotas.getOrDefault(stratum.id(), 0) - stratum.standing();
            if (missing > 0) {
                store.take(plan.id(), stratum.id(), missing, work.now());
            }
        }
    }

    private void hand(PlanStore.Open open) {
        var plan = transactions
                .run(SYSTEM.scope(), work -> store.find(open.plan()))
                .orElseThrow();
        var said = Map.of(
                "plan", plan.id().toString(),
                "title", plan.ordered().title(),
                "seed", plan.drawn().orElseThrow().seed().toString());
        var key = new Work.Key("sampling/" + plan.id(), open.about().toString());
        var outcome = matters.move(
                open.about(),
                Drawing.NAME,
                new Request(SYSTEM, Canonical.MAPPER.valueToTree(said), key, OptionalInt.empty(), Optional.empty()));
        transactions.run(SYSTEM.scope(), work -> {
            if (outcome instanceof Outcome.Refusal refusal) {
                LOG.info("matter {} can't be reviewed: {}", open.about(), refusal.verdict());
                store.drop(plan.id(), open.about(), "不能评查：已经依令销毁，或者没有可以评查的单位");
            } else {
                store.handed(plan.id(), open.about(), work.now());
            }
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
