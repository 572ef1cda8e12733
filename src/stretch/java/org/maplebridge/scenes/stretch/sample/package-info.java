/// The smallest folder that is a module: a door and a table. It proves that adding a folder is enough.
@ApplicationModule(
        id = "stretch/sample",
        allowedDependencies = {})
@NullMarked
package org.maplebridge.scenes.stretch.sample;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
