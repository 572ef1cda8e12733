package org.maplebridge.kernel.trail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.maplebridge.kernel.ground.Canonical;
import org.maplebridge.kernel.ground.Hash;
import org.maplebridge.kernel.ground.Scope;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.trail.Replay.Fault;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Proves every chain, the log over them, and the state that is kept: over one consistent picture of the database.
@Component
public class Verification {

    private static final String CHECKPOINTS = "select * from trail.checkpoint order by size";

    private static final String LOOKS = """
            select k.*, l.no as leaf_no, l.hash as leaf_hash
              from trail.look k
              left join trail.leaf l on l.matter = k.id and l.seq = 0""";

    private static final String RECEIPTS = """
            select r.*, e.hash as entry_hash, e.recorded_at
              from trail.receipt r
              left join trail.entry e on e.matter = r.matter and e.seq = r.seq""";

    private static final String ERASED = """
            select k.matter
              from trail.matter_key k
             where k.wrapped is null
               and not exists (select from trail.entry e where e.matter = k.matter and e.verb = 'erase')""";

    private static final String NODES = "select count(*) from trail.node";

    private final Transactions transactions;
    private final DataSource source;
    private final Keyring keyring;
    private final LogStore store;
    private final List<Replay> replays;

    Verification(Transactions transactions, DataSource source, Keyring keyring, LogStore store, List<Replay> replays) {
        this.transactions = transactions;
        this.source = source;
        this.keyring = keyring;
        this.store = store;
        this.replays = replays;
    }

    /// What was found.
    ///
    /// @param faults in the order found; at most 1,000 are kept, `more` counts the rest
    public record Report(long matters, long entries, long leaves, List<Fault> faults, long more) {

        /// Whether everything agrees.
        public boolean whole() {
            return faults.isEmpty();
        }
    }

    static final class Findings {
        private static final int MOST = 1_000;
        private final List<Fault> kept = new ArrayList<>();
        private long more;

        void add(Fault fault) {
            if (kept.size() < MOST) {
                kept.add(fault);
            } else {
                more++;
            }
        }

        void addAll(List<Fault> faults) {
            faults.forEach(this::add);
        }
    }

    /// Verifies everything.
    ///
    /// @param elsewhere checkpoints kept outside this database, as JSON `{body, signature, keyId}`
    public Report verify(List<String> elsewhere) {
        return transactions.snapshot(Scope.verifier(), work -> verifyNow(elsewhere));
    }

    private Report verifyNow(List<String> elsewhere) {
        var jdbc = new JdbcTemplate(source);
        jdbc.setFetchSize(1_000);
        var findings = new Findings();
        var chains = new ChainCheck(keyring, replays, findings);
        each(jdbc, ChainCheck.ENTRIES, chains::row);
        chains.end();
        each(jdbc, ERASED, row -> findings.add(Fault.at(row.getObject("matter", UUID.class), 1, "密钥已销毁，却没有销毁的记录")));
        each(jdbc, LOOKS, row -> look(row, findings));
        var trusted = keyring.trusted();
        var log = new LogCheck(store, trusted, findings);
        log.keys(store.keys());
        each(jdbc, CHECKPOINTS, row -> {
            var checkpoint = LogStore.checkpoint(row);
            log.expect(checkpoint, "第 " + checkpoint.size() + " 号的公布");
        });
        elsewhere.forEach(text -> log.expect(checkpoint(text), "别处保存的公布"));
        each(jdbc, LogCheck.LEAVES, log::row);
        Long nodes = jdbc.queryForObject(NODES, Long.class);
        log.end(nodes == null ? 0 : nodes);
        receipts(jdbc, trusted, findings);
        return new Report(chains.matters(), chains.entries(), log.size(), List.copyOf(findings.kept), findings.more);
    }

    private static void each(JdbcTemplate jdbc, String sql, RowCallbackHandler handler) {
        jdbc.query(sql, handler);
    }

    private static void look(ResultSet row, Findings findings) throws SQLException {
        var look = TrailStore.look(row);
        var where = "查看记录 " + look.id();
        if (!look.hash().equals(Hash.of(row.getBytes("hash")))) {
            findings.add(new Fault(where, "内容与它的哈希对不上：有一列被改过"));
        }
        long claimed = row.getLong("leaf");
        boolean unclaimed = row.wasNull();
        long numbered = row.getLong("leaf_no");
        boolean unnumbered = row.wasNull();
        if (unclaimed != unnumbered || claimed != numbered) {
            findings.add(new Fault(where, "它在总账里的编号对不上"));
        } else if (!unnumbered && !MerkleTree.leaf(look.hash()).equals(Hash.of(row.getBytes("leaf_hash")))) {
            findings.add(new Fault(where, "总账第 " + numbered + " 号的哈希与它对不上"));
        }
    }

    private static void receipts(JdbcTemplate jdbc, Map<String, Receipt.Key> trusted, Findings findings) {
        each(jdbc, RECEIPTS, row -> {
            try {
                receipt(row, trusted, findings);
            } catch (JacksonException | IllegalArgumentException unreadable) {
                findings.add(new Fault("回执 " + row.getString("code"), "签名的文本读不出来：被改过"));
            }
        });
    }

    private static void receipt(ResultSet row, Map<String, Receipt.Key> trusted, Findings findings)
            throws SQLException {
        var where = "回执 " + row.getString("code");
        var promise = row.getString("promise");
        var entry = Hash.of(row.getBytes("entry"));
        var expected = Canonical.MAPPER.readTree(promise);
        byte[] actual = row.getBytes("entry_hash");
        boolean columns = expected.path("receipt").asString("").equals(row.getString("code"))
                && expected.path("matter").asString("").equals(row.getString("matter"))
                && expected.path("seq").asInt(-1) == row.getInt("seq")
                && expected.path("entry").asString("").equals(entry.toString())
                && expected.path("at").asString("").equals(Envelope.moment(TrailStore.instant(row, "at")))
                && expected.path("key").asString("").equals(row.getString("key"));
        if (!columns) {
            findings.add(new Fault(where, "各列与签名的文本对不上"));
        }
        var key = trusted.get(row.getString("key"));
        if (key == null) {
            findings.add(new Fault(where, "是用密钥文件夹不认得的密钥 " + row.getString("key") + " 签的"));
        } else if (!Sm2.verifies(key.publicKey(), promise, row.getBytes("signature"))) {
            findings.add(new Fault(where, "签名验不过"));
        }
        if (actual == null || !entry.equals(Hash.of(actual))) {
            findings.add(new Fault(where, "它所证明的那一条不见了，或已不是当时那一条"));
        }
    }

    private static LogStore.Checkpoint checkpoint(String text) {
        JsonNode form = Canonical.MAPPER.readTree(text);
        var body = form.path("body").asString("");
        JsonNode said = Canonical.MAPPER.readTree(body);
        return new LogStore.Checkpoint(
                said.path("size").asLong(),
                Hash.parse(said.path("root").asString("")),
                Instant.parse(said.path("at").asString("")),
                body,
                form.path("signature").asString(""),
                form.path("keyId").asString(""));
    }
}
