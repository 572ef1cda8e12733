package org.maplebridge.kernel.matters;

import java.util.OptionalInt;

/// Which place of a backlog is being opened right now. A module that brings matters in by the thousand implements it.
public interface Backlog {

    /// How many of the backlog come before the matter this thread is opening; empty for one that comes by itself.
    OptionalInt before();
}
