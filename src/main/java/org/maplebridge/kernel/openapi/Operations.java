package org.maplebridge.kernel.openapi;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.maplebridge.kernel.ground.Allowed;
import org.maplebridge.kernel.ground.Dialect;
import org.maplebridge.kernel.ground.Problem;
import org.maplebridge.kernel.ground.Takes;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.ValueConstants;
import org.springframework.web.method.HandlerMethod;

/// Describes one handler: what it takes, what it answers, how it refuses.
final class Operations {

    private static final String KEY = "Idempotency-Key";
    private static final String VERSION = "If-Match";
    private static final String REFUSAL = "#/components/responses/";
    private static final Map<Integer, String> REFUSALS = Map.ofEntries(
            Map.entry(400, "没有提交编号，或者内容不是完整的 JSON"),
            Map.entry(401, "要先登录"),
            Map.entry(403, "不归您办"),
            Map.entry(404, "没有，或者您看不到"),
            Map.entry(409, "这个环节不能这样办，或者被别的事项挡住"),
            Map.entry(412, "刚有人办过，版本变了"),
            Map.entry(413, "内容太长"),
            Map.entry(415, "只收 JSON"),
            Map.entry(422, "有几处填写要改，或者同一个提交编号的内容不同"),
            Map.entry(428, "没有说明看到的是第几版"),
            Map.entry(429, "问得太快"));

    private final Shapes shapes;

    Operations(Shapes shapes) {
        this.shapes = shapes;
    }

    /// @param path its address, to see what it varies by
    /// @param bodies names of schemas the scenes bring for it
    Map<String, Object> of(HandlerMethod handler, String path, List<String> bodies) {
        var rule = handler.getMethodAnnotation(Allowed.class);
        var takes = Optional.ofNullable(handler.getMethodAnnotation(Takes.class));
        var parameters = parameters(handler, path, takes);
        var body = body(handler, takes, bodies);
        var operation = new LinkedHashMap<String, Object>();
        operation.put("operationId", id(handler));
        operation.put("tags", List.of(tag(handler)));
        if (!parameters.isEmpty()) {
            operation.put("parameters", parameters);
        }
        Bytes.sent(handler)
                .or(() -> body.map(shape -> content(media(handler), shape)))
                .ifPresent(sent -> operation.put("requestBody", Map.of("required", true, "content", sent)));
        operation.put("responses", responses(handler, parameters, body.isPresent(), takes));
        if (rule != null && rule.value() == Allowed.Door.PUBLIC) {
            operation.put("security", List.of());
        } else if (rule != null && rule.roles().length > 0) {
            operation.put("x-roles", List.of(rule.roles()));
        }
        return operation;
    }

    private static String id(HandlerMethod handler) {
        return handler.getBeanType().getSimpleName() + "." + handler.getMethod().getName();
    }

