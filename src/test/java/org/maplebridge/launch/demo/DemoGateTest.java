package org.maplebridge.launch.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.maplebridge.fixtures.MapleTest;
import org.maplebridge.kernel.ground.Refused;
import org.maplebridge.launch.demo.life.LifeWire;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// While a demo folder lives its past nobody else comes in, and anybody may see how far it is.
@MapleTest
class DemoGateTest {

    @Autowired
    DemoPast past;

    @Autowired
    DemoPlan plan;

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    @AfterEach
    void itIsOver() {
        past.over();
    }

    private boolean comesIn(String path, Optional<String> pass) {
        var request = new MockHttpServletRequest("POST", path);
        pass.ifPresent(shown -> request.addHeader(LifeWire.PASS, shown));
        HandlerMethod any = requestMappingHandlerMapping
                .getHandlerMethods()
                .values()
                .iterator()
                .next();
        return new DemoGate(past).preHandle(request, new MockHttpServletResponse(), any);
    }

    @Test
    void withoutAPastTheGateIsOpen() {
        assertThat(comesIn("/api/session", Optional.empty())).isTrue();
        assertThat(new DemoFrontDoor(plan, past).underway()).isEmpty();
    }

    @Test
    void meanwhileNobodyComesInAndIsToldHowFarItIs() {
        past.lived(12, 42, 20, 140);
        for (var path : Set.of("/api/session", "/api/matters", "/api/public/scenes/disputes", "/api/demo/clock")) {
            assertThatThrownBy(() -> comesIn(path, Optional.empty())).isInstanceOfSatisfying(Refused.class, refused -> {
                assertThat(refused.problem().status()).isEqualTo(503);
                assertThat(refused.problem().detail()).contains("第 12 天，共 42 天");
            });
            assertThatThrownBy(() -> comesIn(path, Optional.of("guessed"))).isInstanceOf(Refused.class);
        }
    }

    @Test
    void theFrontPageShowsHowFarItIs() {
        past.lived(12, 42, 20, 140);
        assertThat(comesIn("/api/public/about", Optional.empty())).isTrue();
        assertThat(new DemoFrontDoor(plan, past).underway().orElseThrow().days())
                .isEqualTo(42);
    }

    @Test
    void thePastItselfComesIn() {
        past.lived(12, 42, 20, 140);
        assertThat(comesIn("/api/session", Optional.of(past.pass()))).isTrue();
    }
}
