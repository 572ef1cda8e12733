/// What comes in bulk from files: read line by line, opened through the same road as everything else, known again by
/// its own number, refused with a reason for each line, and withdrawn as a whole as long as nobody has acted on it.
@NullMarked
@ApplicationModule(
        id = "imports",
        displayName = "导入",
        allowedDependencies = {
            "ground",
            "calendar",
            "orgs",
            "parameters",
            "trail",
            "access",
            "people",
            "matters",
            "tasks"
        })
package org.maplebridge.kernel.imports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
