/// 联调任务: a part that another office was asked for in a matter, such as joint mediation: one hosts, each of the others
/// has a task of its own with a limit, and sees the matter for as long as its task is open.
@NullMarked
@ApplicationModule(
        id = "assists",
        displayName = "联调任务",
        allowedDependencies = {"ground", "orgs", "parameters", "access", "people", "matters"})
package org.maplebridge.scenes.assists;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
