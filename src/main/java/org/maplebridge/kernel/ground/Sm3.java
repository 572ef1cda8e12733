package org.maplebridge.kernel.ground;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.HKDFParameters;
import org.bouncycastle.crypto.params.KeyParameter;

/// SM3 (GB/T 32905), its keyed form (HMAC, GB/T 15852.2) and the key derivation built on it (RFC 5869).
public final class Sm3 {

    /// Length of a digest in bytes.
    public static final int LENGTH = 32;

    private Sm3() {}

    /// The digest of the parts in a row. No separators are added: callers fix the lengths or tag the first part.
    public static byte[] hash(byte[]... parts) {
        var digest = new SM3Digest();
        for (byte[] part : parts) {
            digest.update(part, 0, part.length);
        }
        var out = new byte[LENGTH];
        digest.doFinal(out, 0);
        return out;
    }

    /// The keyed digest of the parts in a row.
    public static byte[] keyed(byte[] key, byte[]... parts) {
        var mac = new HMac(new SM3Digest());
        mac.init(new KeyParameter(key));
        for (byte[] part : parts) {
            mac.update(part, 0, part.length);
        }
        var out = new byte[LENGTH];
        mac.doFinal(out, 0);
        return out;
    }

    /// A key of 32 bytes for one purpose, derived from another key (HKDF over SM3, no extra salt).
    public static byte[] derive(byte[] key, String purpose) {
        var generator = new HKDFBytesGenerator(new SM3Digest());
        generator.init(new HKDFParameters(key, null, purpose.getBytes(StandardCharsets.UTF_8)));
        var out = new byte[LENGTH];
        generator.generateBytes(out, 0, LENGTH);
        return out;
    }

    /// Lower-case hex.
    public static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
