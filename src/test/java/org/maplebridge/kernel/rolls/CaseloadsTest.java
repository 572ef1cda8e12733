package org.maplebridge.kernel.rolls;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.maplebridge.fixtures.County;
import org.maplebridge.fixtures.DisputeForms;
import org.maplebridge.fixtures.MapleTest;
import org.maplebridge.kernel.ground.Scope;
import org.maplebridge.kernel.stats.Caseloads;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Who has finished what, and who of them stands in the register of mediators.
@MapleTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CaseloadsTest extends RollsStory {

    private static final int MANY = 201;
    private static final Scope JOB = Scope.job("test");

    @Autowired
    Caseloads caseloads;

    @Autowired
    MediatorRoll roll;

    @Autowired
    JdbcClient db;

    private List<Caseloads.Case> closed(String area) {
        return transactions.run(JOB, work -> caseloads.closed(area, today, today));
    }

    private UUID staffOf(String login) {
        return UUID.fromString(Optional.ofNullable(staff.get(login)).orElseThrow());
    }

    private Optional<Caseloads.Case> of(String matter) {
        return transactions.run(JOB, work -> caseloads.among(List.of(UUID.fromString(matter)))).stream()
                .findFirst();
    }

    @Test
    void aClosedFileSaysWhoCameToTheAgreementAndAReopenedOneIsNone() {
        var matter = dispute("院墙");
        assertThat(of(matter)).isEmpty();
        settle(matter);
        var file = of(matter).orElseThrow();
        assertThat(file.doer()).contains(staffOf("zhentiao"));
        assertThat(file.agreed()).isTrue();
        assertThat(file.settled()).isTrue();
        assertThat(file.form()).isPresent();
        assertThat(file.grade()).contains("SATISFIED");
        assertThat(file.weight()).isEmpty();
        assertThat(file.faults()).isEmpty();
        assertThat(file.closed()).isEqualTo(today);
        assertThat(closed(County.TOWN)).contains(file);
        assertThat(closed(County.OTHER_TOWN)).isEmpty();
        ok(as("zhenban").move(matter, "reopen", Map.of("ground", "NOT_PERFORMED", "words", "钱没有给。")));
        assertThat(of(matter)).isEmpty();
    }

    /// Reviewers are another scene; what it says of files is written down as it would.
    private void reviewed(String matter, Optional<String> serious) {
        transactions.run(JOB, work -> {
            var review = UUID.randomUUID();
            db.sql("""
                insert into reviews.review
                       (matter, subject, subject_code, scene, reason, office, handlers, concluded_on,
                        closing)
                values (:review, :file, 'X', 'disputes', '抽查', :review, '{}', :day,
                        (select closed_at from matters.matter where id = :file))\
                """)
                    .param("review", review)
                    .param("file", UUID.fromString(matter))
                    .param("day", work.today())
                    .update();
            serious.ifPresent(words -> db.sql("insert into reviews.defect values (:review, 'D07', 'SERIOUS', :words)")
                    .param("review", review)
                    .param("words", words)
                    .update());
            return true;
        });
    }

    private int doubts(String matter) {
        return of(matter).orElseThrow().doubts();
    }

    @Test
    void whoeverClosesAFileMayExplainADoubtAndOnlyAReviewerClearsIt() {
        var matter = dispute("樟树");
        settled(matter);
        ok(as("zhentiao").move(matter, "close", Map.of("summary", "办完了。", "explained", "没有什么")));
        assertThat(doubts(matter)).as("closed within minutes").isPositive();
        reviewed(matter, Optional.empty());
        assertThat(doubts(matter)).isZero();
        var other = dispute("桂树");
        settle(other);
        reviewed(other, Optional.of("没有履行就记成化解"));
        assertThat(doubts(other)).isPositive();
        assertThat(of(other).orElseThrow().faults()).isPresent();
    }

    @Test
    void aReviewOfTheFirstClosingSaysNothingOfASecondOnTheSameDay() {
        var matter = dispute("枇杷树");
        settle(matter);
        assertThat(doubts(matter)).isPositive();
        reviewed(matter, Optional.empty());
        assertThat(doubts(matter)).isZero();
        ok(as("zhenban2").move(matter, "reopen", Map.of("ground", "NOT_PERFORMED", "words", "钱没有给。")));
        settleAgain(matter);
        assertThat(of(matter).orElseThrow().closed()).isEqualTo(today);
        assertThat(doubts(matter)).isPositive();
        reviewed(matter, Optional.empty());
        assertThat(doubts(matter)).isZero();
    }

    @Test
    void whoEndedOneWithoutAnAgreementIsNamedAndItCountsAsNotAgreed() {
        var matter = dispute("水渠");
        ok(as("zhentiao").move(matter, "register", DisputeForms.calm()));
        ok(as("zhentiao")
                .move(
                        matter,
                        "route",
                        Map.of("area", County.TOWN, "category", "LAND", "agency", town, "reason", "就近")));
        ok(as("zhentiao").move(matter, "accept", Map.of()));
        ok(as("zhentiao").move(matter, "begin", Map.of("willing", "BOTH", "informed", true)));
        ok(as("zhentiao").move(matter, "fail", Map.of("reason", "NO_CONSENSUS", "note", "分歧太大。", "informed", true)));
        ok(as("zhenban").move(matter, "evaluate", Map.of("grade", "DISSATISFIED", "channel", "PHONE")));
        ok(as("zhentiao").move(matter, "close", Map.of("summary", "没有调成。")));
        var file = of(matter).orElseThrow();
        assertThat(file.agreed()).isFalse();
        assertThat(file.settled()).isFalse();
        assertThat(file.form()).isEmpty();
        assertThat(file.doer()).contains(staffOf("zhentiao"));
    }

    @Test
    void aDecidedGradeEndsTheOneBeforeAndIsGivenOnce() {
        var facts = Map.of(
                "kind",
                "FULL",
                "staff",
                Optional.ofNullable(staff.get("zhentiao")).orElseThrow());
        var line = enter("jiandu", "mediators", line(County.TOWN, "钱调解", today.minusYears(3), facts));
        var first = Map.of("grade", "FOUR", "paper", "婺司〔2025〕1号");
        enter("jiandu", "grades", part(line, "", today.minusYears(1), first));
        enter("jiandu", "trainings", part(line, "年度培训", today.minusMonths(2), Map.of("hours", "16", "exam", "88")));
        var found = transactions
                .run(JOB, work -> roll.ofStaff(staffOf("zhentiao"), today))
                .orElseThrow();
        assertThat(found.grade()).contains("FOUR");
        assertThat(found.since()).isEqualTo(today.minusYears(3));
        assertThat(found.trainings().getFirst().exam()).contains(88);
        var by = new MediatorRoll.Decider(staffOf("jiandu"), "监督员");
        for (int time = 0; time < 2; time++) {
            transactions.run(JOB, work -> {
                roll.regrade(work, found.line(), "THREE", "婺司〔2026〕9号", today, by);
                return true;
            });
        }
        assertThat(transactions.run(JOB, work -> roll.of(found.line(), today)).flatMap(MediatorRoll.Mediator::grade))
                .contains("THREE");
        assertThat(transactions
                        .run(JOB, work -> roll.of(found.line(), today.minusDays(1)))
                        .flatMap(MediatorRoll.Mediator::grade))
                .contains("FOUR");
        var kept = whole("mediators", line).toString();
        assertThat(kept).contains("婺司〔2025〕1号").containsOnlyOnce("\"reason\":\"婺司〔2026〕9号\"");
    }

    @Test
    void everyMediatorOfAnAreaIsFoundHoweverManyThereAre() {
        int before = inOffice().size();
        transactions.run(JOB, work -> {
            for (int at = 0; at < MANY; at++) {
                var line = UUID.randomUUID();
                version(line, at, today.minusYears(4), Optional.of(today.minusYears(2)));
                version(line, at, today.minusYears(2).plusDays(1), Optional.empty());
            }
            return true;
        });
        var found = inOffice();
        assertThat(found).hasSize(before + MANY);
        assertThat(found.stream().filter(each -> each.name().startsWith("众调解")))
                .hasSize(MANY)
                .allMatch(each -> each.since().equals(today.minusYears(4)));
        assertThat(transactions.run(JOB, work -> roll.inOffice(County.OTHER_TOWN, today)).stream()
                        .filter(each -> each.name().startsWith("众调解")))
                .isEmpty();
    }

    private List<MediatorRoll.Mediator> inOffice() {
        return transactions.run(JOB, work -> roll.inOffice(County.COUNTY, today));
    }

    private void version(UUID line, int at, LocalDate first, Optional<LocalDate> last) {
        db.sql("""
            insert into rolls.entry (id, line, roll, area, name, facts, first_day, last_day, withdrawn, entered_by,
                                     entered_name, entered_at)
            values (:id, :line, 'mediators', :area, :name, '{"kind": "PART"}', :first, :last, false, :line, '测试',
                    now())
            """)
                .param("id", UUID.randomUUID())
                .param("line", line)
                .param("area", County.VILLAGE)
                .param("name", "众调解" + at)
                .param("first", first)
                .param("last", last.orElse(null))
                .update();
    }
}
