package org.maplebridge.kernel.matters;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maplebridge.kernel.ground.Ahead;
import org.maplebridge.kernel.ground.Hash;
import org.maplebridge.kernel.ground.Sealing;
import org.maplebridge.kernel.trail.MatterKey;
import org.maplebridge.kernel.trail.Trail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Reads a matter with everything of its own in one statement. Where it is locked, that comes before and apart: a
/// statement that waits for a row reads that row anew, but its sub-selects as they were before the wait.
@Component
class MatterStore {

    /// In order of id, so that two acts on the same two matters can't wait for one another.
    private static final String LOCK = "select from matters.matter where id = any(?) order by id for update";

    private static final String WHOLE = """
        select m.*, k.wrapped, k.master,
               (select coalesce(jsonb_agg(to_jsonb(d) order by d.no), '[]')::text
                  from matters.deadline d where d.matter = m.id) as deadlines,
               (select coalesce(jsonb_agg(to_jsonb(p) order by p.no), '[]')::text
                  from matters.party p where p.matter = m.id) as parties_all,
               (select coalesce(jsonb_agg(to_jsonb(l) order by l.no), '[]')::text
                  from matters.link l where l.matter = m.id) as links,
               (select coalesce(jsonb_agg(to_jsonb(r) order by r.no), '[]')::text
                  from ground.recused r where r.matter = m.id) as recusals,
               matters.open_children(m.id) as open_children,
               matters.keeps_me_out(m.id) as stopped
          from matters.matter m
          left join trail.matter_key k on k.matter = m.id
         where m.id = any(?)
         order by m.id\
        """;

    private static final String IN_HAND = "select ground.take_in_hand(id) from unnest(cast(? as uuid[])) as id";

    private static final String OPENED_BY =
            "select id from matters.matter where batch = :batch and id > :after order by id limit 500";

    private final JdbcClient db;
    private final Trail trail;

    MatterStore(JdbcClient db, Trail trail) {
        this.db = db;
        this.trail = trail;
    }

    /// A matter and its key.
    ///
    /// @param key empty once destroyed
    record Loaded(MatterState state, Optional<MatterKey> key) {

        Matter matter() {
            return state.matter();
        }
    }

    Optional<Loaded> load(UUID id) {
        return load(List.of(id)).stream().findFirst();
    }

    /// Locks and reads in the round trip that begins the transaction.
    Ahead<Loaded> locking(List<UUID> ids) {
        return new Ahead<>(List.of(LOCK, WHOLE), "uuid", ids, (row, at) -> loaded(row));
    }

    /// Locks and reads some, and takes them in hand. Needs a transaction.
    List<Loaded> take(List<UUID> ids) {
        Object all = ids.toArray(UUID[]::new);
        db.sql(LOCK).param(all).query((row, at) -> at).list();
        db.sql(IN_HAND).param(all).query((row, at) -> at).list();
        return load(ids);
    }

    List<Loaded> load(List<UUID> ids) {
        return db.sql(WHOLE)
                .param((Object) ids.toArray(UUID[]::new))
                .query((row, at) -> loaded(row))
                .list();
    }

    /// A key that can't be opened is as good as none: pages still open, nothing can be written on, `verify` names it.
    private Optional<MatterKey> key(UUID matter, byte @Nullable [] wrapped, @Nullable String master) {
        if (wrapped == null || master == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(trail.openKey(matter, wrapped, master));
        } catch (Sealing.Broken | IllegalStateException broken) {
            return Optional.empty();
        }
    }

    List<UUID> broughtBy(UUID batch, UUID after) {
        return db.sql(OPENED_BY)
                .param("batch", batch)
                .param("after", after)
                .query((row, at) -> row.getObject("id", UUID.class))
                .list();
    }

    private Loaded loaded(ResultSet row) throws SQLException {
        byte[] wrapped = row.getBytes("wrapped");
        var state = new MatterState(
                matter(row),
                MatterRows.deadlines(row.getString("deadlines")),
                MatterRows.parties(row.getString("parties_all")),
                MatterRows.links(row.getString("links")),
                MatterRows.recusals(row.getString("recusals")),
                row.getInt("open_children"),
                wrapped == null && row.getString("master") != null,
                row.getBoolean("stopped"));
        return new Loaded(state, key(state.matter().id(), wrapped, row.getString("master")));
    }

    static Matter matter(ResultSet row) throws SQLException {
        return new Matter(
                row.getObject("id", UUID.class),
                row.getString("scene"),
                row.getInt("life"),
                row.getString("domain"),
                new Matter.Where(
                        row.getString("stage"),
                        instant(row, "stage_since"),
                        row.getBoolean("open"),
                        maybe(row, "closed_at")),
                new Matter.Office(
                        row.getString("area"), row.getString("level"), uuid(row, "agency"), uuid(row, "post")),
                new Matter.Label(
                        row.getString("code"),
                        row.getString("title"),
                        Optional.ofNullable(row.getString("category")),
                        Optional.ofNullable(row.getString("colour")),
                        Optional.ofNullable(row.getString("parties"))),
                new Matter.Origin(
                        instant(row, "occurred_at"),
                        instant(row, "opened_at"),
                        Optional.ofNullable(row.getString("source")),
                        uuid(row, "batch"),
                        uuid(row, "parent")),
                new Matter.Standing(
                        row.getInt("returns"),
                        maybe(row, "suspended_at"),
                        uuid(row, "merged_into"),
                        Optional.ofNullable(row.getObject("reopened", Integer.class))),
                maybe(row, "due"),
                new Matter.Chain(row.getInt("version"), Hash.of(row.getBytes("head")), instant(row, "recorded_at")));
    }

    private static Optional<UUID> uuid(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, UUID.class));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static Optional<Instant> maybe(ResultSet row, String column) throws SQLException {
        @Nullable OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return Optional.ofNullable(value).map(OffsetDateTime::toInstant);
    }
}
