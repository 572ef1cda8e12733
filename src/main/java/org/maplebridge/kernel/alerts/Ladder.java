package org.maplebridge.kernel.alerts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maplebridge.kernel.matters.Matter;
import org.maplebridge.kernel.orgs.Agency;
import org.maplebridge.kernel.orgs.Area;
import org.maplebridge.kernel.orgs.Directory;

/// Who is told, step by step: the office, then whoever watches over the area one level up, and so on to the root of the
/// node. An office of the root itself answers to the root's own supervisors.
///
/// @param units as reach names them; the first is the office
/// @param desk the post on whose desk the matter lies
record Ladder(List<String> units, Optional<String> desk) {

    static Ladder of(Matter matter, Directory offices) {
        var agency = matter.office().agency().flatMap(offices::agency);
        var paths = areas(matter, offices);
        var units = new ArrayList<String>();
        agency.ifPresent(office -> units.add("g:" + office.id()));
        if (paths.size() > 1 && agency.isPresent()) {
            paths.removeLast();
        }
        paths.reversed().forEach(path -> units.add("a:" + path));
        return new Ladder(List.copyOf(units), matter.office().post().map(post -> "t:" + post));
    }

    /// The areas of the office that has a matter, from the root of the node down to its own.
    static List<String> areas(Matter matter, Directory offices) {
        var area = matter.office()
                .agency()
                .flatMap(offices::agency)
                .map(Agency::area)
                .orElse(matter.office().area());
        var root = offices.rootArea().map(Area::path).orElse(area);
        var paths = new ArrayList<>(offices.ancestors(area, root));
        if (paths.isEmpty()) {
            paths.add(root);
        }
        return paths;
    }

    /// The highest level.
    int top() {
        return units.size() - 1;
    }
}
