package org.maplebridge.kernel.trail;

import java.util.Map;
import java.util.UUID;
import org.maplebridge.kernel.ground.MasterKey;
import org.maplebridge.kernel.ground.Scope;
import org.maplebridge.kernel.ground.Sealing;
import org.maplebridge.kernel.ground.Sm3;
import org.maplebridge.kernel.ground.Transactions;
import org.springframework.stereotype.Component;

/// The keys that live outside the database: the master key that seals matters' keys, and the signing key of the
/// log.
@Component
class Keyring {

    private final byte[] master;
    private final String masterVersion;
    private final SigningKeys signing;

    Keyring(MasterKey masterKey, Transactions transactions, LogStore log) {
        this.master = masterKey.derive("matter keys");
        this.masterVersion = masterKey.version("matter keys");
        this.signing =
                SigningKeys.in(masterKey.folder(), () -> transactions.run(Scope.verifier(), work -> log.signers()));
    }

    Sm2 signing() {
        return signing.current();
    }

    /// The public keys that the key folder vouches for, by name. What the database says of keys is only looked at.
    Map<String, Receipt.Key> trusted() {
        return signing.trusted();
    }

    MatterKey fresh(UUID matter) {
        var secret = Sealing.random(Sm3.LENGTH);
        return new MatterKey(matter, secret, Sealing.seal(master, secret, MatterKey.place(matter, 0)), masterVersion);
    }

    MatterKey open(UUID matter, byte[] wrapped, String version) {
        if (!version.equals(masterVersion)) {
            throw new IllegalStateException("the key of matter " + matter + " is sealed under master key " + version
                    + ", but the key folder holds " + masterVersion);
        }
        return new MatterKey(matter, Sealing.open(master, wrapped, MatterKey.place(matter, 0)), wrapped, masterVersion);
    }
}
