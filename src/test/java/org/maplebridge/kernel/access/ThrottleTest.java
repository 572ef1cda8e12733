package org.maplebridge.kernel.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.maplebridge.kernel.ground.Refused;

class ThrottleTest {

    @Test
    void aMinutesWorthAtOnceAndThenNoMore() {
        var throttle = new Throttle();
        for (int i = 0; i < 5; i++) {
            throttle.spend("progress", "10.0.0.1", 5);
        }
        assertThatThrownBy(() -> throttle.spend("progress", "10.0.0.1", 5))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.problem().status()).isEqualTo(429));
        assertThatCode(() -> throttle.spend("progress", "10.0.0.2", 5)).doesNotThrowAnyException();
        assertThatCode(() -> throttle.spend("sign-in", "10.0.0.1", 5)).doesNotThrowAnyException();
    }
}
