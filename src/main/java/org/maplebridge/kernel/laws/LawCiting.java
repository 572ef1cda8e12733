package org.maplebridge.kernel.laws;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.maplebridge.engines.search.Cited;
import org.maplebridge.kernel.ground.DataFiles;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// Which articles the program itself cites: parameters, lifecycles, lists, terms and papers in the data files of every
/// module, and words in its code, which are listed in `code-citations.tsv`.
@Component
class LawCiting {

    private static final Pattern ARTICLE = Pattern.compile("第[" + Numerals.SIGNS + "\\d]+条");

    /// Sections of data files that go out to people.
    private static final Set<String> TEMPLATES = Set.of("tells", "papers", "templates");

    private static final String CODE = "code-citations.tsv";

    private final List<Place> places = new ArrayList<>();
    private final LawRegister register;

    /// @param kind what cites
    /// @param where the file and the name of what cites, such as `disputes / disputes.confirm-days`
    /// @param title what people call it; empty if it has none
    /// @param text as it is written there
    /// @param key of the law
    record Place(LawRevisions.Kind kind, String where, String title, String text, String key, int number, int suffix) {}

    LawCiting(DataFiles files, LawRegister register) {
        this.register = register;
        for (var file : files.all()) {
            file.content()
                    .properties()
                    .forEach(section -> walk(section.getValue(), kind(section.getKey()), file.name(), ""));
        }
        for (var line : LawRegister.lines(CODE)) {
            var cells = line.split("\t", 2);
            places.addAll(in(LawRevisions.Kind.PROGRAM, cells[0], "", cells[1]));
        }
    }

    private static LawRevisions.Kind kind(String section) {
        if (section.equals("parameters")) {
            return LawRevisions.Kind.PARAMETER;
        }
        return TEMPLATES.contains(section) ? LawRevisions.Kind.TEMPLATE : LawRevisions.Kind.GUIDE;
    }

    List<Place> all() {
        return List.copyOf(places);
    }

    /// Those that cite an article of a law.
    List<Place> of(String key) {
        return places.stream().filter(place -> place.key().equals(key)).toList();
    }

    private void walk(JsonNode node, LawRevisions.Kind kind, String where, String title) {
        if (node.isObject()) {
            var name = node.path("name").asString(node.path("code").asString(""));
            var here = name.isEmpty() || name.equals(where) ? where : where.split(" / ", 2)[0] + " / " + name;
            var called = node.path("title").asString(node.path("question").asString(title));
            node.valueStream().forEach(each -> walk(each, kind, here, called));
        } else if (node.isArray()) {
            node.valueStream().forEach(each -> walk(each, kind, where, title));
        } else if (node.isString() && ARTICLE.matcher(node.asString("")).find()) {
            places.addAll(in(kind, where, title, node.asString("")));
        }
    }

    /// The articles a text cites, one place for each.
    List<Place> in(LawRevisions.Kind kind, String where, String title, String text) {
        var found = new ArrayList<Place>();
        for (var cited : Cited.in(text)) {
            boolean none = cited.law().isEmpty() || cited.law().startsWith("本");
            for (int number = cited.article(); !none && number <= cited.last(); number++) {
                found.add(new Place(kind, where, title, text, register.key(cited.law()), number, cited.suffix()));
            }
        }
        return found;
    }
}
