package org.maplebridge.kernel.evidence;

import java.util.Base64;
import java.util.UUID;
import org.maplebridge.kernel.ground.Sealing;
import org.maplebridge.kernel.trail.MatterKey;

/// The key of each file, wrapped by that of its matter: it goes with it.
final class FileKeys {

    private static final int BYTES = 32;

    private FileKeys() {}

    /// A new key, wrapped.
    static String fresh(MatterKey matter, UUID file) {
        return Base64.getEncoder().encodeToString(matter.wrap(file, Sealing.random(BYTES)));
    }

    /// The key itself.
    static byte[] open(MatterKey matter, UUID file, String wrapped) {
        return matter.unwrap(file, Base64.getDecoder().decode(wrapped));
    }
}
