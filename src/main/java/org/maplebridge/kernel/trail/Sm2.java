package org.maplebridge.kernel.trail;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;
import org.bouncycastle.util.BigIntegers;
import org.maplebridge.kernel.ground.Sm3;

/// Signatures by SM2 over SM3 (GB/T 32918.2) with the default user id; r ‖ s, 64 bytes.
public final class Sm2 {

    /// The name of the algorithm as it stands in checkpoints and receipts.
    public static final String ALGORITHM = "SM2-SM3";

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final ECDomainParameters CURVE = new ECDomainParameters(CustomNamedCurves.getByName("sm2p256v1"));

    private final ECPrivateKeyParameters secret;
    private final byte[] open;

    private Sm2(ECPrivateKeyParameters secret) {
        this.secret = secret;
        this.open = new FixedPointCombMultiplier()
                .multiply(CURVE.getG(), secret.getD())
                .normalize()
                .getEncoded(false);
    }

    static Sm2 of(byte[] secret) {
        return new Sm2(new ECPrivateKeyParameters(new BigInteger(1, secret), CURVE));
    }

    static byte[] freshSecret() {
        var d = BigIntegers.createRandomInRange(BigInteger.ONE, CURVE.getN().subtract(BigInteger.TWO), RANDOM);
        return BigIntegers.asUnsignedByteArray(Sm3.LENGTH, d);
    }

    /// The public key, `04 ‖ x ‖ y` in hex.
    public String publicKey() {
        return HexFormat.of().formatHex(open);
    }

    /// The key's name: the start of SM3 over the public key.
    public String id() {
        return name(open);
    }

    private static String name(byte[] open) {
        return Sm3.hex(Sm3.hash(open)).substring(0, 16);
    }

    /// Whether a name is that of a public key.
    static boolean named(String id, String publicKey) {
        try {
            return name(HexFormat.of().parseHex(publicKey)).equals(id);
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    /// Signs a text.
    public byte[] sign(String text) {
        var signer = new SM2Signer(PlainDSAEncoding.INSTANCE);
        signer.init(true, new ParametersWithRandom(secret, RANDOM));
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        signer.update(bytes, 0, bytes.length);
        try {
            return signer.generateSignature();
        } catch (CryptoException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// Whether the signature over the text was made with the key behind this public key.
    public static boolean verifies(String publicKey, String text, byte[] signature) {
        try {
            var point = CURVE.getCurve().decodePoint(HexFormat.of().parseHex(publicKey));
            var signer = new SM2Signer(PlainDSAEncoding.INSTANCE);
            signer.init(false, new ECPublicKeyParameters(point, CURVE));
            var bytes = text.getBytes(StandardCharsets.UTF_8);
            signer.update(bytes, 0, bytes.length);
            return signer.verifySignature(signature);
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }
}
