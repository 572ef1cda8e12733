package org.maplebridge.kernel.appointments;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// A session of a matter at the wire.
///
/// @param open whether others may listen
/// @param reason why it was called off
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record SessionRow(
        int no,
        SessionKind kind,
        String kindTitle,
        SessionState state,
        String stateTitle,
        Instant starts,
        Instant ends,
        Optional<String> room,
        Optional<String> place,
        UUID host,
        String hostName,
        boolean open,
        Optional<String> topic,
        Optional<String> reason,
        Optional<Instant> began,
        Optional<Instant> ended,
        Optional<String> minutes,
        Optional<String> signed,
        List<GuestRow> guests) {

    /// Somebody who is to come.
    ///
    /// @param came empty until it was held
    /// @param missed how often they were asked to come in this matter and stayed away
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record GuestRow(
            int no,
            String name,
            GuestRole role,
            String roleTitle,
            Optional<Instant> summonedAt,
            Optional<String> how,
            SummonsReply reply,
            String replyTitle,
            Optional<String> wish,
            Optional<Boolean> came,
            int missed) {}
}
