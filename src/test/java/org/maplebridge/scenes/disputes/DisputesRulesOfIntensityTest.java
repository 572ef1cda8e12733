package org.maplebridge.scenes.disputes;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maplebridge.fixtures.MapleTest;
import org.maplebridge.kernel.ground.Scope;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.parameters.Parameters;
import org.maplebridge.kernel.scores.Scorecards;
import org.maplebridge.kernel.scores.Scored;
import org.maplebridge.scenes.disputes.DisputesRulesOfIntensity.Colour;
import org.springframework.beans.factory.annotation.Autowired;

/// Intensity by the handbook (04 §5) as the card of `disputes.yml` counts it, and what missing data does to it.
@MapleTest
class DisputesRulesOfIntensityTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 4);

    @Autowired
    Scorecards cards;

    @Autowired
    Parameters parameters;

    @Autowired
    Transactions transactions;

    private Scored scored(Dispute.Flags flags, Dispute.Extent extent) {
        return transactions.run(
                Scope.job("test"),
                work -> cards.card(DisputesRulesOfIntensity.CARD)
                        .score(
                                DisputesRulesOfIntensity.known(flags, extent),
                                name -> parameters.at(work, name, "33.07", DAY)));
    }

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
        var found = scored(
                new Dispute.Flags(
                        Optional.of(vulnerable),
                        Optional.of(threat),
                        Optional.of(injury),
                        Optional.of(violence),
                        Optional.empty(),
                        false),
                new Dispute.Extent(Optional.of(people), Optional.of(amount)));
        assertThat(found.whole()).isEqualTo(score);
        assertThat(Colour.of(found.band())).isEqualTo(colour);
        assertThat(found.known()).isEqualTo(6).isEqualTo(found.of());
        assertThat(found.words()).isNotEmpty();
    }

    @Test
    void missingDataIsGreyNeverRed() {
        var found = scored(Dispute.Flags.UNKNOWN, Dispute.Extent.UNKNOWN);
        assertThat(Colour.of(found.band())).isEqualTo(Colour.GREY);
        assertThat(found.words()).hasSize(6).allMatch(reason -> reason.startsWith("不知道是否"));
    }

    @Test
    void aThreatCountsThoughTheRestIsUnknown() {
        var found = scored(Dispute.Flags.UNKNOWN.raised(Choices.Danger.THREAT, true), Dispute.Extent.UNKNOWN);
        assertThat(Colour.of(found.band())).isEqualTo(Colour.ORANGE);
        assertThat(found.known()).isEqualTo(1);
        assertThat(found.version()).isEqualTo("激化度 第 1 版");
    }

    @Test
    void everyColourIsABandOfTheCard() {
        var card = cards.card(DisputesRulesOfIntensity.CARD);
        for (var colour : Colour.values()) {
            var band = card.band(colour.name());
            assertThat(band.title()).isEqualTo(colour.title());
            assertThat(band.colour()).isEqualTo(colour.code());
        }
    }
}
