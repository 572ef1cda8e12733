package org.maplebridge.scenes.lawchanges;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.maplebridge.kernel.matters.Verdict;
import org.maplebridge.scenes.lawchanges.LawChange.Kind;
import org.maplebridge.scenes.lawchanges.LawChange.Mark;
import org.maplebridge.scenes.lawchanges.LawChange.Result;

class LawChangesRulesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final UUID SOMEBODY = new UUID(0, 1);
    private static final UUID ANOTHER = new UUID(0, 2);

    private static LawChange.Line line(int no, Kind kind, Optional<Mark> mark) {
        return new LawChange.Line(
                no,
                kind,
                "place",
                "",
                "条例第二条",
                "第二条",
                "CHANGED",
                Optional.empty(),
                Optional.empty(),
                0,
                List.of(),
                mark);
    }

    private static Optional<Mark> marked(Result result, Optional<LocalDate> by) {
        return Optional.of(new Mark(
                1, result, "理由", Optional.empty(), by, SOMEBODY, "测试员", Instant.parse("2026-03-02T00:00:00Z")));
    }

    private static Optional<Verdict> said(LocalDate by, LocalDate inForce) {
        var one = new LawChanges.Line(1, Result.TO_CHANGE, "理由", Optional.empty(), Optional.of(by));
        return LawChangesRules.unfit(List.of(one), List.of(line(1, Kind.PARAMETER, Optional.empty())), TODAY, inForce);
    }

    @Test
    void somethingIsChangedFromTodayOnAndBeforeTheEditionIsInForce() {
        var ahead = TODAY.plusDays(10);
        assertThat(said(TODAY.minusDays(1), ahead)).isPresent();
        assertThat(said(TODAY, ahead)).isEmpty();
        assertThat(said(ahead.minusDays(1), ahead)).isEmpty();
        assertThat(said(ahead, ahead)).isPresent();
        assertThat(said(ahead, TODAY)).as("it is in force already").isEmpty();
    }

    @Test
    void whatIsToBeChangedOrWasNotLookedAtKeepsItOpen() {
        var done = line(1, Kind.PARAMETER, marked(Result.CHANGED, Optional.empty()));
        var later = line(2, Kind.GUIDE, marked(Result.TO_CHANGE, Optional.of(TODAY)));
        assertThat(LawChangesRules.open(List.of(done))).isEmpty();
        assertThat(LawChangesRules.open(List.of(done, later))).isPresent();
        assertThat(LawChangesRules.open(List.of(line(3, Kind.LIMIT, Optional.empty()))))
                .isPresent();
        assertThat(LawChangesRules.nearest(List.of(done, later))).contains(TODAY);
    }

    @Test
    void onlyRunningLimitsLeftAsTheyAreNeedASecondOfficerWhoHasNotSaidSo() {
        var left = line(1, Kind.LIMIT, marked(Result.UNAFFECTED, Optional.empty()));
        var number = line(2, Kind.PARAMETER, marked(Result.UNAFFECTED, Optional.empty()));
        assertThat(LawChangesRules.needsSecond(List.of(number))).isFalse();
        assertThat(LawChangesRules.needsSecond(List.of(left))).isTrue();
        var change = new LawChange(
                new UUID(0, 9),
                new LawChange.Edition(new UUID(0, 8), new UUID(0, 7), new UUID(0, 6), "条例", TODAY, TODAY, 1, TODAY),
                Optional.empty(),
                Optional.empty(),
                List.of());
        assertThat(LawChangesRules.alone(SOMEBODY, change, List.of(left))).isPresent();
        assertThat(LawChangesRules.alone(ANOTHER, change, List.of(left))).isEmpty();
    }
}
