package org.maplebridge.kernel.imports;

import java.util.List;
import java.util.Optional;
import org.maplebridge.kernel.ground.Problem;

/// What is said of a line.
record Finding(int no, Kind kind, Optional<String> other, List<Problem.Field> reasons) {

    enum Kind {
        REFUSED,
        LIKELY,
        KEPT
    }
}
