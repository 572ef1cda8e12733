package org.maplebridge.kernel.rolls;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.maplebridge.kernel.ground.DataFiles;
import org.maplebridge.kernel.ground.Refused;
import org.maplebridge.kernel.rolls.Roll.Field;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// All registers, from the sections `rolls` of the data files.
@Component
class RollBook {

    private static final int LONGEST = 200;
    private static final int LONG_TEXT = 1000;

    private final List<Roll> all;

    RollBook(DataFiles files) {
        var found = new ArrayList<Roll>();
        for (var file : files.all()) {
            for (var node : file.section("rolls")) {
                found.add(read(node));
            }
        }
        if (found.stream().map(Roll::name).distinct().count() < found.size()) {
            throw new IllegalStateException("two registers of one name");
        }
        this.all = List.copyOf(found);
    }

    private static Roll read(JsonNode node) {
        var fields = new ArrayList<Field>();
        node.path("fields").forEach(field -> fields.add(field(field)));
        return new Roll(
                word(node, "name"),
                word(node, "title"),
                word(node, "one"),
                said(node, "of"),
                said(node, "about"),
                said(node, "article"),
                said(node, "named"),
                word(node, "begins"),
                said(node, "ends"),
                node.path("single").asBoolean(false),
                node.path("unique").asBoolean(false),
                node.path("placed").asBoolean(false),
                List.copyOf(fields));
    }

    private static Field field(JsonNode node) {
        var choices = new LinkedHashMap<String, String>();
        node.path("choices")
                .properties()
                .forEach(
                        choice -> choices.put(choice.getKey(), choice.getValue().asString()));
        var kind = word(node, "kind");
        return new Field(
                word(node, "name"),
                word(node, "title"),
                kind,
                node.path("optional").asBoolean(false),
                java.util.Collections.unmodifiableMap(choices),
                said(node, "roll"),
                said(node, "why"),
                said(node, "example"),
                said(node, "unit"),
                node.path("least").asInt(0),
                node.path("most").asInt(kind.equals("longText") ? LONG_TEXT : LONGEST));
    }

    private static Optional<String> said(JsonNode node, String name) {
        return Optional.of(node.path(name).asString("")).filter(word -> !word.isBlank());
    }

    private static String word(JsonNode node, String name) {
        return said(node, name)
                .orElseThrow(() -> new IllegalStateException("a register says no " + name + ": " + node));
    }

    List<Roll> all() {
        return all;
    }

    /// Those that are parts of another.
    List<Roll> partsOf(String name) {
        return all.stream().filter(roll -> roll.of().equals(Optional.of(name))).toList();
    }

    Roll roll(String name) {
        return all.stream()
                .filter(roll -> roll.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Refused.notFound("名册"));
    }

    /// A register that stands for itself.
    Roll whole(String name) {
        var roll = roll(name);
        if (roll.of().isPresent()) {
            throw Refused.notFound("名册");
        }
        return roll;
    }

    /// What a line says, in Chinese, as far as it needs nobody else to say it.
    static Map<String, String> shown(Roll roll, Map<String, String> facts) {
        var words = new LinkedHashMap<String, String>();
        for (var field : roll.fields()) {
            Optional.ofNullable(facts.get(field.name()))
                    .ifPresent(value -> words.put(field.title(), shown(field, value)));
        }
        return words;
    }

    static String shown(Field field, String value) {
        return switch (field.kind()) {
            case "choice" -> field.choices().getOrDefault(value, value);
            case "boolean" -> value.equals("true") ? "是" : "否";
            case "integer" -> value + field.unit().map(unit -> " " + unit).orElse("");
            default -> value;
        };
    }
}
