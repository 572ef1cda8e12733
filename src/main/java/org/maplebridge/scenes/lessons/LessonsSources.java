package org.maplebridge.scenes.lessons;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.maplebridge.kernel.ground.DataFiles;
import org.springframework.stereotype.Component;

/// The scenes whose matters are looked through: those whose data file has a section `lessons` naming the metric.
@Component
class LessonsSources {

    private final List<Source> all;

    LessonsSources(DataFiles files) {
        var found = new ArrayList<Source>();
        for (var file : files.all()) {
            var metric = file.section("lessons").path("metric").asString("");
            if (!metric.isBlank()) {
                var categories = new LinkedHashMap<String, String>();
                file.section("Category")
                        .properties()
                        .forEach(each ->
                                categories.put(each.getKey(), each.getValue().asString(each.getKey())));
                found.add(new Source(file.section("scene").path("name").asString(""), metric, categories));
            }
        }
        this.all = List.copyOf(found);
    }

    /// @param categories their names by code
    record Source(String scene, String metric, Map<String, String> categories) {

        Optional<String> code(String title) {
            return categories.entrySet().stream()
                    .filter(each -> each.getValue().equals(title.strip()))
                    .map(Map.Entry::getKey)
                    .findFirst();
        }
    }

    List<Source> all() {
        return all;
    }

    /// The one that has a category of this name.
    Optional<Source> having(String title) {
        return all.stream().filter(source -> source.code(title).isPresent()).findFirst();
    }

    /// The names of all categories.
    List<String> titles() {
        return all.stream()
                .flatMap(source -> source.categories().values().stream())
                .distinct()
                .toList();
    }
}
