/// Who has what on the desk: one open task for each open matter in an office, the inbox, claiming, handing on.
/// A task follows its matter: it is written with the move, in the same transaction, and decides nothing.
@NullMarked
@ApplicationModule(
        id = "tasks",
        displayName = "待办",
        allowedDependencies = {"ground", "calendar", "orgs", "parameters", "trail", "access", "people", "matters"})
package org.maplebridge.kernel.tasks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
