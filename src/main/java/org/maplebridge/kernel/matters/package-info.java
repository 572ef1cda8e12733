/// Matters: the pipeline every act goes through, lifecycles, deadlines with proof, reach, parents and children,
/// merges and referrals. A scene brings verbs; everything else about a move is done here, once.
@NullMarked
@ApplicationModule(
        id = "matters",
        displayName = "事项",
        allowedDependencies = {"ground", "calendar", "orgs", "parameters", "trail", "access", "people", "openapi"})
package org.maplebridge.kernel.matters;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
