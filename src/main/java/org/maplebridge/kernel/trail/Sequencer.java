package org.maplebridge.kernel.trail;

import java.time.Duration;
import java.util.List;
import org.maplebridge.kernel.ground.Hash;
import org.maplebridge.kernel.ground.Loop;
import org.maplebridge.kernel.ground.Looping;
import org.maplebridge.kernel.ground.Scope;
import org.maplebridge.kernel.ground.Sm3;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.ground.Work;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// Gives committed entries their numbers in the log, in batches, and signs a checkpoint over each batch.
/// Every process runs one; a lock of the transaction lets one lead at a time, so any of them may die.
@Component
public final class Sequencer implements Looping {

    /// The name of the log, as it stands in promises and checkpoints.
    static final String LOG_NAME = "maplebridge";

    private static final Scope SCOPE = Scope.job("sequencer");
    private static final int BATCH = 2_000;
    private static final Duration PAUSE = Duration.ofMillis(400);

    private final Transactions transactions;
    private final LogStore store;
    private final Sm2 signing;
    private final boolean automatic;
    private final Loop loop = new Loop("the log", PAUSE, this::drain);

    Sequencer(Transactions transactions, LogStore store, Keyring keyring, Environment settings) {
        this.transactions = transactions;
        this.store = store;
        this.signing = keyring.signing();
        this.automatic = settings.getProperty("maple.sequencer", Boolean.class, true);
    }

    /// Numbers everything that waits. Returns how many entries got a number.
    public int drain() {
        int total = 0;
        int count;
        do {
            count = transactions.run(SCOPE, this::batch);
            total += count;
        } while (count == BATCH);
        return total;
    }

    private int batch(Work work) {
        if (!store.lead()) {
            return 0;
        }
        var waiting = store.queue(BATCH);
        if (waiting.isEmpty()) {
            return 0;
        }
        store.addKey(signing);
        long before = store.size();
        long after = before + waiting.size();
        var known = store.hashes(MerkleTree.peaks(before));
        List<Hash> leaves =
                waiting.stream().map(each -> MerkleTree.leaf(each.hash())).toList();
        var made = MerkleTree.grow(before, known, leaves);
        known.putAll(made);
        store.add(before, waiting, made, signed(after, MerkleTree.root(after, known), work));
        return waiting.size();
    }

    private LogStore.Checkpoint signed(long size, Hash root, Work work) {
        var body = LogStore.Checkpoint.text(size, root, work.now(), signing.id());
        return new LogStore.Checkpoint(size, root, work.now(), body, Sm3.hex(signing.sign(body)), signing.id());
    }

    @Override
    public Loop loop() {
        return loop;
    }

    @Override
    public boolean automatic() {
        return automatic;
    }
}
