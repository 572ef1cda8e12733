package org.maplebridge.engines.search;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Something made when it is first needed: a program without laws loads no model.
final class Later<T> {

    private final Supplier<T> maker;
    private @Nullable T made;

    Later(Supplier<T> maker) {
        this.maker = maker;
    }

    synchronized T get() {
        var now = Optional.ofNullable(made).orElseGet(maker);
        made = now;
        return now;
    }

    /// Does something with it if it was ever made.
    synchronized void ifMade(Consumer<T> what) {
        Optional.ofNullable(made).ifPresent(what);
    }
}
