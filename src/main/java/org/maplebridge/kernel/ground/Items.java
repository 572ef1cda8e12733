package org.maplebridge.kernel.ground;

import java.util.List;

/// A list that is never so long that it needs pages.
public record Items<T>(List<T> items) {}
