package org.maplebridge.kernel.openapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.annotation.JsonValue;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Turns the records that cross the wire into schemas, each under a name of its own: the module, and below it the
/// record. What may be missing in Java may be missing at the wire, and nothing else.
final class Shapes {

    private static final Map<Class<?>, Map<String, Object>> PLAIN = Map.ofEntries(
            Map.entry(String.class, Map.of("type", "string")),
            Map.entry(UUID.class, format("string", "uuid")),
            Map.entry(Instant.class, format("string", "date-time")),
            Map.entry(OffsetDateTime.class, format("string", "date-time")),
            Map.entry(LocalDate.class, format("string", "date")),
            Map.entry(boolean.class, Map.of("type", "boolean")),
            Map.entry(Boolean.class, Map.of("type", "boolean")),
            Map.entry(int.class, format("integer", "int32")),
            Map.entry(Integer.class, format("integer", "int32")),
            Map.entry(long.class, format("integer", "int64")),
            Map.entry(Long.class, format("integer", "int64")),
            Map.entry(double.class, format("number", "double")),
            Map.entry(BigDecimal.class, Map.of("type", "number")),
            Map.entry(Object.class, Map.of()));

    private final JsonMapper json;
    private final Map<String, String> owners = new TreeMap<>();
    private final Map<String, Object> schemas = new TreeMap<>();

    /// @param json writes constants as the endpoints do
    Shapes(JsonMapper json) {
        this.json = json;
    }

    /// Every schema so far, by name.
    Map<String, Object> schemas() {
        return schemas;
    }

    private static Map<String, Object> format(String type, String format) {
        var shape = new LinkedHashMap<String, Object>();
        shape.put("type", type);
        shape.put("format", format);
        return shape;
    }

    static Map<String, Object> ref(String name) {
        return Map.of("$ref", "#/components/schemas/" + name);
    }

    /// The schema of a type: written out where it is plain, a reference where it has a name.
    Map<String, Object> of(Type type) {
        return of(type, Map.of());
    }

    private Map<String, Object> of(Type type, Map<String, Type> bound) {
        if (type instanceof TypeVariable<?> variable) {
            return of(Objects.requireNonNull(bound.get(variable.getName())), Map.of());
        }
        if (type instanceof ParameterizedType generic) {
            return generic(generic, bound);
        }
        var raw = (Class<?>) type;
        var plain = PLAIN.get(raw);
        if (plain != null) {
            return plain;
        }
        if (raw.isEnum()) {
            return named(raw, name(raw), () -> Map.of("type", "string", "enum", constants(raw)));
        }
        if (raw.isRecord()) {
            return named(raw, name(raw), () -> record(raw, Map.of()));
        }
        if (raw.isSealed()) {
            return named(raw, name(raw), () -> choice(raw));
        }
        if (Arrays.stream(raw.getMethods()).anyMatch(method -> method.isAnnotationPresent(JsonValue.class))) {
            return Map.of("type", "string");
        }
        throw new IllegalStateException(raw.getName() + " can't cross the wire: make it a record or an enum");
    }

    private Map<String, Object> generic(ParameterizedType type, Map<String, Type> bound) {
        var raw = (Class<?>) type.getRawType();
        var arguments = type.getActualTypeArguments();
        var last = arguments[arguments.length - 1];
        if (raw == Optional.class) {
            return of(last, bound);
        }
        if (List.class.isAssignableFrom(raw)) {
            return ordered("type", "array", "items", of(last, bound));
        }
        if (Map.class.isAssignableFrom(raw)) {
            return ordered("type", "object", "additionalProperties", of(last, bound));
        }
        if (raw.isRecord() && last instanceof Class<?> part) {
            var name = name(part) + "." + raw.getSimpleName();
            return named(type, name, () -> record(raw, Map.of(raw.getTypeParameters()[0].getName(), last)));
        }
        throw new IllegalStateException(type + " can't cross the wire");
    }

