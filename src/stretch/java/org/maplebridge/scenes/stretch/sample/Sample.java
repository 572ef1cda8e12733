package org.maplebridge.scenes.stretch.sample;

/// A module without a class is not seen.
final class Sample {

    private Sample() {}
}
