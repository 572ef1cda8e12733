package org.maplebridge.kernel.messages;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.ground.Allowed;
import org.maplebridge.kernel.ground.Page;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.matters.MatterRow;
import org.maplebridge.kernel.matters.MatterRowsView;
import org.maplebridge.kernel.matters.Matters;
import org.maplebridge.kernel.trail.Trail;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Whom my office has to call because nothing written has reached them. The number is shown by a look with its purpose,
/// the result is kept by the verb `called`.
@RestController
class CallsDesk {

    private final Transactions transactions;
    private final MessageStore store;
    private final FactStore facts;
    private final MatterRowsView rows;
    private final Matters matters;
    private final Trail trail;

    CallsDesk(
            Transactions transactions,
            MessageStore store,
            FactStore facts,
            MatterRowsView rows,
            Matters matters,
            Trail trail) {
        this.transactions = transactions;
        this.store = store;
        this.facts = facts;
        this.rows = rows;
        this.matters = matters;
        this.trail = trail;
    }

    /// Somebody to call.
    ///
    /// @param party their place among the parties; with it the number is asked for
    /// @param name masked
    /// @param say what to tell them
    /// @param caution what to heed
    /// @param unanswered how often nobody has answered
    /// @param wrong whether the number is not theirs and has to be put right first
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Call(
            UUID id,
            CallFor matter,
            int party,
            String name,
            String say,
            String why,
            Optional<String> caution,
            int unanswered,
            boolean wrong,
            Instant since) {}

    record CallFor(UUID id, String code, String title) {}

    @GetMapping("/api/calls")
    @Allowed(Allowed.Door.OFFICERS)
    Page<Call> calls(@RequestParam Optional<String> after, @RequestParam Optional<Integer> limit, Actor actor) {
        int most = Page.limit(limit);
        var from = after.map(Boxes::key).orElse(new UUID(0, 0));
        if (actor.agency().isEmpty()) {
            return new Page<>(List.of(), Optional.empty());
        }
        return transactions.run(actor.scope(), work -> {
            var page = Page.cut(
                    store.calls(actor.agency().get(), from, most + 1),
                    most,
                    call -> List.of(call.id().toString()));
            return new Page<>(shown(work, actor, page.items()), page.next());
        });
    }

    private List<Call> shown(Work work, Actor actor, List<MessageStore.Kept> calls) {
        Map<UUID, MatterRow> found = new HashMap<>();
        rows.rows(
                        work,
                        actor,
                        calls.stream().map(MessageStore.Kept::about).distinct().toList())
                .forEach(row -> found.put(row.id(), row));
        return calls.stream()
                .flatMap(call -> Optional.ofNullable(found.get(call.about())).flatMap(row -> shown(call, row)).stream())
                .toList();
    }

    private Optional<Call> shown(MessageStore.Kept call, MatterRow row) {
        var key = trail.key(call.about());
        if (key.isEmpty() || call.sealed().isEmpty()) {
            return Optional.empty();
        }
        var opened = Sealed.opened(key.get(), call.id(), call.sealed().get());
        boolean shared = call.why().equals(Why.SHARED.name());
        var caution = call.careful()
                ? Optional.of(shared ? "不要打这个电话：与对方共用，或者有危险。请当面告知本人。" : "先确认接电话的是本人、说话方便，再说事；不是本人就说打错了。")
                : Optional.of("这个电话不止一位当事人在用，先确认接电话的是谁。").filter(words -> shared);
        return Optional.of(new Call(
                call.id(),
                new CallFor(row.id(), row.code(), row.title()),
                call.party(),
                matters.parties(call.about()).stream()
                        .filter(party -> party.no() == call.party())
                        .map(party -> party.shown())
                        .findFirst()
                        .orElse("当事人"),
                opened.text(),
                Why.valueOf(call.why()).title(),
                caution,
                facts.unanswered(call.about(), call.party()),
                call.state().equals("WRONG"),
                call.createdAt()));
    }
}
