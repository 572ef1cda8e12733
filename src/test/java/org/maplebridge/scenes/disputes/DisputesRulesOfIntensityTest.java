package org.maplebridge.scenes.disputes;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maplebridge.scenes.disputes.DisputesRulesOfIntensity.Colour;
import org.maplebridge.scenes.disputes.DisputesRulesOfIntensity.Known;
import org.maplebridge.scenes.disputes.DisputesRulesOfIntensity.Weights;

/// Intensity by the handbook (04 §5), and what missing data does to it.
class DisputesRulesOfIntensityTest {

    private static final Weights WEIGHTS =
            new Weights(40, 25, 15, 5, 10, new BigDecimal("500000"), 10, 10, new BigDecimal("1000000"), 60, 40, 20);

    @ParameterizedTest
    @CsvSource({
        "false, false, false, false, 2, 0, 0, GREEN",
        "true,  false, false, false, 2, 0, 40, ORANGE",
        "true,  true,  false, false, 2, 0, 65, RED",
        "true,  false, false, true, 4, 500000, 60, RED",
        "false, true,  false, false, 2, 0, 25, YELLOW",
        "false, false, false, false, 5, 0, 15, GREEN",
        "false, false, false, true, 5, 0, 25, YELLOW",
        "false, false, true,  false, 2, 0, 0, ORANGE",
        "false, false, false, false, 4, 499999.99, 0, GREEN",
        "true,  true,  true,  true, 5, 500000, 100, RED",
        "false, false, false, false, 10, 0, 15, RED",
        "false, false, false, false, 9, 1000000, 25, RED"
    })
    void eachFactorWeighsWhatTheHandbookSays(
            boolean threat,
            boolean injury,
            boolean violence,
            boolean vulnerable,
            int people,
            BigDecimal amount,
            int score,
            Colour colour) {
        var found = DisputesRulesOfIntensity.intensity(
                new Known(
                        Optional.of(threat),
                        Optional.of(injury),
                        Optional.of(violence),
                        Optional.of(vulnerable),
                        Optional.of(people),
                        Optional.of(amount)),
                WEIGHTS);
        assertThat(found.score()).isEqualTo(score);
        assertThat(found.colour()).isEqualTo(colour);
        assertThat(found.coverage()).isEqualTo(6);
    }

    @Test
    void missingDataIsGreyNeverRed() {
        var found = DisputesRulesOfIntensity.intensity(Known.NOTHING, WEIGHTS);
        assertThat(found.colour()).isEqualTo(Colour.GREY);
        assertThat(found.reasons()).hasSize(6).allMatch(reason -> reason.startsWith("不知道是否"));
    }

    @Test
    void aThreatCountsThoughTheRestIsUnknown() {
        var nothing = Known.NOTHING;
        var found = DisputesRulesOfIntensity.intensity(
                new Known(
                        Optional.of(true),
                        nothing.injury(),
                        nothing.violence(),
                        nothing.vulnerable(),
                        nothing.people(),
                        nothing.amount()),
                WEIGHTS);
        assertThat(found.colour()).isEqualTo(Colour.ORANGE);
        assertThat(found.coverage()).isEqualTo(1);
    }
}
