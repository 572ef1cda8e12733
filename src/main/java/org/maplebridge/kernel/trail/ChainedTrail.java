package org.maplebridge.kernel.trail;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.maplebridge.kernel.ground.Batch;
import org.maplebridge.kernel.ground.Canonical;
import org.maplebridge.kernel.ground.Hash;
import org.maplebridge.kernel.ground.Sealing;
import org.maplebridge.kernel.ground.Sm3;
import org.maplebridge.kernel.ground.Work;
import org.springframework.stereotype.Component;

@Component
class ChainedTrail implements Trail {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String CODE_LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final int CODE_LENGTH = 16;

    private final Keyring keyring;
    private final TrailStore store;

    ChainedTrail(Keyring keyring, TrailStore store) {
        this.keyring = keyring;
        this.store = store;
    }

    @Override
    public MatterKey newKey(Batch batch, UUID matter) {
        var key = keyring.fresh(matter);
        TrailStore.addKey(batch, key);
        return key;
    }

    @Override
    public MatterKey openKey(UUID matter, byte[] wrapped, String master) {
        return keyring.open(matter, wrapped, master);
    }

    @Override
    public Entry write(Batch batch, MatterKey key, Draft draft, Optional<Entry.Head> before) {
        int seq = before.map(Entry.Head::seq).orElse(0) + 1;
        var now = draft.now().truncatedTo(ChronoUnit.MICROS);
        var recordedAt = before.map(Entry.Head::recordedAt)
                .filter(earlier -> earlier.isAfter(now))
                .orElse(now);
        var occurredAt = draft.occurredAt().truncatedTo(ChronoUnit.MICROS);
        var bodyKey = Sealing.random(Sm3.LENGTH);
        var salt = salt(bodyKey);
        var body = Canonical.text(draft.said());
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        var envelope = new Envelope(
                1,
                draft.matter(),
                seq,
                draft.scene(),
                draft.life(),
                draft.verb(),
                draft.stage(),
                Envelope.moment(occurredAt),
                Envelope.moment(recordedAt),
                draft.actor(),
                draft.post(),
                draft.agency(),
                draft.behalf(),
                new Envelope.Body(draft.bodyType(), Hash.sm3(salt.bytes(), bytes)),
                draft.fact(),
                draft.refs().stream().sorted().toList(),
                before.map(Entry.Head::hash));
        var entry = new Entry(
                envelope,
                occurredAt,
                recordedAt,
                envelope.hash(),
                Optional.of(body),
                Optional.of(salt),
                Optional.empty());
        TrailStore.addEntry(
                batch,
                entry,
                key.seal(seq, bodyKey),
                Sealing.seal(bodyKey, bytes, MatterKey.place(draft.matter(), seq)));
        return entry;
    }

    /// What stands before a body in its digest; gone with the body's key.
    static Hash salt(byte[] bodyKey) {
        return Hash.of(Sm3.derive(bodyKey, "salt"));
    }

    @Override
    public Receipt promise(Batch batch, Entry entry) {
        var code = code();
        var promise = Receipt.promise(
                code, entry.envelope(), entry.hash(), keyring.signing().id());
        var signature = keyring.signing().sign(promise);
        TrailStore.addReceipt(
                batch, code, entry, promise, signature, keyring.signing().id());
        var signing = keyring.signing();
        var key = new Receipt.Key(signing.id(), Sm2.ALGORITHM, signing.publicKey());
        return receipt(code, entry, promise, Sm3.hex(signature), key);
    }

    private static Receipt receipt(String code, Entry entry, String promise, String signature, Receipt.Key key) {
        return new Receipt(
                code,
                entry.recordedAt(),
                promise,
                signature,
                key,
                entry.envelope().text(),
                entry.salt().orElseThrow(),
                entry.body().orElseThrow());
    }

    /// 80 random bits in letters that are not mistaken for one another.
    private static String code() {
        var code = new StringBuilder(CODE_LENGTH);
        for (int i = 0; i < CODE_LENGTH; i++) {
            code.append(CODE_LETTERS.charAt(RANDOM.nextInt(CODE_LETTERS.length())));
        }
        return code.toString();
    }

    @Override
    public Optional<MatterKey> key(UUID matter) {
        return store.key(matter);
    }

    @Override
    public Set<UUID> touched(Collection<UUID> matters, int after) {
        return store.touched(matters, after);
    }

    @Override
    public List<Entry> newest(UUID matter, int below, int limit) {
        return store.newest(matter, store.key(matter), below, limit);
    }

    @Override
    public Optional<Entry> entry(UUID matter, int seq) {
        return store.entry(matter, store.key(matter), seq);
    }

    @Override
    public Optional<Receipt> receipt(UUID matter) {
        return store.receiptRow(matter)
                .flatMap(row -> Optional.ofNullable(keyring.trusted().get(row.key()))
                        .flatMap(key -> entry(matter, row.seq())
                                .filter(entry -> entry.body().isPresent())
                                .map(entry -> receipt(row.code(), entry, row.promise(), row.signature(), key))));
    }

    @Override
    public void look(Work work, Look look) {
        store.addLook(look);
    }

    @Override
    public int looksBy(String actor, Instant since) {
        return store.looksBy(actor, since);
    }

    @Override
    public List<Look> looks(UUID matter, Optional<UUID> persona, int limit) {
        return store.looks(matter, persona, limit);
    }
}
