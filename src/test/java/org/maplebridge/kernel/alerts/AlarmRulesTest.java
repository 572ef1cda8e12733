package org.maplebridge.kernel.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.maplebridge.kernel.alerts.AlarmRules.Answer;
import org.maplebridge.kernel.alerts.AlarmRules.Raised;
import org.maplebridge.kernel.alerts.AlarmRules.Saying;
import org.maplebridge.kernel.matters.Deadline;

class AlarmRulesTest {

    private static final Instant DUE = Instant.parse("2026-09-10T16:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);

    private static Deadline limit(Deadline.State state) {
        return new Deadline(
                1,
                "errand.take",
                "base:errand.take@2010-01-01",
                Optional.empty(),
                Optional.empty(),
                "3D",
                DUE.minus(Duration.ofDays(3)),
                DUE,
                LocalDate.of(2026, 9, 10),
                true,
                "2026.1",
                state,
                Optional.empty(),
                List.of(),
                Optional.empty());
    }

    private static Answer at(Instant now, Raised raised) {
        return AlarmRules.answer(limit(Deadline.State.RUNNING), now, raised, 2, from -> from.plus(DAY));
    }

    @Test
    void beforeTheEndItIsDueSoonAndTheEndIsLookedAtNext() {
        var answer = at(DUE.minusSeconds(1), Raised.NOTHING);
        assertThat(answer.says()).contains(new Saying(AlertKind.DUE_SOON, 0));
        assertThat(answer.next()).contains(DUE);
    }

    @Test
    void theEndIsExclusiveAndWhatHasPassedItIsOverdueEvenIfNobodyWasWarned() {
        assertThat(at(DUE, Raised.NOTHING).says()).contains(new Saying(AlertKind.OVERDUE, 0));
        assertThat(at(DUE.plus(Duration.ofDays(40)), Raised.NOTHING).says()).contains(new Saying(AlertKind.OVERDUE, 0));
    }

    @Test
    void itGoesUpOneLevelAtATimeUntilTheRoot() {
        assertThat(at(DUE.plus(DAY), new Raised(true, 0, Optional.of(DUE))).says())
                .contains(new Saying(AlertKind.ESCALATED, 1));
        var last = at(DUE.plus(DAY), new Raised(true, 1, Optional.of(DUE)));
        assertThat(last.says()).contains(new Saying(AlertKind.ESCALATED, 2));
        assertThat(last.next()).isEmpty();
        assertThat(at(DUE.plus(DAY), new Raised(true, 2, Optional.of(DUE)))).isEqualTo(Answer.SILENT);
    }

    @Test
    void whatWasKeptFellAwayOrStandsStillSaysNothing() {
        for (var state : List.of(Deadline.State.MET, Deadline.State.LAPSED, Deadline.State.SUSPENDED)) {
            assertThat(AlarmRules.answer(limit(state), DUE.plus(DAY), Raised.NOTHING, 2, from -> from.plus(DAY)))
                    .isEqualTo(Answer.SILENT);
        }
    }

    @Test
    void anAlarmAlwaysMovesForward() {
        var now = DUE.plus(DAY);
        var answer = AlarmRules.answer(limit(Deadline.State.RUNNING), now, Raised.NOTHING, 2, from -> DUE);
        assertThat(answer.next().orElseThrow()).isAfter(now);
    }
}
