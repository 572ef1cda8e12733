package org.maplebridge.kernel.trail;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.maplebridge.kernel.ground.Canonical;
import org.maplebridge.kernel.ground.Hash;

/// What an entry says without its content: no personal text, only opaque ids. This is what is chained and
/// published.
/// The form is final; a new one is a new version beside this.
///
/// @param v version of this form, 1
/// @param seq place in the matter's chain, from 1
/// @param life version of the lifecycle the matter was opened under
/// @param stage the stage after the act
/// @param occurredAt when it happened, as claimed
/// @param recordedAt when it was recorded; never decreases within a chain
/// @param actor kind and opaque id, such as `officer:0197…`
/// @param body type, version and digest of what was said
/// @param fact keyed digest of the matter's rows after the act
/// @param refs opaque ids of other things the act concerns, sorted
/// @param prev hash of the entry before, absent on the first
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record Envelope(
        int v,
        UUID matter,
        int seq,
        String scene,
        int life,
        String verb,
        String stage,
        String occurredAt,
        String recordedAt,
        String actor,
        Optional<UUID> post,
        Optional<UUID> agency,
        Optional<String> behalf,
        Body body,
        Hash fact,
        List<UUID> refs,
        Optional<Hash> prev) {

    private static final byte[] TAG = "maplebridge/entry/1\n".getBytes(StandardCharsets.US_ASCII);
    private static final DateTimeFormatter MICROS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    /// The digest of what was said.
    ///
    /// @param type such as `disputes.Agree@1`
    /// @param hash SM3(salt ‖ canonical bytes)
    public record Body(String type, Hash hash) {}

    /// The canonical text that is hashed and handed to citizens.
    public String text() {
        return Canonical.text(this);
    }

    /// The hash that the next entry and the log refer to.
    public Hash hash() {
        return hashOf(text());
    }

    /// The hash of an envelope given as its canonical text.
    public static Hash hashOf(String text) {
        return Hash.sm3(TAG, text.getBytes(StandardCharsets.UTF_8));
    }

    /// A moment as it stands in envelopes: UTC with six digits, which is what PostgreSQL keeps.
    public static String moment(Instant instant) {
        return MICROS.format(instant.truncatedTo(ChronoUnit.MICROS));
    }
}
