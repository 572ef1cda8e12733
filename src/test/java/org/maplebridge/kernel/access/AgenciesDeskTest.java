package org.maplebridge.kernel.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.maplebridge.fixtures.County;
import org.maplebridge.fixtures.MapleTest;
import org.maplebridge.fixtures.Wire;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.orgs.Offices;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@MapleTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AgenciesDeskTest {

    @LocalServerPort
    int port;

    @Autowired
    Transactions transactions;

    @Autowired
    Offices offices;

    @Autowired
    Access access;

    @BeforeAll
    void found() {
        var county = new County(transactions, offices, access).founded();
        county.officer("zhenban", "town", "disputes.dispatcher");
    }

    private List<String> named(String query) {
        return new Wire(port)
                .as("zhenban")
                .get("/api/agencies" + query)
                .body()
                .path("items")
                .valueStream()
                .map(item -> item.path("name").asString(""))
                .toList();
    }

    @Test
    void whoCoversAPlaceIsListedTheNearestFirst() {
        assertThat(named("?area=" + County.VILLAGE))
                .startsWith("village办公室")
                .contains("town办公室", "police办公室")
                .endsWith("county办公室", "department办公室")
                .doesNotContain("grid办公室");
    }

    @Test
    void withoutAPlaceItIsThatOfMyOwnOffice() {
        assertThat(named("")).contains("town办公室", "county办公室").doesNotContain("village办公室");
    }

    @Test
    void anUnknownPlaceIsSaidToBeUnknown() {
        var answer = new Wire(port).as("zhenban").get("/api/agencies?area=33.99");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.text("title")).contains("地方");
    }
}
