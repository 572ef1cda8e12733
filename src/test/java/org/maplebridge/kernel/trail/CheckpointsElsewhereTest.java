package org.maplebridge.kernel.trail;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.maplebridge.fixtures.MapleTest;
import org.maplebridge.fixtures.TestDatabase;
import org.maplebridge.fixtures.errand.ErrandCounty;
import org.maplebridge.kernel.ground.Canonical;
import org.maplebridge.kernel.ground.Hash;
import org.maplebridge.kernel.ground.Sm3;
import org.springframework.beans.factory.annotation.Autowired;

/// A checkpoint that somebody kept finds out a log that was written anew, were it signed with the log's own key.
@MapleTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CheckpointsElsewhereTest {

    private static final Instant AT = Instant.parse("2026-01-02T03:04:05.678901Z");
    private static final Hash OTHER = Hash.sm3();

    @Autowired
    ErrandCounty county;

    @Autowired
    Sequencer sequencer;

    @Autowired
    Keyring keyring;

    @Autowired
    Verification verification;

    private final List<Hash> leaves = new ArrayList<>();

    /// Five leaves, all under one checkpoint.
    @BeforeAll
    void thingsHappen() throws SQLException {
        var people = county.people();
        for (int i = 0; i < 5; i++) {
            county.errand("第" + i + "件", people.clerk().agency());
        }
        sequencer.drain();
        try (var back = TestDatabase.ofThisRun().behindTheBack();
                var statement = back.createStatement();
                var rows = statement.executeQuery("select hash from trail.leaf order by no")) {
            while (rows.next()) {
                leaves.add(Hash.of(rows.getBytes(1)));
            }
        }
        assertThat(leaves).hasSize(5);
    }

    private Hash root(int size) {
        return MerkleTree.root(size, MerkleTree.grow(0, java.util.Map.of(), leaves.subList(0, size)));
    }

    private static String kept(Sm2 key, long size, Hash root) {
        var body = LogStore.Checkpoint.text(size, root, AT, key.id());
        return Canonical.text(new PublicLog.Checkpoint(body, Sm3.hex(key.sign(body)), key.id()));
    }

    private List<Replay.Fault> against(String... elsewhere) {
        return verification.verify(List.of(elsewhere)).faults();
    }

    @Test
    void everyRootTheLogEverHadIsKnownAgain() {
        for (int size = 1; size <= 5; size++) {
            assertThat(against(kept(keyring.signing(), size, root(size)))).isEmpty();
        }
    }

    @Test
    void anotherRootIsNamedThoughItsSignatureHolds() {
        for (int size = 1; size <= 5; size++) {
            assertThat(against(kept(keyring.signing(), size, OTHER)))
                    .extracting(Replay.Fault::where)
                    .containsExactly("总账前 " + size + " 号");
        }
        assertThat(against(kept(keyring.signing(), 3, root(3)), kept(keyring.signing(), 3, root(4))))
                .extracting(Replay.Fault::where)
                .containsExactly("总账前 3 号");
    }

    @Test
    void aLogThatWasLongerIsNamed() {
        assertThat(against(kept(keyring.signing(), 6, OTHER)))
                .singleElement()
                .satisfies(fault -> assertThat(fault.what()).contains("已公布到 6 号"));
    }

    @Test
    void whatAStrangerSignedOrSomebodyChangedIsNoCheckpoint() {
        assertThat(against(kept(Sm2.of(Sm2.freshSecret()), 3, root(3))))
                .singleElement()
                .satisfies(fault -> assertThat(fault.what()).contains("密钥文件夹不认得"));
        var changed = kept(keyring.signing(), 3, root(3)).replace("03:04:05", "03:04:06");
        assertThat(against(changed)).extracting(Replay.Fault::what).containsExactly("签名验不过");
    }
}
