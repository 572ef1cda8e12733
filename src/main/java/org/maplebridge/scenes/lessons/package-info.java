/// 规范一类事: where many disputes of one kind came up in one place in a quarter, the counts are put before a person, who
/// writes down common causes and what rule is missing. A department answers whether it adopts one, and why not; what
/// became of the figure in the two quarters after is computed. No party is named.
///
/// Grounds: none in law; the handbook's custom. Every number is a local default.
@NullMarked
@ApplicationModule(
        id = "lessons",
        displayName = "规范一类事",
        allowedDependencies = {"ground", "orgs", "parameters", "access", "people", "matters", "stats"})
package org.maplebridge.scenes.lessons;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
