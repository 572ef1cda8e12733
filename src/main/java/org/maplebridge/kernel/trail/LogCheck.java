package org.maplebridge.kernel.trail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.maplebridge.kernel.ground.Canonical;
import org.maplebridge.kernel.ground.Hash;
import org.maplebridge.kernel.trail.LogStore.Checkpoint;
import org.maplebridge.kernel.trail.MerkleTree.Place;
import org.maplebridge.kernel.trail.Replay.Fault;
import tools.jackson.core.JacksonException;

/// Builds the tree again from its leaves and compares every node and every published root.
final class LogCheck {

    static final String LEAVES = """
            select l.no, l.matter, l.seq, l.hash,
                   (l.seq > 0 and e.matter is null) or (l.seq = 0 and k.id is null) as orphan
              from trail.leaf l
              left join trail.entry e on e.matter = l.matter and e.seq = l.seq and l.seq > 0
              left join trail.look k on k.id = l.matter and l.seq = 0
             order by l.no""";

    private static final int BLOCK = 4_096;

    private final LogStore store;
    private final Verification.Findings findings;
    private final Map<String, Receipt.Key> trusted;
    private final Set<String> published = new HashSet<>();
    private final SortedMap<Long, List<Checkpoint>> expected = new TreeMap<>();
    private final List<Hash> block = new ArrayList<>();
    private Map<Place, Hash> peaks = new HashMap<>();
    private long size;
    private long nodes;

    /// @param trusted the keys the key folder vouches for
    LogCheck(LogStore store, Map<String, Receipt.Key> trusted, Verification.Findings findings) {
        this.store = store;
        this.trusted = trusted;
        this.findings = findings;
    }

    /// Only a key the folder vouches for signs: whoever holds the database could put in one of their own.
    void keys(List<Receipt.Key> shown) {
        for (var key : shown) {
            if (!key.equals(trusted.get(key.id()))) {
                findings.add(new Fault("签名公钥 " + key.id(), "密钥文件夹不认得它，或与文件夹里的不一样：是后来放进数据库的，或被改过"));
            }
        }
        shown.forEach(key -> published.add(key.id()));
    }

    /// A checkpoint that the tree must agree with: one of the table, or one kept elsewhere.
    void expect(Checkpoint checkpoint, String where) {
        var key = trusted.get(checkpoint.key());
        if (key == null) {
            findings.add(new Fault(where, "是用密钥文件夹不认得的密钥 " + checkpoint.key() + " 签的"));
        } else if (!Sm2.verifies(
                key.publicKey(), checkpoint.body(), HexFormat.of().parseHex(checkpoint.signature()))) {
            findings.add(new Fault(where, "签名验不过"));
        } else if (!published.contains(key.id())) {
            findings.add(new Fault(where, "签它的公钥 " + key.id() + " 不在公开的公钥里：别人没法核对"));
        }
        try {
            var body = Canonical.MAPPER.readTree(checkpoint.body());
            boolean same = body.path("size").asLong(-1) == checkpoint.size()
                    && body.path("root").asString("").equals(checkpoint.root().toString())
                    && body.path("at").asString("").equals(Envelope.moment(checkpoint.at()))
                    && body.path("key").asString("").equals(checkpoint.key());
            if (!same) {
                findings.add(new Fault(where, "各列与签名的文本对不上"));
            }
        } catch (JacksonException malformed) {
            findings.add(new Fault(where, "签名的文本不是 JSON"));
        }
        expected.computeIfAbsent(checkpoint.size(), none -> new ArrayList<>()).add(checkpoint);
    }

    void row(ResultSet row) throws SQLException {
        long no = row.getLong("no");
        if (no != size + block.size()) {
            findings.add(new Fault("总账第 " + (size + block.size()) + " 号", "不见了，接着的是第 " + no + " 号"));
        }
        if (row.getBoolean("orphan")) {
            findings.add(new Fault(
                    "事项 " + row.getString("matter") + " 第 " + row.getInt("seq") + " 条", "总账第 " + no + " 号记着它，它却不见了"));
        }
        block.add(Hash.of(row.getBytes("hash")));
        boolean published = expected.containsKey(size + block.size());
        if (published || block.size() == BLOCK) {
            flush();
        }
    }

    void end(long nodesKept) {
        flush();
        expected.tailMap(size + 1)
                .keySet()
                .forEach(missing -> findings.add(new Fault("总账", "只有 " + size + " 号，而已公布到 " + missing + " 号：末尾被删过")));
        var newest = expected.isEmpty() ? Optional.<Long>empty() : Optional.of(expected.lastKey());
        if (size > newest.orElse(0L)) {
            findings.add(new Fault("总账第 " + newest.orElse(0L) + " 号之后", "没有签名的公布"));
        }
        if (nodes != nodesKept) {
            findings.add(new Fault("总账的中间节点", "应有 " + nodes + " 个，现有 " + nodesKept + " 个"));
        }
    }

    long size() {
        return size;
    }

    private void flush() {
        if (block.isEmpty()) {
            return;
        }
        var made = MerkleTree.grow(size, peaks, block);
        size += block.size();
        block.clear();
        compare(made);
        var known = new HashMap<>(peaks);
        known.putAll(made);
        peaks = new HashMap<>();
        MerkleTree.peaks(size).forEach(place -> peaks.put(place, known.get(place)));
        roots();
    }

    private void compare(Map<Place, Hash> made) {
        var above = made.keySet().stream().filter(place -> place.level() > 0).toList();
        nodes += above.size();
        var kept = store.hashes(above);
        for (Place place : above) {
            if (!java.util.Objects.equals(kept.get(place), made.get(place))) {
                findings.add(new Fault("总账第 " + place.level() + " 层第 " + place.index() + " 个节点", "与重算的不一样"));
            }
        }
    }

    private void roots() {
        for (Checkpoint checkpoint : expected.getOrDefault(size, List.of())) {
            if (!MerkleTree.root(size, peaks).equals(checkpoint.root())) {
                findings.add(new Fault("总账前 " + size + " 号", "重算的总哈希与公布的不一样：其中有一号被改过"));
            }
        }
    }
}
