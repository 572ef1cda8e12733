package org.maplebridge.kernel.openapi;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;
import tools.jackson.databind.json.JsonMapper;

/// Puts the description together, always in the same order.
@Component
class OpenApi {

    private static final String ABOUT = """
            每次提交都带 Idempotency-Key，重复提交时不变；办理事项再带 If-Match，写明看到的版本。\
            列表按键翻页：把 next 原样作为 after 再问一次。没有办成的，用 application/problem+json 说明原因和下一步。\
            浏览器里的页面另带请求头 X-Maple: 1；程序用 Authorization: Bearer 令牌。""";

    private final ObjectProvider<RequestMappingHandlerMapping> mappings;
    private final ObjectProvider<Described> described;
    private final JsonMapper json;

    OpenApi(
            ObjectProvider<RequestMappingHandlerMapping> mappings,
            ObjectProvider<Described> described,
            JsonMapper json) {
        this.mappings = mappings;
        this.described = described;
        this.json = json;
    }

    /// One handler at one address.
    record Endpoint(RequestMethod method, String path, HandlerMethod handler) {}

    /// Every endpoint of ours below `/api`, in order.
    List<Endpoint> endpoints() {
        return mappings.stream()
                .flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
                .filter(entry -> Operations.ours(entry.getValue()))
                .flatMap(entry -> entry.getKey().getPathPatternsCondition() == null
                        ? Stream.empty()
                        : entry.getKey().getPathPatternsCondition().getPatterns().stream()
                                .map(PathPattern::getPatternString)
                                .flatMap(path -> entry.getKey().getMethodsCondition().getMethods().stream()
                                        .map(method -> new Endpoint(method, path, entry.getValue()))))
                .filter(each -> each.path().startsWith("/api/"))
                .sorted(Comparator.comparing(Endpoint::path).thenComparing(Endpoint::method))
                .toList();
    }

    /// The description.
    ///
    /// @param scenes whether each scene's bodies stand in it, or only what stays when scenes come and go
    Map<String, Object> document(boolean scenes) {
        var shapes = new Shapes(json);
        var operations = new Operations(shapes);
        var paths = new TreeMap<String, Map<String, Object>>();
        for (var endpoint : endpoints()) {
            put(paths, endpoint, endpoint.path(), operations.of(endpoint.handler(), endpoint.path(), List.of()));
            if (scenes) {
                described
                        .orderedStream()
                        .flatMap(module -> module.addresses(endpoint.path()).stream())
                        .forEach(address -> put(paths, endpoint, address.path(), one(operations, endpoint, address)));
            }
        }
        libraries(paths);
        var refusals = operations.refusals();
        var schemas = new TreeMap<>(shapes.schemas());
        if (scenes) {
            described.orderedStream().forEach(module -> schemas.putAll(module.schemas()));
        }
        var document = new LinkedHashMap<String, Object>();
        document.put("openapi", "3.1.0");
        document.put("info", Map.of("title", "枫桥 Maplebridge", "version", "1", "description", ABOUT));
        document.put("security", List.of(Map.of("session", List.of()), Map.of("token", List.of())));
        document.put("paths", paths);
        document.put("components", Map.of("schemas", schemas, "responses", refusals, "securitySchemes", doors()));
        return sorted(document);
    }

    private static void put(
            Map<String, Map<String, Object>> paths, Endpoint endpoint, String path, Map<String, Object> operation) {
        paths.computeIfAbsent(path, unseen -> new TreeMap<>())
                .put(endpoint.method().name().toLowerCase(java.util.Locale.ROOT), operation);
    }

    private static Map<String, Object> one(Operations operations, Endpoint endpoint, Described.Address address) {
        var operation = operations.of(endpoint.handler(), address.path(), address.bodies());
        operation.put("summary", address.title());
        if (!address.path().equals(endpoint.path())) {
            operation.computeIfPresent("operationId", (name, id) -> id + suffix(endpoint.path(), address.path()));
        }
        return operation;
    }

    /// What the address has in the place of the template's variables.
    private static String suffix(String template, String path) {
        var names = segments(template);
        var values = segments(path);
        var suffix = new StringBuilder();
        for (int at = 0; at < Math.min(names.size(), values.size()); at++) {
            if (!names.get(at).equals(values.get(at))) {
                suffix.append('.').append(values.get(at));
            }
        }
        return suffix.toString();
    }

    private static List<String> segments(String path) {
        return PathContainer.parsePath(path).elements().stream()
                .map(PathContainer.Element::value)
                .toList();
    }

    /// What libraries answer, below our own address.
    private static void libraries(Map<String, Map<String, Object>> paths) {
        paths.put("/api/health", Map.of("get", library("health", "application/json", "正常时 status 是 UP")));
        paths.put("/api/metrics", Map.of("get", library("metrics", "text/plain", "Prometheus 的文本格式")));
    }

    private static Map<String, Object> library(String id, String type, String about) {
        var schema = Map.of("type", type.equals("text/plain") ? "string" : "object");
        return Map.of(
                "operationId",
                id,
                "security",
                List.of(),
                "responses",
                Map.of(
                        "200", Map.of("description", about, "content", Map.of(type, Map.of("schema", schema))),
                        "503", Map.of("description", "眼下不正常", "content", Map.of(type, Map.of("schema", schema)))));
    }

    private static Map<String, Object> doors() {
        return Map.of(
                "session", Map.of("type", "apiKey", "in", "cookie", "name", "maple_session"),
                "token", Map.of("type", "http", "scheme", "bearer"));
    }

    /// The same order on every machine and in every run; lists keep theirs.
    private static Map<String, Object> sorted(Map<?, ?> map) {
        var sorted = new TreeMap<String, Object>();
        map.forEach((name, value) -> sorted.put(String.valueOf(name), sorted(value)));
        return sorted;
    }

    private static Object sorted(Object value) {
        return switch (value) {
            case Map<?, ?> map -> sorted(map);
            case List<?> list -> list.stream().map(OpenApi::sorted).toList();
            default -> value;
        };
    }
}
