package org.maplebridge.kernel.trail;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maplebridge.kernel.ground.Batch;
import org.maplebridge.kernel.ground.Hash;
import org.maplebridge.kernel.ground.Sealing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The SQL of entries, keys, receipts and looks.
@Component
class TrailStore {

    private static final String ADD_KEY = "insert into trail.matter_key (matter, wrapped, master) values (?, ?, ?)";

    private static final String ADD_ENTRY = """
        insert into trail.entry (matter, seq, scene, life, verb, stage, occurred_at, recorded_at, actor, post,
                                 agency, behalf, body_type, body_hash, fact, refs, prev, hash, body_key, body)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
        """;

    private static final String ADD_RECEIPT = """
        insert into trail.receipt (code, matter, seq, entry, at, promise, signature, key)
        values (?, ?, ?, ?, ?, ?, ?, ?)\
        """;

    private static final String ENTRIES = """
        select *
          from trail.entry
         where matter = :matter
           and seq < :below
         order by seq desc
         limit :limit\
        """;

    private static final String TOUCHED = "select distinct matter from trail.entry"
            + " where matter = any(:matters) and seq > :after and not starts_with(actor, 'system:')";

    private static final String KEY = "select matter, wrapped, master from trail.matter_key where matter = :matter";

    private static final String RECEIPT = """
        select code, seq, promise, signature, key
          from trail.receipt
         where matter = :matter
         order by seq
         limit 1\
        """;

    private static final String ADD_LOOK = """
        insert into trail.look (id, at, actor, post, agency, matter, persona, purpose, note, fields, hash)
        values (:id, :at, :actor, :post, :agency, :matter, :persona, :purpose, :note, :fields, :hash)\
        """;

    private static final String LOOKS = """
        select *
          from trail.look
         where matter = :matter
         order by at desc
         limit :limit\
        """;

    private static final String LOOKS_AT = LOOKS.replace(":matter", ":matter and persona = :persona");
    private static final String LOOKS_BY = "select trail.looks_by(:actor, :since)";

    private final JdbcClient db;
    private final Keyring keyring;

    TrailStore(JdbcClient db, Keyring keyring) {
        this.db = db;
        this.keyring = keyring;
    }

    Set<UUID> touched(Collection<UUID> matters, int after) {
        var asked =
                db.sql(TOUCHED).param("matters", matters.toArray(UUID[]::new)).param("after", after);
        return asked.query((row, at) -> row.getObject(1, UUID.class)).set();
    }

    record ReceiptRow(String code, int seq, String promise, String signature, String key) {}

    static void addKey(Batch batch, MatterKey key) {
        batch.add(ADD_KEY, key.matter(), key.wrapped(), key.master());
    }

    static void addEntry(Batch batch, Entry entry, byte[] bodyKey, byte[] body) {
        var e = entry.envelope();
        batch.add(
                ADD_ENTRY,
                e.matter(),
                e.seq(),
                e.scene(),
                e.life(),
                e.verb(),
                e.stage(),
                entry.occurredAt(),
                entry.recordedAt(),
                e.actor(),
                e.post().orElse(null),
                e.agency().orElse(null),
                e.behalf().orElse(null),
                e.body().type(),
                e.body().hash().bytes(),
                e.fact().bytes(),
                e.refs().toArray(UUID[]::new),
                e.prev().map(Hash::bytes).orElse(null),
                entry.hash().bytes(),
                bodyKey,
                body);
    }

    static void addReceipt(Batch batch, String code, Entry entry, String promise, byte[] signature, String key) {
        batch.add(
                ADD_RECEIPT,
                code,
                entry.envelope().matter(),
                entry.envelope().seq(),
                entry.hash().bytes(),
                entry.recordedAt(),
                promise,
                signature,
                key);
    }

    /// The key of a matter; empty once destroyed.
    Optional<MatterKey> key(UUID matter) {
        return db.sql(KEY)
                .param("matter", matter)
                .query((row, at) -> opened(row, keyring))
                .optional()
                .flatMap(key -> key);
    }

    static Optional<MatterKey> opened(ResultSet row, Keyring keyring) throws SQLException {
        byte[] wrapped = row.getBytes("wrapped");
        return wrapped == null
                ? Optional.empty()
                : Optional.of(keyring.open(row.getObject("matter", UUID.class), wrapped, row.getString("master")));
    }

    List<Entry> newest(UUID matter, Optional<MatterKey> key, int below, int limit) {
        return db.sql(ENTRIES)
                .param("matter", matter)
                .param("below", below)
                .param("limit", limit)
                .query((row, at) -> entry(row, key))
                .list();
    }

    Optional<Entry> entry(UUID matter, Optional<MatterKey> key, int seq) {
        return newest(matter, key, seq + 1, 1).stream()
                .filter(entry -> entry.envelope().seq() == seq)
                .findFirst();
    }

