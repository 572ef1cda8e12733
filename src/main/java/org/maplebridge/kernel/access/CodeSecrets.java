package org.maplebridge.kernel.access;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.UUID;
import org.maplebridge.kernel.ground.MasterKey;
import org.maplebridge.kernel.ground.Sealing;
import org.springframework.stereotype.Component;

/// Seals the secrets of one-time codes, each bound to its account and named by the version of the key it is under.
@Component
final class CodeSecrets {

    private static final String PURPOSE = "access otp";

    private final MasterKey master;

    CodeSecrets(MasterKey master) {
        this.master = master;
    }

    /// A sealed secret, in hex, with the version of its key.
    record Sealed(String hex, String version) {

        static Sealed of(byte[] bytes, String version) {
            return new Sealed(HexFormat.of().formatHex(bytes), version);
        }

        byte[] bytes() {
            return HexFormat.of().parseHex(hex);
        }
    }

    Sealed seal(UUID account, byte[] secret) {
        return Sealed.of(Sealing.seal(master.derive(PURPOSE), secret, place(account)), master.version(PURPOSE));
    }

    /// Opens by the version that stands in the row.
    byte[] open(UUID account, Sealed sealed) {
        if (!sealed.version().equals(master.version(PURPOSE))) {
            throw new IllegalStateException("the key of version " + sealed.version() + " is not here");
        }
        return Sealing.open(master.derive(PURPOSE), sealed.bytes(), place(account));
    }

    private static byte[] place(UUID account) {
        return ByteBuffer.allocate(16)
                .putLong(account.getMostSignificantBits())
                .putLong(account.getLeastSignificantBits())
                .array();
    }
}
