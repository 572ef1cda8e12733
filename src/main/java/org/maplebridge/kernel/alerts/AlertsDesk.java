package org.maplebridge.kernel.alerts;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.access.Introduction;
import org.maplebridge.kernel.ground.Allowed;
import org.maplebridge.kernel.ground.ColourName;
import org.maplebridge.kernel.ground.Page;
import org.maplebridge.kernel.ground.Refused;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.matters.MatterRow;
import org.maplebridge.kernel.matters.MatterRowsView;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The alerts that address me, the newest first, and taking note of one.
@RestController
class AlertsDesk implements Introduction {

    /// Where counting stops.
    private static final int COUNTED_TO = 200;

    private static final UUID LAST = new UUID(-1, -1);

    private final Transactions transactions;
    private final AlertStore store;
    private final MatterRowsView matterRows;

    AlertsDesk(Transactions transactions, AlertStore store, MatterRowsView matterRows) {
        this.transactions = transactions;
        this.store = store;
        this.matterRows = matterRows;
    }

    /// @param lowerBound whether the end is only a lower bound, because a year's notice is missing
    /// @param movedAt since when another office has the matter, which was told itself: nothing is left to do here
    /// @param level 0 to the office itself, then one more for each step up
    /// @param link the page about it, where it is about no matter but a line of a register
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Shown(
            UUID id,
            AlertKind kind,
            String kindTitle,
            ColourName colour,
            String title,
            About matter,
            Optional<Limit> due,
            boolean lowerBound,
            OffsetDateTime raisedAt,
            int level,
            Optional<OffsetDateTime> movedAt,
            Optional<OffsetDateTime> acknowledgedAt,
            Optional<String> acknowledgedBy,
            Optional<String> link) {}

    record About(UUID id, String code, String title) {}

    record Limit(OffsetDateTime at, String title) {}

    /// @param open whether only those are asked for that nobody has taken note of
    @GetMapping("/api/alerts")
    @Allowed(Allowed.Door.OFFICERS)
    Page<Shown> alerts(
            @RequestParam Optional<String> after,
            @RequestParam Optional<Integer> limit,
            @RequestParam(defaultValue = "false") boolean open,
            Actor actor) {
        int most = Page.limit(limit);
        var before = after.map(AlertsDesk::key).orElse(LAST);
        return transactions.run(actor.scope(), work -> {
            var page = Page.cut(
                    store.page(actor, before, open, most + 1),
                    most,
                    alert -> List.of(alert.id().toString()));
            return new Page<>(shown(work, actor, page.items()), page.next());
        });
    }

    /// Taking note twice is taking note once: the first stands.
    @PostMapping("/api/alerts/{id}/acknowledge")
    @Allowed(Allowed.Door.OFFICERS)
    Shown acknowledge(@PathVariable UUID id, Actor actor) {
        return transactions.run(actor.scope(), work -> {
            store.acknowledge(work, actor, id);
            var alert = store.find(id).orElseThrow(() -> Refused.notFound("预警"));
            return shown(work, actor, List.of(alert)).stream().findFirst().orElseThrow(() -> Refused.notFound("预警"));
        });
    }

    @Override
    public Map<String, Integer> counts(Work work, Actor actor) {
        return Map.of("alerts", store.page(actor, LAST, true, COUNTED_TO).size());
    }

    private List<Shown> shown(Work work, Actor actor, List<Alert> alerts) {
        Map<UUID, MatterRow> rows = new HashMap<>();
        matterRows
                .rows(work, actor, alerts.stream().map(Alert::matter).distinct().toList())
                .forEach(row -> rows.put(row.id(), row));
        return alerts.stream()
                .flatMap(alert -> about(alert, rows).stream().map(about -> shown(alert, about)))
                .toList();
    }

    private static Optional<About> about(Alert alert, Map<UUID, MatterRow> rows) {
        return switch (alert.kind()) {
            case TERM_ENDING -> Optional.of(new About(alert.matter(), "名册", alert.limit()));
            case UNUSUAL_TAKING -> Optional.of(new About(alert.matter(), "监督", "导出和查找的记录"));
            default ->
                Optional.ofNullable(rows.get(alert.matter())).map(row -> new About(row.id(), row.code(), row.title()));
        };
    }

    private static Shown shown(Alert alert, About about) {
        return new Shown(
                alert.id(),
                alert.kind(),
                alert.kind().title(),
                alert.kind().colour(),
                alert.title(),
                about,
                Optional.of(new Limit(zoned(alert.due()), alert.kind() == AlertKind.TERM_ENDING ? "届满" : alert.limit()))
                        .filter(limit -> alert.ofLimit() || alert.kind() == AlertKind.TERM_ENDING),
                !alert.settled(),
                zoned(alert.raisedAt()),
                alert.level(),
                alert.movedAt().map(AlertsDesk::zoned),
                alert.acknowledgedAt().map(AlertsDesk::zoned),
                alert.acknowledger(),
                link(alert));
    }

    private static Optional<String> link(Alert alert) {
        return switch (alert.kind()) {
            case TERM_ENDING -> alert.about().map(line -> "/desk/rolls/" + line);
            case UNUSUAL_TAKING -> Optional.of("/desk/takings");
            default -> Optional.empty();
        };
    }

    private static OffsetDateTime zoned(Instant moment) {
        return moment.atZone(Work.ZONE).toOffsetDateTime();
    }

    private static UUID key(String after) {
        try {
            return UUID.fromString(Page.decode(after, 1).path(0).asString());
        } catch (IllegalArgumentException foreign) {
            throw Page.foreign();
        }
    }
}
