/// How much something is, as a card of points says that lies in the data file of a scene: each point with its reason,
/// what is not known said as such. A score is advice or the ground of a decision by a person, never the decision.
///
/// Grounds: no law weighs these factors; each number is a dated parameter, a local default where it says so.
@NullMarked
@ApplicationModule(
        id = "scores",
        displayName = "评分卡",
        allowedDependencies = {"ground", "calendar", "orgs", "parameters"})
package org.maplebridge.kernel.scores;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
