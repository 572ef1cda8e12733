package org.maplebridge.kernel.matters;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// A form as a JSON schema, with what a screen needs beside it in `x-` members.
///
/// @param kind the type of the body, such as `disputes.Agree@1`
/// @param order the fields as they are asked
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record Schema(
        String type,
        String title,
        @JsonProperty("x-type") String kind,
        Map<String, Property> properties,
        List<String> required,
        @JsonProperty("x-order") List<String> order,
        boolean additionalProperties) {

    /// One field.
    ///
    /// @param section the heading of the part that begins here
    /// @param with asked on the same page as that field
    /// @param unless not asked when that field says yes
    /// @param when asked only where that choice is one of `is`, and then required
    /// @param titles the Chinese words of a choice
    /// @param items the form of each row of a list
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Property(
            Type type,
            String title,
            @JsonProperty("x-kind") Ask.Kind kind,
            @JsonProperty("x-why") Optional<String> why,
            @JsonProperty("x-example") Optional<String> example,
            @JsonProperty("x-unit") Optional<String> unit,
            @JsonProperty("x-section") Optional<String> section,
            @JsonProperty("x-with") Optional<String> with,
            @JsonProperty("x-unless") Optional<String> unless,
            @JsonProperty("x-when") Optional<String> when,
            @JsonProperty("x-is") Optional<List<String>> is,
            Optional<Integer> minLength,
            Optional<Integer> maxLength,
            Optional<Long> minimum,
            Optional<Long> maximum,
            @JsonProperty("enum") Optional<List<String>> choices,
            @JsonProperty("x-titles") Optional<Map<String, String>> titles,
            Optional<Schema> items) {}

    /// What a field is in JSON.
    enum Type {
        @JsonProperty("string")
        STRING,
        @JsonProperty("integer")
        INTEGER,
        @JsonProperty("boolean")
        BOOLEAN,
        @JsonProperty("array")
        ARRAY
    }

    static Schema of(SceneDef scene, Form form, String title) {
        var properties = new LinkedHashMap<String, Property>();
        form.fields().forEach(field -> properties.put(field.name(), property(scene, field)));
        return new Schema(
                "object",
                title,
                form.type(),
                properties,
                form.fields().stream()
                        .filter(field -> !field.optional())
                        .map(Form.Field::name)
                        .toList(),
                form.fields().stream().map(Form.Field::name).toList(),
                false);
    }

    private static Property property(SceneDef scene, Form.Field field) {
        var ask = field.ask();
        boolean text = List.of("text", "longText").contains(field.kind().wireName());
        boolean choice = !field.choices().isEmpty();
        return new Property(
                type(field.kind()),
                ask.value(),
                field.kind(),
                said(ask.why()),
                said(ask.example()),
                said(field.kind() == Ask.Kind.MONEY && ask.unit().isEmpty() ? "元" : ask.unit()),
                said(ask.section()),
                said(ask.with()),
                said(ask.unless()),
                said(ask.when()),
                Optional.of(List.of(ask.is())).filter(is -> !is.isEmpty()),
                Optional.of(ask.least()).filter(least -> text),
                Optional.of(ask.most()).filter(most -> text),
                Optional.of(ask.from()).filter(from -> from != Long.MIN_VALUE),
                Optional.of(ask.to()).filter(to -> to != Long.MAX_VALUE),
                Optional.of(field.choices()).filter(choices -> choice),
                Optional.of(titles(scene, field)).filter(titles -> choice),
                Optional.ofNullable(field.rows()).map(rows -> of(scene, rows, ask.value())));
    }

    private static Optional<String> said(String text) {
        return Optional.of(text).filter(words -> !words.isEmpty());
    }

    private static Map<String, String> titles(SceneDef scene, Form.Field field) {
        return field.choices().stream()
                .collect(Collectors.toMap(
                        choice -> choice,
                        choice -> scene.word(field, choice),
                        (one, other) -> one,
                        LinkedHashMap::new));
    }

    private static Type type(Ask.Kind kind) {
        return switch (kind) {
            case BOOLEAN -> Type.BOOLEAN;
            case WHOLE -> Type.INTEGER;
            case LIST -> Type.ARRAY;
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
                    STAFF,
                    PHONE,
                    PERSON,
                    ID_NUMBER,
                    IDENTIFIER,
                    MATTER -> Type.STRING;
        };
    }
}
