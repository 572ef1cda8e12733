package org.maplebridge.kernel.matters;

import java.util.HashSet;
import java.util.Set;
import org.maplebridge.kernel.ground.DataFiles;
import org.springframework.stereotype.Component;

/// What is done for somebody's safety, or inside the house, and so is told to nobody at the public door, not even to
/// the person it is done for: somebody may look over their shoulder. From the sections `quiet` of the data files.
///
/// Grounds: Anti-Domestic Violence Law (反家庭暴力法) art. 5; People's Mediation Law (人民调解法) art. 15 (4).
@Component
class Quiet {

    private final Set<String> verbs = new HashSet<>();
    private final Set<String> limits = new HashSet<>();

    Quiet(DataFiles files) {
        for (var file : files.all()) {
            var section = file.section("quiet");
            var scene = file.section("scene").path("name").asString("");
            section.path("verbs").forEach(verb -> verbs.add(scene + "/" + verb.asString("")));
            section.path("limits").forEach(limit -> limits.add(limit.asString("")));
        }
    }

    /// Whether a verb of a scene, or of every scene, is kept quiet.
    boolean verb(String scene, String verb) {
        return verbs.contains(scene + "/" + verb) || verbs.contains("/" + verb);
    }

    boolean limit(String parameter) {
        return limits.contains(parameter);
    }
}
