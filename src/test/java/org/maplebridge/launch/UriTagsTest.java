package org.maplebridge.launch;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.maplebridge.fixtures.MapleTest;
import org.maplebridge.fixtures.Wire;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Requests are counted by endpoint: by none of the ids, words or made-up paths in their addresses, and by all
/// endpoints
/// there are.
@MapleTest
class UriTagsTest {

    @LocalServerPort
    int port;

    @Autowired
    MeterRegistry meters;

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Value("${management.metrics.web.server.max-uri-tags}")
    int most;

    @Test
    void noAddressBecomesATagOfItsOwn() throws IOException, InterruptedException {
        var id = UUID.randomUUID().toString();
        try (var client = HttpClient.newHttpClient()) {
            for (String path : List.of("/api/matters/", "/api/nothing/", "/desk/matters/", "/nothing/", "/assets/")) {
                client.send(new Wire(port).request(path + id).GET().build(), HttpResponse.BodyHandlers.discarding());
            }
        }
        assertThat(meters.find("http.server.requests").meters())
                .isNotEmpty()
                .noneMatch(meter -> meter.getId().toString().contains(id));
    }

    @Test
    void everyEndpointHasOne() {
        long endpoints = requestMappingHandlerMapping.getHandlerMethods().keySet().stream()
                .flatMap(mapping -> mapping.getPatternValues().stream())
                .distinct()
                .count();
        assertThat(endpoints).isPositive().isLessThan(most / 2);
    }
}
