package org.maplebridge.kernel.openapi;

import java.io.OutputStream;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartFile;

/// Describes what is no JSON: files that are sent and handed out.
final class Bytes {

    private static final Map<String, Object> BINARY = Shapes.ordered("type", "string", "format", "binary");

    private static final Map<String, Object> FILE =
            Map.of(MediaType.APPLICATION_OCTET_STREAM_VALUE, Map.of("schema", BINARY));

    private Bytes() {}

    /// The body of a request by its media type, if it is no JSON.
    static Optional<Map<String, Object>> sent(HandlerMethod handler) {
        var parts = new LinkedHashMap<String, Object>();
        for (var parameter : handler.getMethodParameters()) {
            var part = parameter.getParameterAnnotation(RequestPart.class);
            if (part != null) {
                boolean file = parameter.getParameterType() == MultipartFile.class;
                parts.put(part.value(), file ? BINARY : Map.of("type", "string"));
            }
        }
        if (!parts.isEmpty()) {
            var form = new LinkedHashMap<>(Shapes.ordered("type", "object", "properties", parts));
            form.put("required", List.copyOf(parts.keySet()));
            return Optional.of(Map.of(MediaType.MULTIPART_FORM_DATA_VALUE, Map.of("schema", form)));
        }
        return Optional.ofNullable(handler.getMethodAnnotation(PutMapping.class))
                .filter(put -> Arrays.asList(put.consumes()).contains(MediaType.APPLICATION_OCTET_STREAM_VALUE))
                .map(put -> Map.of(MediaType.APPLICATION_OCTET_STREAM_VALUE, Map.of("schema", BINARY)));
    }

    /// The answer by its media type, if it is a file.
    static Optional<Map<String, Object>> answered(Type type) {
        return type == Resource.class ? Optional.of(FILE) : Optional.empty();
    }

    /// The same of a handler that answers nothing but writes a file while it makes it.
    static Optional<Map<String, Object>> written(HandlerMethod handler) {
        return Arrays.asList(handler.getMethod().getParameterTypes()).contains(OutputStream.class)
                ? Optional.of(FILE)
                : Optional.empty();
    }
}
