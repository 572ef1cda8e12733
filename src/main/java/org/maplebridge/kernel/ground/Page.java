package org.maplebridge.kernel.ground;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// A piece of a list, paged by key.
///
/// @param next hand this back as `after` for what follows; absent at the end
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record Page<T>(List<T> items, Optional<String> next) {

    /// The most rows one answer carries.
    public static final int MOST = 200;

    /// Cuts a list that was read one row longer than asked.
    public static <T> Page<T> cut(List<T> rows, int limit, Function<T, List<?>> key) {
        if (rows.size() <= limit) {
            return new Page<>(List.copyOf(rows), Optional.empty());
        }
        var kept = List.copyOf(rows.subList(0, limit));
        return new Page<>(kept, Optional.of(encode(key.apply(kept.getLast()))));
    }

    /// The limit to use for what was asked: 50 when nothing was, never above [#MOST].
    public static int limit(Optional<Integer> asked) {
        int limit = asked.orElse(50);
        if (limit < 1 || limit > MOST) {
            throw new Refused(Problem.fields(List.of(new Problem.Field("limit", "每页条数应在 1 到 " + MOST + " 之间。"))));
        }
        return limit;
    }

    /// A key as opaque text.
    public static String encode(List<?> key) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Canonical.text(key).getBytes(StandardCharsets.UTF_8));
    }

    /// The key behind opaque text.
    ///
    /// @throws Refused naming the field `after` if it isn't one of ours
    public static JsonNode decode(String after, int parts) {
        try {
            var node = Canonical.MAPPER.readTree(Base64.getUrlDecoder().decode(after));
            if (node.isArray() && node.size() == parts) {
                return node;
            }
        } catch (IllegalArgumentException | JacksonException malformed) {
            // answered below, together with a key of another list
        }
        throw foreign();
    }

    /// The text behind `after` is no key of this list.
    public static Refused foreign() {
        return new Refused(Problem.fields(List.of(new Problem.Field("after", "翻页标记不对，请从第一页重新打开。"))));
    }

    /// The same page with each item turned into something else.
    public <R> Page<R> map(Function<T, R> change) {
        return new Page<>(items.stream().map(change).toList(), next);
    }
}
