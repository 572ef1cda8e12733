package org.maplebridge.kernel.people;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.maplebridge.kernel.ground.Batch;
import org.maplebridge.kernel.ground.Work;

/// Personas by domain.
public interface Personas {

    /// The persona of somebody within a domain: the one already known by the same name and phone, or by the same
    /// pseudonym, or a new one. Somebody who said neither gets a new one each time.
    Persona register(Work work, Batch batch, String domain, Persona.Draft draft);

    /// Personas by id, as far as the scope reaches them.
    Map<UUID, Persona> byId(Collection<UUID> ids);

    /// What a persona's sealed fields hold. The caller has logged the look.
    Optional<Revealed> reveal(UUID persona);

    /// Name and phone in clear.
    record Revealed(Optional<String> name, Optional<String> phone) {}
}
