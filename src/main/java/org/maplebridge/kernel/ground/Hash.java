package org.maplebridge.kernel.ground;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.HexFormat;

/// A digest of 32 bytes, compared by value and written as lower-case hex.
public final class Hash {

    private final byte[] bytes;

    private Hash(byte[] bytes) {
        if (bytes.length != Sm3.LENGTH) {
            throw new IllegalArgumentException("a digest has " + Sm3.LENGTH + " bytes, not " + bytes.length);
        }
        this.bytes = bytes;
    }

    /// Wraps a copy of the bytes.
    public static Hash of(byte[] bytes) {
        return new Hash(bytes.clone());
    }

    /// SM3 of the parts in a row.
    public static Hash sm3(byte[]... parts) {
        return new Hash(Sm3.hash(parts));
    }

    /// Reads lower-case or upper-case hex.
    @JsonCreator
    public static Hash parse(String hex) {
        return new Hash(HexFormat.of().parseHex(hex));
    }

    /// A copy of the bytes.
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    @JsonValue
    public String toString() {
        return Sm3.hex(bytes);
    }
}
