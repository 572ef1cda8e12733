/// 矛盾纠纷: disputes among people, from being sensed to being settled, evaluated and closed.
///
/// Grounds: People's Mediation Law (人民调解法) arts. 17, 25, 26, 28–31, 33; Civil Procedure Law (民事诉讼法, 2023)
/// art. 205; Interpretation of the Civil Procedure Law (2022) art. 355; Anti-Domestic-Violence Law (反家庭暴力法).
/// Where no law gives a number of days, the number is a local default and says so.
@NullMarked
@ApplicationModule(
        id = "disputes",
        displayName = "矛盾纠纷",
        allowedDependencies = {
            "ground",
            "calendar",
            "orgs",
            "parameters",
            "scores",
            "access",
            "people",
            "trail",
            "matters",
            "imports",
            "evaluations"
        })
package org.maplebridge.scenes.disputes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
