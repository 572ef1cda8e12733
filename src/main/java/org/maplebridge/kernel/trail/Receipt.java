package org.maplebridge.kernel.trail;

import java.time.Instant;
import java.util.TreeMap;
import org.maplebridge.kernel.ground.Canonical;
import org.maplebridge.kernel.ground.Hash;

/// What a person takes home: enough to show later, without trusting the server, that their words were taken in.
///
/// @param receiptCode opens hashes only
/// @param promise the canonical text that was signed
/// @param signature r ‖ s in hex
/// @param envelope the canonical text of the entry's envelope
/// @param salt stands before the body in its digest
/// @param body the canonical text of what was said
public record Receipt(
        String receiptCode,
        Instant issuedAt,
        String promise,
        String signature,
        Key key,
        String envelope,
        Hash salt,
        String body) {

    /// The key that signed.
    ///
    /// @param publicKey `04 ‖ x ‖ y` in hex
    public record Key(String id, String algorithm, String publicKey) {}

    /// The text that is signed: this entry will stand in the log. Its form is final.
    static String promise(String code, Envelope envelope, Hash entry, String key) {
        var form = new TreeMap<String, Object>();
        form.put("v", 1);
        form.put("log", Sequencer.LOG_NAME);
        form.put("receipt", code);
        form.put("matter", envelope.matter());
        form.put("seq", envelope.seq());
        form.put("entry", entry);
        form.put("at", envelope.recordedAt());
        form.put("key", key);
        form.put("alg", Sm2.ALGORITHM);
        return Canonical.text(form);
    }
}
