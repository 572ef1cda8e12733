package org.maplebridge.launch.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.maplebridge.fixtures.MapleTest;
import org.maplebridge.fixtures.Wire;
import org.maplebridge.kernel.access.Access;
import org.maplebridge.kernel.ground.Scope;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.orgs.Agency;
import org.maplebridge.kernel.orgs.Area;
import org.maplebridge.kernel.orgs.Level;
import org.maplebridge.kernel.orgs.Offices;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@MapleTest
class DemoCountyTest {

    private static final String GRID = "33.07.02.103.204.g01";

    @LocalServerPort
    int port;

    @Autowired
    DemoCounty demo;

    @Autowired
    DemoPlan plan;

    @Autowired
    Offices offices;

    @Autowired
    Transactions transactions;

    @Autowired
    Access access;

    @Test
    void seedingAgainChangesNothingAndTheChainIsWhole() {
        demo.seed();
        assertThat(demo.seed()).isFalse();
        transactions.run(Scope.job("test"), work -> {
            var directory = offices.at(work);
            assertThat(directory.rootArea()).map(Area::name).contains("婺城区");
            assertThat(directory.children("33.07.02"))
                    .hasSizeGreaterThan(20)
                    .allSatisfy(town -> assertThat(directory.inCharge(town.path(), Level.TOWN))
                            .isPresent());
            assertThat(directory.children("33.07.02.103.204")).hasSize(3);
            var station = directory.inCharge(GRID, Level.GRID);
            var village = station.flatMap(directory::above);
            var town = village.flatMap(directory::above);
            assertThat(station.map(Agency::level)).contains(Level.GRID);
            assertThat(village.map(Agency::kind)).contains("MEDIATION_COMMITTEE");
            assertThat(town.map(Agency::area)).contains("33.07.02.103");
            assertThat(town.flatMap(directory::above).map(Agency::level)).contains(Level.COUNTY);
            for (var post : plan.named()) {
                assertThat(directory.agencies(area(post)).stream()
                                .filter(agency -> agency.name().equals(post.office()))
                                .flatMap(agency -> directory.posts(agency.id()).stream())
                                .filter(each -> each.title().equals(post.title()))
                                .flatMap(each -> directory.holders(each.id(), work.today()).stream())
                                .map(holder -> holder.staff().name()))
                        .as(post.title())
                        .containsExactly(post.staff());
            }
            return true;
        });
    }

    /// A scene that comes later brings its post along; an older folder gets it at the next start, once.
    @Test
    void aSceneMayAskForAPostAndGetsItOnce() {
        demo.seed();
        assertThat(demo.join()).containsExactly("jieli");
        assertThat(demo.join()).isEmpty();
        var me = new Wire(port).as("jieli", DemoPlan.PASSWORD).get("/api/me");
        assertThat(me.toString()).contains("演示接力员", "stretch.relay.desk");
        assertThat(plan.ofScenes())
                .flatExtracting(DemoPlan.PlannedPost::roles)
                .allMatch(role -> access.role(role).isPresent());
    }

    @Test
    void everyRoleOfTheCountyIsDeclaredSomewhere() {
        assertThat(plan.named().stream().flatMap(post -> post.roles().stream()))
                .contains("kernel.supervisor", "kernel.legal-officer")
                .allMatch(role -> access.role(role).isPresent());
        assertThat(plan.dutyAt("33.07.02.100").roles())
                .allMatch(role -> access.role(role).isPresent());
    }

    private String area(DemoPlan.PlannedPost post) {
        return Optional.of(post.agency())
                .filter(key -> key.startsWith("town:"))
                .map(key -> key.substring("town:".length()))
                .orElseGet(() -> plan.agencies().stream()
                        .filter(agency -> agency.key().equals(post.agency()))
                        .findFirst()
                        .orElseThrow()
                        .area());
    }
}
