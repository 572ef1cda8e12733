package org.maplebridge.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.maplebridge.launch.demo.DemoCounty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// How much a page weighs on its way to a phone that has never seen it.
@BrowserTest
class WeightTest {

    private static final int CITIZENS_KB = 400;
    private static final int OFFICERS_KB = 900;

    /// Everything a page fetched, as it came over the line.
    private static final String FETCHED = """
        () => performance.getEntriesByType('resource')
          .filter((one) => new URL(one.name).pathname.startsWith('/assets/'))
          .reduce((sum, one) => sum + one.encodedBodySize, 0)\
        """;

    @LocalServerPort
    int port;

    @Autowired
    DemoCounty demo;

    @BeforeAll
    void found() {
        demo.seed();
    }

    private static int weight(Window window, String path, String heading) {
        window.go(path).shows(heading);
        int bytes = ((Number) window.page().evaluate(FETCHED)).intValue();
        assertThat(bytes).as(path + " came from somewhere").isGreaterThan(10_000);
        return bytes / 1024;
    }

    @Test
    void whatACitizenOpensFirstIsSmall(Windows windows) {
        for (var page : List.of(List.of("/report", ""), List.of("/progress", "查办到哪一步了"), List.of("/receipt", ""))) {
            assertThat(weight(windows.phone(), page.getFirst(), page.getLast()))
                    .as(page.getFirst())
                    .isLessThanOrEqualTo(CITIZENS_KB);
        }
    }

    @Test
    void whatAnOfficerOpensFirstIsNotLarge(Windows windows) {
        for (var page : List.of(List.of("/desk", "待办"), List.of("/desk/matters", "事项"))) {
            assertThat(weight(windows.desk("tiaojie"), page.getFirst(), page.getLast()))
                    .as(page.getFirst())
                    .isLessThanOrEqualTo(OFFICERS_KB);
        }
    }

    @Test
    void whatTheBuildMadeIsCompressedAndAnswersAreNot() throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var page = get(client, "/");
            var script = page.body().replaceAll("(?s).*?src=\"(/assets/[^\"]+\\.js)\".*", "$1");
            assertThat(get(client, script).headers().firstValue("content-encoding"))
                    .as(script)
                    .contains("gzip");
            var described = get(client, "/api/openapi.json");
            assertThat(described.statusCode()).isEqualTo(200);
            assertThat(described.headers().firstValue("content-encoding")).isEmpty();
        }
    }

    private HttpResponse<String> get(HttpClient client, String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Accept-Encoding", "gzip")
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