    private static String tag(HandlerMethod handler) {
        var name = handler.getBeanType().getPackageName();
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private List<Map<String, Object>> parameters(HandlerMethod handler, String path, Optional<Takes> takes) {
        var found = new ArrayList<Map<String, Object>>();
        for (MethodParameter parameter : handler.getMethodParameters()) {
            one(parameter)
                    .filter(each -> !each.in().equals("path") || path.contains("{" + each.name() + "}"))
                    .ifPresent(each -> found.add(each.shown()));
        }
        if (takes.filter(Takes::key).isPresent()) {
            found.add(header(KEY, true));
        }
        if (takes.filter(Takes::version).isPresent()) {
            found.add(header(VERSION, true));
        }
        return found;
    }

    /// A parameter of the wire.
    private record Parameter(String name, String in, boolean required, Map<String, Object> schema) {
        Map<String, Object> shown() {
            var shown = new LinkedHashMap<String, Object>();
            shown.put("name", name);
            shown.put("in", in);
            if (required) {
                shown.put("required", true);
            }
            shown.put("schema", schema);
            return shown;
        }
    }

    private Optional<Parameter> one(MethodParameter parameter) {
        var java = parameter.getParameter();
        var path = parameter.getParameterAnnotation(PathVariable.class);
        if (path != null) {
            var name = named(path.name(), path.value(), java.getName());
            return Optional.of(new Parameter(name, "path", true, shapes.of(parameter.getGenericParameterType())));
        }
        var header = parameter.getParameterAnnotation(RequestHeader.class);
        if (header != null) {
            var name = named(header.name(), header.value(), java.getName());
            // a key is never optional: without it the desk itself refuses, in words
            return Optional.of(new Parameter(name, "header", name.equals(KEY), headerShape(name)));
        }
        var query = parameter.getParameterAnnotation(RequestParam.class);
        if (query == null) {
            return Optional.empty();
        }
        var schema = new LinkedHashMap<>(shapes.of(parameter.getGenericParameterType()));
        boolean preset = !query.defaultValue().equals(ValueConstants.DEFAULT_NONE);
        if (preset) {
            schema.put("default", preset(query.defaultValue(), schema));
        }
        boolean optional = preset || parameter.getParameterType() == Optional.class;
        return Optional.of(
                new Parameter(named(query.name(), query.value(), java.getName()), "query", !optional, schema));
    }

    private static Object preset(String text, Map<String, Object> schema) {
        return switch (String.valueOf(schema.get("type"))) {
            case "integer" -> Long.parseLong(text);
            case "boolean" -> Boolean.parseBoolean(text);
            default -> text;
        };
    }

    private static String named(String name, String value, String java) {
        return !name.isEmpty() ? name : !value.isEmpty() ? value : java;
    }

    private static Map<String, Object> header(String name, boolean required) {
        return new Parameter(name, "header", required, headerShape(name)).shown();
    }

    private static Map<String, Object> headerShape(String name) {
        var shape = new LinkedHashMap<String, Object>();
        shape.put("type", "string");
        if (name.equals(KEY)) {
            shape.put("minLength", 8);
            shape.put("maxLength", 80);
            shape.put("description", "重复提交时不变的提交编号，如一个 UUID");
        } else if (name.equals(VERSION)) {
            shape.put("description", "看到的版本，如 \"3\"");
        }
        return shape;
    }

    /// What is said: a record of the endpoint, what the scenes bring, or both at once.
    private Optional<Map<String, Object>> body(HandlerMethod handler, Optional<Takes> takes, List<String> bodies) {
        var parts = new ArrayList<Map<String, Object>>();
        for (MethodParameter parameter : handler.getMethodParameters()) {
            if (parameter.hasParameterAnnotation(RequestBody.class)) {
                parts.add(shapes.of(parameter.getGenericParameterType()));
            }
        }
        takes.map(Takes::body).filter(type -> type != Void.class).ifPresent(type -> parts.add(shapes.of(type)));
        var brought = bodies.stream().map(Shapes::ref).toList();
        if (!brought.isEmpty()) {
            parts.add(brought.size() == 1 ? brought.getFirst() : Map.of("oneOf", brought));
        } else if (parts.isEmpty() && takes.filter(Takes::key).isPresent()) {
            parts.add(Shapes.ordered("type", "object", "additionalProperties", true));
        }
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(parts.size() == 1 ? parts.getFirst() : Map.of("allOf", parts));
    }

    private Map<String, Object> responses(
            HandlerMethod handler, List<Map<String, Object>> parameters, boolean body, Optional<Takes> takes) {
        var responses = new TreeMap<String, Object>();
        var answer = answer(handler.getReturnType().getGenericParameterType());
        var status = Optional.ofNullable(handler.getMethodAnnotation(ResponseStatus.class))
                .map(ResponseStatus::code)
                .orElse(HttpStatus.OK);
        var done = new LinkedHashMap<String, Object>();
        done.put("description", status.getReasonPhrase());
        answer.ifPresent(type ->
                done.put("content", Bytes.answered(type).orElseGet(() -> content(media(handler), shapes.of(type)))));
        Bytes.written(handler).ifPresent(content -> done.put("content", content));
        responses.put(String.valueOf(status.value()), done);
        var dialect = dialect(handler);
        if (dialect.isPresent()) {
            var said = content(dialect.get().media(), shapes.of(dialect.get().refusal()));
            responses.put("default", Shapes.ordered("description", "没有办成，为什么写在里面", "content", said));
            return responses;
        }
        refusals(handler, parameters, body, takes).stream()
                .map(String::valueOf)
                .forEach(code -> responses.put(code, Map.of("$ref", REFUSAL + code)));
        responses.put("default", Map.of("$ref", REFUSAL + "default"));
        return responses;
    }

    private static Optional<Dialect> dialect(HandlerMethod handler) {
        return Optional.ofNullable(handler.getBeanType().getAnnotation(Dialect.class));
    }

    private static String media(HandlerMethod handler) {
        return dialect(handler).map(Dialect::media).orElse("application/json");
    }

    private static Optional<Type> answer(Type type) {
        if (type == void.class) {
            return Optional.empty();
        }
        if (type instanceof ParameterizedType generic && generic.getRawType() == ResponseEntity.class) {
            return Optional.of(generic.getActualTypeArguments()[0]);
        }
        return Optional.of(type);
    }

    private static List<Integer> refusals(
            HandlerMethod handler, List<Map<String, Object>> parameters, boolean body, Optional<Takes> takes) {
        var codes = new ArrayList<Integer>();
        boolean open = Optional.ofNullable(handler.getMethodAnnotation(Allowed.class))
                .filter(rule -> rule.value() == Allowed.Door.PUBLIC)
                .isPresent();
        codes.add(open ? 429 : 401);
        boolean changes = body || parameters.stream().anyMatch(each -> KEY.equals(each.get("name")));
        if (!open && changes) {
            codes.add(403);
        }
        if (parameters.stream().anyMatch(each -> "path".equals(each.get("in")))) {
            codes.add(404);
        }
        if (body) {
            codes.addAll(List.of(400, 413, 415));
        }
        if (body || parameters.stream().anyMatch(each -> "query".equals(each.get("in")))) {
            codes.add(422);
        }
        if (takes.filter(Takes::version).isPresent()) {
            codes.addAll(List.of(409, 412, 428));
        }
        return codes;
    }

    /// How any endpoint refuses, by status.
    Map<String, Object> refusals() {
        var all = new TreeMap<String, Object>();
        REFUSALS.forEach((code, when) -> all.put(String.valueOf(code), refusal(when)));
        all.put("default", refusal("没有办成，为什么、怎么办都写在里面"));
        return all;
    }

    private Map<String, Object> refusal(String when) {
        return Shapes.ordered(
                "description", when, "content", content("application/problem+json", shapes.of(Problem.class)));
    }

    private static Map<String, Object> content(String type, Map<String, Object> shape) {
        return Map.of(type, Map.of("schema", shape));
    }

    /// Whether a handler is one of ours: those of libraries describe themselves.
    static boolean ours(HandlerMethod handler) {
        return handler.getBeanType().getPackageName().startsWith("org.maplebridge.");
    }
}
