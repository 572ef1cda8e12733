/// 调解员等级评定: once a year each people's mediator is graded from one to five. The system counts what it knows, with the
/// reason behind each point and what it doesn't know said as such; the mediator sees all of it and contests any of it;
/// somebody else decides on that, and a person decides on the grade, which then enters the register. Whoever was found
/// to have broken the law's four bans gets no grade that year. Nobody is ranked.
///
/// Grounds: People's Mediation Law (人民调解法) arts. 5, 14 and 15; no law knows the points and grades: every number is a
/// local default and says so.
@NullMarked
@ApplicationModule(
        id = "gradings",
        displayName = "调解员等级评定",
        allowedDependencies = {
            "ground",
            "calendar",
            "orgs",
            "parameters",
            "access",
            "people",
            "matters",
            "stats",
            "rolls",
            "scores"
        })
package org.maplebridge.scenes.gradings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
