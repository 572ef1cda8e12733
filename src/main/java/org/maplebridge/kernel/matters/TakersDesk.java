package org.maplebridge.kernel.matters;

import java.util.UUID;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.ground.Allowed;
import org.maplebridge.kernel.ground.Items;
import org.maplebridge.kernel.ground.Refused;
import org.maplebridge.kernel.ground.Transactions;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// To which post a matter can be given.
@RestController
class TakersDesk {

    private final Transactions transactions;
    private final Matters matters;
    private final WhoTakes whoTakes;

    TakersDesk(Transactions transactions, Matters matters, WhoTakes whoTakes) {
        this.transactions = transactions;
        this.matters = matters;
        this.whoTakes = whoTakes;
    }

    /// Those of the office that has it, for whoever works there: that a colleague keeps out is nobody else's business.
    @GetMapping("/api/matters/{id}/takers")
    @Allowed(Allowed.Door.OFFICERS)
    Items<WhoTakes.Taker> takers(Actor actor, @PathVariable UUID id) {
        return transactions.run(actor.scope(), work -> {
            var matter = matters.find(id).orElseThrow(() -> Refused.notFound("事项"));
            var office = matter.office().agency();
            if (office.isEmpty() || !office.equals(actor.agency())) {
                throw Refused.notYours("谁能接这一件，由现在办理的单位看。");
            }
            return new Items<>(whoTakes.of(work, matter));
        });
    }
}
