package org.maplebridge.scenes.disputes;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.maplebridge.kernel.ground.DataFiles;
import org.maplebridge.kernel.ground.Sm3;
import org.maplebridge.kernel.orgs.Area;
import org.maplebridge.kernel.orgs.Directory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// From masked names such as `A3区` or `B市` to an area of this county, by `complaints.yml` or a file of the user's:
/// always the same one.
@Component
class DisputesMaskedPlaces {

    private static final Pattern MASKED = Pattern.compile("(?<![A-Z])[A-Z]\\d{0,2}[区县市]");
    private static final Pattern NUMBERED = Pattern.compile("[A-Z]\\d.*");

    private final Map<String, String> named = new HashMap<>();
    private final List<String> others = new ArrayList<>();

    @Autowired
    DisputesMaskedPlaces(DataFiles files) {
        files.all().forEach(file -> read(file.section("complaint-places")));
    }

    private DisputesMaskedPlaces(DisputesMaskedPlaces before, Map<String, String> given) {
        named.putAll(before.named);
        named.putAll(given);
        others.addAll(before.others);
    }

    /// The same, with what the user says of names first.
    DisputesMaskedPlaces with(Map<String, String> given) {
        return new DisputesMaskedPlaces(this, given);
    }

    private void read(JsonNode section) {
        section.path("named")
                .properties()
                .forEach(each -> named.put(each.getKey(), each.getValue().asString("")));
        section.path("others").forEach(path -> others.add(path.asString("")));
    }

    /// Where words place a matter.
    ///
    /// @param area empty while the county has no areas yet
    /// @param unplaced the name for which no area is known, where that is why it is the county
    record Place(Optional<String> area, Optional<String> unplaced) {}

    /// The area the words speak of, the title's first: the first name that stands for less than the county. Otherwise
    /// the whole county: where it is named, where no place is, and where nobody knows the place.
    Place place(String title, String body, Directory offices) {
        var names = Stream.of(title, body)
                .flatMap(text -> MASKED.matcher(text).results())
                .map(MatchResult::group)
                .distinct()
                .toList();
        var root = offices.rootArea().map(Area::path);
        boolean county = names.isEmpty();
        for (var name : names) {
            var found = town(name).flatMap(offices::area).map(Area::path);
            if (found.isPresent() && !found.equals(root)) {
                return new Place(found, Optional.empty());
            }
            county |= found.isPresent();
        }
        return new Place(root, county ? Optional.empty() : Optional.of(names.getFirst()));
    }

    private Optional<String> town(String name) {
        return Optional.ofNullable(named.get(name)).or(() -> {
            var digest = Sm3.hash(name.getBytes(StandardCharsets.UTF_8));
            return others.isEmpty() || !NUMBERED.matcher(name).matches()
                    ? Optional.empty()
                    : Optional.of(others.get(Byte.toUnsignedInt(digest[0]) % others.size()));
        });
    }
}
