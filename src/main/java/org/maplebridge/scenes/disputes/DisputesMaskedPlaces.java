package org.maplebridge.scenes.disputes;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.maplebridge.kernel.ground.DataFiles;
import org.maplebridge.kernel.ground.Sm3;
import org.maplebridge.kernel.orgs.Area;
import org.maplebridge.kernel.orgs.Directory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// From masked names such as `A3区` to a town of this county, by `complaints.yml`: always the same one.
@Component
class DisputesMaskedPlaces {

    private static final Pattern MASKED = Pattern.compile("([A-Z]\\d{1,2})[区县市]");

    private final Map<String, String> named = new HashMap<>();
    private final List<String> others = new ArrayList<>();

    DisputesMaskedPlaces(DataFiles files) {
        files.all().forEach(file -> read(file.section("complaint-places")));
    }

    private void read(JsonNode section) {
        section.path("named")
                .properties()
                .forEach(each -> named.put(each.getKey(), each.getValue().asString("")));
        section.path("others").forEach(path -> others.add(path.asString("")));
    }

    /// The area the words speak of; the whole county where they name none, or one this county hasn't got.
    Optional<String> area(String title, String body, Directory offices) {
        return first(title)
                .or(() -> first(body))
                .map(this::town)
                .flatMap(offices::area)
                .or(offices::rootArea)
                .map(Area::path);
    }

    private static Optional<String> first(String text) {
        var masked = MASKED.matcher(text);
        return masked.find() ? Optional.of(masked.group()) : Optional.empty();
    }

    private String town(String name) {
        var known = Optional.ofNullable(named.get(name));
        return known.orElseGet(() -> {
            var digest = Sm3.hash(name.getBytes(StandardCharsets.UTF_8));
            return others.isEmpty() ? "" : others.get(Byte.toUnsignedInt(digest[0]) % others.size());
        });
    }
}
