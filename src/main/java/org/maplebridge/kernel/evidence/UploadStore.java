package org.maplebridge.kernel.evidence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.maplebridge.kernel.ground.Work;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The SQL of what is on its way.
@Component
class UploadStore {

    private static final String BEGIN = """
        insert into evidence.upload (id, about, principal, name, size, sha256, sealed_key, begun_at)
        values (:id, :about, :principal, :name, :size, :sha256, :key, :at)\
        """;

    private static final String OPEN = """
        select count(*) from evidence.upload where principal = :principal and not done and not refused\
        """;

    private static final String FIND =
            "select * from evidence.upload where id = :id and principal = :principal and not refused";

    private static final String HOLD = FIND + " for update";

    private static final String RECEIVED = "update evidence.upload set received = :received where id = :id";

    private static final String DONE =
            "update evidence.upload set done = true, type = :type, scanned = :scanned where id = :id";

    /// What has come and is no file yet. Nobody clears it away while it becomes one.
    private static final String ARRIVED = """
        select * from evidence.upload u
         where u.about = :about and u.sha256 = :sha256 and u.principal = :principal and u.done
           and not exists (select from evidence.file f where f.blob = u.id)
         order by u.id desc
         limit 1
           for update\
        """;

    /// What was announced before and became no file yet: it may be gone on with.
    private static final String GOING = """
        select * from evidence.upload u
         where u.about = :about and u.sha256 = :sha256 and u.size = :size and u.principal = :principal
           and not u.refused and not exists (select from evidence.file f where f.blob = u.id)
         order by u.id desc
         limit 1\
        """;

    private static final String SINCE = """
        select count(*) as files, coalesce(sum(size), 0) as bytes
          from evidence.upload
         where principal = :principal and begun_at >= :since\
        """;

    /// What one person begins is counted by one after the other, until the transaction ends.
    private static final String TAKE_TURNS = "select pg_advisory_xact_lock(hashtextextended(:principal, 13))";

    /// In one statement: what becomes a file meanwhile is counted once, as the one or as the other.
    private static final String SENT = """
        select coalesce((select sum(f.size) from evidence.file f
                          where f.matter = :about and f.by_party = :party), 0)
             + coalesce((select sum(u.size) from evidence.upload u
                          where u.about = :about and u.principal = :principal
                            and not u.refused
                            and not exists (select from evidence.file f where f.blob = u.id)), 0)\
        """;

    private static final String STAND = "select id from evidence.upload where id = :id for update";

    /// A statement of its own, after the lock: it sees a file that came of it just now.
    private static final String DROP = """
        delete from evidence.upload u
         where u.id = :id and not exists (select from evidence.file f where f.blob = u.id)\
        """;

    private static final String REFUSE = """
        update evidence.upload u
           set refused = true, done = false
         where u.id = :id and not exists (select from evidence.file f where f.blob = u.id)\
        """;

    private static final String OLD = """
        select u.id
          from evidence.upload u
         where u.begun_at < :before
           and not exists (select from evidence.file f where f.matter = u.about and f.blob = u.id)
         limit 500\
        """;

    private static final String UNKNOWN = """
        select b
          from unnest(:blobs) b
         where not exists (select from evidence.file f where f.blob = b)
           and not exists (select from evidence.upload u where u.id = b)\
        """;

    private static final String USED = "delete from evidence.upload where begun_at < :before and done";

    private final JdbcClient db;

    UploadStore(JdbcClient db) {
        this.db = db;
    }

    /// Something on its way.
    ///
    /// @param received how many bytes have come
    record Upload(UUID id, UUID matter, String name, long size, String sha256, String sealedKey, long received) {}

    /// Something that has come whole, and was looked at.
    record Arrived(UUID id, String sha256, String type, long size, String sealedKey, String scanned) {}

    /// How many somebody has begun that have not come whole.
    int open(String principal) {
        return db.sql(OPEN).param("principal", principal).query(Integer.class).single();
    }

