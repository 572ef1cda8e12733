package org.maplebridge.launch.demo.life;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.Map;
import org.maplebridge.kernel.ground.Canonical;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// Somebody signs in and writes down that they will be away, as from a browser. Where no server listens nobody is.
@Component
final class LifeLeave {

    private static final int OK = 300;

    private final Environment settings;

    LifeLeave(Environment settings) {
        this.settings = settings;
    }

    /// Whether it was written down.
    ///
    /// @param user the login of whoever will be away
    boolean taken(String user, String password, LocalDate first, LocalDate last) {
        var port = settings.getProperty("local.server.port", Integer.class, 0);
        if (port == 0) {
            return false;
        }
        try (var client = HttpClient.newHttpClient()) {
            var session = send(client, port, "POST", "/api/session", "", Map.of("user", user, "password", password));
            var cookie = session.headers().firstValue("Set-Cookie").orElse("");
            cookie = cookie.substring(0, Math.max(0, cookie.indexOf(';')));
            var said = Map.of("firstDay", first.toString(), "lastDay", last.toString(), "reason", "LEAVE");
            var answer = send(client, port, "POST", "/api/absences", cookie, said);
            send(client, port, "DELETE", "/api/session", cookie, Map.of());
            return answer.statusCode() < OK;
        } catch (IOException unreachable) {
            return false;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static HttpResponse<String> send(
            HttpClient client, int port, String verb, String path, String cookie, Map<String, String> said)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("X-Maple", "1")
                .header("Content-Type", "application/json")
                .method(verb, HttpRequest.BodyPublishers.ofString(Canonical.MAPPER.writeValueAsString(said)));
        if (!cookie.isEmpty()) {
            request.header("Cookie", cookie);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
