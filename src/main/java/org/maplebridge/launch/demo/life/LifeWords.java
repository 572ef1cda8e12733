package org.maplebridge.launch.demo.life;

import java.util.List;
import java.util.Random;
import org.maplebridge.kernel.ground.DataFiles;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// What the people of the demo county say, from `demo-life.yml`.
@Component
final class LifeWords {

    private final JsonNode words;
    private final List<String> topics;

    LifeWords(DataFiles files) {
        this.words = files.all().stream()
                .map(file -> file.section("demo-life"))
                .filter(JsonNode::isObject)
                .findFirst()
                .orElseThrow();
        this.topics = List.copyOf(words.path("topics").propertyNames());
    }

    List<String> topics() {
        return topics;
    }

    String place(Random chance) {
        return any(words.path("places"), chance);
    }

    String helper(Random chance) {
        return any(words.path("helpers"), chance);
    }

    /// A name that says that nobody is called so.
    String name(Random chance) {
        var surnames = words.path("surnames").asString();
        return "演示" + surnames.charAt(chance.nextInt(surnames.length())) + any(words.path("given"), chance);
    }

    String said(String topic, String place, Random chance) {
        return any(topic(topic).path("words"), chance).replace("{place}", place);
    }

    /// What is agreed on, as far as it is known beforehand; the last day is not.
    String settled(String topic, String place, Story.Side sides, int money) {
        return topic(topic)
                .path("settle")
                .asString()
                .replace("{place}", place)
                .replace("{a}", sides.applicant())
                .replace("{b}", sides.respondent())
                .replace("{money}", Integer.toString(money));
    }

    /// How much it is about, in hundreds of yuan; zero where no money is.
    int money(String topic, Random chance) {
        var about = topic(topic);
        int from = about.path("from").asInt(0);
        int to = about.path("to").asInt(0);
        return to == 0 ? 0 : (from + chance.nextInt(to - from)) / 100 * 100 + 100;
    }

    private JsonNode topic(String name) {
        return words.path("topics").path(name);
    }

    private static String any(JsonNode list, Random chance) {
        return list.path(chance.nextInt(list.size())).asString();
    }
}
