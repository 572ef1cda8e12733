package org.maplebridge.kernel.tasks;

import java.util.Map;
import java.util.Optional;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.access.Introduction;
import org.maplebridge.kernel.ground.Allowed;
import org.maplebridge.kernel.ground.Page;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.ground.Work;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// My tasks, the earliest statutory limit first.
@RestController
class InboxDesk implements Introduction {

    private final Transactions transactions;
    private final Inbox inbox;

    InboxDesk(Transactions transactions, Inbox inbox) {
        this.transactions = transactions;
        this.inbox = inbox;
    }

    /// @param filter all, mine or unclaimed
    @GetMapping("/api/inbox")
    @Allowed(Allowed.Door.OFFICERS)
    InboxRow.Rows inbox(
            @RequestParam(defaultValue = "all") String filter,
            @RequestParam Optional<String> after,
            @RequestParam Optional<Integer> limit,
            Actor actor) {
        var part = Filter.of(filter);
        int most = Page.limit(limit);
        return transactions.run(actor.scope(), work -> inbox.rows(work, actor, part, after, most));
    }

    @Override
    public Map<String, Integer> counts(Work work, Actor actor) {
        var counts = inbox.counts(work, actor);
        return Map.of("inbox", counts.all(), "overdue", counts.overdue());
    }
}
