package org.maplebridge.kernel.staff.scim;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads a PATCH (RFC 7644 §3.5.2) as the platforms write it: `op` and names in any case, `true` also as text, values
/// with a path or as an object without one.
final class Patch {

    private static final int MOST = 100;

    private Patch() {}

    /// Applies every operation to the draft, in order.
    ///
    /// @throws org.maplebridge.kernel.ground.Refused naming the first that can't be
    static void apply(Map<String, ?> body, Draft draft) {
        schemas(body, Scim.PATCH);
        var operations = named(body, "Operations");
        if (!(operations instanceof List<?> all) || all.isEmpty() || all.size() > MOST) {
            throw Scim.refused(Scim.SYNTAX, "Operations", "应是 1 到 " + MOST + " 步的列表。");
        }
        for (Object each : all) {
            if (!(each instanceof Map<?, ?> operation)) {
                throw Scim.refused(Scim.SYNTAX, "Operations", "每一步应是一个对象。");
            }
            one(operation, draft);
        }
    }

    private static void one(Map<?, ?> operation, Draft draft) {
        var op = String.valueOf(named(operation, "op")).toLowerCase(Locale.ROOT);
        var path = path(named(operation, "path"));
        var value = named(operation, "value");
        switch (op) {
            case "remove" ->
                draft.remove(path.orElseThrow(() -> Scim.refused(Scim.NO_TARGET, "path", "remove 要写明去掉什么。")), value);
            case "add", "replace" -> {
                if (path.isPresent() && value == null) {
                    draft.remove(path.get(), null);
                } else if (path.isPresent()) {
                    draft.set(path.get(), java.util.Objects.requireNonNull(value), op.equals("add"));
                } else if (value instanceof Map<?, ?> parts) {
                    parts.forEach((name, part) -> {
                        if (part != null) {
                            draft.set(AttributePath.read(String.valueOf(name)), part, op.equals("add"));
                        }
                    });
                } else {
                    throw Scim.refused(Scim.VALUE, "value", "没有 path 时，value 应是一个对象。");
                }
            }
            default -> throw Scim.refused(Scim.SYNTAX, "op", "应是 add、replace 或 remove。");
        }
    }

    private static Optional<AttributePath> path(@Nullable Object said) {
        if (said == null) {
            return Optional.empty();
        }
        if (!(said instanceof String text)) {
            throw Scim.refused(Scim.BAD_PATH, "path", "应是一段文字。");
        }
        return Optional.of(AttributePath.read(text));
    }

    /// Refuses a body that says it is something else.
    static void schemas(Map<String, ?> body, String wanted) {
        if (!(named(body, "schemas") instanceof List<?> said)
                || said.stream().noneMatch(each -> wanted.equalsIgnoreCase(String.valueOf(each)))) {
            throw Scim.refused(Scim.SYNTAX, "schemas", "应写明 " + wanted + "。");
        }
    }

    /// Whether the wish, or one operation of it, makes somebody inactive.
    static boolean ends(Map<String, ?> body) {
        if (isFalse(named(body, "active"))) {
            return true;
        }
        return named(body, "Operations") instanceof List<?> all
                && all.stream()
                        .filter(Map.class::isInstance)
                        .map(each -> (Map<?, ?>) each)
                        .anyMatch(Patch::endsThere);
    }

    private static boolean endsThere(Map<?, ?> operation) {
        var value = named(operation, "value");
        boolean named = "active".equalsIgnoreCase(String.valueOf(named(operation, "path"))) && isFalse(value);
        boolean inParts = value instanceof Map<?, ?> parts && isFalse(named(parts, "active"));
        return named || inParts;
    }

    private static boolean isFalse(@Nullable Object said) {
        return said != null && "false".equalsIgnoreCase(String.valueOf(said));
    }

    private static @Nullable Object named(Map<?, ?> parts, String name) {
        return parts.entrySet().stream()
                .filter(each -> name.equalsIgnoreCase(String.valueOf(each.getKey())))
                .map(Map.Entry::getValue)
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
