package org.maplebridge.kernel.evaluations;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.ground.Allowed;
import org.maplebridge.kernel.ground.Items;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.matters.Matter;
import org.maplebridge.kernel.matters.Matters;
import org.maplebridge.kernel.matters.Party;
import org.maplebridge.kernel.sampling.Samples;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// Whom to call: the people whose evaluation is due in the officer's office, and those drawn to be asked once more.
@RestController
class CallBacksDesk {

    private static final int MOST = 100;

    /// What was drawn longer ago is called no more.
    private static final Duration FRESH = Duration.ofDays(60);

    private final Transactions transactions;
    private final Matters matters;
    private final Samples samples;
    private final EvaluationStore store;

    CallBacksDesk(Transactions transactions, Matters matters, Samples samples, EvaluationStore store) {
        this.transactions = transactions;
        this.matters = matters;
        this.samples = samples;
        this.store = store;
    }

    /// Somebody to be called.
    ///
    /// @param version what `If-Match` names
    /// @param due until when, if a limit runs
    /// @param sampled whether drawn, to be asked once more; what is recorded is not told
    /// @param tries how often nobody was reached
    /// @param who the parties by their places, masked
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record ToCall(
            UUID matter,
            int version,
            String code,
            String title,
            String scene,
            Optional<Instant> due,
            boolean sampled,
            int tries,
            Optional<Instant> last,
            List<Callee> who) {}

    record Callee(int no, String name) {}

    @GetMapping("/api/evaluations/call-backs")
    @Allowed(Allowed.Door.OFFICERS)
    Items<ToCall> list(Actor actor) {
        return new Items<>(transactions.run(
                actor.scope(),
                work -> actor.agency().map(agency -> rows(work, agency)).orElse(List.of())));
    }

    private List<ToCall> rows(Work work, UUID agency) {
        Map<UUID, Optional<Instant>> due = new LinkedHashMap<>();
        var found = new LinkedHashMap<UUID, Matter>();
        for (var each : matters.running(agency, ".evaluate", MOST)) {
            due.putIfAbsent(each.matter().id(), Optional.of(each.deadline().due()));
            found.putIfAbsent(each.matter().id(), each.matter());
        }
        var drawn = samples.toCall(agency, work.now().minus(FRESH), MOST);
        drawn.forEach(id -> matters.find(id).ifPresent(matter -> found.putIfAbsent(id, matter)));
        var calls = store.calls(new ArrayList<>(found.keySet())).stream()
                .collect(Collectors.groupingBy(EvaluationStore.Call::matter));
        return found.values().stream()
                .map(matter -> {
                    var tried = calls.getOrDefault(matter.id(), List.of());
                    return new ToCall(
                            matter.id(),
                            matter.chain().version(),
                            matter.label().code(),
                            matter.label().title(),
                            matter.scene(),
                            due.getOrDefault(matter.id(), Optional.empty()),
                            drawn.contains(matter.id()),
                            (int) tried.stream()
                                    .filter(call -> call.outcome().missed())
                                    .count(),
                            tried.isEmpty()
                                    ? Optional.empty()
                                    : Optional.of(tried.getLast().at()),
                            matters.parties(matter.id()).stream()
                                    .map(CallBacksDesk::callee)
                                    .toList());
                })
                .toList();
    }

    private static Callee callee(Party party) {
        return new Callee(party.no(), party.shown());
    }
}
