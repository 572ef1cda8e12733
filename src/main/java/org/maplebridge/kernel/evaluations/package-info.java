/// What the people served think of it: said by themselves with their code, or heard from them by somebody who did not
/// handle the matter. Never set by default, never changed by an officer, never counted so small that one can be told.
///
/// Grounds: Regulations on Letters and Visits (信访工作条例) do not name figures; the least number shown is a local default.
@NullMarked
@ApplicationModule(
        id = "evaluations",
        displayName = "评价与回访",
        allowedDependencies = {"ground", "orgs", "parameters", "trail", "access", "people", "matters", "sampling"})
package org.maplebridge.kernel.evaluations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
