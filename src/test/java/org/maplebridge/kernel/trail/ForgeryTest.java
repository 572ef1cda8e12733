package org.maplebridge.kernel.trail;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.maplebridge.fixtures.MapleTest;
import org.maplebridge.fixtures.TestDatabase;
import org.maplebridge.fixtures.errand.ErrandCounty;
import org.maplebridge.kernel.ground.Canonical;
import org.maplebridge.kernel.ground.Scope;
import org.maplebridge.kernel.ground.Transactions;
import org.springframework.beans.factory.annotation.Autowired;

/// Whoever holds the whole database can make it agree with itself, but not with the key folder.
@MapleTest
class ForgeryTest {

    @Autowired
    ErrandCounty county;

    @Autowired
    Transactions transactions;

    @Autowired
    Sequencer sequencer;

    @Autowired
    LogStore log;

    @Autowired
    PublicLog published;

    @Autowired
    Keyring keyring;

    @Autowired
    Verification verification;

    @Test
    void aLogWrittenAnewUnderAStrangersKeyIsNamedWhereverItWasSigned() throws SQLException {
        var people = county.people();
        var errand = county.errand("要改的一件", people.clerk().agency());
        sequencer.drain();
        county.move(county.actor(people.clerk()), errand, "take", Map.of("how", "去看看"));
        county.errand("别的一件", people.clerk().agency());
        sequencer.drain();
        assertThat(verification.verify(List.of()).faults()).isEmpty();
        Set<String> signers = transactions.run(Scope.verifier(), work -> log.signers());
        assertThat(signers).containsExactly(keyring.signing().id());
        String kept = transactions.run(
                Scope.verifier(), work -> Canonical.text(published.checkpoint().orElseThrow()));
        assertThat(verification.verify(List.of(kept)).faults()).isEmpty();

        try (var back = TestDatabase.ofThisRun().behindTheBack()) {
            var forger = new Forger(back);
            forger.blames("officer:" + people.neighbour().staff(), errand, 2);
            // nothing else is wrong: the forger did not slip
            assertThat(verification.verify(List.of()).faults())
                    .extracting(Replay.Fault::where)
                    .containsExactlyInAnyOrderElementsOf(forger.places());
            assertThat(verification.verify(List.of()).faults())
                    .extracting(Replay.Fault::what)
                    .allSatisfy(what -> assertThat(what).contains("密钥文件夹不认得"));
            // and a checkpoint kept elsewhere knows the former root
            assertThat(verification.verify(List.of(kept)).faults())
                    .extracting(Replay.Fault::where)
                    .contains("总账前 3 号");
        }
    }
}
