package org.maplebridge.kernel.matters;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.maplebridge.kernel.ground.Hash;

/// A matter: something that happened to a party and moves through a lifecycle set by law.
///
/// @param life the version of the lifecycle it was opened under
/// @param domain the secrecy domain
/// @param due the earliest running limit
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record Matter(
        UUID id,
        String scene,
        int life,
        String domain,
        Where stage,
        Office office,
        Label label,
        Origin origin,
        Standing standing,
        Optional<Instant> due,
        Chain chain) {

    /// Where in its life it is.
    ///
    /// @param since when the stage was entered
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Where(String name, Instant since, boolean open, Optional<Instant> closedAt) {}

    /// Who handles it.
    ///
    /// @param area where it happened, as an area path
    /// @param level at which level it is handled
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Office(String area, String level, Optional<UUID> agency, Optional<UUID> post) {}

    /// How it is called.
    ///
    /// @param parties names as shown in lists, masked
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Label(
            String code, String title, Optional<String> category, Optional<String> colour, Optional<String> parties) {}

    /// Where it came from.
    ///
    /// @param batch the import that brought it
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Origin(
            Instant occurredAt,
            Instant openedAt,
            Optional<String> source,
            Optional<UUID> batch,
            Optional<UUID> parent) {}

    /// What has befallen it.
    ///
    /// @param returns how often it was returned
    /// @param reopened how often it was opened again after its end; empty if never
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Standing(
            int returns, Optional<Instant> suspendedAt, Optional<UUID> mergedInto, Optional<Integer> reopened) {

        static final Standing FRESH = new Standing(0, Optional.empty(), Optional.empty(), Optional.empty());

        Standing returned() {
            return new Standing(returns + 1, suspendedAt, mergedInto, reopened);
        }

        Standing suspended(Optional<Instant> since) {
            return new Standing(returns, since, mergedInto, reopened);
        }

        Standing merged(Optional<UUID> into) {
            return new Standing(returns, suspendedAt, into, reopened);
        }

        /// What was suspended when it ended runs again.
        Standing openedAgain() {
            return new Standing(returns, Optional.empty(), mergedInto, Optional.of(reopened.orElse(0) + 1));
        }
    }

    /// The end of its chain.
    ///
    /// @param version how many entries it has; what `If-Match` names
    public record Chain(int version, Hash head, Instant recordedAt) {}

    Matter with(Where changed) {
        return new Matter(id, scene, life, domain, changed, office, label, origin, standing, due, chain);
    }

    Matter with(Office changed) {
        return new Matter(id, scene, life, domain, stage, changed, label, origin, standing, due, chain);
    }

    Matter with(Label changed) {
        return new Matter(id, scene, life, domain, stage, office, changed, origin, standing, due, chain);
    }

    Matter with(Origin changed) {
        return new Matter(id, scene, life, domain, stage, office, label, changed, standing, due, chain);
    }

    Matter with(Standing changed) {
        return new Matter(id, scene, life, domain, stage, office, label, origin, changed, due, chain);
    }

    Matter with(Chain changed) {
        return new Matter(id, scene, life, domain, stage, office, label, origin, standing, due, changed);
    }

    Matter due(Optional<Instant> changed) {
        return new Matter(id, scene, life, domain, stage, office, label, origin, standing, changed, chain);
    }
}
