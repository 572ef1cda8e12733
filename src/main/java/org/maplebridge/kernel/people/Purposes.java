package org.maplebridge.kernel.people;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.maplebridge.kernel.ground.DataFiles;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// The purposes of all data files: a scene may bring its own. One without an article does not start.
@Component
public final class Purposes {

    private final Map<String, Purpose> byCode = new LinkedHashMap<>();

    Purposes(DataFiles files) {
        for (var file : files.all()) {
            for (var entry : file.section("purposes")) {
                var purpose = read(entry);
                boolean whole = !purpose.code().isBlank()
                        && !purpose.title().isBlank()
                        && !purpose.article().isBlank()
                        && !purpose.fields().isEmpty();
                if (!whole || byCode.put(purpose.code(), purpose) != null) {
                    throw new IllegalStateException("purpose " + purpose.code() + " in " + file.name()
                            + ".yml: it lacks a title, an article or fields, or stands in two files");
                }
            }
        }
    }

    private static Purpose read(JsonNode entry) {
        var fields = EnumSet.noneOf(Purpose.Field.class);
        entry.path("fields").forEach(field -> fields.add(Purpose.Field.valueOf(field.asString())));
        return new Purpose(
                entry.path("code").asString(""),
                entry.path("title").asString(""),
                entry.path("article").asString(""),
                fields,
                entry.path("note").asBoolean(false),
                entry.path("supervisors").asBoolean(false));
    }

    /// All, in the order of the files.
    public List<Purpose> all() {
        return List.copyOf(byCode.values());
    }

    /// One by its code.
    public Optional<Purpose> of(String code) {
        return Optional.ofNullable(byCode.get(code));
    }
}
