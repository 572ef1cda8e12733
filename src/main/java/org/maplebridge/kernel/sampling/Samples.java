package org.maplebridge.kernel.sampling;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What has been drawn, for those who then look at it. Needs a transaction.
@Component
public class Samples {

    private static final String FOR_REVIEW = """
        select m.plan
          from sampling.member m
          join sampling.plan p on p.id = m.plan and p.kind = 'REVIEW'
         where m.about = :about and m.drawn_at is not null and m.handed_at is null and m.dropped is null
         order by m.drawn_at desc, m.plan
         limit 1\
        """;

    private static final String TO_CALL = """
        select about, drawn_at
          from sampling.member
         where about = any(:matters) and drawn_at is not null and handed_at is null and dropped is null\
        """;

    private static final String CALLS = """
        select m.about
          from sampling.member m
          join ground.reach r on r.matter = m.about and r.unit = :unit and r.domain = 'general'
         where m.drawn_at > :since and m.handed_at is null and m.dropped is null
           and (select p.kind from sampling.plan p where p.id = m.plan) is distinct from 'REVIEW'
         order by m.drawn_at, m.about
         limit :limit\
        """;

    private static final String CALLED = """
        update sampling.member set handed_at = :at
         where about = :about and drawn_at is not null and handed_at is null and dropped is null\
        """;

    private final JdbcClient db;
    private final PlanStore store;

    Samples(JdbcClient db, PlanStore store) {
        this.db = db;
        this.store = store;
    }

    /// The plan in which a matter was drawn whose review is to be opened.
    public Optional<UUID> forReview(UUID matter) {
        return db.sql(FOR_REVIEW)
                .param("about", matter)
                .query((row, at) -> row.getObject(1, UUID.class))
                .optional();
    }

    /// Drawn, and when.
    public record Sampled(UUID matter, Instant at) {}

    /// Which of these have been drawn and still wait for a call.
    public List<Sampled> waiting(List<UUID> matters) {
        return db.sql(TO_CALL)
                .param("matters", matters.toArray(UUID[]::new))
                .query((row, at) -> new Sampled(
                        row.getObject("about", UUID.class),
                        row.getObject("drawn_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /// What was drawn for calls among the matters of an office, the oldest first.
    public List<UUID> toCall(UUID agency, Instant since, int limit) {
        return db.sql(CALLS)
                .param("unit", "g:" + agency)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query((row, at) -> row.getObject(1, UUID.class))
                .list();
    }

    /// The party has been called.
    public void called(UUID matter, Instant now) {
        db.sql(CALLED)
                .param("about", matter)
                .param("at", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /// One that was drawn can't be looked at; the next one in its order takes its place.
    ///
    /// @return whether it stood among those drawn, as the scope sees it
    public boolean drop(UUID plan, UUID matter, String reason) {
        return store.drop(plan, matter, reason);
    }
}
