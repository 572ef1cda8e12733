/// Nothing is overdue without an alarm: due soon, overdue, and up the area tree until somebody acts. The checker runs
/// all the time, the oldest limit first, and is watched itself. An alarm tells and never decides: no limit that runs
/// out means consent.
@NullMarked
@ApplicationModule(
        id = "alerts",
        displayName = "预警",
        allowedDependencies = {
            "ground",
            "calendar",
            "orgs",
            "parameters",
            "trail",
            "access",
            "people",
            "matters",
            "tasks",
            "appointments",
            "rolls"
        })
package org.maplebridge.kernel.alerts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
