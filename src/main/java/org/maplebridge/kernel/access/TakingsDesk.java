package org.maplebridge.kernel.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.maplebridge.kernel.ground.Allowed;
import org.maplebridge.kernel.ground.Page;
import org.maplebridge.kernel.ground.Transactions;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What was taken out and who was looked for: one's own, and for those who supervise, their area's.
@RestController
class TakingsDesk {

    private static final UUID LAST = new UUID(-1, -1);

    private final Transactions transactions;
    private final Takings takings;

    TakingsDesk(Transactions transactions, Takings takings) {
        this.transactions = transactions;
        this.takings = takings;
    }

    /// A page of it, the newest first.
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record TakingsPage(List<Taking> items, Optional<String> next) {}

    /// @param own only what I did myself; whoever supervises nobody reads no other
    @GetMapping("/api/takings")
    @Allowed(Allowed.Door.OFFICERS)
    TakingsPage takings(
            Actor actor,
            @RequestParam(defaultValue = "false") boolean own,
            @RequestParam Optional<String> after,
            @RequestParam Optional<Integer> limit) {
        int most = Page.limit(limit);
        var before = after.map(TakingsDesk::key).orElse(LAST);
        return transactions.run(actor.scope(), work -> {
            var page = Page.cut(
                    takings.page(actor, own, before, most + 1),
                    most,
                    each -> List.of(each.id().toString()));
            return new TakingsPage(page.items(), page.next());
        });
    }

    private static UUID key(String after) {
        try {
            return UUID.fromString(Page.decode(after, 1).path(0).asString());
        } catch (IllegalArgumentException foreign) {
            throw Page.foreign();
        }
    }
}