    static Entry entry(ResultSet row, Optional<MatterKey> key) throws SQLException {
        var envelope = envelope(row);
        var opened = opened(row, envelope, key);
        long leaf = row.getLong("leaf");
        return new Entry(
                envelope,
                instant(row, "occurred_at"),
                instant(row, "recorded_at"),
                Hash.of(row.getBytes("hash")),
                opened.map(Opened::body),
                opened.map(Opened::salt),
                row.wasNull() ? Optional.empty() : Optional.of(leaf));
    }

    /// A body in clear with the salt of its digest.
    record Opened(String body, Hash salt) {}

    /// A page must open even when somebody has tampered with a body: then it shows none, and verification names it.
    private static Optional<Opened> opened(ResultSet row, Envelope envelope, Optional<MatterKey> key)
            throws SQLException {
        byte[] sealedKey = row.getBytes("body_key");
        byte[] sealedBody = row.getBytes("body");
        if (key.isEmpty() || sealedKey == null || sealedBody == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(open(envelope, key.get(), sealedKey, sealedBody));
        } catch (Sealing.Broken broken) {
            return Optional.empty();
        }
    }

    static Opened open(Envelope envelope, MatterKey key, byte[] sealedKey, byte[] sealedBody) {
        byte[] bodyKey = key.unseal(envelope.seq(), sealedKey);
        var place = MatterKey.place(envelope.matter(), envelope.seq());
        var body = new String(Sealing.open(bodyKey, sealedBody, place), StandardCharsets.UTF_8);
        return new Opened(body, ChainedTrail.salt(bodyKey));
    }

    static Envelope envelope(ResultSet row) throws SQLException {
        return new Envelope(
                1,
                row.getObject("matter", UUID.class),
                row.getInt("seq"),
                row.getString("scene"),
                row.getInt("life"),
                row.getString("verb"),
                row.getString("stage"),
                Envelope.moment(instant(row, "occurred_at")),
                Envelope.moment(instant(row, "recorded_at")),
                row.getString("actor"),
                Optional.ofNullable(row.getObject("post", UUID.class)),
                Optional.ofNullable(row.getObject("agency", UUID.class)),
                Optional.ofNullable(row.getString("behalf")),
                new Envelope.Body(row.getString("body_type"), Hash.of(row.getBytes("body_hash"))),
                Hash.of(row.getBytes("fact")),
                List.of((UUID[]) row.getArray("refs").getArray()),
                Optional.ofNullable(row.getBytes("prev")).map(Hash::of));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    Optional<ReceiptRow> receiptRow(UUID matter) {
        return db.sql(RECEIPT)
                .param("matter", matter)
                .query((row, at) -> new ReceiptRow(
                        row.getString("code"),
                        row.getInt("seq"),
                        row.getString("promise"),
                        HexFormat.of().formatHex(row.getBytes("signature")),
                        row.getString("key")))
                .optional();
    }

    /// The note is kept sealed under the matter's key, and hashed as it is kept.
    void addLook(Look written) {
        var look = written.note().isEmpty()
                ? written
                : written.withNote(key(written.matter()).orElseThrow().sealNote(written.id(), written.note()));
        db.sql(ADD_LOOK)
                .param("id", look.id())
                .param("at", look.at().atOffset(java.time.ZoneOffset.UTC))
                .param("actor", look.actor())
                .param("post", look.post().orElse(null))
                .param("agency", look.agency().orElse(null))
                .param("matter", look.matter())
                .param("persona", look.persona())
                .param("purpose", look.purpose())
                .param("note", look.note())
                .param("fields", look.fields().toArray(String[]::new))
                .param("hash", look.hash().bytes())
                .update();
    }

    int looksBy(String actor, Instant since) {
        return db.sql(LOOKS_BY)
                .param("actor", actor)
                .param("since", since.atOffset(java.time.ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    List<Look> looks(UUID matter, Optional<UUID> persona, int limit) {
        var key = key(matter);
        return persona
                .map(who -> db.sql(LOOKS_AT).param("persona", who))
                .orElseGet(() -> db.sql(LOOKS))
                .param("matter", matter)
                .param("limit", limit)
                .query((row, at) -> look(row))
                .list()
                .stream()
                .map(look -> look.withNote(
                        key.map(known -> known.openNote(look.id(), look.note())).orElse("")))
                .toList();
    }

    static Look look(ResultSet row) throws SQLException {
        @Nullable String[] fields = (String[]) row.getArray("fields").getArray();
        return new Look(
                row.getObject("id", UUID.class),
                instant(row, "at"),
                row.getString("actor"),
                Optional.ofNullable(row.getObject("post", UUID.class)),
                Optional.ofNullable(row.getObject("agency", UUID.class)),
                row.getObject("matter", UUID.class),
                row.getObject("persona", UUID.class),
                row.getString("purpose"),
                row.getString("note"),
                Arrays.stream(fields).map(java.util.Objects::requireNonNull).toList());
    }
}
