package org.maplebridge.kernel.trail;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.maplebridge.kernel.ground.Canonical;
import org.maplebridge.kernel.ground.Hash;

/// A look at sensitive data: who, when, at what, for which purpose.
///
/// @param matter the matter in whose course it was looked at
/// @param persona whose data they are
/// @param purpose code from the list of purposes
/// @param note what the case was, in the words of whoever looked; empty if the purpose says enough
/// @param fields what was shown
public record Look(
        UUID id,
        Instant at,
        String actor,
        Optional<UUID> post,
        Optional<UUID> agency,
        UUID matter,
        UUID persona,
        String purpose,
        String note,
        List<String> fields) {

    /// The same look with its note as it is kept, or as it was written.
    Look withNote(String words) {
        return new Look(id, at, actor, post, agency, matter, persona, purpose, words, fields);
    }

    private static final byte[] TAG = "maplebridge/look/1\n".getBytes(StandardCharsets.US_ASCII);

    /// The hash that stands in the log.
    public Hash hash() {
        var form = new LinkedHashMap<String, Object>();
        form.put("v", 1);
        form.put("id", id);
        form.put("at", Envelope.moment(at));
        form.put("actor", actor);
        post.ifPresent(value -> form.put("post", value));
        agency.ifPresent(value -> form.put("agency", value));
        form.put("matter", matter);
        form.put("persona", persona);
        form.put("purpose", purpose);
        form.put("note", note);
        form.put("fields", fields);
        return Hash.sm3(TAG, Canonical.bytes(form));
    }
}
