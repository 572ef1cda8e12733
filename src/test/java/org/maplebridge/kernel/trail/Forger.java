package org.maplebridge.kernel.trail;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.maplebridge.kernel.ground.Canonical;
import org.maplebridge.kernel.ground.Hash;
import tools.jackson.databind.node.ObjectNode;

/// Somebody who holds the whole database and nothing else, knows the program, and has made a key of their own.
final class Forger {

    private final Connection back;
    final Sm2 key = Sm2.of(Sm2.freshSecret());

    Forger(Connection back) {
        this.back = back;
    }

    /// Lets somebody else have done an act, and computes again everything that follows from it.
    void blames(String actor, UUID matter, int seq) throws SQLException {
        does("update trail.entry set actor = ? where matter = ? and seq = ?", actor, matter, seq);
        chains(matter);
        plants(key.id());
        does("""
                update trail.receipt r
                   set entry = e.hash
                  from trail.entry e
                 where e.matter = r.matter and e.seq = r.seq""");
        grows();
        signs("trail.receipt", "promise", "entry");
        signs("trail.checkpoint", "body", "root");
    }

    /// Puts the own key among those of the log.
    void plants(String name) throws SQLException {
        does("insert into trail.log_key values (?, ?, ?)", name, Sm2.ALGORITHM, key.publicKey());
    }

    private void chains(UUID matter) throws SQLException {
        byte[] before = new byte[0];
        for (int seq = 1; ; seq++) {
            if (seq > 1) {
                does("update trail.entry set prev = ? where matter = ? and seq = ?", before, matter, seq);
            }
            try (var statement = back.prepareStatement("select * from trail.entry where matter = ? and seq = ?")) {
                statement.setObject(1, matter);
                statement.setInt(2, seq);
                try (var row = statement.executeQuery()) {
                    if (!row.next()) {
                        break;
                    }
                    before = TrailStore.envelope(row).hash().bytes();
                }
            }
            does("update trail.entry set hash = ? where matter = ? and seq = ?", before, matter, seq);
        }
        does("update matters.matter set head = ? where id = ?", before, matter);
    }

    /// Builds the tree again over the entries as they are now.
    private void grows() throws SQLException {
        does("delete from trail.node");
        var leaves = new ArrayList<Hash>();
        each(
                "select l.no, coalesce(e.hash, k.hash) as hash from trail.leaf l"
                        + " left join trail.entry e on e.matter = l.matter and e.seq = l.seq"
                        + " left join trail.look k on k.id = l.matter order by l.no",
                row -> {
                    var leaf = MerkleTree.leaf(Hash.of(row.getBytes("hash")));
                    does("update trail.leaf set hash = ? where no = ?", leaf.bytes(), row.getLong("no"));
                    leaves.add(leaf);
                });
        for (var node : MerkleTree.grow(0, Map.of(), leaves).entrySet()) {
            if (node.getKey().level() > 0) {
                does(
                        "insert into trail.node values (?, ?, ?)",
                        node.getKey().level(),
                        node.getKey().index(),
                        node.getValue().bytes());
            }
        }
        each("select size from trail.checkpoint order by size", row -> {
            long size = row.getLong("size");
            var root = MerkleTree.root(size, MerkleTree.grow(0, Map.of(), leaves.subList(0, (int) size)));
            does("update trail.checkpoint set root = ? where size = ?", root.bytes(), size);
        });
    }

    /// Writes each signed text anew, with what it is about, and signs it.
    private void signs(String table, String text, String about) throws SQLException {
        each("select ctid::text as at, " + text + ", " + about + " from " + table, row -> {
            var form = (ObjectNode) Canonical.MAPPER.readTree(row.getString(text));
            form.put(about, Hash.of(row.getBytes(about)).toString());
            form.put("key", key.id());
            var said = Canonical.text(form);
            does(
                    "update " + table + " set " + text + " = ?, signature = ?, key = ? where ctid = ?::tid",
                    said,
                    key.sign(said),
                    key.id(),
                    row.getString("at"));
        });
    }

    private interface Deed {
        void on(ResultSet row) throws SQLException;
    }

    private void each(String sql, Deed deed) throws SQLException {
        try (var statement = back.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                deed.on(rows);
            }
        }
    }

    private void does(String sql, Object... values) throws SQLException {
        try (var statement = back.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }

    /// Every place where the forger's own name now stands.
    List<String> places() throws SQLException {
        var found = new ArrayList<String>();
        found.add("签名公钥 " + key.id());
        each("select size from trail.checkpoint", row -> found.add("第 " + row.getLong("size") + " 号的公布"));
        each("select code from trail.receipt", row -> found.add("回执 " + row.getString("code")));
        return found;
    }
}
