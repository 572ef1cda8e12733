package org.maplebridge.scenes.urgings;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.ground.Canonical;
import org.maplebridge.kernel.ground.Loop;
import org.maplebridge.kernel.ground.Looping;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.matters.Matter;
import org.maplebridge.kernel.matters.Matters;
import org.maplebridge.kernel.matters.Outcome;
import org.maplebridge.kernel.matters.Request;
import org.maplebridge.kernel.parameters.Parameters;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// Draws what is to be urged, and links what was issued with the matter that is urged. Broken off half-way, it comes
/// again under the same key: nothing is drawn twice.
@Component
class UrgingsDrawing implements Looping {

    private static final Logger LOG = LoggerFactory.getLogger(UrgingsDrawing.class);
    private static final Actor SYSTEM = Actor.system("urgings");

    private final Transactions transactions;
    private final WantedStore wanted;
    private final Matters matters;
    private final Parameters parameters;
    private final boolean automatic;
    private final Loop loop = new Loop("urgings", Duration.ofSeconds(3), this::round);

    UrgingsDrawing(
            Transactions transactions,
            WantedStore wanted,
            Matters matters,
            Parameters parameters,
            Environment settings) {
        this.transactions = transactions;
        this.wanted = wanted;
        this.matters = matters;
        this.parameters = parameters;
        this.automatic = Looping.serving(settings);
    }

    /// Does whatever waits. One that fails keeps none of the others waiting.
    void round() {
        for (var each : transactions.run(SYSTEM.scope(), wanted::open)) {
            tried(each.id(), () -> draw(each));
        }
        for (var each : transactions.run(SYSTEM.scope(), wanted::unlinked)) {
            tried(each.id(), () -> link(each));
        }
    }

    private void tried(UUID id, Runnable deed) {
        try {
            deed.run();
        } catch (RuntimeException failure) {
            LOG.error("the urging wanted by {} waits: {}", id, failure.toString());
            transactions.run(SYSTEM.scope(), work -> {
                wanted.later(work, id);
                return true;
            });
        }
    }

    private void draw(WantedStore.Wanted each) {
        var about = transactions.run(
                SYSTEM.scope(),
                work -> matters.find(each.about())
                        .filter(matter -> matter.stage().open())
                        .filter(matter -> often(work, each, matter)));
        if (about.isEmpty()) {
            settled(each.id());
            return;
        }
        var said = Map.of(
                "cause", each.cause().name(),
                "code", about.get().label().code(),
                "wrong", each.reason(),
                "wanted", "查明原因，明确责任人，尽快办理并书面答复。");
        var urging = switch (matters.open("urgings", request("open", each.id(), said))) {
            case Outcome.Done done -> done.matter().id();
            case Outcome.Repeat repeat -> repeat.matter();
            case Outcome.Refusal refusal ->
                throw new IllegalStateException(refusal.verdict().toString());
        };
        transactions.run(SYSTEM.scope(), work -> {
            wanted.drawn(each.id(), urging);
            return true;
        });
    }

    /// What came back less often than it may is nobody's fault yet.
    private boolean often(Work work, WantedStore.Wanted each, Matter matter) {
        return each.cause() != Urging.Cause.RETURNED
                || each.no()
                        >= parameters
                                .at(work, "matters.return-most", matter.office().area(), work.today())
                                .whole();
    }

    /// A matter that has ended, or whose content is destroyed, stays without the link; the urging names its number.
    private void link(WantedStore.Unlinked each) {
        if (each.links()) {
            var said = Map.of("matter", each.about().toString(), "reason", "督办");
            matters.move(each.urging(), "link", request("link", each.id(), said));
        }
        settled(each.id());
    }

    private void settled(UUID id) {
        transactions.run(SYSTEM.scope(), work -> {
            wanted.settled(id);
            return true;
        });
    }

    private static Request request(String verb, UUID wanted, Map<String, String> said) {
        return new Request(
                SYSTEM,
                Canonical.MAPPER.valueToTree(said),
                new Work.Key("urgings/" + verb, "wanted-" + wanted),
                OptionalInt.empty(),
                Optional.empty());
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
