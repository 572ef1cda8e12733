package org.maplebridge.kernel.laws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class LawWordingTest {

    @Test
    void questionsLeaveOnlyEncrypted() {
        assertThat(new LawWording("", "", "").on()).isFalse();
        assertThat(new LawWording("https://model.example/v1", "m", "").on()).isTrue();
        for (var url :
                List.of("http://model.example/v1", "ftp://127.0.0.1/", "model.example", "http://127.0.0.1.example/")) {
            assertThatThrownBy(() -> new LawWording(url, "m", "")).as(url).isInstanceOf(IllegalStateException.class);
        }
    }
}
