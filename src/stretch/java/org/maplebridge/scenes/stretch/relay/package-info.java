/// A made-up scene that tries the kernel where disputes don't: every step hands the matter to another agency, and a
/// child in another scene keeps it from ending.
@NullMarked
@ApplicationModule(
        id = "stretch/relay",
        displayName = "试验：接力",
        allowedDependencies = {"ground", "orgs", "access", "people", "matters"})
package org.maplebridge.scenes.stretch.relay;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
