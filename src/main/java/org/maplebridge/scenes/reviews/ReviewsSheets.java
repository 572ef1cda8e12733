package org.maplebridge.scenes.reviews;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.maplebridge.kernel.ground.DataFiles;
import org.maplebridge.kernel.ground.DataFiles.DataFile;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// The check-lists: what a scene's data file lists below `reviews: checks`, or the one for all.
@Component
class ReviewsSheets {

    private final Map<String, List<Question>> byScene = new HashMap<>();
    private final List<Question> common;
    private final DataFile words;

    /// One thing to be looked at.
    ///
    /// @param code by which defects are counted
    /// @param evidence where to look
    record Question(
            String code,
            String question,
            String article,
            String severity,
            String severityTitle,
            List<String> evidence) {}

    ReviewsSheets(DataFiles files) {
        this.words = files.all().stream()
                .filter(file -> file.section("scene").path("name").asString("").equals("reviews"))
                .findFirst()
                .orElseThrow();
        this.common = questions(words.section("checks"));
        for (var file : files.all()) {
            var own = file.section("reviews").path("checks");
            if (!own.isEmpty()) {
                byScene.put(file.section("scene").path("name").asString(file.name()), questions(own));
            }
        }
    }

    private List<Question> questions(JsonNode list) {
        var all = new ArrayList<Question>();
        for (var each : list) {
            var severity = each.path("severity").asString("");
            var title = words.section("Severity").path(severity).asString("");
            var question = each.path("question").asString("");
            if (title.isEmpty() || question.isEmpty()) {
                throw new IllegalStateException("a check of a review has no question, or no severity that is known");
            }
            var evidence = new ArrayList<String>();
            each.path("evidence").forEach(kind -> evidence.add(kind.asString()));
            all.add(new Question(
                    each.path("code").asString(""),
                    question,
                    each.path("article").asString(""),
                    severity,
                    title,
                    List.copyOf(evidence)));
        }
        return List.copyOf(all);
    }

    List<Question> of(String scene) {
        return byScene.getOrDefault(scene, common);
    }

    Optional<Question> question(String scene, String code) {
        return of(scene).stream().filter(each -> each.code().equals(code)).findFirst();
    }

    String word(String list, String code) {
        return words.section(list).path(code).asString(code);
    }
}
