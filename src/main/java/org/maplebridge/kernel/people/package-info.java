/// People, as far as matters need them: one persona for each secrecy domain, so that a shared row can't betray that
/// somebody is in another one. Names and phones are sealed; what is shown by default is masked.
/// Grounds: Personal Information Protection Law, art. 6, 28, 51.
@NullMarked
@ApplicationModule(
        id = "people",
        displayName = "人员",
        allowedDependencies = {"ground", "parameters", "trail", "access"})
package org.maplebridge.kernel.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
