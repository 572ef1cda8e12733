package org.maplebridge.kernel.trail;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maplebridge.kernel.ground.Canonical;
import org.maplebridge.kernel.ground.Hash;
import org.maplebridge.kernel.ground.Sealing;
import org.maplebridge.kernel.trail.Replay.Chain;
import org.maplebridge.kernel.trail.Replay.Fault;
import tools.jackson.core.JacksonException;

/// Walks the entries in order of matter and place, and names what does not hold together.
final class ChainCheck {

    static final String ENTRIES = """
            select e.*, k.wrapped, k.master, k.matter as key_matter, l.no as leaf_no, l.hash as leaf_hash
              from trail.entry e
              left join trail.matter_key k on k.matter = e.matter
              left join trail.leaf l on l.matter = e.matter and l.seq = e.seq
             order by e.matter, e.seq""";

    private static final int CHAINS_AT_ONCE = 200;

    private final Keyring keyring;
    private final List<Replay> replays;
    private final Verification.Findings findings;
    private final List<Chain> ready = new ArrayList<>();
    private final List<Envelope> current = new ArrayList<>();
    private Optional<MatterKey> key = Optional.empty();
    private @Nullable UUID matter;
    private @Nullable Hash last;
    private long entries;
    private long matters;

    ChainCheck(Keyring keyring, List<Replay> replays, Verification.Findings findings) {
        this.keyring = keyring;
        this.replays = replays;
        this.findings = findings;
    }

    void row(ResultSet row) throws SQLException {
        UUID id = row.getObject("matter", UUID.class);
        if (!id.equals(matter)) {
            endChain();
            begin(id, row);
        }
        entries++;
        try {
            entry(row);
        } catch (IllegalArgumentException unreadable) {
            findings.add(Fault.at(id, row.getInt("seq"), "有一列读不出来：被改成了不可能的值"));
        }
    }

    private void entry(ResultSet row) throws SQLException {
        var envelope = TrailStore.envelope(row);
        chained(envelope, Hash.of(row.getBytes("hash")));
        body(envelope, row);
        leaf(envelope, row);
        current.add(envelope);
        last = Hash.of(row.getBytes("hash"));
    }

    void end() {
        endChain();
        flush();
        replays.forEach(replay -> findings.addAll(replay.unchained()));
    }

    long entries() {
        return entries;
    }

    long matters() {
        return matters;
    }

    private void begin(UUID id, ResultSet row) throws SQLException {
        matter = id;
        matters++;
        last = null;
        key = Optional.empty();
        if (row.getObject("key_matter") == null) {
            findings.add(Fault.at(id, 1, "事项的密钥行不见了"));
            return;
        }
        try {
            key = TrailStore.opened(row, keyring);
        } catch (Sealing.Broken | IllegalStateException broken) {
            findings.add(Fault.at(id, 1, "事项的密钥打不开：被改过，或者不是这套密钥封的"));
        }
    }

    private void endChain() {
        if (matter == null || current.isEmpty()) {
            return;
        }
        ready.add(new Chain(matter, List.copyOf(current), key));
        current.clear();
        if (ready.size() == CHAINS_AT_ONCE) {
            flush();
        }
    }

    private void flush() {
        if (!ready.isEmpty()) {
            replays.forEach(replay -> findings.addAll(replay.replay(List.copyOf(ready))));
            ready.clear();
        }
    }

    private void chained(Envelope envelope, Hash hash) {
        int expected = current.size() + 1;
        if (envelope.seq() != expected) {
            findings.add(Fault.at(envelope.matter(), expected, "这一条不见了，后面接着的是第 " + envelope.seq() + " 条"));
        }
        if (!envelope.hash().equals(hash)) {
            findings.add(Fault.at(envelope.matter(), envelope.seq(), "内容与它的哈希对不上：有一列被改过"));
        }
        if (!envelope.prev().equals(Optional.ofNullable(last))) {
            findings.add(Fault.at(envelope.matter(), envelope.seq(), "接不上前一条的哈希：次序或前一条被动过"));
        }
        if (!current.isEmpty()
                && envelope.recordedAt().compareTo(current.getLast().recordedAt()) < 0) {
            findings.add(Fault.at(envelope.matter(), envelope.seq(), "记录时间早于前一条"));
        }
    }

    private void body(Envelope envelope, ResultSet row) throws SQLException {
        byte[] sealedKey = row.getBytes("body_key");
        byte[] sealedBody = row.getBytes("body");
        if (key.isEmpty()) {
            return;
        }
        if (sealedKey == null || sealedBody == null) {
            findings.add(Fault.at(envelope.matter(), envelope.seq(), "正文或它的密钥不见了，却没有销毁的记录"));
            return;
        }
        try {
            var opened = TrailStore.open(envelope, key.get(), sealedKey, sealedBody);
            var bytes = opened.body().getBytes(StandardCharsets.UTF_8);
            if (!Hash.sm3(opened.salt().bytes(), bytes).equals(envelope.body().hash())) {
                findings.add(Fault.at(envelope.matter(), envelope.seq(), "正文与它的哈希对不上"));
            } else if (!opened.body().equals(Canonical.text(Canonical.MAPPER.readTree(opened.body())))) {
                findings.add(Fault.at(envelope.matter(), envelope.seq(), "正文不是规范写法"));
            }
        } catch (Sealing.Broken | JacksonException broken) {
            findings.add(Fault.at(envelope.matter(), envelope.seq(), "正文打不开：被改过，或被换了位置"));
        }
    }

    private void leaf(Envelope envelope, ResultSet row) throws SQLException {
        long claimed = row.getLong("leaf");
        boolean unclaimed = row.wasNull();
        long numbered = row.getLong("leaf_no");
        boolean unnumbered = row.wasNull();
        if (unclaimed != unnumbered || claimed != numbered) {
            findings.add(Fault.at(envelope.matter(), envelope.seq(), "它在总账里的编号对不上"));
        } else if (!unnumbered && !MerkleTree.leaf(envelope.hash()).equals(Hash.of(row.getBytes("leaf_hash")))) {
            findings.add(Fault.at(envelope.matter(), envelope.seq(), "总账第 " + numbered + " 号的哈希与它对不上"));
        }
    }
}
