package org.maplebridge.kernel.matters;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.calendar.LegalCalendar;
import org.maplebridge.kernel.ground.Allowed;
import org.maplebridge.kernel.ground.Page;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.parameters.Parameter;
import org.maplebridge.kernel.parameters.Parameters;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Shows which content is no longer needed by a day: what has ended so long ago that its time of keeping is over.
/// Nothing is destroyed by time alone: two people order it. Grounds: Personal Information Protection Law, art. 19, 47.
@RestController
class RetentionDesk {

    private static final String KERNEL = "matters.retention-years";

    private static final String DUE = """
            select m.id, m.code, m.title, m.scene, m.closed_at, k.years
              from matters.matter m
              join unnest(cast(:scenes as text[]), cast(:ends as timestamptz[]), cast(:years as int[]))
                   as k(scene, ended_before, years) on k.scene = m.scene
              join trail.matter_key s on s.matter = m.id and s.wrapped is not null
             where m.closed_at < k.ended_before
               and m.closed_at < :latest
               and (m.closed_at, m.id) > (:after, :afterId)
             order by m.closed_at, m.id
             limit :limit""";

    private final Transactions transactions;
    private final SceneBook scenes;
    private final Parameters parameters;
    private final JdbcClient db;

    RetentionDesk(Transactions transactions, SceneBook scenes, Parameters parameters, JdbcClient db) {
        this.transactions = transactions;
        this.scenes = scenes;
        this.parameters = parameters;
        this.db = db;
    }

    /// Something whose time is over.
    ///
    /// @param years how long such content is kept
    /// @param dueOn since when it need not be kept
    record Kept(UUID id, String code, String title, String sceneTitle, Instant closedAt, int years, LocalDate dueOn) {}

    /// @param by the day it was looked at for
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Due(LocalDate by, List<Kept> items, Optional<String> next) {}

    private record Keeping(List<String> names, List<OffsetDateTime> ends, List<Integer> years) {}

    @GetMapping("/api/retention")
    @Allowed(
            value = Allowed.Door.SIGNED_IN,
            roles = {"kernel.legal-officer", "kernel.supervisor"})
    Due due(
            Actor actor,
            @RequestParam Optional<LocalDate> by,
            @RequestParam Optional<String> after,
            @RequestParam Optional<Integer> limit) {
        int most = Page.limit(limit);
        return transactions.run(actor.scope(), work -> {
            var day = by.orElseGet(work::today);
            var page = Page.cut(
                    rows(work, day, after, most + 1),
                    most,
                    kept -> List.of(kept.closedAt().toString(), kept.id().toString()));
            return new Due(day, page.items(), page.next());
        });
    }

    private List<Kept> rows(Work work, LocalDate day, Optional<String> after, int limit) {
        var keeping = keeping(work, day);
        var key = after.map(text -> Page.decode(text, 2));
        return db.sql(DUE)
                .param("scenes", keeping.names().toArray(String[]::new))
                .param(
                        "ends",
                        keeping.ends().stream().map(OffsetDateTime::toString).toArray(String[]::new))
                .param("years", keeping.years().toArray(Integer[]::new))
                .param(
                        "latest",
                        keeping.ends().stream().max(OffsetDateTime::compareTo).orElseThrow())
                .param(
                        "after",
                        key.map(parts -> instant(parts.get(0).asString("")))
                                .orElse(Instant.EPOCH)
                                .atOffset(ZoneOffset.UTC))
                .param(
                        "afterId",
                        key.map(parts -> id(parts.get(1).asString(""))).orElse(new UUID(0, 0)))
                .param("limit", limit)
                .query((row, at) -> {
                    var closed = MatterStore.instant(row, "closed_at");
                    int years = row.getInt("years");
                    return new Kept(
                            row.getObject("id", UUID.class),
                            row.getString("code"),
                            row.getString("title"),
                            scenes.scene(row.getString("scene")).title(),
                            closed,
                            years,
                            LocalDate.ofInstant(closed, Work.ZONE).plusYears(years));
                })
                .list();
    }

    /// How long each kind is kept: by its own number, where it has one.
    private Keeping keeping(Work work, LocalDate day) {
        var keeping = new Keeping(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (var scene : scenes.all()) {
            int years = parameters
                    .find(work, scene.name() + ".retention-years", "", day)
                    .map(Parameter::whole)
                    .orElseGet(() -> parameters.at(work, KERNEL, "", day).whole());
            keeping.names().add(scene.name());
            keeping.years().add(years);
            keeping.ends()
                    .add(LegalCalendar.startOf(day.minusYears(years).plusDays(1))
                            .atOffset(ZoneOffset.UTC));
        }
        return keeping;
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (java.time.DateTimeException foreign) {
            throw Page.foreign();
        }
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException foreign) {
            throw Page.foreign();
        }
    }
}
