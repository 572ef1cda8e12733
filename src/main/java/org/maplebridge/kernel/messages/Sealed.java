package org.maplebridge.kernel.messages;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.maplebridge.kernel.ground.Canonical;
import org.maplebridge.kernel.trail.MatterKey;

/// Address and words of a message, under the key of its matter.
///
/// @param to the phone, or the mail address; empty where nothing goes to a phone
record Sealed(String to, String text) {

    byte[] closed(MatterKey key, UUID message) {
        return key.wrap(message, Canonical.text(Map.of("to", to, "text", text)).getBytes(StandardCharsets.UTF_8));
    }

    static Sealed opened(MatterKey key, UUID message, byte[] sealed) {
        var read = Canonical.MAPPER.readTree(new String(key.unwrap(message, sealed), StandardCharsets.UTF_8));
        return new Sealed(read.path("to").asString(""), read.path("text").asString(""));
    }

    @Override
    public String toString() {
        return "…";
    }
}
