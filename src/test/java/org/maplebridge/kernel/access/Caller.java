package org.maplebridge.kernel.access;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.maplebridge.kernel.ground.Canonical;
import tools.jackson.databind.JsonNode;

/// Somebody at the other end of the wire, with a cookie or a token of their own.
final class Caller {

    private final HttpClient http = HttpClient.newHttpClient();
    private final String address;
    private final Map<String, String> headers = new LinkedHashMap<>();

    Caller(int port) {
        this.address = "http://127.0.0.1:" + port;
    }

    record Answer(int status, JsonNode body, HttpResponse<String> raw) {

        Optional<String> header(String name) {
            return raw.headers().firstValue(name);
        }
    }

    Caller with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    Caller without(String header) {
        headers.remove(header);
        return this;
    }

    Answer signIn(String user, String password) {
        var answer = send("POST", "/api/session", Map.of("user", user, "password", password));
        answer.header("Set-Cookie").ifPresent(cookie -> with("Cookie", cookie.substring(0, cookie.indexOf(';'))));
        return answer;
    }

    Answer get(String path) {
        return send(request(path).GET());
    }

    Answer send(String method, String path, Object body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(Canonical.text(body))));
    }

    Answer delete(String path) {
        return send(request(path).DELETE());
    }

    HttpRequest.Builder request(String path) {
        var builder = HttpRequest.newBuilder(URI.create(address + path));
        headers.forEach(builder::header);
        return builder;
    }

    Answer send(HttpRequest.Builder builder) {
        try {
            var raw = http.send(builder.build(), HttpResponse.BodyHandlers.ofString());
            boolean json = raw.headers().firstValue("Content-Type").orElse("").contains("json");
            var body = json ? Canonical.MAPPER.readTree(raw.body()) : Canonical.MAPPER.createObjectNode();
            return new Answer(raw.statusCode(), body, raw);
        } catch (IOException unreachable) {
            throw new IllegalStateException(unreachable);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
