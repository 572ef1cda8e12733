/// What happened, in a form that nobody can quietly change: chained entries, the Merkle log over all of them,
/// signed checkpoints, receipts, and the log of looks at sensitive data.
/// Grounds: Electronic Signature Law, art. 5 (integrity of the original); Data Security Law, art. 27.
@NullMarked
@ApplicationModule(
        id = "trail",
        displayName = "轨迹",
        allowedDependencies = {"ground"})
package org.maplebridge.kernel.trail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
