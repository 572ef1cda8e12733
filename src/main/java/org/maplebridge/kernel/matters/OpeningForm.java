package org.maplebridge.kernel.matters;

import java.util.List;
import java.util.Map;

/// What a scene asks of officers who open one of its matters, for modules that fill it in from elsewhere.
///
/// @param words what its data file says under `register`, such as other names of its fields
public record OpeningForm(String scene, String title, List<Field> fields, tools.jackson.databind.JsonNode words) {

    /// One question.
    ///
    /// @param choices the codes of a choice and their Chinese words
    public record Field(String name, String title, Ask.Kind kind, boolean required, Map<String, String> choices) {}

    static OpeningForm of(SceneDef scene) {
        return new OpeningForm(
                scene.name(),
                scene.title(),
                scene.open().form().fields().stream()
                        .map(field -> field(scene, field))
                        .toList(),
                scene.words().section("register"));
    }

    private static Field field(SceneDef scene, Form.Field field) {
        var choices = new java.util.LinkedHashMap<String, String>();
        field.choices().forEach(code -> choices.put(code, scene.word(field, code)));
        return new Field(
                field.name(),
                field.ask().value(),
                field.kind(),
                !field.optional(),
                java.util.Collections.unmodifiableMap(choices));
    }
}
