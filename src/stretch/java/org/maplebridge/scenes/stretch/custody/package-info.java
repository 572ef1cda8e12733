/// A made-up scene that tries the kernel where disputes don't: sealed in a secrecy domain, a limit in hours, a
/// sentence that ends by the clock. It handles nobody.
@NullMarked
@ApplicationModule(
        id = "stretch/custody",
        displayName = "试验：看管",
        allowedDependencies = {"ground", "calendar", "orgs", "parameters", "access", "people", "matters"})
package org.maplebridge.scenes.stretch.custody;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
