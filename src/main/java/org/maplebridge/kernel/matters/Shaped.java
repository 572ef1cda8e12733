package org.maplebridge.kernel.matters;

import org.maplebridge.kernel.matters.SceneDef.VerbDef;

/// A matter between the scene's word and the kernel's rows.
sealed interface Shaped {

    /// The scene, or a scene it refers to, has refused.
    record Not(Verdict why) implements Shaped {}

    /// It is to be written as it stands here.
    record Matter(SceneDef scene, VerbDef verb, Record said, MatterState state, Moved moved) implements Shaped {}
}
