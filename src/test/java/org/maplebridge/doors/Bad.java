package org.maplebridge.doors;

import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.maplebridge.kernel.ground.Canonical;

/// One bad request and what is to be answered.
///
/// @param body bytes as they are
/// @param headers added to those of the caller; one with an empty value is left out
/// @param fields which the answer must name
/// @param rule which the answer must name; empty for those that hit none
record Bad(
        String what,
        String method,
        String path,
        Optional<byte[]> body,
        Map<String, String> headers,
        int status,
        List<String> fields,
        String rule,
        Optional<String> article) {

    private static final Map<String, String> USUAL =
            Map.of("Content-Type", "application/json", "Idempotency-Key", "bad-input-0001");

    static Bad get(String what, String path, int status, String rule, String... fields) {
        return new Bad(what, "GET", path, Optional.empty(), Map.of(), status, List.of(fields), rule, Optional.empty());
    }

    static Bad post(String what, String path, Object said, int status, String rule, String... fields) {
        return raw(what, path, Canonical.text(said), status, rule, fields);
    }

    /// With a body that is no JSON of ours.
    static Bad raw(String what, String path, String body, int status, String rule, String... fields) {
        return new Bad(
                what,
                "POST",
                path,
                Optional.of(body.getBytes(StandardCharsets.UTF_8)),
                USUAL,
                status,
                List.of(fields),
                rule,
                Optional.empty());
    }

    Bad bytes(byte[] raw) {
        return new Bad(what, method, path, Optional.of(raw), headers, status, fields, rule, article);
    }

    Bad by(String otherMethod) {
        return new Bad(what, otherMethod, path, body, headers, status, fields, rule, article);
    }

    /// With this header; with none if its value is empty.
    Bad with(String header, String value) {
        var more = new TreeMap<>(headers);
        more.put(header, value);
        return new Bad(what, method, path, body, more, status, fields, rule, article);
    }

    Bad citing(String cited) {
        return new Bad(what, method, path, body, headers, status, fields, rule, Optional.of(cited));
    }

    HttpRequest.Builder on(HttpRequest.Builder request) {
        headers.forEach((name, value) -> {
            if (!value.isEmpty()) {
                request.header(name, value);
            }
        });
        return request.method(
                method,
                body.map(HttpRequest.BodyPublishers::ofByteArray).orElseGet(HttpRequest.BodyPublishers::noBody));
    }

    @Override
    public String toString() {
        return what;
    }
}
