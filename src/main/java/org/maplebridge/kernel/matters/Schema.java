package org.maplebridge.kernel.matters;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Draws a form as a JSON schema, with what a screen needs beside it in `x-` members.
final class Schema {

    private Schema() {}

    static Map<String, Object> of(SceneDef scene, Form form, String title) {
        var properties = new LinkedHashMap<String, Object>();
        var required = new ArrayList<String>();
        for (Form.Field field : form.fields()) {
            properties.put(field.name(), property(scene, field));
            if (!field.optional()) {
                required.add(field.name());
            }
        }
        var schema = new LinkedHashMap<String, Object>();
        schema.put("type", "object");
        schema.put("title", title);
        schema.put("x-type", form.type());
        schema.put("properties", properties);
        schema.put("required", required);
        schema.put("x-order", form.fields().stream().map(Form.Field::name).toList());
        schema.put("additionalProperties", false);
        return schema;
    }

    private static Map<String, Object> property(SceneDef scene, Form.Field field) {
        var ask = field.ask();
        var property = new LinkedHashMap<String, Object>();
        property.put("type", type(field));
        property.put("title", ask.value());
        property.put("x-kind", field.kind().wireName());
        put(property, "x-why", ask.why());
        put(property, "x-example", ask.example());
        put(property, "x-unless", ask.unless());
        put(property, "x-unit", field.kind() == Ask.Kind.MONEY && ask.unit().isEmpty() ? "元" : ask.unit());
        if (List.of("text", "longText").contains(field.kind().wireName())) {
            property.put("maxLength", ask.most());
            property.put("minLength", ask.least());
        }
        if (ask.from() != Long.MIN_VALUE) {
            property.put("minimum", ask.from());
        }
        if (ask.to() != Long.MAX_VALUE) {
            property.put("maximum", ask.to());
        }
        if (!field.choices().isEmpty()) {
            var titles = new LinkedHashMap<String, String>();
            field.choices()
                    .forEach(choice -> titles.put(choice, scene.word(field.raw().getSimpleName(), choice)));
            property.put("enum", field.choices());
            property.put("x-titles", titles);
        }
        if (field.rows() != null) {
            property.put("items", of(scene, field.rows(), ask.value()));
        }
        return property;
    }

    private static void put(Map<String, Object> property, String name, String value) {
        if (!value.isEmpty()) {
            property.put(name, value);
        }
    }

    private static String type(Form.Field field) {
        return switch (field.kind()) {
            case BOOLEAN -> "boolean";
            case WHOLE -> "integer";
            case LIST -> "array";
            case AUTO,
                    TEXT,
                    LONG_TEXT,
                    DATE,
                    INSTANT,
                    MONEY,
                    CHOICE,
                    AREA,
                    AGENCY,
                    POST,
                    PHONE,
                    PERSON,
                    ID_NUMBER,
                    MATTER -> "string";
        };
    }
}
