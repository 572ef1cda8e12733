package org.maplebridge.kernel.laws;

/// Whether a law holds on a day.
enum LawState {
    IN_FORCE,
    FUTURE,
    REPEALED
}
