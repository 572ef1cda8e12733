package org.maplebridge.launch.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.maplebridge.fixtures.MapleTest;
import org.maplebridge.fixtures.Wire;
import org.maplebridge.kernel.ground.Refused;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletRequest;

@MapleTest
class TamperDeskTest {

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Test
    void inAFolderWithoutDemoThereIsNothingToTamperWith() {
        var answer = new Wire(port)
                .post("/api/demo/tamper", Map.of("matter", UUID.randomUUID().toString()));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(404);
        assertThat(context.getBeansOfType(Tampering.class)).isEmpty();
    }

    @Test
    void onlyAddressesOfTheMachineItselfAreItsOwn() {
        for (String own : new String[] {"127.0.0.1", "127.0.0.9", "::1", "0:0:0:0:0:0:0:1", "::ffff:127.0.0.1"}) {
            OwnMachine.refuseOthers(from(own));
        }
        for (String other : new String[] {"192.0.2.7", "10.0.0.1", "fe80::1", "0.0.0.0", "2001:db8::1"}) {
            assertThatThrownBy(() -> OwnMachine.refuseOthers(from(other)))
                    .as(other)
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("这台机器");
        }
        var passedOn = from("127.0.0.1");
        passedOn.addHeader("X-Forwarded-For", "192.0.2.7");
        assertThatThrownBy(() -> OwnMachine.refuseOthers(passedOn)).isInstanceOf(Refused.class);
    }

    private static MockHttpServletRequest from(String address) {
        var request = new MockHttpServletRequest("POST", "/api/demo/tamper");
        request.setRemoteAddr(address);
        return request;
    }
}
