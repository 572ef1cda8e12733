/// The ground every other module stands on: clock, ids, transaction scope, canonical JSON, SM3, problem answers,
/// paging by key. Knows no matter and no person.
@NullMarked
@ApplicationModule(
        id = "ground",
        displayName = "地基",
        allowedDependencies = {})
package org.maplebridge.kernel.ground;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
