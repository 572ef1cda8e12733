package org.maplebridge.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.maplebridge.kernel.ground.Canonical;
import tools.jackson.databind.JsonNode;

/// Somebody of the demo county at the wire: one connection kept open for each thread, little work of its own.
public final class Caller {

    private static final String PASSWORD = "fengqiao2026";

    private final String address;
    private final String cookie;

    static {
        System.setProperty("http.maxConnections", "32");
    }

    private Caller(String address, String cookie) {
        this.address = address;
        this.cookie = cookie;
    }

    /// What came back.
    public record Answer(int status, String body, String cookie) {

        public JsonNode json() {
            return Canonical.MAPPER.readTree(body);
        }

        /// Throws unless it is this status.
        public Answer must(int wanted) {
            if (status != wanted) {
                throw new IllegalStateException("expected " + wanted + ", got " + status + ": " + body);
            }
            return this;
        }
    }

    /// Signs in.
    public static Caller of(int port, String user) throws IOException {
        var visitor = new Caller("http://127.0.0.1:" + port, "");
        var answer = visitor.post("/api/session", Map.of(), Canonical.text(Map.of("user", user, "password", PASSWORD)))
                .must(200);
        return new Caller(visitor.address, answer.cookie());
    }

    public Answer get(String path) throws IOException {
        return answer(connection(path, "GET"));
    }

    public Answer post(String path, Map<String, String> headers, String body) throws IOException {
        var connection = connection(path, "POST");
        connection.setRequestProperty("Content-Type", "application/json");
        headers.forEach(connection::setRequestProperty);
        connection.setDoOutput(true);
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        connection.setFixedLengthStreamingMode(bytes.length);
        try (var out = connection.getOutputStream()) {
            out.write(bytes);
        }
        return answer(connection);
    }

    /// Sends something that is no JSON.
    public Answer send(String path, String type, byte[] bytes) throws IOException {
        var connection = connection(path, "POST");
        connection.setRequestProperty("Content-Type", type);
        connection.setDoOutput(true);
        connection.setFixedLengthStreamingMode(bytes.length);
        try (var out = connection.getOutputStream()) {
            out.write(bytes);
        }
        return answer(connection);
    }

    private HttpURLConnection connection(String path, String method) throws IOException {
        var connection = (HttpURLConnection) URI.create(address + path).toURL().openConnection();
        connection.setRequestMethod(method);
        connection.setRequestProperty("X-Maple", "1");
        if (!cookie.isEmpty()) {
            connection.setRequestProperty("Cookie", cookie);
        }
        return connection;
    }

    private static Answer answer(HttpURLConnection connection) throws IOException {
        int status = connection.getResponseCode();
        try (InputStream in = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
            var body = in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
            var cookies = connection.getHeaderFields().getOrDefault("Set-Cookie", List.of()).stream()
                    .map(set -> set.replaceAll(";.*", ""))
                    .collect(Collectors.joining("; "));
            return new Answer(status, body, cookies);
        }
    }
}
