package org.maplebridge.kernel.alerts;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.maplebridge.kernel.ground.DataFiles;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// What can't wait until morning, from the sections `duty` of the scenes' data files.
@Component
class DutyBook {

    private final Map<String, Page> pages = new HashMap<>();

    DutyBook(DataFiles files) {
        for (var file : files.all()) {
            var section = file.section("duty");
            if (!section.isMissingNode()) {
                pages.put(file.section("scene").path("name").asString(""), page(section));
            }
        }
    }

    /// What somebody said that nobody may sleep over: this answer to this question with this verb.
    record Danger(String verb, String field, Set<String> is) {

        boolean in(JsonNode said) {
            return is.contains(said.path(field).asString(""));
        }
    }

    /// What is urgent in one scene.
    ///
    /// @param colour the colour that can't wait
    /// @param after verbs that may bring about the colour
    /// @param arrives verbs by which another office gets a matter
    /// @param calms verbs by which what was said before is over
    record Page(String colour, Set<String> after, Set<String> arrives, Set<String> calms, List<Danger> said) {

        static final Page NOTHING = new Page("", Set.of(), Set.of(), Set.of(), List.of());

        /// Whether what was said with the verb has to be read.
        boolean asks(String verb) {
            return said.stream().anyMatch(danger -> danger.verb().equals(verb));
        }

        boolean dangerous(String verb, JsonNode body) {
            return said.stream().anyMatch(danger -> danger.verb().equals(verb) && danger.in(body));
        }

        boolean concerns(String verb) {
            return after.contains(verb) || arrives.contains(verb) || asks(verb);
        }
    }

    Page of(String scene) {
        return pages.getOrDefault(scene, Page.NOTHING);
    }

    private static Page page(JsonNode section) {
        return new Page(
                section.path("colour").asString(""),
                texts(section.path("after")),
                texts(section.path("arrives")),
                texts(section.path("calms")),
                section.path("said")
                        .valueStream()
                        .map(each -> new Danger(
                                each.path("verb").asString(""),
                                each.path("field").asString(""),
                                texts(each.path("is"))))
                        .toList());
    }

    private static Set<String> texts(JsonNode list) {
        return list.valueStream().map(each -> each.asString("")).collect(Collectors.toUnmodifiableSet());
    }
}
