package org.maplebridge.kernel.access;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.maplebridge.kernel.ground.Allowed;
import org.maplebridge.kernel.ground.Refused;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.orgs.Offices;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The posts of an agency and who sits there today, to hand work to.
@RestController
class PostsDesk {

    private final Transactions transactions;
    private final Offices offices;

    PostsDesk(Transactions transactions, Offices offices) {
        this.transactions = transactions;
        this.offices = offices;
    }

    record Seat(UUID id, String title, String holder, Me.Office agency) {}

    record Seats(List<Seat> items) {}

    /// @param agency whose posts; the caller's own agency if not said
    @GetMapping("/api/posts")
    @Allowed(Allowed.Door.SIGNED_IN)
    Seats posts(@RequestParam Optional<UUID> agency, Actor actor) {
        return transactions.run(actor.scope(), work -> {
            var directory = offices.at(work);
            var found = agency.or(actor::agency).flatMap(directory::agency).orElseThrow(() -> Refused.notFound("机构"));
            var office = new Me.Office(found.id(), found.name(), found.level().name());
            return new Seats(directory.posts(found.id()).stream()
                    .map(post -> new Seat(
                            post.id(),
                            post.title(),
                            directory.holders(post.id(), work.today()).stream()
                                    .map(holder -> holder.staff().name() + (holder.standsIn() ? "（代）" : ""))
                                    .collect(Collectors.joining("、")),
                            office))
                    .toList());
        });
    }
}
