package org.maplebridge.kernel.laws;

import java.util.UUID;
import org.maplebridge.kernel.ground.Work;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Tells whoever listens that a law has a later edition.
@Component
class LawRenewal {

    private final LawReads reads;
    private final LawList laws;
    private final ObjectProvider<LawHeard> listeners;

    LawRenewal(LawReads reads, LawList laws, ObjectProvider<LawHeard> listeners) {
        this.reads = reads;
        this.laws = laws;
        this.listeners = listeners;
    }

    /// Only the latest is told of: an older one that comes in late changes nothing that holds.
    void tell(Work work, UUID law, UUID edition) {
        var editions = reads.editions(law);
        if (editions.size() < 2 || !editions.getFirst().id().equals(edition)) {
            return;
        }
        var before = editions.get(1).id();
        var name = laws.law(law).map(LawList.One::name).orElse("");
        listeners.orderedStream().forEach(one -> one.renewed(work, name, before, edition));
    }
}
