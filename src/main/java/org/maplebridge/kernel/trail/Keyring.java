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

    private static final String PURPOSE = "matter keys";

    private final MasterKey master;
    private final SigningKeys signing;

    Keyring(MasterKey master, Transactions transactions, LogStore log) {
        this.master = master;
        this.signing = SigningKeys.in(master.folder(), () -> transactions.run(Scope.verifier(), work -> log.signers()));
    }

    Sm2 signing() {
        return signing.current();
    }

    /// The public keys that the key folder vouches for, by name. What the database says of keys is only looked at.
    Map<String, Receipt.Key> trusted() {
        return signing.trusted();
    }

    MatterKey fresh(UUID matter) {
        return sealed(matter, Sealing.random(Sm3.LENGTH));
    }

    private MatterKey sealed(UUID matter, byte[] secret) {
        var current = master.current(PURPOSE);
        return new MatterKey(
                matter,
                secret,
                Sealing.seal(current.key().value(), secret, MatterKey.place(matter, 0)),
                current.version());
    }

    /// @throws MasterKey.Gone if the master key that sealed it is not there
    MatterKey open(UUID matter, byte[] wrapped, String version) {
        return new MatterKey(matter, secret(matter, wrapped, version), wrapped, version);
    }

    private byte[] secret(UUID matter, byte[] wrapped, String version) {
        var under = master.sealedUnder(PURPOSE, version);
        return Sealing.open(under.key().value(), wrapped, MatterKey.place(matter, 0));
    }

    /// Whether it is sealed under the present generation.
    boolean present(String version) {
        return master.version(PURPOSE).equals(version);
    }

    /// The same key, sealed under the present generation.
    MatterKey again(UUID matter, byte[] wrapped, String version) {
        return sealed(matter, secret(matter, wrapped, version));
    }
}
