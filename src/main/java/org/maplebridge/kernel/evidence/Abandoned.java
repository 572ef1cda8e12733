package org.maplebridge.kernel.evidence;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.maplebridge.kernel.ground.Loop;
import org.maplebridge.kernel.ground.Looping;
import org.maplebridge.kernel.ground.Scope;
import org.maplebridge.kernel.ground.Transactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// Clears away what was begun and never finished, after a day. Every process looks once an hour; doing it twice changes
/// nothing.
@Component
class Abandoned implements Looping {

    private static final Logger LOG = LoggerFactory.getLogger(Abandoned.class);
    private static final Scope SCOPE = Scope.job("evidence");

    /// How long somebody may take to send a file.
    static final Duration KEPT = Duration.ofDays(1);

    /// All folders are looked through in sixteen hours.
    private static final int AT_ONCE = 16;

    private final Transactions transactions;
    private final UploadStore uploads;
    private final Vault vault;
    private final boolean automatic;
    private int next;
    private final Loop loop = new Loop("evidence", Duration.ofHours(1), this::clear);

    Abandoned(Transactions transactions, UploadStore uploads, Vault vault, Environment settings) {
        this.transactions = transactions;
        this.uploads = uploads;
        this.vault = vault;
        this.automatic = Looping.serving(settings);
    }

    /// Clears away what is older than a day; returns how many files that were.
    int clear() {
        var old = transactions.run(SCOPE, work -> uploads.abandoned(work.now().minus(KEPT)));
        int cleared = 0;
        for (UUID upload : old) {
            try {
                // it may have become a file since; what is left of it on the disk is found by the sweep
                if (transactions.run(SCOPE, work -> uploads.drop(upload))) {
                    vault.delete(upload);
                    cleared++;
                }
            } catch (IOException left) {
                LOG.warn("what is left of upload {} could not be cleared away: {}", upload, left.toString());
            }
        }
        var before = transactions.run(SCOPE, work -> {
            uploads.tidy(work.now().minus(KEPT));
            return work.now().minus(KEPT.multipliedBy(2));
        });
        for (int i = 0; i < AT_ONCE; i++) {
            cleared += sweep(next, before);
            next = (next + 1) % Vault.FOLDERS;
        }
        return cleared;
    }

    /// What nothing speaks of any more: files of matters whose content was destroyed by order. Without their keys they
    /// could not be read as it was.
    int sweep(int which, Instant before) {
        try {
            var old = vault.before(which, before);
            var unknown = transactions.run(SCOPE, work -> uploads.unknown(old));
            for (UUID blob : unknown) {
                vault.delete(blob);
            }
            return unknown.size();
        } catch (IOException left) {
            LOG.warn("folder {} of files could not be cleared: {}", which, left.toString());
            return 0;
        }
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
