/// Who is where: the areas of a county down to village and grid, its agencies, their posts, and who holds them on a
/// day. Work belongs to a post, not to a person: when a holder is away, the stand-in finds the same desk.
@NullMarked
@ApplicationModule(
        id = "orgs",
        displayName = "机构与区划",
        allowedDependencies = {"ground"})
package org.maplebridge.kernel.orgs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
