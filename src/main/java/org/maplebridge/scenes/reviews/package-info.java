/// 案件评查: one file looked at by two people who don't know of one another's marks. What they find is told to whoever
/// handled it, who may object; somebody else puts it right, and somebody else again confirms it. A finding is a reason,
/// never a score of a person.
///
/// Grounds: Supervision Law (监察法) leaves it to the organs; every number here is a local default and says so.
@NullMarked
@ApplicationModule(
        id = "reviews",
        displayName = "案件评查",
        allowedDependencies = {"ground", "orgs", "parameters", "trail", "access", "people", "matters", "sampling"})
package org.maplebridge.scenes.reviews;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
