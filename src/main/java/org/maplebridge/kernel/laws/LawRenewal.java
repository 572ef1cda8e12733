package org.maplebridge.kernel.laws;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.laws.EditionCompare.Fate;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Tells whoever listens that a law has a later edition, and which articles read otherwise.
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
        var changed = changed(before, edition);
        if (changed.isEmpty()) {
            return;
        }
        var name = laws.law(law).map(LawList.One::name).orElse("");
        listeners.orderedStream().forEach(one -> one.renewed(work, name, before, edition, changed));
    }

    /// By the numbers of the edition until now: these are what others cite.
    private List<LawHeard.Changed> changed(UUID before, UUID after) {
        var found = new ArrayList<LawHeard.Changed>();
        for (var pair : EditionCompare.pairs(reads.texts(before), reads.texts(after))) {
            if (pair.fate() == Fate.SAME) {
                continue;
            }
            var text = pair.before().or(pair::after).orElseThrow();
            if (text.number() > 0) {
                found.add(new LawHeard.Changed(text.number(), text.suffix(), said(pair.before()), said(pair.after())));
            }
        }
        return found;
    }

    private static String said(Optional<LawRow.Text> text) {
        return text.map(each -> each.label() + "　" + each.text()).orElse("");
    }
}
