/// The description of the interface, made from the code that answers: every endpoint, what it takes, what it gives,
/// and every verb of every scene. Programs read it at `/api/openapi.json`; the pages take their types from it.
@NullMarked
@ApplicationModule(
        id = "openapi",
        displayName = "接口说明",
        allowedDependencies = {"ground"})
package org.maplebridge.kernel.openapi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
