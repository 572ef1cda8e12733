package org.maplebridge.kernel.access;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// One-time codes by time (RFC 6238): six digits, a new one each thirty seconds, HMAC-SHA-1, as every authenticator
/// app makes them.
final class OneTimeCode {

    /// As RFC 4226 recommends.
    static final int SECRET_BYTES = 20;

    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int STEP_SECONDS = 30;
    private static final int DIGITS = 6;
    private static final int BELOW = 1_000_000;
    /// Clocks of phones differ: the code before and the one after are taken too.
    private static final long WINDOW = 1;

    private OneTimeCode() {}

    static long step(Instant moment) {
        return Math.floorDiv(moment.getEpochSecond(), STEP_SECONDS);
    }

    /// The code of one step of time.
    static String at(byte[] secret, long step) {
        var mac = hmac(secret, ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        int offset = mac[mac.length - 1] & 0xf;
        int number = ByteBuffer.wrap(mac).getInt(offset) & 0x7fffffff;
        var digits = Integer.toString(number % BELOW);
        return "0".repeat(DIGITS - digits.length()) + digits;
    }

    /// The step whose code this is, at most one off and after `lastStep`; all are compared, whichever fits.
    static OptionalLong matching(byte[] secret, String said, Instant moment, long lastStep) {
        long now = step(moment);
        var given = said.getBytes(StandardCharsets.UTF_8);
        var fitting = LongStream.rangeClosed(now - WINDOW, now + WINDOW)
                .filter(step -> MessageDigest.isEqual(at(secret, step).getBytes(StandardCharsets.UTF_8), given))
                .toArray();
        return LongStream.of(fitting).filter(step -> step > lastStep).findFirst();
    }

    private static byte[] hmac(byte[] secret, byte[] text) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            return mac.doFinal(text);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// The secret as people type it into an app (RFC 4648, base32 without padding).
    static String base32(byte[] bytes) {
        var text = new StringBuilder();
        int held = 0;
        int bits = 0;
        for (byte each : bytes) {
            held = (held << Byte.SIZE) | (each & 0xff);
            bits += Byte.SIZE;
            while (bits >= 5) {
                bits -= 5;
                text.append(LETTERS.charAt((held >> bits) & 31));
            }
            held &= (1 << bits) - 1;
        }
        return bits == 0
                ? text.toString()
                : text.append(LETTERS.charAt((held << (5 - bits)) & 31)).toString();
    }

    /// What the square picture says to an authenticator app.
    static String uri(String issuer, String login, byte[] secret) {
        return "otpauth://totp/" + encoded(issuer) + ":" + encoded(login) + "?secret=" + base32(secret) + "&issuer="
                + encoded(issuer) + "&algorithm=SHA1&digits=" + DIGITS + "&period=" + STEP_SECONDS;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
