package org.maplebridge.launch.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maplebridge.kernel.ground.DataFiles;
import org.maplebridge.kernel.orgs.Level;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// What the demo county consists of, from `demo.yml`.
@Component
final class DemoPlan {

    /// The one password of the demo accounts. It opens nothing but made-up data.
    static final String PASSWORD = "fengqiao2026";

    private final JsonNode plan;
    private final List<JsonNode> ofScenes;

    DemoPlan(DataFiles files) {
        this.ofScenes = files.all().stream()
                .flatMap(file -> file.section("demo-posts").valueStream())
                .toList();
        this.plan = files.all().stream()
                .map(file -> file.section("demo"))
                .filter(JsonNode::isObject)
                .findFirst()
                .orElseThrow();
    }

    record PlannedAgency(String key, String name, String kind, Level level, String area, Optional<String> phone) {}

    /// @param office the agency's name
    /// @param user   the login, if the holder can sign in
    record PlannedPost(
            String agency, String office, String title, List<String> roles, String staff, Optional<String> user) {}

    String county() {
        return plan.path("county").asString();
    }

    String town() {
        return plan.path("town").asString();
    }

    int grids() {
        return plan.path("grids").asInt();
    }

    List<PlannedAgency> agencies() {
        var all = new ArrayList<PlannedAgency>();
        for (var entry : plan.path("agencies")) {
            all.add(new PlannedAgency(
                    entry.path("key").asString(),
                    entry.path("name").asString(),
                    entry.path("kind").asString(),
                    Level.valueOf(entry.path("level").asString()),
                    entry.path("area").asString(),
                    text(entry, "phone")));
        }
        return all;
    }

    /// The center of a town.
    PlannedAgency centerOf(String town, String townName) {
        var entry = plan.path("town-centers");
        return new PlannedAgency(
                keyOf(town),
                townName + entry.path("name").asString(),
                entry.path("kind").asString(),
                Level.TOWN,
                town,
                Optional.of(entry.path("phone").asString() + number(town) + "0"));
    }

    /// The post every center has.
    PlannedPost dutyAt(String town) {
        var entry = plan.path("town-centers");
        var title = entry.path("title").asString();
        return new PlannedPost(
                keyOf(town),
                "",
                title,
                roles(entry),
                entry.path("staff").asString() + number(town),
                named().stream()
                        .filter(post -> post.agency().equals(keyOf(town)))
                        .filter(post -> post.title().equals(title))
                        .findFirst()
                        .flatMap(PlannedPost::user));
    }

    /// The other posts.
    List<PlannedPost> posts() {
        return named().stream().filter(post -> !post.roles().isEmpty()).toList();
    }

    /// Every post of the plan's list, those of the centers too.
    List<PlannedPost> named() {
        return plan.path("posts").valueStream().map(this::post).toList();
    }

    /// The posts that scenes ask for beside the plan.
    List<PlannedPost> ofScenes() {
        return ofScenes.stream().map(this::post).toList();
    }

    private PlannedPost post(JsonNode entry) {
        return new PlannedPost(
                entry.path("agency").asString(),
                text(entry, "office")
                        .orElseGet(() -> agency(entry.path("agency").asString()).name()),
                entry.path("title").asString(),
                roles(entry),
                entry.path("staff").asString(),
                text(entry, "user"));
    }

    /// An office of the plan.
    ///
    /// @throws java.util.NoSuchElementException if it has none of this key
    PlannedAgency agency(String key) {
        return agencies().stream()
                .filter(agency -> agency.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static String keyOf(String town) {
        return "town:" + town;
    }

    private static String number(String town) {
        return town.substring(town.lastIndexOf('.') + 1);
    }

    private static List<String> roles(JsonNode entry) {
        var all = new ArrayList<String>();
        entry.path("roles").forEach(role -> all.add(role.asString()));
        return List.copyOf(all);
    }

    private static Optional<String> text(JsonNode entry, String field) {
        return Optional.ofNullable(entry.get(field)).map(JsonNode::asString);
    }
}
