package org.maplebridge.scenes.urgings;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.maplebridge.kernel.ground.Batch;
import org.maplebridge.kernel.ground.Work;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What is to be urged, until it is drawn and linked.
@Component
class WantedStore {

    private static final String ADD = """
        insert into urgings.wanted (about, cause, no, due, reason, try_at)
        values (?, ?, ?, ?, ?, ?)
        on conflict (about, cause, no, due) do nothing\
        """;

    private static final String DRAWN_BY_HAND = """
        insert into urgings.wanted (about, cause, no, due, reason, try_at, urging)
        values (:about, 'PERSON', 0, :now, '', :now, :urging)\
        """;

    private static final String OPEN = """
        select id, about, cause, no, reason
          from urgings.wanted
         where not settled and urging is null and try_at <= :now
         order by try_at
         limit 50\
        """;

    private static final String DRAWN = "update urgings.wanted set urging = :urging where id = :id";

    private static final String SETTLED = "update urgings.wanted set settled = true where id = :id";

    private static final String LATER =
            "update urgings.wanted set try_at = cast(:now as timestamptz) + interval '10 minutes' where id = :id";

    /// What was issued is linked with the matter that is urged; what was dropped never is.
    private static final String UNLINKED = """
        select w.id, w.about, w.urging, u.dropped is null as links
          from urgings.wanted w
          join urgings.urging u on u.matter = w.urging
         where not w.settled and w.urging is not null and w.try_at <= :now
           and (u.handler is not null or u.dropped is not null)
         order by w.urging
         limit 50\
        """;

    private final JdbcClient db;

    WantedStore(JdbcClient db) {
        this.db = db;
    }

    /// Something to be drawn.
    ///
    /// @param no which limit, or how often returned
    record Wanted(UUID id, UUID about, Urging.Cause cause, int no, String reason) {}

    /// Something drawn whose matter doesn't show it yet.
    record Unlinked(UUID id, UUID about, UUID urging, boolean links) {}

    static void add(Batch batch, Work work, UUID about, Urging.Cause cause, int no, Instant due, String reason) {
        batch.add(ADD, about, cause.name(), no, due, reason, work.now());
    }

    void drawnByHand(Work work, UUID about, UUID urging) {
        db.sql(DRAWN_BY_HAND)
                .param("about", about)
                .param("now", work.now().atOffset(ZoneOffset.UTC))
                .param("urging", urging)
                .update();
    }

    List<Wanted> open(Work work) {
        return db.sql(OPEN)
                .param("now", work.now().atOffset(ZoneOffset.UTC))
                .query((row, at) -> new Wanted(
                        row.getObject("id", UUID.class),
                        row.getObject("about", UUID.class),
                        Urging.Cause.valueOf(row.getString("cause")),
                        row.getInt("no"),
                        row.getString("reason")))
                .list();
    }

    void drawn(UUID id, UUID urging) {
        db.sql(DRAWN).param("id", id).param("urging", urging).update();
    }

    void settled(UUID id) {
        db.sql(SETTLED).param("id", id).update();
    }

    /// What can't be done now keeps nothing else waiting.
    void later(Work work, UUID id) {
        db.sql(LATER)
                .param("id", id)
                .param("now", work.now().atOffset(ZoneOffset.UTC))
                .update();
    }

    List<Unlinked> unlinked(Work work) {
        return db.sql(UNLINKED)
                .param("now", work.now().atOffset(ZoneOffset.UTC))
                .query((row, at) -> new Unlinked(
                        row.getObject("id", UUID.class),
                        row.getObject("about", UUID.class),
                        row.getObject("urging", UUID.class),
                        row.getBoolean("links")))
                .list();
    }
}
