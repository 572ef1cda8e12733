package org.maplebridge.kernel.imports;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.maplebridge.kernel.ground.Hash;
import org.maplebridge.kernel.ground.Problem;

/// What came of one line.
///
/// @param no as an editor counts
/// @param external the number the source gives it; empty if it can't be read
/// @param faults column and reason, if it was refused
record Came(int no, String external, Hash digest, State state, Optional<UUID> matter, List<Problem.Field> faults) {

    enum State {
        /// A matter was opened.
        MADE,
        /// It is there already.
        KNOWN,
        /// It can't be taken.
        REFUSED
    }

    static Came made(TableFile.Line line, String external, UUID matter) {
        return new Came(line.no(), external, line.digest(), State.MADE, Optional.of(matter), List.of());
    }

    static Came known(TableFile.Line line, String external, Optional<UUID> matter) {
        return new Came(line.no(), external, line.digest(), State.KNOWN, matter, List.of());
    }

    static Came refused(TableFile.Line line, String external, List<Problem.Field> faults) {
        return new Came(line.no(), external, line.digest(), State.REFUSED, Optional.empty(), List.copyOf(faults));
    }

    static Came refused(TableFile.Line line, String external, String column, String why) {
        return refused(line, external, List.of(new Problem.Field(column, why)));
    }
}
