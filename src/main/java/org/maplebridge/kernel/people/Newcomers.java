package org.maplebridge.kernel.people;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.maplebridge.kernel.ground.Batch;
import org.maplebridge.kernel.ground.Work;

/// Those named in one act. Whoever is named twice, by the same name and phone, the same pseudonym or the same
/// number, is one person, though the database will know them only once the act is written.
public final class Newcomers {

    private final Personas personas;
    private final Work work;
    private final Batch batch;
    private final String domain;
    private final Map<Object, Persona> met = new HashMap<>();

    public Newcomers(Personas personas, Work work, Batch batch, String domain) {
        this.personas = personas;
        this.work = work;
        this.batch = batch;
        this.domain = domain;
    }

    /// As [Personas#register].
    public Persona register(Persona.Draft draft) {
        var told = DomainKeys.told(draft.name(), draft.phone(), draft.pseudonym());
        var again = draft.number()
                .map(met::get)
                .or(() -> draft.number().isPresent() ? Optional.empty() : told.map(met::get));
        var persona = again.orElseGet(() -> personas.register(work, batch, domain, draft));
        draft.number().ifPresent(number -> met.putIfAbsent(number, persona));
        told.ifPresent(text -> met.putIfAbsent(text, persona));
        return persona;
    }
}
