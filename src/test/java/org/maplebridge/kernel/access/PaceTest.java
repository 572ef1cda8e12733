package org.maplebridge.kernel.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.maplebridge.fixtures.County;
import org.maplebridge.fixtures.MapleTest;
import org.maplebridge.fixtures.Wire;
import org.maplebridge.kernel.ground.Scope;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.orgs.Offices;
import org.maplebridge.kernel.parameters.Parameters;
import org.maplebridge.kernel.parameters.Verification;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Whoever asks too often waits, and is told how long; others don't notice.
@MapleTest
class PaceTest {

    private static final int FEWEST = 60;

    @LocalServerPort
    int port;

    @Autowired
    Transactions transactions;

    @Autowired
    Offices offices;

    @Autowired
    Access access;

    @Autowired
    Parameters parameters;

    @Autowired
    Pace pace;

    private void allow(String number, String value) {
        transactions.run(
                Scope.job("test"),
                work -> parameters.enter(
                        work,
                        new Parameters.Edit(
                                number,
                                Optional.of(County.COUNTY),
                                value,
                                LocalDate.of(2026, 3, 1),
                                Optional.empty(),
                                Optional.empty(),
                                Verification.LOCAL_DEFAULT,
                                new UUID(0, 1),
                                "测试",
                                "试一试",
                                UUID.randomUUID().toString())));
        pace.forget();
    }

    private static Optional<Wire.Answer> refused(Wire who, String path, int tries) {
        for (int i = 0; i < tries; i++) {
            var answer = who.get(path);
            if (answer.status() == 429) {
                return Optional.of(answer);
            }
        }
        return Optional.empty();
    }

    @Test
    void aPersonAndAnAddressAreSlowedDownEachByTheirOwnNumber() {
        var county = new County(transactions, offices, access).founded();
        county.officer("kuai", "town", "trial.worker");
        county.officer("man", "town", "trial.worker");
        var kuai = new Wire(port).as("kuai");
        var man = new Wire(port).as("man");
        assertThat(refused(kuai, "/api/me", 3 * FEWEST))
                .as("generous by default")
                .isEmpty();
        allow("access.requests-per-minute-of-person", String.valueOf(FEWEST));
        var slowed = refused(kuai, "/api/me", 3 * FEWEST).orElseThrow();
        assertThat(slowed.header("Retry-After")).contains("1");
        assertThat(slowed.text("rule")).isEqualTo("requests-of-person");
        assertThat(slowed.text("next")).contains("秒后再试");
        assertThat(man.get("/api/me").status())
                .as("somebody else at the same address")
                .isEqualTo(200);
        assertThat(new Wire(port).get("/api/public/about").status()).isEqualTo(200);
        allow("access.requests-per-minute-of-address", String.valueOf(FEWEST));
        var shut = refused(new Wire(port), "/api/public/about", 5 * FEWEST).orElseThrow();
        assertThat(shut.header("Retry-After")).contains("1");
        assertThat(shut.text("rule")).isEqualTo("requests-of-address");
        allow("access.requests-per-minute-of-address", "240000");
        allow("access.requests-per-minute-of-person", "60000");
    }
}