    void begin(Work work, Upload upload, String principal) {
        db.sql(BEGIN)
                .param("id", upload.id())
                .param("about", upload.matter())
                .param("principal", principal)
                .param("name", upload.name())
                .param("size", upload.size())
                .param("sha256", upload.sha256())
                .param("key", upload.sealedKey())
                .param("at", work.now().atOffset(ZoneOffset.UTC))
                .update();
    }

    /// How much somebody has announced.
    record Spent(int files, long bytes) {}

    Spent since(String principal, Instant moment) {
        return db.sql(SINCE)
                .param("principal", principal)
                .param("since", moment.atOffset(ZoneOffset.UTC))
                .query((row, at) -> new Spent(row.getInt("files"), row.getLong("bytes")))
                .single();
    }

    /// Waits until nobody else begins something under this name. Needs a transaction, and holds to its end.
    void takeTurns(String principal) {
        db.sql(TAKE_TURNS).param("principal", principal).query((row, at) -> at).list();
    }

    /// How many bytes a party has added to a matter, or announced for it.
    long sent(UUID matter, UUID party, String principal) {
        return db.sql(SENT)
                .param("about", matter)
                .param("party", party)
                .param("principal", principal)
                .query(Long.class)
                .single();
    }

    /// The newest upload of the same file by the same person.
    Optional<Upload> going(UUID matter, String sha256, long size, String principal) {
        return db.sql(GOING)
                .param("about", matter)
                .param("sha256", sha256)
                .param("size", size)
                .param("principal", principal)
                .query((row, at) -> upload(row))
                .optional();
    }

    Optional<Upload> find(UUID id, String principal) {
        return one(FIND, id, principal);
    }

    /// The same, and nobody else writes to it until the transaction ends.
    Optional<Upload> hold(UUID id, String principal) {
        return one(HOLD, id, principal);
    }

    private Optional<Upload> one(String sql, UUID id, String principal) {
        return db.sql(sql)
                .param("id", id)
                .param("principal", principal)
                .query((row, at) -> upload(row))
                .optional();
    }

    private static Upload upload(ResultSet row) throws SQLException {
        return new Upload(
                row.getObject("id", UUID.class),
                row.getObject("about", UUID.class),
                row.getString("name"),
                row.getLong("size"),
                row.getString("sha256"),
                row.getString("sealed_key"),
                row.getLong("received"));
    }

    void received(UUID id, long bytes) {
        db.sql(RECEIVED).param("id", id).param("received", bytes).update();
    }

    void done(UUID id, String type, String scanned) {
        db.sql(DONE)
                .param("id", id)
                .param("type", type)
                .param("scanned", scanned)
                .update();
    }

    Optional<Arrived> arrived(UUID matter, String sha256, String principal) {
        return db.sql(ARRIVED)
                .param("about", matter)
                .param("sha256", sha256)
                .param("principal", principal)
                .query((row, at) -> new Arrived(
                        row.getObject("id", UUID.class),
                        row.getString("sha256"),
                        row.getString("type"),
                        row.getLong("size"),
                        row.getString("sealed_key"),
                        row.getString("scanned")))
                .optional();
    }

    /// Forgets it; false if it has become a file, or is forgotten already.
    boolean drop(UUID id) {
        return unless(DROP, id);
    }

    /// Keeps that it was announced, and no more: it counts among what somebody sent that day.
    boolean refuse(UUID id) {
        return unless(REFUSE, id);
    }

    private boolean unless(String sql, UUID id) {
        db.sql(STAND).param("id", id).query((row, at) -> at).list();
        return db.sql(sql).param("id", id).update() > 0;
    }

    /// What was begun before a moment and never became a file. In the work of a job.
    List<UUID> abandoned(Instant before) {
        return db.sql(OLD)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .query((row, at) -> row.getObject("id", UUID.class))
                .list();
    }

    /// Those among them that neither a file nor an upload speaks of. In the work of a job.
    List<UUID> unknown(List<UUID> blobs) {
        return db.sql(UNKNOWN)
                .param("blobs", blobs.toArray(UUID[]::new))
                .query((row, at) -> row.getObject(1, UUID.class))
                .list();
    }

    /// Forgets how those came that became files. In the work of a job.
    void tidy(Instant before) {
        db.sql(USED).param("before", before.atOffset(ZoneOffset.UTC)).update();
    }
}
