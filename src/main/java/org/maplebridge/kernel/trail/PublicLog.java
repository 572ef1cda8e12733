package org.maplebridge.kernel.trail;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.maplebridge.kernel.ground.Hash;
import org.maplebridge.kernel.ground.Problem;
import org.maplebridge.kernel.ground.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What anybody may ask of the log: hashes and proofs, no content.
@Component
public class PublicLog {

    private static final String BY_CODE = "select * from trail.receipt_by_code(:code)";

    /// By size, which is their order in time.
    private static final String ROOT_AFTER =
            "select size, root, at from trail.checkpoint where at > :moment order by size limit 1";

    private final LogStore store;
    private final JdbcClient db;

    PublicLog(LogStore store, JdbcClient db) {
        this.store = store;
        this.db = db;
    }

    /// A signed root over the first `size` leaves, the size being within the text.
    public record Checkpoint(String body, String signature, String keyId) {}

    /// That an entry stands in the log.
    ///
    /// @param no its number
    /// @param size the size of the tree the proof is for
    /// @param path hashes beside the way up, lowest first
    public record Inclusion(long no, long size, Hash leafHash, List<Hash> path, Checkpoint checkpoint) {}

    /// That the tree only grew.
    public record Consistency(long from, long to, List<Hash> path) {}

    /// A receipt as the public sees it.
    ///
    /// @param leaf absent while the entry waits for its number, at most 60 seconds
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record PublicReceipt(
            String receiptCode,
            Hash entryHash,
            Instant recordedAt,
            String promise,
            String signature,
            String keyId,
            Optional<Inclusion> leaf) {}

    /// The newest checkpoint; empty while the log is.
    public Optional<Checkpoint> checkpoint() {
        return store.latest().map(PublicLog::published);
    }

    /// A root that was published.
    ///
    /// @param size how many leaves it covers
    public record Root(long size, Hash root, Instant at) {}

    /// The first root published after a moment: whoever acted until then could not know it.
    public Optional<Root> rootAfter(Instant moment) {
        return db.sql(ROOT_AFTER)
                .param("moment", moment.atOffset(java.time.ZoneOffset.UTC))
                .query((row, at) ->
                        new Root(row.getLong("size"), Hash.of(row.getBytes("root")), TrailStore.instant(row, "at")))
                .optional();
    }

    private static Checkpoint published(LogStore.Checkpoint checkpoint) {
        return new Checkpoint(checkpoint.body(), checkpoint.signature(), checkpoint.key());
    }

    /// The proof that an entry stands in the log as last published.
    public Optional<Inclusion> inclusion(Hash entry) {
        var no = store.leafOf(entry);
        var latest = store.latest();
        if (no.isEmpty() || latest.isEmpty() || no.get() >= latest.get().size()) {
            return Optional.empty();
        }
        long size = latest.get().size();
        var hashes = store.hashes(MerkleTree.neededForInclusion(no.get(), size));
        return Optional.of(new Inclusion(
                no.get(),
                size,
                MerkleTree.leaf(entry),
                MerkleTree.inclusion(no.get(), size, hashes),
                published(latest.get())));
    }

    /// The proof that the tree of `from` leaves is a beginning of the tree of `to` leaves.
    ///
    /// @param until the later size; that of the newest checkpoint if empty
    public Consistency consistency(long from, Optional<Long> until) {
        long size = store.latest().map(LogStore.Checkpoint::size).orElse(0L);
        long to = until.orElse(size);
        if (from < 1 || from > to || to > size) {
            throw new Refused(
                    Problem.fields(List.of(new Problem.Field("from", "应满足 1 ≤ from ≤ to ≤ " + size + "（总账现有的号数）。"))));
        }
        var hashes = store.hashes(MerkleTree.neededForConsistency(from, to));
        return new Consistency(from, to, MerkleTree.consistency(from, to, hashes));
    }

    /// A receipt by its own code, which opens hashes only.
    public Optional<PublicReceipt> receipt(String code) {
        return db.sql(BY_CODE)
                .param("code", code)
                .query((row, at) -> new PublicReceipt(
                        row.getString("code"),
                        Hash.of(row.getBytes("entry")),
                        TrailStore.instant(row, "at"),
                        row.getString("promise"),
                        HexFormat.of().formatHex(row.getBytes("signature")),
                        row.getString("key"),
                        Optional.empty()))
                .optional()
                .map(shown -> new PublicReceipt(
                        shown.receiptCode(),
                        shown.entryHash(),
                        shown.recordedAt(),
                        shown.promise(),
                        shown.signature(),
                        shown.keyId(),
                        inclusion(shown.entryHash())));
    }

    /// The keys that sign, with their public halves.
    public List<Receipt.Key> keys() {
        return store.keys();
    }
}
