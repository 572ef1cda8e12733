package org.maplebridge.launch.demo.life;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.maplebridge.kernel.ground.Canonical;
import tools.jackson.databind.JsonNode;

/// What the made-up people send and are answered: JSON over HTTP, from the machine the server runs on. Parties come
/// from several of its own addresses where it lets them, since the server slows down each address.
public final class LifeWire implements AutoCloseable {

    /// Tells the server of a demo folder, which lets in nobody else meanwhile, that the past is asking.
    public static final String PASS = "X-Maple-Past";

    private static final int ADDRESSES = 8;
    private static final int OK = 300;
    private static final int SLOW_DOWN = 429;
    private static final int MOST_WAITS = 60;
    private static final String HOME = "127.0.0.1";

    private final URI server;
    private final String pass;
    private final HttpClient usual = client(Optional.empty());
    private final List<HttpClient> others = new ArrayList<>();

    /// @param server its address
    /// @param pass   what [#PASS] says
    LifeWire(URI server, String pass) {
        this.server = server;
        this.pass = pass;
        if (server.getHost().equals(HOME)) {
            for (int i = 2; i < 2 + ADDRESSES; i++) {
                from("127.0.0." + i).ifPresent(others::add);
            }
        }
    }

    /// Something asked.
    ///
    /// @param body    what is said; empty for nothing
    /// @param visitor which of the addresses it comes from; negative: the usual one
    record Call(String method, String path, Map<String, String> headers, Optional<Map<String, ?>> body, int visitor) {

        static Call of(String method, String path, Map<String, ?> said) {
            return new Call(method, path, Map.of(), Optional.of(said), -1);
        }

        static Call get(String path) {
            return new Call("GET", path, Map.of(), Optional.empty(), -1);
        }

        @Override
        public String toString() {
            return method + " " + path;
        }

        Call with(String name, String value) {
            var more = new HashMap<>(headers);
            more.put(name, value);
            return new Call(method, path, more, body, visitor);
        }

        Call by(int somebody) {
            return new Call(method, path, headers, body, somebody);
        }
    }

    /// What came back.
    record Answer(int status, JsonNode body, List<String> cookies) {

        @Override
        public String toString() {
            return "answer " + status;
        }

        boolean done() {
            return status < OK;
        }

        /// What the refusal says, with the fields it names.
        String why() {
            return status + " " + body.path("detail").asString("")
                    + (body.path("fields").isEmpty()
                            ? ""
                            : " " + body.path("fields").toString());
        }
    }

    /// Sends it, and again when the server asks to come back later.
    ///
    /// @throws UncheckedIOException if there is no answer
    Answer send(Call call) {
        for (int i = 0; ; i++) {
            var answer = once(call);
            if (answer.statusCode() != SLOW_DOWN || i == MOST_WAITS) {
                var text = answer.body();
                return new Answer(
                        answer.statusCode(),
                        text.startsWith("{") ? Canonical.MAPPER.readTree(text) : Canonical.MAPPER.createObjectNode(),
                        answer.headers().allValues("Set-Cookie"));
            }
            pause(answer.headers().firstValueAsLong("Retry-After").orElse(1));
        }
    }

    private HttpResponse<String> once(Call call) {
        var request = HttpRequest.newBuilder(server.resolve(call.path()))
                .timeout(Duration.ofMinutes(1))
                .header("X-Maple", "1")
                .header(PASS, pass);
        call.headers().forEach(request::header);
        if (call.body().isPresent()) {
            request.header("Content-Type", "application/json");
        }
        request.method(
                call.method(),
                call.body()
                        .map(Canonical.MAPPER::writeValueAsString)
                        .map(HttpRequest.BodyPublishers::ofString)
                        .orElseGet(HttpRequest.BodyPublishers::noBody));
        try {
            return chosen(call.visitor()).send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException unanswered) {
            throw new UncheckedIOException(unanswered);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the past was broken off", stop);
        }
    }

    private HttpClient chosen(int visitor) {
        return visitor < 0 || others.isEmpty() ? usual : others.get(visitor % others.size());
    }

    private static void pause(long seconds) {
        try {
            Thread.sleep(Duration.ofSeconds(seconds));
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the past was broken off", stop);
        }
    }

    /// Linux has all of 127.0.0.0/8, others only the first.
    private Optional<HttpClient> from(String address) {
        var client = client(Optional.of(address));
        try {
            var asked = HttpRequest.newBuilder(server.resolve("/api/public/about"))
                    .timeout(Duration.ofSeconds(10))
                    .header(PASS, pass);
            client.send(asked.build(), HttpResponse.BodyHandlers.discarding());
            return Optional.of(client);
        } catch (IOException notOurs) {
            client.close();
            return Optional.empty();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            client.close();
            return Optional.empty();
        }
    }

    private static HttpClient client(Optional<String> address) {
        var made = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1);
        address.ifPresent(each -> made.localAddress(InetAddress.ofLiteral(each)));
        return made.build();
    }

    @Override
    public void close() {
        others.forEach(HttpClient::close);
        usual.close();
    }
}
