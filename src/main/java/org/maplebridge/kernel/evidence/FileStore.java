package org.maplebridge.kernel.evidence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.ground.Canonical;
import org.maplebridge.kernel.ground.Ids;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.matters.Act;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The SQL of files.
@Component
class FileStore {

    private static final String OF = "select * from evidence.file where matter = :matter order by no";

    private static final String ADD = """
        insert into evidence.file (matter, no, blob, sha256, name, type, size, kind, about, copy_of, by_party,
                                   sealed_key, scanned, added_at)
        values (:matter, :no, :blob, :sha256, :name, :type, :size, :kind, cast(:about as jsonb), :copyOf, :party,
                :key, :scanned, :at)\
        """;

    private static final String WITHDRAW =
            "update evidence.file set withdrawn_at = :at, withdrawn = :reason where matter = :matter and no = :no";

    private static final String RESTRICT =
            "update evidence.file set restricted = :reason where matter = :matter and no = :no";

    private static final String READ = """
        insert into evidence.reading (id, about, no, at, actor, post, agency, purpose)
        values (:id, :about, :no, :at, :actor, :post, :agency, :purpose)\
        """;

    private static final String READINGS = """
        select id, at, actor, agency, purpose from evidence.reading
         where about = :about and no = :no
         order by at desc, id desc
         limit :limit\
        """;

    private static final String EARLIER_READINGS = """
        select id, at, actor, agency, purpose from evidence.reading
         where about = :about and no = :no and (at, id) < (:at, :id)
         order by at desc, id desc
         limit :limit\
        """;

    private static final String COUNT_READINGS =
            "select count(*) from evidence.reading where about = :about and no = :no";

    private final JdbcClient db;

    FileStore(JdbcClient db) {
        this.db = db;
    }

    /// A file of a matter.
    ///
    /// @param about what was said of it when it was added
    /// @param copyOf the file of which it is a masked copy
    /// @param party the party who added it, if no officer did
    /// @param scanned what looked for malware in it
    /// @param withdrawn why it is not used any more
    /// @param restricted why its original is for the handling office alone
    record Kept(
            UUID matter,
            int no,
            UUID blob,
            String sha256,
            String name,
            String type,
            long size,
            EvidenceKind kind,
            JsonNode about,
            Optional<Integer> copyOf,
            Optional<UUID> party,
            String sealedKey,
            String scanned,
            Instant addedAt,
            Optional<String> withdrawn,
            Optional<String> restricted) {}

    /// Somebody has had a file in hand.
    ///
    /// @param purpose what for, if they said so
    record Reading(ReadingKey key, String actor, Optional<UUID> agency, Optional<String> purpose) {}

    /// Where a reading stands among those of its file.
    record ReadingKey(Instant at, UUID id) {}

    List<Kept> of(UUID matter) {
        return db.sql(OF).param("matter", matter).query((row, at) -> kept(row)).list();
    }

    void add(Act act, int no, UploadStore.Arrived upload, Attached said, Optional<UUID> party) {
        db.sql(ADD)
                .param("matter", act.id())
                .param("no", no)
                .param("blob", upload.id())
                .param("sha256", upload.sha256())
                .param("name", said.name())
                .param("type", upload.type())
                .param("size", upload.size())
                .param("kind", said.kind().name())
                .param("about", about(said).toString())
                .param("copyOf", said.copyOf().orElse(null))
                .param("party", party.orElse(null))
                .param("key", upload.sealedKey())
                .param("scanned", upload.scanned())
                .param("at", act.now().atOffset(ZoneOffset.UTC))
                .update();
    }

    /// What the columns don't hold.
    private static JsonNode about(Attached said) {
        var node = (ObjectNode) Canonical.MAPPER.valueToTree(said);
        return node.remove(List.of("sha256", "name", "kind", "copyOf"));
    }

    void withdraw(Act act, int no, String reason) {
        db.sql(WITHDRAW)
                .param("matter", act.id())
                .param("no", no)
                .param("reason", reason)
                .param("at", act.now().atOffset(ZoneOffset.UTC))
                .update();
    }

    void restrict(Act act, int no, String reason) {
        restricted(act, no, Optional.of(reason));
    }

    void release(Act act, int no) {
        restricted(act, no, Optional.empty());
    }

    private void restricted(Act act, int no, Optional<String> reason) {
        db.sql(RESTRICT)
                .param("matter", act.id())
                .param("no", no)
                .param("reason", reason.orElse(null))
                .update();
    }

    void read(Work work, Actor actor, UUID matter, int no, Optional<ReadingPurpose> purpose) {
        db.sql(READ)
                .param("id", Ids.at(work.now()))
                .param("about", matter)
                .param("no", no)
                .param("at", work.now().atOffset(ZoneOffset.UTC))
                .param("actor", actor.id())
                .param("post", actor.post().orElse(null))
                .param("agency", actor.agency().orElse(null))
                .param("purpose", purpose.map(Enum::name).orElse(null))
                .update();
    }

    /// The newest readings of a file, or those before one of them; the newest first.
    List<Reading> readings(UUID matter, int no, Optional<ReadingKey> before, int limit) {
        var asked = db.sql(before.isPresent() ? EARLIER_READINGS : READINGS)
                .param("about", matter)
                .param("no", no)
                .param("limit", limit);
        return before.map(key ->
                        asked.param("at", key.at().atOffset(ZoneOffset.UTC)).param("id", key.id()))
                .orElse(asked)
                .query((row, at) -> new Reading(
                        new ReadingKey(
                                row.getObject("at", OffsetDateTime.class).toInstant(), row.getObject("id", UUID.class)),
                        row.getString("actor"),
                        Optional.ofNullable(row.getObject("agency", UUID.class)),
                        Optional.ofNullable(row.getString("purpose"))))
                .list();
    }

    long countReadings(UUID matter, int no) {
        return db.sql(COUNT_READINGS)
                .param("about", matter)
                .param("no", no)
                .query(Long.class)
                .single();
    }

    private static Kept kept(ResultSet row) throws SQLException {
        int copyOf = row.getInt("copy_of");
        boolean copy = !row.wasNull();
        return new Kept(
                row.getObject("matter", UUID.class),
                row.getInt("no"),
                row.getObject("blob", UUID.class),
                row.getString("sha256"),
                row.getString("name"),
                row.getString("type"),
                row.getLong("size"),
                EvidenceKind.valueOf(row.getString("kind")),
                Canonical.MAPPER.readTree(row.getString("about")),
                copy ? Optional.of(copyOf) : Optional.empty(),
                Optional.ofNullable(row.getObject("by_party", UUID.class)),
                row.getString("sealed_key"),
                row.getString("scanned"),
                row.getObject("added_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getString("withdrawn")),
                Optional.ofNullable(row.getString("restricted")));
    }
}
