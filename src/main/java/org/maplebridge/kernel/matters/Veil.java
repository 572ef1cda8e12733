package org.maplebridge.kernel.matters;

import java.util.Optional;
import java.util.Set;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.trail.Entry;
import tools.jackson.databind.JsonNode;

/// Keeps parts of what entries say from readers who see the matter but not those. A module of the kernel brings it as
/// a
/// component for the entries of its own verbs. The chain stays as it is: what is left out is left out of the answer.
public interface Veil {

    /// How it lies over the entries of one matter for one reader. Asked once for a page of entries, within a
    /// transaction of the reader's.
    Drawn over(Work work, Actor reader, Matter matter);

    /// The veil of one reader over one matter.
    interface Drawn {

        /// What of an entry the reader is told; empty if they are told all of it.
        ///
        /// @param said the entry's body
        Optional<Told> told(Entry entry, JsonNode said);
    }

    /// What somebody is told of an entry that is not for them.
    ///
    /// @param fields the fields of its body that they are told; whatever else there is, or is added one day, is not
    /// @param why why the rest is left out, in Chinese
    record Told(Set<String> fields, String why) {

        public Told {
            fields = Set.copyOf(fields);
        }
    }
}
