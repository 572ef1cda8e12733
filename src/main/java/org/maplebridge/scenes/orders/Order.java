package org.maplebridge.scenes.orders;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/// What somebody asks for, and what became of it.
///
/// @param asker who asked: never the one who decides
/// @param askerPost the post they asked from
/// @param opinion what the decider said; empty until then
/// @param outcome what carrying it out came to
record Order(
        Wanted wanted,
        UUID asker,
        UUID askerPost,
        Found found,
        Optional<String> opinion,
        Optional<String> outcome,
        Optional<Instant> until) {

    /// What can be ordered.
    enum Kind {
        ERASE,
        MERGE,
        SPLIT,
        LINK,
        OPEN_UP,
        SEAL,
        UNSEAL;

        /// Whether whoever asks need not see what it is about.
        boolean unseen() {
            return this == OPEN_UP || this == UNSEAL;
        }
    }

    /// The secrecy domains beside the general one.
    enum Domain {
        CORRECTIONS,
        REHAB,
        MINORS,
        INFORMANTS,
        MEDIATION
    }

    /// What is asked for.
    ///
    /// @param code the number of the matter it is about
    /// @param party the place of the person among its parties
    /// @param otherCode the number of the matter where the other person stands
    /// @param hours for how long a matter is opened
    /// @param article where the law allows it
    record Wanted(
            Kind kind,
            String code,
            OptionalInt party,
            Optional<String> otherCode,
            OptionalInt otherParty,
            Optional<Domain> domain,
            OptionalInt hours,
            String article,
            String reason) {}

    /// What the numbers stand for, once somebody who sees them has said so.
    record Found(Optional<UUID> matter, Optional<UUID> persona, Optional<UUID> otherPersona) {

        static final Found NOTHING = new Found(Optional.empty(), Optional.empty(), Optional.empty());
    }
}
