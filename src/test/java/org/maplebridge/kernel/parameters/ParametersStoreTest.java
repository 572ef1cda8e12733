package org.maplebridge.kernel.parameters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maplebridge.fixtures.MapleTest;
import org.maplebridge.kernel.ground.Problem;
import org.maplebridge.kernel.ground.Refused;
import org.maplebridge.kernel.ground.Scope;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.orgs.Area;
import org.maplebridge.kernel.orgs.Offices;
import org.maplebridge.kernel.parameters.Parameters.Edit;
import org.springframework.beans.factory.annotation.Autowired;

@MapleTest
class ParametersStoreTest {

    private static final Scope JOB = Scope.job("test");
    private static final Scope COUNTY = Scope.of("fawu", List.of("a:33.07.02|general"));
    private static final String NAME = "access.lock-minutes";
    private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);
    private static final UUID FAWU = new UUID(0, 7);

    @Autowired
    Parameters parameters;

    @Autowired
    Offices offices;

    @Autowired
    Transactions transactions;

    @BeforeEach
    void twoCounties() {
        in(
                JOB,
                work -> offices.importAreas(
                        work,
                        List.of(
                                new Area("33", "浙江省"),
                                new Area("33.07", "金华市"),
                                new Area("33.07.02", "婺城区"),
                                new Area("33.07.03", "金东区"))));
    }

    @Test
    void anEditCountsInItsAreaFromItsDay() {
        var entered = in(JOB, work -> parameters.enter(work, edit("33.07.02", "20", "key-area-1")));
        assertThat(value("33.07.02", FIRST)).isEqualTo("20");
        assertThat(value("33.07.02", FIRST.minusDays(1))).isEqualTo("15");
        assertThat(value("33.07.03", FIRST)).isEqualTo("15");
        var found1 = in(JOB, work -> parameters.version(work, entered.version()));
        assertThat(found1).contains(entered);
        var found2 = in(JOB, work -> parameters.overrides(work, entered));
        assertThat(found2).map(Parameter::version).containsExactly("base:access.lock-minutes@2011-01-01");
    }

    @Test
    void ofTwoEditsForOnePlaceAndDayTheLaterCounts() {
        in(JOB, work -> parameters.enter(work, edit("33.07.02", "30", "key-late-1")));
        in(JOB, work -> parameters.enter(work, edit("33.07.02", "31", "key-late-2")));
        assertThat(value("33.07.02", FIRST)).isEqualTo("31");
        var found3 = in(JOB, work -> parameters.versions(work, NAME));
        assertThat(found3.getLast().version()).startsWith("base:");
    }

    @Test
    void noPersonEntersANumberAlone() {
        for (var area : List.of("33.07.02", "33.07.03", "33.07")) {
            assertThatThrownBy(() -> in(COUNTY, work -> parameters.enter(work, edit(area, "20", "key-alone-1"))))
                    .as(area)
                    .hasStackTraceContaining("row-level security");
        }
    }

    @Test
    void submittingTwiceEntersOnce() {
        var first = in(JOB, work -> parameters.enter(work, edit("33.07.02", "40", "key-twice")));
        var again = in(JOB, work -> parameters.enter(work, edit("33.07.02", "40", "key-twice")));
        assertThat(again).isEqualTo(first);
        assertThatThrownBy(() -> in(JOB, work -> parameters.enter(work, edit("33.07.02", "41", "key-twice"))))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("另一份内容");
    }

    @Test
    void everyFaultIsNamed() {
        var bad = new Edit(
                NAME,
                Optional.of("99.99"),
                "100000",
                LocalDate.of(1900, 1, 1),
                Optional.of(LocalDate.of(1899, 1, 1)),
                Optional.empty(),
                Verification.TEXT_CHECKED,
                FAWU,
                "法制员",
                "无",
                "short");
        assertThatThrownBy(() -> in(JOB, work -> parameters.enter(work, bad)))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.problem().fields())
                                .map(Problem.Field::name)
                                .containsExactly(
                                        "value", "area", "from", "until", "article", "reason", "Idempotency-Key"));
    }

    private String value(String area, LocalDate day) {
        return in(JOB, work -> parameters.at(work, NAME, area, day)).value();
    }

    private static Edit edit(String area, String value, String key) {
        return new Edit(
                NAME,
                Optional.of(area),
                value,
                FIRST,
                Optional.empty(),
                Optional.empty(),
                Verification.LOCAL_DEFAULT,
                FAWU,
                "法制员",
                "本地安全要求",
                key);
    }

    private <T> T in(Scope scope, Function<Work, T> body) {
        return transactions.run(scope, body);
    }
}
