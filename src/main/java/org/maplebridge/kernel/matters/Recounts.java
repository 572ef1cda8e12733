package org.maplebridge.kernel.matters;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.calendar.Calendars;
import org.maplebridge.kernel.ground.Canonical;
import org.maplebridge.kernel.ground.Loop;
import org.maplebridge.kernel.ground.Looping;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.parameters.Parameters;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// Works through the matters that a notice or a correction concerns. Each matter is a move of its own, under a key of
/// its own: broken off anywhere, it goes on where it was and nothing happens twice. `maple.recounts` turns it on
/// or off; by itself it runs only in a server.
@Component
public final class Recounts implements Looping {

    static final Actor ACTOR = Actor.system("recount");

    private static final Logger LOG = LoggerFactory.getLogger(Recounts.class);
    private static final int BATCH = 200;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Transactions transactions;
    private final RecountStore store;
    private final MatterStore matters;
    private final Pipeline pipeline;
    private final Calendars calendars;
    private final Parameters parameters;
    private final boolean automatic;
    private final Loop loop = new Loop("the recount of limits", PAUSE, this::run);

    Recounts(
            Transactions transactions,
            RecountStore store,
            MatterStore matters,
            Pipeline pipeline,
            Calendars calendars,
            Parameters parameters,
            Environment settings) {
        this.transactions = transactions;
        this.store = store;
        this.matters = matters;
        this.pipeline = pipeline;
        this.calendars = calendars;
        this.parameters = parameters;
        boolean server = Looping.serving(settings);
        this.automatic = settings.getProperty("maple.recounts", Boolean.class, server);
    }

    /// Works through everything that waits; returns how many matters it looked at.
    public int run() {
        int total = 0;
        for (var part = part(BATCH); part.isPresent(); part = part(BATCH)) {
            total += part.get();
        }
        return total;
    }

    /// The next part of the oldest cause; empty when none waits.
    Optional<Integer> part(int most) {
        var row = transactions.run(ACTOR.scope(), work -> store.open());
        if (row.isEmpty()) {
            return Optional.empty();
        }
        var ids = transactions.run(
                ACTOR.scope(),
                work -> store.touched(row.get().reason(), row.get().cursor(), most));
        int waiting = 0;
        for (UUID id : ids) {
            waiting += one(row.get(), id) ? 1 : 0;
        }
        int sooner = waiting;
        transactions.run(ACTOR.scope(), work -> {
            var cursor = ids.isEmpty() ? row.get().cursor() : ids.getLast();
            store.progress(
                    row.get(),
                    cursor,
                    ids.size(),
                    sooner,
                    ids.size() < most ? Optional.of(work.now()) : Optional.empty());
            return true;
        });
        return Optional.of(ids.size());
    }

    /// Whether something of it waits for a person.
    private boolean one(RecountStore.Row row, UUID id) {
        var found = transactions.run(
                ACTOR.scope(),
                work -> matters.load(id)
                        .map(loaded -> found(work, loaded.state()))
                        .orElse(List.of()));
        if (found.stream().anyMatch(each -> !each.sooner())) {
            var request = new Request(
                    ACTOR,
                    Canonical.MAPPER.valueToTree(Map.of("cause", row.reason().cause())),
                    new Work.Key(Recount.route(row.id()), id.toString()),
                    OptionalInt.empty(),
                    Optional.empty());
            var outcome = pipeline.move(id, KernelVerb.RECKON.wireName(), request);
            if (outcome instanceof Outcome.Refusal refusal) {
                LOG.info("the limits of {} were not computed again: {}", id, refusal.verdict());
            }
        }
        return found.stream().anyMatch(Recount.Found::sooner);
    }

    private List<Recount.Found> found(Work work, MatterState state) {
        return state.matter().stage().open()
                ? Recount.of(state, calendars.at(work), new Recount.Numbers(parameters, work))
                : List.of();
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
