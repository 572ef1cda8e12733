package org.maplebridge.kernel.trail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.maplebridge.kernel.ground.Batch;
import org.maplebridge.kernel.ground.Canonical;
import org.maplebridge.kernel.ground.Hash;
import org.maplebridge.kernel.trail.MerkleTree.Place;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The SQL of the Merkle log.
@Component
class LogStore {

    private static final String LEAD = "select pg_try_advisory_xact_lock(7226411)";

    private static final String SIZE = "select coalesce(max(no) + 1, 0) from trail.leaf";

    /// Never "greater than the last seen": a transaction may commit late with an early moment.
    private static final String QUEUE = """
            select matter, seq, hash, at
              from (select matter, seq, hash, recorded_at as at from trail.entry where leaf is null
                     order by recorded_at, matter, seq limit :limit) entries
            union all
            select matter, seq, hash, at
              from (select id as matter, 0 as seq, hash, at from trail.look where leaf is null
                     order by at, id limit :limit) looks
             order by at, matter, seq
             limit :limit""";

    private static final String ADD_LEAVES = """
            insert into trail.leaf (no, matter, seq, hash)
            select * from unnest(?::bigint[], ?::uuid[], ?::int[], ?::bytea[])""";

    private static final String NUMBER_ENTRIES = """
            update trail.entry e
               set leaf = n.no
              from unnest(?::bigint[], ?::uuid[], ?::int[]) n(no, matter, seq)
             where e.matter = n.matter and e.seq = n.seq and n.seq > 0""";

    private static final String NUMBER_LOOKS = """
            update trail.look l
               set leaf = n.no
              from unnest(?::bigint[], ?::uuid[], ?::int[]) n(no, matter, seq)
             where l.id = n.matter and n.seq = 0""";

    private static final String ADD_NODES = """
            insert into trail.node (level, index, hash)
            select * from unnest(?::int[], ?::bigint[], ?::bytea[])""";

    private static final String ADD_CHECKPOINT =
            "insert into trail.checkpoint (size, root, at, body, signature, key) values (?, ?, ?, ?, ?, ?)";

    private static final String HASHES = """
            select 0 as level, no as index, hash
              from trail.leaf
             where no = any(:leaves)
            union all
            select n.level, n.index, n.hash
              from unnest(cast(:levels as int[]), cast(:indexes as bigint[])) as asked(level, index)
              join trail.node n using (level, index)""";

    private static final String LATEST = "select * from trail.checkpoint order by size desc limit 1";

    private static final String LEAF_OF = """
            select no
              from trail.leaf
             where hash = :hash
             order by no
             limit 1""";

    private static final String ADD_KEY = """
            insert into trail.log_key (id, algorithm, public_key)
            values (:id, :algorithm, :publicKey)
            on conflict do nothing""";

    private static final String KEYS = "select id, algorithm, public_key from trail.log_key order by id";

    private static final String SIGNERS = "select distinct key from trail.checkpoint";

    private final JdbcClient db;
    private final DataSource source;

    LogStore(JdbcClient db, DataSource source) {
        this.db = db;
        this.source = source;
    }

    /// An entry or a look that waits for its number.
    record Waiting(UUID matter, int seq, Hash hash) {}

    /// A published root.
    record Checkpoint(long size, Hash root, Instant at, String body, String signature, String key) {

        /// The text that is signed. Its form is final.
        static String text(long size, Hash root, Instant at, String key) {
            var form = new TreeMap<String, Object>();
            form.put("v", 1);
            form.put("log", Sequencer.LOG_NAME);
            form.put("size", size);
            form.put("root", root);
            form.put("at", Envelope.moment(at));
            form.put("alg", Sm2.ALGORITHM);
            form.put("key", key);
            return Canonical.text(form);
        }
    }

    /// Whether this process leads until the transaction ends.
    boolean lead() {
        return db.sql(LEAD).query(Boolean.class).single();
    }

    long size() {
        return db.sql(SIZE).query(Long.class).single();
    }

    List<Waiting> queue(int limit) {
        return db.sql(QUEUE)
                .param("limit", limit)
                .query((row, at) -> new Waiting(
                        row.getObject("matter", UUID.class), row.getInt("seq"), Hash.of(row.getBytes("hash"))))
                .list();
    }

    void add(long first, List<Waiting> waiting, Map<Place, Hash> made, Checkpoint checkpoint) {
        int count = waiting.size();
        var nos = new Long[count];
        var matters = new UUID[count];
        var seqs = new Integer[count];
        var hashes = new byte[count][];
        for (int i = 0; i < count; i++) {
            nos[i] = first + i;
            matters[i] = waiting.get(i).matter();
            seqs[i] = waiting.get(i).seq();
            hashes[i] = MerkleTree.leaf(waiting.get(i).hash()).bytes();
        }
        var nodes = made.entrySet().stream()
                .filter(node -> node.getKey().level() > 0)
                .toList();
        new Batch()
                .expecting(count, ADD_LEAVES, nos, matters, seqs, hashes)
                .add(NUMBER_ENTRIES, nos, matters, seqs)
                .add(NUMBER_LOOKS, nos, matters, seqs)
                .add(
                        ADD_NODES,
                        nodes.stream().map(node -> node.getKey().level()).toArray(Integer[]::new),
                        nodes.stream().map(node -> node.getKey().index()).toArray(Long[]::new),
                        nodes.stream().map(node -> node.getValue().bytes()).toArray(byte[][]::new))
                .add(
                        ADD_CHECKPOINT,
                        checkpoint.size(),
                        checkpoint.root().bytes(),
                        checkpoint.at(),
                        checkpoint.body(),
                        HexFormat.of().parseHex(checkpoint.signature()),
                        checkpoint.key())
                .send(source);
    }

    Map<Place, Hash> hashes(Collection<Place> places) {
        var found = new HashMap<Place, Hash>();
        db.sql(HASHES)
                .param(
                        "leaves",
                        places.stream()
                                .filter(place -> place.level() == 0)
                                .map(Place::index)
                                .toArray(Long[]::new))
                .param("levels", places.stream().map(Place::level).toArray(Integer[]::new))
                .param("indexes", places.stream().map(Place::index).toArray(Long[]::new))
                .query(row -> {
                    found.put(new Place(row.getInt("level"), row.getLong("index")), Hash.of(row.getBytes("hash")));
                });
        return found;
    }

    Optional<Checkpoint> latest() {
        return db.sql(LATEST).query((row, at) -> checkpoint(row)).optional();
    }

    static Checkpoint checkpoint(ResultSet row) throws SQLException {
        return new Checkpoint(
                row.getLong("size"),
                Hash.of(row.getBytes("root")),
                TrailStore.instant(row, "at"),
                row.getString("body"),
                HexFormat.of().formatHex(row.getBytes("signature")),
                row.getString("key"));
    }

    Optional<Long> leafOf(Hash entry) {
        return db.sql(LEAF_OF)
                .param("hash", MerkleTree.leaf(entry).bytes())
                .query(Long.class)
                .optional();
    }

    void addKey(Sm2 signing) {
        db.sql(ADD_KEY)
                .param("id", signing.id())
                .param("algorithm", Sm2.ALGORITHM)
                .param("publicKey", signing.publicKey())
                .update();
    }

    List<Receipt.Key> keys() {
        return db.sql(KEYS)
                .query((row, at) ->
                        new Receipt.Key(row.getString("id"), row.getString("algorithm"), row.getString("public_key")))
                .list();
    }

    /// The names of the keys that have signed a checkpoint.
    Set<String> signers() {
        return Set.copyOf(db.sql(SIGNERS).query(String.class).list());
    }
}
