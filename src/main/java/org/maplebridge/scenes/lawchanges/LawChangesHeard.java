package org.maplebridge.scenes.lawchanges;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.laws.LawHeard;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Notes down which editions came in, in the transaction that writes the edition, and what has become of each since.
/// Nothing that goes wrong later undoes the import.
@Component
class LawChangesHeard implements LawHeard {

    private static final String ADD = """
        insert into lawchanges.heard (edition, before, law, heard_at, try_at)
        values (:edition, :before, :law, :now, :now)
        on conflict (edition) do nothing\
        """;

    private static final String WAITING = """
        select edition, law, opened
          from lawchanges.heard
         where not settled and try_at <= :now
         order by heard_at, edition
         limit 50\
        """;

    private static final String OPENED = "update lawchanges.heard set opened = :matter where edition = :edition";

    private static final String SETTLED = "update lawchanges.heard set settled = true where edition = :edition";

    private static final String LATER = """
        update lawchanges.heard
           set try_at = cast(:now as timestamptz) + interval '10 minutes'
         where edition = :edition\
        """;

    private static final String RAISED = "select matter from lawchanges.revision where edition = :edition";

    /// Other revisions of the same law, the latest first.
    private static final String FORMER = """
        select o.matter
          from lawchanges.revision r
          join lawchanges.revision o on o.law = r.law and o.matter < r.matter
         where r.matter = :matter
         order by o.matter desc\
        """;

    private final JdbcClient db;

    LawChangesHeard(JdbcClient db) {
        this.db = db;
    }

    /// An edition that came in.
    ///
    /// @param opened the matter that came of it
    record Heard(UUID edition, String law, Optional<UUID> opened) {}

    @Override
    public void renewed(Work work, String law, UUID before, UUID after) {
        db.sql(ADD)
                .param("edition", after)
                .param("before", before)
                .param("law", law)
                .param("now", work.now().atOffset(ZoneOffset.UTC))
                .update();
    }

    /// In the order in which they came.
    List<Heard> waiting(Work work) {
        return db.sql(WAITING)
                .param("now", work.now().atOffset(ZoneOffset.UTC))
                .query((row, at) -> new Heard(
                        row.getObject("edition", UUID.class),
                        row.getString("law"),
                        Optional.ofNullable(row.getObject("opened", UUID.class))))
                .list();
    }

    void opened(UUID edition, UUID matter) {
        db.sql(OPENED).param("edition", edition).param("matter", matter).update();
    }

    void settled(UUID edition) {
        db.sql(SETTLED).param("edition", edition).update();
    }

    /// What can't be done now keeps nothing else waiting.
    void later(Work work, UUID edition) {
        db.sql(LATER)
                .param("edition", edition)
                .param("now", work.now().atOffset(ZoneOffset.UTC))
                .update();
    }

    /// What an edition was raised as, as far as the scope reaches.
    Optional<UUID> raised(UUID edition) {
        return db.sql(RAISED)
                .param("edition", edition)
                .query((row, at) -> row.getObject("matter", UUID.class))
                .optional();
    }

    /// Other revisions of the same law, the latest first.
    List<UUID> former(UUID matter) {
        return db.sql(FORMER)
                .param("matter", matter)
                .query((row, at) -> row.getObject("matter", UUID.class))
                .list();
    }
}
