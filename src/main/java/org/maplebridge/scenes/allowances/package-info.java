/// 以案定补: what people's mediators of a town are paid for the files closed in a month. The system lists the files, a
/// keeper says how hard each was, mediators see their own lines and may contest them, a sample that nobody picks is
/// looked into by somebody else, and a third person approves. What later turns out wrong is proposed for deduction, and
/// a
/// person decides.
///
/// Grounds: People's Mediation Law (人民调解法) art. 16, mediators get a fair allowance for time lost. Sums, deadlines and
/// the order of steps are custom: every number is a local default.
@NullMarked
@ApplicationModule(
        id = "allowances",
        displayName = "以案定补",
        allowedDependencies = {
            "ground",
            "calendar",
            "orgs",
            "parameters",
            "trail",
            "access",
            "people",
            "matters",
            "stats",
            "rolls",
            "sampling"
        })
package org.maplebridge.scenes.allowances;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
