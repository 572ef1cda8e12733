package org.maplebridge.kernel.access;

import java.util.List;

/// What a token may of what its owner may. An empty list limits nothing.
///
/// @param readsOnly only asks, never changes anything
/// @param scenes    only matters of these scenes
/// @param verbs     of all changes only these moves; opening a matter is [#OPENING]
/// @param areas     only these parts of the interface: what stands after `/api/`; `scim` opens only where it is named
record Limits(boolean readsOnly, List<String> scenes, List<String> verbs, List<String> areas) {

    /// The verb of opening a matter.
    static final String OPENING = "open";

    /// A session, or a token that may whatever its owner may.
    static final Limits NONE = new Limits(false, List.of(), List.of(), List.of());

    Limits {
        scenes = List.copyOf(scenes);
        verbs = List.copyOf(verbs);
        areas = List.copyOf(areas);
    }
}
