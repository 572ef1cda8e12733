package org.maplebridge.kernel.matters;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.ground.Allowed;
import org.maplebridge.kernel.ground.Items;
import org.maplebridge.kernel.ground.Page;
import org.maplebridge.kernel.ground.Transactions;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Reads matters: the list, the page and its parts.
@RestController
class MatterDesk {

    private final Transactions transactions;
    private final MatterReading reading;
    private final MoveReading moves;
    private final LimitPages limits;
    private final MatterList list;
    private final MatterAsking asking;

    MatterDesk(
            Transactions transactions,
            MatterReading reading,
            MoveReading moves,
            LimitPages limits,
            MatterList list,
            MatterAsking asking) {
        this.transactions = transactions;
        this.reading = reading;
        this.moves = moves;
        this.limits = limits;
        this.list = list;
        this.asking = asking;
    }

    @GetMapping("/api/matters")
    @Allowed(Allowed.Door.OFFICERS)
    Page<MatterRow> list(
            Actor actor,
            @RequestParam Optional<String> scene,
            @RequestParam Optional<String> stage,
            @RequestParam Optional<String> area,
            @RequestParam Optional<String> colour,
            @RequestParam Optional<String> dueBefore,
            @RequestParam Optional<String> q,
            @RequestParam Optional<Boolean> overdue,
            @RequestParam Optional<Boolean> dueSoon,
            @RequestParam Optional<Boolean> returned,
            @RequestParam Optional<Boolean> open,
            @RequestParam Optional<String> after,
            @RequestParam Optional<Integer> limit) {
        var asked = new MatterAsked(scene, stage, area, colour, dueBefore, q, overdue, dueSoon, returned, open);
        return list.find(actor, asking.filter(actor, asked).page(after, Page.limit(limit)));
    }

    @GetMapping("/api/matters/{id}")
    @Allowed(Allowed.Door.OFFICERS)
    ResponseEntity<MatterPage.Whole> one(Actor actor, @PathVariable UUID id) {
        var whole = transactions.run(actor.scope(), work -> reading.whole(work, id));
        return ResponseEntity.ok().eTag("\"" + whole.row().version() + "\"").body(whole);
    }

    @GetMapping("/api/matters/{id}/moves")
    @Allowed(Allowed.Door.OFFICERS)
    MatterPage.Moves moves(Actor actor, @PathVariable UUID id) {
        return transactions.run(actor.scope(), work -> moves.of(work, actor, reading.state(id)));
    }

    /// A piece of the trail, newest first.
    ///
    /// @param intact whether the entries shown hold together; `verify` proves the whole
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record TrailPage(List<MatterPage.EntryLine> items, Optional<String> next, boolean intact) {}

    @GetMapping("/api/matters/{id}/trail")
    @Allowed(Allowed.Door.OFFICERS)
    TrailPage trail(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam Optional<String> after,
            @RequestParam Optional<Integer> limit) {
        int below = after.map(MatterDesk::number).orElse(Integer.MAX_VALUE);
        int most = Page.limit(limit);
        var lines = transactions.run(actor.scope(), work -> reading.trail(work, actor, id, below, most + 1));
        var page = Page.cut(lines, most, line -> List.of(line.seq()));
        boolean intact = true;
        for (int i = 0; i + 1 < lines.size(); i++) {
            intact &= lines.get(i).prev().equals(Optional.of(lines.get(i + 1).hash()));
        }
        return new TrailPage(page.items(), page.next(), intact);
    }

    private static int number(String after) {
        var key = Page.decode(after, 1).get(0);
        if (!key.canConvertToInt()) {
            throw Page.foreign();
        }
        return key.intValue();
    }

    @GetMapping("/api/matters/{id}/deadlines")
    @Allowed(Allowed.Door.OFFICERS)
    Items<MatterPage.Limit> deadlines(Actor actor, @PathVariable UUID id) {
        return new Items<>(transactions.run(actor.scope(), work -> limits.of(work, reading.state(id))));
    }

    @GetMapping("/api/matters/{id}/links")
    @Allowed(Allowed.Door.OFFICERS)
    Items<MatterPage.Linked> links(Actor actor, @PathVariable UUID id) {
        return new Items<>(transactions.run(actor.scope(), work -> {
            var links = reading.state(id).links();
            var seen = reading.others(links.stream().map(Link::other).toList());
            return links.stream()
                    .map(link -> new MatterPage.Linked(
                            link.kind(),
                            link.kind().title(),
                            link.blocking(),
                            Optional.ofNullable(seen.get(link.other())).map(this::brief),
                            !seen.containsKey(link.other())))
                    .toList();
        }));
    }

    private MatterPage.Brief brief(MatterState state) {
        var matter = state.matter();
        return new MatterPage.Brief(
                matter.id(),
                matter.label().code(),
                matter.label().title(),
                reading.scene(state).stageTitle(matter.stage().name()));
    }
}
