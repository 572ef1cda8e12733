/// Samples that nobody can pick: a plan says what is looked at, the public log's next root is the seed, and whoever may
/// see the plan computes the same order again.
///
/// Grounds: Dispute handbook ch. 9 (local default of one in ten for telephone checks). The order is SM3(seed ‖ id).
@NullMarked
@ApplicationModule(
        id = "sampling",
        displayName = "抽样",
        allowedDependencies = {"ground", "orgs", "parameters", "trail", "access", "people", "matters"})
package org.maplebridge.kernel.sampling;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
