package org.maplebridge.kernel.access;

import java.util.Locale;
import java.util.Optional;

/// The SHA-256 fingerprint of a certificate as programs write it: with or without colons, in any case.
final class Fingerprint {

    private Fingerprint() {}

    static Optional<String> read(String said) {
        return Optional.of(said.replace(":", "").strip().toLowerCase(Locale.ROOT))
                .filter(text -> text.matches("[0-9a-f]{64}"));
    }
}
