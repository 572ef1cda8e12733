package org.maplebridge.kernel.trail;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.maplebridge.kernel.ground.Hash;
import org.maplebridge.kernel.ground.Sealing;
import org.maplebridge.kernel.ground.Sm3;

/// The key of one matter. Each body has a random key wrapped by it; facts are digested under it.
/// Destroying its wrapped form makes every body of the matter unreadable and leaves the chain whole.
public final class MatterKey {

    /// Before a note that is sealed; people's own notes can't begin so.
    private static final String SEALED = "\u0001";

    private final UUID matter;
    private final byte[] secret;
    private final byte[] wrapped;
    private final String master;

    MatterKey(UUID matter, byte[] secret, byte[] wrapped, String master) {
        this.matter = matter;
        this.secret = secret;
        this.wrapped = wrapped;
        this.master = master;
    }

    /// The matter it belongs to.
    public UUID matter() {
        return matter;
    }

    /// The form kept in the database, sealed under the master key.
    public byte[] wrapped() {
        return wrapped.clone();
    }

    /// The version of the master key that sealed it.
    public String master() {
        return master;
    }

    /// The keyed digest of the matter's rows: `facts` is their canonical text.
    public Hash factDigest(byte[] facts) {
        return Hash.of(Sm3.keyed(Sm3.derive(secret, "fact"), facts));
    }

    /// Seals a key that goes with this one: of a file, say.
    ///
    /// @param whose what the key is for
    public byte[] wrap(UUID whose, byte[] key) {
        return Sealing.seal(Sm3.derive(secret, "file"), key, place(whose, 0));
    }

    /// Opens what [#wrap] sealed.
    public byte[] unwrap(UUID whose, byte[] sealed) {
        return Sealing.open(Sm3.derive(secret, "file"), sealed, place(whose, 0));
    }

    /// Seals the key of one body.
    byte[] seal(int seq, byte[] bodyKey) {
        return Sealing.seal(Sm3.derive(secret, "wrap"), bodyKey, place(matter, seq));
    }

    /// Opens the key of one body.
    byte[] unseal(int seq, byte[] sealed) {
        return Sealing.open(Sm3.derive(secret, "wrap"), sealed, place(matter, seq));
    }

    /// Seals what somebody wrote when they looked: it may tell of people, and goes with the matter's key.
    String sealNote(UUID look, String note) {
        byte[] sealed = Sealing.seal(Sm3.derive(secret, "look"), note.getBytes(StandardCharsets.UTF_8), place(look, 0));
        return SEALED + Base64.getEncoder().encodeToString(sealed);
    }

    /// Opens what [#sealNote] sealed; what was never sealed stands as it is.
    String openNote(UUID look, String kept) {
        if (!kept.startsWith(SEALED)) {
            return kept;
        }
        byte[] sealed = Base64.getDecoder().decode(kept.substring(SEALED.length()));
        return new String(Sealing.open(Sm3.derive(secret, "look"), sealed, place(look, 0)), StandardCharsets.UTF_8);
    }

    /// Binds a ciphertext to its place, so that rows can't be exchanged.
    static byte[] place(UUID matter, int seq) {
        return ByteBuffer.allocate(20)
                .putLong(matter.getMostSignificantBits())
                .putLong(matter.getLeastSignificantBits())
                .putInt(seq)
                .array();
    }
}
