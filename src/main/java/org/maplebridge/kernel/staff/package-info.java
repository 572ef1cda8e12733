/// Who comes, moves, stands in and goes in an office, and that access closes in the same minute.
@NullMarked
@ApplicationModule(
        id = "staff",
        displayName = "人员变动",
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
package org.maplebridge.kernel.staff;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
