package org.maplebridge.kernel.access;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.maplebridge.kernel.ground.DataFiles;
import org.maplebridge.kernel.orgs.HeldPost;
import org.maplebridge.kernel.orgs.Level;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// The roles of all data files, and what somebody in them sees.
@Component
final class Roles {

    /// The domain of whatever isn't secret.
    static final String GENERAL = "general";

    private final Map<String, Role> byName = new TreeMap<>();

    Roles(DataFiles files) {
        for (var file : files.all()) {
            for (var entry : file.section("roles")) {
                var role = read(entry);
                if (role.title().isBlank() || byName.put(role.name(), role) != null) {
                    throw new IllegalStateException("role " + role.name() + " in " + file.name()
                            + ".yml: it has no title, or stands in two files");
                }
            }
        }
    }

    private static Role read(JsonNode entry) {
        var domains = new ArrayList<String>();
        entry.path("domains").forEach(domain -> domains.add(domain.asString()));
        var level = entry.path("level").asString("");
        return new Role(
                entry.path("name").asString(""),
                entry.path("title").asString(""),
                Role.Sees.valueOf(entry.path("sees").asString("post").toUpperCase(Locale.ROOT)),
                domains.isEmpty() ? List.of(GENERAL) : domains,
                level.isEmpty() ? Optional.empty() : Optional.of(Level.valueOf(level)),
                entry.path("supervises").asBoolean(false));
    }

    List<Role> all() {
        return List.copyOf(byName.values());
    }

    Optional<Role> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /// The roles of a post. A name that no file declares opens nothing.
    List<Role> of(HeldPost held) {
        return held.post().roles().stream()
                .flatMap(name -> named(name).stream())
                .filter(role -> role.level()
                        .map(level -> level == held.agency().level())
                        .orElse(true))
                .toList();
    }

    /// The units seen with all posts, acting under one of them.
    List<String> units(List<HeldPost> posts, HeldPost acting) {
        Set<String> units = new LinkedHashSet<>();
        for (var held : posts) {
            for (var role : of(held)) {
                for (var domain : role.domains()) {
                    if (domain.equals(GENERAL)
                            || held.post().id().equals(acting.post().id())) {
                        units.addAll(units(held, role.sees(), domain));
                        if (role.supervises()) {
                            units.add("s:" + held.agency().area() + "|" + domain);
                        }
                    }
                }
            }
        }
        return List.copyOf(units);
    }

    private static List<String> units(HeldPost held, Role.Sees sees, String domain) {
        var post = "t:" + held.post().id() + "|" + domain;
        var agency = "g:" + held.agency().id() + "|" + domain;
        var area = "a:" + held.agency().area() + "|" + domain;
        return switch (sees) {
            case POST -> List.of(post);
            case AGENCY -> List.of(post, agency);
            case AREA -> List.of(post, agency, area);
        };
    }
}
