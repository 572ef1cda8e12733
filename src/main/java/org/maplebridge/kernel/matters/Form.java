package org.maplebridge.kernel.matters;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The form of a record that can be said: drawn as a schema, checked on arrival.
///
/// @param said the record
/// @param type the name of the body's type, such as `disputes.Agree@1`
/// @param fields in the order of the record
record Form(Class<? extends Record> said, String type, List<Field> fields) {

    /// One field.
    ///
    /// @param optional whether it may be left out
    /// @param choices the constants of a choice
    /// @param rows the form of each row of a list
    record Field(
            String name,
            Ask ask,
            Ask.Kind kind,
            boolean optional,
            List<String> choices,
            @Nullable Form rows,
            Class<?> raw) {

        /// Whether it may be left out beside these answers.
        boolean optional(JsonNode said) {
            return optional && !List.of(ask.is()).contains(said.path(ask.when()).asString(""));
        }
    }

    static Form of(String scene, Class<? extends Record> said) {
        var version = said.getAnnotation(Version.class);
        var type = scene + "." + said.getSimpleName() + "@" + (version == null ? 1 : version.value());
        var fields = new ArrayList<Field>();
        for (RecordComponent component : said.getRecordComponents()) {
            fields.add(field(scene, said, component));
        }
        fields.forEach(field -> checkNeighbours(said, field, fields));
        return new Form(said, type, List.copyOf(fields));
    }

    /// A slip in a name would leave a question out, or ask it for ever.
    private static void checkNeighbours(Class<?> said, Field field, List<Field> fields) {
        var ask = field.ask();
        var names = fields.stream().map(Field::name).toList();
        boolean yesOrNo =
                fields.stream().anyMatch(each -> each.name().equals(ask.unless()) && each.kind() == Ask.Kind.BOOLEAN);
        if (!ask.with().isEmpty() && !names.contains(ask.with())) {
            throw new IllegalStateException(said.getName() + "." + field.name() + " stands beside no field");
        }
        if (!ask.unless().isEmpty() && !(yesOrNo && field.optional())) {
            throw new IllegalStateException(
                    said.getName() + "." + field.name() + " must be optional, and its `unless` a yes-or-no field");
        }
        boolean choice = fields.stream()
                .anyMatch(
                        each -> each.name().equals(ask.when()) && each.choices().containsAll(List.of(ask.is())));
        if (!ask.when().isEmpty() && !(choice && field.optional() && ask.is().length > 0)) {
            throw new IllegalStateException(
                    said.getName() + "." + field.name() + " must be optional, and its `when` a choice among `is`");
        }
    }

    private static Field field(String scene, Class<?> said, RecordComponent component) {
        var ask = component.getAnnotation(Ask.class);
        if (ask == null) {
            throw new IllegalStateException(said.getName() + "." + component.getName() + " has no @Ask");
        }
        boolean optional = component.getType() == Optional.class;
        Type type = optional ? argument(component.getGenericType()) : component.getGenericType();
        var raw = raw(type);
        var rows = raw == List.class ? of(scene, raw(argument(type)).asSubclass(Record.class)) : null;
        var kind = ask.kind() == Ask.Kind.AUTO ? kind(raw) : ask.kind();
        List<String> choices = raw.isEnum()
                ? Arrays.stream(raw.getEnumConstants())
                        .map(each -> ((Enum<?>) each).name())
                        .toList()
                : List.of();
        return new Field(component.getName(), ask, kind, optional, choices, rows, raw);
    }

    private static Type argument(Type type) {
        return ((ParameterizedType) type).getActualTypeArguments()[0];
    }

    private static Class<?> raw(Type type) {
        return type instanceof Class<?> plain ? plain : (Class<?>) ((ParameterizedType) type).getRawType();
    }

    private static Ask.Kind kind(Class<?> raw) {
        if (raw == String.class) {
            return Ask.Kind.TEXT;
        } else if (raw == LocalDate.class) {
            return Ask.Kind.DATE;
        } else if (raw == Instant.class) {
            return Ask.Kind.INSTANT;
        } else if (raw == BigDecimal.class) {
            return Ask.Kind.MONEY;
        } else if (raw == int.class || raw == Integer.class || raw == long.class) {
            return Ask.Kind.WHOLE;
        } else if (raw == boolean.class || raw == Boolean.class) {
            return Ask.Kind.BOOLEAN;
        } else if (raw.isEnum()) {
            return Ask.Kind.CHOICE;
        } else if (raw == List.class) {
            return Ask.Kind.LIST;
        } else if (raw == UUID.class) {
            return Ask.Kind.MATTER;
        }
        throw new IllegalStateException("no input for " + raw);
    }
}
