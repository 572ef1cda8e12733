package org.maplebridge.scenes.allowances;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.maplebridge.scenes.allowances.Allowance.Objection;

/// Which objections are to the showing that lasts now.
class AllowancesShownTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 10);

    private static Allowance shown(LocalDate day, Optional<Integer> after) {
        return new Allowance(
                UUID.randomUUID(),
                "BT-1",
                new Allowance.Place(UUID.randomUUID(), "某司法所", "33.07.02.001"),
                DAY.withDayOfMonth(1),
                false,
                Optional.empty(),
                Optional.of(day.atTime(9, 0).toInstant(ZoneOffset.ofHours(8))),
                after,
                Optional.of(day.plusDays(7)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    @Test
    void whatCameBeforeASheetWasShownAgainIsNoneBeItOnTheSameDay() {
        var said = List.of(new Objection(1, 1, DAY, "不同意", Optional.empty()));
        assertThat(AllowancesRules.sinceShown(shown(DAY, Optional.of(0)), said)).isEqualTo(said);
        assertThat(AllowancesRules.sinceShown(shown(DAY, Optional.of(1)), said)).isEmpty();
    }

    @Test
    void whereOnlyTheDayWasKeptItDecides() {
        var said = List.of(new Objection(1, 1, DAY, "不同意", Optional.empty()));
        assertThat(AllowancesRules.sinceShown(shown(DAY, Optional.empty()), said))
                .isEqualTo(said);
        assertThat(AllowancesRules.sinceShown(shown(DAY.plusDays(1), Optional.empty()), said))
                .isEmpty();
    }
}
