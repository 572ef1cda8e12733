package org.maplebridge.kernel.ground;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;

/// Ids by RFC 9562, version 7: sorted by the moment of birth, so that tables partitioned by id are partitioned by
/// time.
public final class Ids {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    /// A new id born at the given moment (to the millisecond; 74 random bits).
    public static UUID at(Instant moment) {
        long high = (moment.toEpochMilli() << 16) | 0x7000L | (RANDOM.nextInt() & 0x0fffL);
        long low = (RANDOM.nextLong() & 0x3fffffffffffffffL) | 0x8000000000000000L;
        return new UUID(high, low);
    }

    /// The moment an id was born, to the millisecond.
    public static Instant bornAt(UUID id) {
        return Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16);
    }
}
