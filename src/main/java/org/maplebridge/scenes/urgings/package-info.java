/// 督办单: visible responsibility. What is overdue and still was when the office above was told, or has come back as
/// often as it may, is drawn by the system; a supervisor checks it, names the responsible cadre and what is required;
/// it
/// is served, answered, accepted or sent back. Points are taken off by a person with a ground, can be contested, and
/// are then decided on by somebody else. Nobody is ranked.
///
/// No law says how an office urges another in disputes: the order of steps is custom, every number is a local default.
@NullMarked
@ApplicationModule(
        id = "urgings",
        displayName = "督办单",
        allowedDependencies = {"ground", "orgs", "parameters", "access", "people", "matters", "tasks", "alerts"})
package org.maplebridge.scenes.urgings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
