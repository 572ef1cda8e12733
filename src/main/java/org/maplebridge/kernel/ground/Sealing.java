package org.maplebridge.kernel.ground;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// AES-256-GCM with a random nonce in front of the ciphertext (NIST SP 800-38D; nonce 96 bits, tag 128 bits).
public final class Sealing {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private Sealing() {}

    /// The text could not be opened: changed, moved, or under another key.
    public static final class Broken extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Broken(GeneralSecurityException cause) {
            super("cannot be opened: changed, moved, or under another key", cause);
        }
    }

    /// Random bytes.
    public static byte[] random(int length) {
        var bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    /// Seals a text under a key of 32 bytes; `place` is bound to it and must be given again to open it.
    public static byte[] seal(byte[] key, byte[] plain, byte[] place) {
        try {
            var nonce = random(NONCE);
            var cipher = cipher(Cipher.ENCRYPT_MODE, key, nonce, 0, place);
            var out = new byte[NONCE + cipher.getOutputSize(plain.length)];
            System.arraycopy(nonce, 0, out, 0, NONCE);
            cipher.doFinal(plain, 0, plain.length, out, NONCE);
            return out;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// Opens what [#seal] sealed.
    ///
    /// @throws Broken if it was changed, moved to another place, or sealed under another key
    public static byte[] open(byte[] key, byte[] sealed, byte[] place) {
        if (sealed.length < NONCE + TAG_BITS / Byte.SIZE) {
            throw new Broken(new GeneralSecurityException("too short"));
        }
        try {
            return cipher(Cipher.DECRYPT_MODE, key, sealed, 0, place).doFinal(sealed, NONCE, sealed.length - NONCE);
        } catch (GeneralSecurityException broken) {
            throw new Broken(broken);
        }
    }

    private static Cipher cipher(int mode, byte[] key, byte[] nonce, int at, byte[] place)
            throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce, at, NONCE));
        cipher.updateAAD(place);
        return cipher;
    }
}
