package org.maplebridge.kernel.imports;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.maplebridge.kernel.orgs.Area;
import org.maplebridge.kernel.orgs.Directory;

/// What names of places in a register stand for: by the mapping, by code, or by the one area of that name.
final class PlaceNames {

    private static final int LOOKED_AT = 12;
    private static final int SHORTEST = 2;

    private final Map<String, String> given;
    private final String within;
    private final Map<String, Optional<String>> known = new ConcurrentHashMap<>();

    /// @param given by whoever maps
    /// @param within the area the register is about; names are looked for there
    PlaceNames(Map<String, String> given, String within) {
        this.given = given;
        this.within = within;
    }

    /// The path; empty where it would have to be guessed.
    Optional<String> path(String said, Directory offices) {
        var name = said.replaceAll("\\s+", "");
        if (given.containsKey(said)) {
            return Optional.ofNullable(given.get(said))
                    .filter(path -> offices.area(path).isPresent());
        }
        return known.computeIfAbsent(name, each -> looked(each, offices));
    }

    private Optional<String> looked(String name, Directory offices) {
        if (name.matches("\\d{6}|\\d{9}|\\d{12}")) {
            return Optional.of(Area.pathOf(name))
                    .filter(path -> offices.area(path).isPresent());
        }
        if (offices.area(name).isPresent()) {
            return Optional.of(name);
        }
        // an address goes on after the name of the village: the longest beginning that is a place
        for (int length = name.length(); length >= SHORTEST; length--) {
            var part = name.substring(0, length);
            var found = exact(part, offices);
            if (!found.isEmpty()) {
                return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private List<String> exact(String name, Directory offices) {
        var stem = name.length() > SHORTEST + 2 ? name.replaceAll("社区$", "") : name;
        return Stream.of(name, stem)
                .distinct()
                .flatMap(words -> offices.search(words, LOOKED_AT).stream())
                .filter(area -> Area.covers(within, area.path()))
                .filter(area -> spoken(area.name()).contains(name)
                        || (offices.fullName(area.path()).endsWith(name) && name.endsWith(area.name())))
                .map(Area::path)
                .distinct()
                .toList();
    }

    /// What people call a place: a village by its name and not by its committee's, as the statistics list it.
    private static Set<String> spoken(String official) {
        var plain = official.replaceAll("村(民委员会|委会)$", "村").replaceAll("(居民委员会|居委会)$", "");
        var names = new HashSet<>(List.of(official, plain, without(official), without(plain)));
        if (!plain.equals(official) && !plain.matches(".*(村|社区)$")) {
            names.add(plain + "社区");
        }
        return names;
    }

    /// People leave out what kind of place it is.
    private static String without(String name) {
        return name.length() > SHORTEST ? name.replaceAll("(街道|[村镇乡]|社区|区|县|市)$", "") : name;
    }
}
