/// What comes of the work: figures with their definition, denominator and cut-off, each opening what it counts; beside
/// them targets with their source, and honours from papers. A figure never decides anything and ranks nobody.
@NullMarked
@ApplicationModule(
        id = "stats",
        displayName = "统计",
        allowedDependencies = {"ground", "calendar", "orgs", "parameters", "trail", "access", "people", "matters"})
package org.maplebridge.kernel.stats;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
