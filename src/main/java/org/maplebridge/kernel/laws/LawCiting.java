package org.maplebridge.kernel.laws;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.maplebridge.engines.search.Cited;
import org.maplebridge.kernel.ground.DataFiles;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// Which articles the program's own data files cite: parameters, lifecycles, lists, terms and papers of every module.
@Component
class LawCiting {

    private static final Pattern ARTICLE = Pattern.compile("第[" + Numerals.SIGNS + "\\d]+条");

    private final List<Place> places = new ArrayList<>();

    /// @param where the file and the name of what cites, such as `disputes / disputes.confirm-days`
    /// @param title what people call it; empty if it has none
    /// @param text as it is written there
    /// @param key of the law
    record Place(String where, String title, String text, String key, int number, int suffix) {}

    LawCiting(DataFiles files, LawRegister register) {
        for (var file : files.all()) {
            walk(file.content(), file.name(), "", register);
        }
    }

    List<Place> all() {
        return List.copyOf(places);
    }

    /// Those that cite an article of a law.
    List<Place> of(String key) {
        return places.stream().filter(place -> place.key().equals(key)).toList();
    }

    private void walk(JsonNode node, String where, String title, LawRegister register) {
        if (node.isObject()) {
            var name = node.path("name").asString("");
            var here = name.isEmpty() || name.equals(where) ? where : where.split(" / ", 2)[0] + " / " + name;
            var called = node.path("title").isString() ? node.path("title").asString("") : title;
            node.valueStream().forEach(each -> walk(each, here, called, register));
        } else if (node.isArray()) {
            node.valueStream().forEach(each -> walk(each, where, title, register));
        } else if (node.isString() && ARTICLE.matcher(node.asString("")).find()) {
            var text = node.asString("");
            for (var cited : Cited.in(text)) {
                boolean none = cited.law().isEmpty() || cited.law().startsWith("本");
                for (int number = cited.article(); !none && number <= cited.last(); number++) {
                    places.add(new Place(where, title, text, register.key(cited.law()), number, cited.suffix()));
                }
            }
        }
    }
}
