package org.maplebridge.kernel.matters;

/// A choice of the kernel's own, which has the same Chinese word in every scene.
public interface Titled {

    /// The Chinese word.
    String title();
}
