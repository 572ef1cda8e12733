/// Who is told what, and how it gets there: officers in their box, parties by whatever way there is, with a list of
/// calls where nothing arrives, and a list of the day each morning. Words to parties name no person and no subject.
/// A listener of the log: moves know nothing of it. What the calendar calls a notice is another thing.
///
/// Grounds: Personal Information Protection Law (个人信息保护法) arts. 6, 51; Anti-Domestic Violence Law
/// (反家庭暴力法) art. 5.
@NullMarked
@ApplicationModule(
        id = "messages",
        displayName = "通知",
        allowedDependencies = {
            "ground",
            "calendar",
            "orgs",
            "parameters",
            "trail",
            "access",
            "people",
            "matters",
            "tasks",
            "alerts"
        })
package org.maplebridge.kernel.messages;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
