package org.maplebridge.kernel.people;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.maplebridge.kernel.ground.Batch;
import org.maplebridge.kernel.ground.Work;

/// Personas by domain.
public interface Personas {

    /// The persona of somebody within a domain: the one already known by the same number, by the same name and phone,
    /// or by the same pseudonym, or a new one. Somebody who said none of them gets a new one each time.
    Persona register(Work work, Batch batch, String domain, Persona.Draft draft);

    /// Adds a number or a way to reach somebody. A number takes the place of the one of its kind.
    ///
    /// @param checked how it was checked; empty if it was not
    void identify(Work work, Batch batch, Persona persona, Identifier identifier, Optional<String> checked);

    /// Says that somebody is a minor until that day: their name is shown by its first letter only. Returns what is
    /// shown.
    String minor(Batch batch, Persona persona, LocalDate adultOn);

    /// Puts right what was written down wrong; what is not given stays. Returns the persona as it is shown now.
    Persona correct(Batch batch, Persona persona, Optional<String> name, Optional<String> phone);

    /// Deletes personas that no matter concerns any more, with everything that is held about them. In the work of a
    /// job.
    void forget(Batch batch, List<UUID> personas);

    /// The persona that holds a number within a domain, as far as the scope reaches it.
    Optional<Persona> find(String domain, Identifier number);

    /// Who holds a number within a domain, also beyond the scope: for deciding whether it is taken, never to be shown.
    Optional<UUID> holder(String domain, Identifier number);

    /// Personas by id, as far as the scope reaches them.
    Map<UUID, Persona> byId(Collection<UUID> ids);

    /// What somebody is identified and reached by, as far as the scope reaches them; oldest first.
    List<Held> held(UUID persona);

    /// What a persona's sealed fields hold. The caller has logged the look.
    Optional<Revealed> reveal(UUID persona);

    /// Name, phone and numbers in clear.
    record Revealed(Optional<String> name, Optional<String> phone, Map<Identifier.Kind, String> numbers) {

        @Override
        public String toString() {
            return "…";
        }
    }

    /// Something somebody is identified or reached by.
    ///
    /// @param verified how it was checked; empty if it was not
    record Held(UUID id, Identifier identifier, Instant since, Optional<String> verified) {}
}