    /// The module's name and the record's; records within records keep the name of the outer one.
    static String name(Class<?> type) {
        var name = type.getSimpleName();
        for (var outer = type.getDeclaringClass(); outer != null && outer.isRecord(); ) {
            name = outer.getSimpleName() + "." + name;
            outer = outer.getDeclaringClass();
        }
        return type.getPackageName().replaceFirst("^org\\.maplebridge\\.(kernel|scenes|launch)\\.", "") + "." + name;
    }

    private Map<String, Object> named(Type type, String name, java.util.function.Supplier<Map<String, Object>> shape) {
        var owner = owners.putIfAbsent(name, type.getTypeName());
        if (owner == null) {
            schemas.put(name, Map.of()); // a record may hold itself
            schemas.put(name, shape.get());
        } else if (!owner.equals(type.getTypeName())) {
            throw new IllegalStateException(owner + " and " + type.getTypeName() + " would both be called " + name);
        }
        return ref(name);
    }

    private List<String> constants(Class<?> type) {
        return Arrays.stream(Objects.requireNonNull(type.getEnumConstants()))
                .map(constant -> json.convertValue(constant, String.class))
                .distinct()
                .toList();
    }

    private Map<String, Object> record(Class<?> type, Map<String, Type> bound) {
        var properties = new LinkedHashMap<String, Object>();
        var required = new ArrayList<String>();
        var whole = new ArrayList<Map<String, Object>>();
        for (RecordComponent component : type.getRecordComponents()) {
            if (component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
                whole.add(of(component.getGenericType(), bound));
                continue;
            }
            var given = component.getAccessor().getAnnotation(JsonProperty.class);
            var name = given == null ? component.getName() : given.value();
            boolean nullable = nullable(component);
            var shape = of(component.getGenericType(), bound);
            properties.put(name, nullable ? orNull(shape) : shape);
            if (!nullable && !mayBeMissing(type, component)) {
                required.add(name);
            }
        }
        var own = object(properties, required);
        if (whole.isEmpty()) {
            return own;
        }
        if (!properties.isEmpty()) {
            whole.add(own);
        }
        return whole.size() == 1 ? whole.getFirst() : Map.of("allOf", whole);
    }

    static Map<String, Object> object(Map<String, Object> properties, List<String> required) {
        var shape = new LinkedHashMap<String, Object>();
        shape.put("type", "object");
        shape.put("properties", properties);
        if (!required.isEmpty()) {
            shape.put("required", required);
        }
        return shape;
    }

    private static boolean nullable(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    /// What is absent is left out of every answer; lists that are empty only where the record says so.
    private static boolean mayBeMissing(Class<?> type, RecordComponent component) {
        var include = type.getAnnotation(JsonInclude.class);
        boolean emptyLeftOut = include != null && include.value() == JsonInclude.Include.NON_EMPTY;
        return component.getType() == Optional.class || (emptyLeftOut && List.class == component.getType());
    }

    private static Map<String, Object> orNull(Map<String, Object> shape) {
        if (shape.get("type") instanceof String one) {
            var wider = new LinkedHashMap<>(shape);
            wider.put("type", List.of(one, "null"));
            return wider;
        }
        return Map.of("oneOf", List.of(shape, Map.of("type", "null")));
    }

    /// A sealed interface: one of its records, told apart by `type`.
    private Map<String, Object> choice(Class<?> type) {
        var mark = Objects.requireNonNull(type.getAnnotation(JsonTypeInfo.class), type.getName());
        var parts = Objects.requireNonNull(type.getAnnotation(JsonSubTypes.class), type.getName());
        return Map.of(
                "oneOf",
                Arrays.stream(parts.value())
                        .map(part -> Map.of("allOf", List.of(tag(mark.property(), part.name()), of(part.value()))))
                        .toList());
    }

    private static Map<String, Object> tag(String property, String value) {
        return object(Map.of(property, ordered("type", "string", "enum", List.of(value))), List.of(property));
    }

    static Map<String, Object> ordered(String key, Object value, String next, Object other) {
        var shape = new LinkedHashMap<String, Object>();
        shape.put(key, value);
        shape.put(next, other);
        return shape;
    }
}
