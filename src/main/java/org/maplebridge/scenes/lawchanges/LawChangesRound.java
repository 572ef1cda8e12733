package org.maplebridge.scenes.lawchanges;

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
import org.maplebridge.kernel.matters.Verdict;
import org.maplebridge.scenes.lawchanges.LawChangesHeard.Heard;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// Raises a revision for each edition that came in, and links it with what is still open of the same law. Broken off
/// half-way, it comes again under the same key: nothing is raised twice.
@Component
class LawChangesRound implements Looping {

    private static final Logger LOG = LoggerFactory.getLogger(LawChangesRound.class);
    private static final Actor SYSTEM = Actor.system("lawchanges");

    private final Transactions transactions;
    private final LawChangesHeard heard;
    private final Matters matters;
    private final boolean automatic;
    private final Loop loop = new Loop("lawchanges", Duration.ofSeconds(5), this::round);

    LawChangesRound(Transactions transactions, LawChangesHeard heard, Matters matters, Environment settings) {
        this.transactions = transactions;
        this.heard = heard;
        this.matters = matters;
        this.automatic = Looping.serving(settings);
    }

    /// Does whatever waits. One that fails keeps none of the others waiting.
    void round() {
        for (var each : transactions.run(SYSTEM.scope(), heard::waiting)) {
            try {
                each.opened().or(() -> raised(each)).or(() -> raise(each)).ifPresent(matter -> link(each, matter));
            } catch (RuntimeException failure) {
                LOG.error("the revision of {} waits: {}", each.edition(), failure.toString());
                later(each);
            }
        }
    }

    /// It stopped before that was noted down.
    private Optional<UUID> raised(Heard each) {
        return transactions.run(SYSTEM.scope(), work -> heard.raised(each.edition()));
    }

    private Optional<UUID> raise(Heard each) {
        var said = Map.of("edition", each.edition().toString(), "law", each.law());
        var raised = switch (matters.open("lawchanges", request("open", each.edition(), said))) {
            case Outcome.Done done -> Optional.of(done.matter().id());
            case Outcome.Repeat repeat -> Optional.of(repeat.matter());
            case Outcome.Refusal refusal -> {
                refused(each, refusal.verdict());
                yield Optional.<UUID>empty();
            }
        };
        raised.ifPresent(matter -> transactions.run(SYSTEM.scope(), work -> {
            heard.opened(each.edition(), matter);
            return true;
        }));
        return raised;
    }

    /// Where nobody sits yet who could look at it, it waits; where nothing cites it, there is nothing to do.
    private void refused(Heard each, Verdict verdict) {
        boolean nothing = verdict instanceof Verdict.Blocked blocked
                && blocked.rule().filter(LawChangesOpening.NOTHING::equals).isPresent();
        if (nothing) {
            settled(each);
        } else {
            LOG.warn("the revision of {} waits: {}", each.edition(), verdict);
            later(each);
        }
    }

    /// With the latest of the same law that is still open.
    private void link(Heard each, UUID matter) {
        var former = transactions.run(
                SYSTEM.scope(),
                work -> heard.former(matter).stream()
                        .flatMap(id -> matters.find(id).stream())
                        .filter(one -> one.stage().open())
                        .map(Matter::id)
                        .findFirst());
        former.ifPresent(other -> {
            var said = Map.of("matter", other.toString(), "reason", "同一部法律前一次修订的核对还没有办结");
            matters.move(matter, "link", request("link", each.edition(), said));
        });
        settled(each);
    }

    private void settled(Heard each) {
        transactions.run(SYSTEM.scope(), work -> {
            heard.settled(each.edition());
            return true;
        });
    }

    private void later(Heard each) {
        transactions.run(SYSTEM.scope(), work -> {
            heard.later(work, each.edition());
            return true;
        });
    }

    private static Request request(String verb, UUID edition, Map<String, String> said) {
        return new Request(
                SYSTEM,
                Canonical.MAPPER.valueToTree(said),
                new Work.Key("lawchanges/" + verb, "edition-" + edition),
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
