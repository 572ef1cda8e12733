package org.maplebridge.kernel.ground;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Reference data held in memory and read again when its revision has moved, whichever process changed it.
///
/// @param <T> an immutable snapshot
public final class Reference<T> {

    private final Supplier<T> loader;
    private volatile @Nullable Held<T> held;

    private record Held<T>(long revision, T value) {}

    /// @param loader reads the snapshot; runs inside the transaction of the work that asks
    public Reference(Supplier<T> loader) {
        this.loader = loader;
    }

    /// The snapshot as of the work's revision or a later one: whoever asks again after their commit is not made to
    /// read.
    public T at(Work work) {
        var known = held;
        if (known == null || known.revision() < work.revision()) {
            known = new Held<>(work.revision(), loader.get());
            held = known;
        }
        return known.value();
    }
}
