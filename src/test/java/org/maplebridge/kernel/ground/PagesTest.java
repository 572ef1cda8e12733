package org.maplebridge.kernel.ground;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.maplebridge.fixtures.MapleTest;
import org.springframework.beans.factory.annotation.Value;

@MapleTest
class PagesTest {

    @Value("${local.server.port}")
    int port;

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    @Test
    void anUnknownAddressOfTheApiIsAProblemAndNoPage() throws IOException, InterruptedException {
        var answer = get("/api/nothing-here");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("content-type").orElse("")).contains("json");
    }

    @Test
    void aMissingFileIsMissing() throws IOException, InterruptedException {
        assertThat(get("/assets/nothing-here.js").statusCode()).isEqualTo(404);
    }
}
