package org.maplebridge.kernel.evaluations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maplebridge.fixtures.County;
import org.maplebridge.fixtures.MapleTest;
import org.maplebridge.fixtures.Wire;
import org.maplebridge.kernel.access.Access;
import org.maplebridge.kernel.ground.Scope;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.orgs.Offices;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What people think is told of whole blocks of months: nobody learns by subtracting what one of them said.
@MapleTest
class PooledEvaluationsTest {

    private static final Scope JOB = Scope.job("test");

    private static final String SAID = """
        insert into evaluations.given (matter, no, at, scene, domain, area, agency, grade, words, by_party, recorder)
        values (:matter, 1, cast(:day as timestamp) at time zone 'Asia/Shanghai', :scene, 'general', :area, :agency,
                :grade, :words, true, 'citizen')\
        """;

    @LocalServerPort
    int port;

    @Autowired
    Transactions transactions;

    @Autowired
    Offices offices;

    @Autowired
    Access access;

    @Autowired
    JdbcClient db;

    private YearMonth now = YearMonth.of(2000, 1);
    private UUID town = new UUID(0, 0);
    private Wire supervisor = new Wire(0);

    @BeforeEach
    void found() {
        transactions.run(JOB, work -> db.sql("delete from evaluations.given").update());
        if (transactions.run(JOB, work -> offices.at(work).area(County.TOWN).isEmpty())) {
            var county = new County(transactions, offices, access).founded();
            county.officer("jian", "county", "kernel.supervisor");
        }
        town = transactions.run(
                JOB,
                work -> offices.at(work).agencies(County.TOWN).stream()
                        .filter(agency -> agency.kind().equals("TOWN_CENTER"))
                        .findFirst()
                        .orElseThrow()
                        .id());
        supervisor = new Wire(port).as("jian");
        now = YearMonth.from(transactions.run(JOB, Work::today));
    }

    private record Place(String scene, String area) {}

    private static final Place TOWN = new Place("disputes", County.TOWN);

    private void said(Place place, int many, YearMonth month, Grade grade) {
        transactions.run(JOB, work -> {
            for (int i = 0; i < many; i++) {
                var id = UUID.randomUUID();
                db.sql(SAID)
                        .param("matter", id)
                        .param("day", month.atDay(1).toString())
                        .param("scene", place.scene())
                        .param("area", place.area())
                        .param("agency", town)
                        .param("grade", grade.name())
                        .param("words", "办得" + grade.title() + "，编号 " + id)
                        .update();
            }
            return true;
        });
    }

    private Wire.Answer summary(String query) {
        var answer = supervisor.get("/api/evaluations/summary?by=AREA&area=" + query);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer;
    }

    private static String window(LocalDate from, YearMonth until) {
        return "&from=" + from + "&until=" + until.atEndOfMonth();
    }

    @Test
    void oneMoreJudgementChangesNoFigure() {
        var enough = now.minusMonths(3);
        said(TOWN, 30, enough, Grade.SATISFIED);
        said(TOWN, 10, enough, Grade.DISSATISFIED);
        said(TOWN, 1, now.minusMonths(2), Grade.DISSATISFIED);
        said(TOWN, 1, now, Grade.DISSATISFIED);
        var first = enough.atDay(1);
        var before = summary(County.COUNTY + window(first, enough));
        assertThat(before.text("whole.share")).isEqualTo("75.0");
        for (var until = now.minusMonths(2); !until.isAfter(now); until = until.plusMonths(1)) {
            var after = summary(County.COUNTY + window(first, until));
            assertThat(after.text("whole.share")).as(until.toString()).isEqualTo("75.0");
            assertThat(after.body().at("/whole/valid").asInt()).isEqualTo(40);
            assertThat(after.text("told.until")).isEqualTo(enough.atEndOfMonth().toString());
            assertThat(after.body().path("blocks")).hasSize(1);
        }
        var late = summary(County.COUNTY + window(now.minusMonths(2).atDay(1), now));
        assertThat(late.body().at("/whole/counts").isMissingNode()).isTrue();
        assertThat(late.text("note")).contains("不到 30 件", "还没过完的这个月");
    }

    @Test
    void whatIsLeftOfTheAreaAboveIsNotFoundBySubtracting() {
        var month = now.minusMonths(2);
        said(TOWN, 40, month, Grade.SATISFIED);
        said(new Place("disputes", County.OTHER_TOWN), 1, month, Grade.DISSATISFIED);
        assertThat(summary(County.COUNTY).text("whole.share")).isEqualTo("97.6");
        var town = summary(County.TOWN);
        assertThat(town.body().at("/whole/share").isMissingNode()).isTrue();
        assertThat(town.text("whole.hidden")).contains("推算");
        assertThat(summary(County.COUNTY).body().path("rows").findValuesAsString("share"))
                .isEmpty();
        var offices = supervisor.get("/api/evaluations/summary?by=OFFICE&area=" + County.COUNTY);
        assertThat(offices.body().path("rows").findValuesAsString("share"))
                .as("all of it is the work of one office: the same as the whole")
                .containsExactly("97.6");
    }

    @Test
    void whatIsLeftOfAnotherSceneIsNotFoundBySubtracting() {
        var month = now.minusMonths(2);
        said(TOWN, 40, month, Grade.SATISFIED);
        said(new Place("corrections", County.TOWN), 1, month, Grade.DISSATISFIED);
        assertThat(summary(County.TOWN).text("whole.share")).isEqualTo("97.6");
        var disputes = summary(County.TOWN + "&scene=disputes");
        assertThat(disputes.body().at("/whole/share").isMissingNode()).isTrue();
    }

    @Test
    void whatIsLeftOfAnotherSceneInOneOfTheTownsIsNotFoundBySubtracting() {
        var month = now.minusMonths(2);
        said(TOWN, 40, month, Grade.SATISFIED);
        said(new Place("corrections", County.TOWN), 1, month, Grade.DISSATISFIED);
        said(new Place("disputes", County.OTHER_TOWN), 39, month, Grade.FAIRLY);
        said(new Place("corrections", County.OTHER_TOWN), 45, month, Grade.FAIRLY);
        assertThat(summary(County.COUNTY).body().path("rows").findValuesAsString("share"))
                .containsExactlyInAnyOrder("97.6", "100.0");
        var disputes = summary(County.COUNTY + "&scene=disputes");
        assertThat(disputes.text("whole.share")).isEqualTo("100.0");
        assertThat(disputes.body().path("rows").findValuesAsString("share"))
                .as("nor as the whole without the other town")
                .isEmpty();
    }

    /// Where a part is hidden, another is hidden with it; the two together must not tell of the one either.
    @Test
    void whatIsHiddenTogetherDoesNotTellOfAnotherSceneEither() {
        var month = now.minusMonths(2);
        said(TOWN, 40, month, Grade.SATISFIED);
        said(new Place("corrections", County.TOWN), 1, month, Grade.DISSATISFIED);
        said(new Place("disputes", County.OTHER_TOWN), 35, month, Grade.FAIRLY);
        said(new Place("disputes", County.COUNTY), 50, month, Grade.FAIRLY);
        said(new Place("corrections", County.COUNTY), 45, month, Grade.FAIRLY);
        assertThat(summary(County.COUNTY).body().path("rows").findValuesAsString("share"))
                .hasSize(3);
        assertThat(summary(County.COUNTY + "&scene=disputes")
                        .body()
                        .path("rows")
                        .findValuesAsString("share"))
                .as("the county's own, from the whole, leaves both towns: all but one of those who are told")
                .isEmpty();
    }

    @Test
    void anOfficeThatIsAlmostAPlaceIsNotToldBesideIt() {
        var month = now.minusMonths(2);
        said(TOWN, 40, month, Grade.SATISFIED);
        town = transactions.run(
                JOB,
                work -> offices.at(work).agencies(County.OTHER_TOWN).getFirst().id());
        said(TOWN, 1, month, Grade.DISSATISFIED);
        said(new Place("disputes", County.OTHER_TOWN), 39, month, Grade.FAIRLY);
        assertThat(summary(County.COUNTY).body().path("rows").findValuesAsString("share"))
                .containsExactlyInAnyOrder("97.6", "100.0");
        var offices = supervisor.get("/api/evaluations/summary?by=OFFICE&area=" + County.COUNTY);
        assertThat(offices.body().path("rows").findValuesAsString("valid")).containsExactly("40", "40");
        assertThat(offices.body().path("rows").findValuesAsString("share")).isEmpty();
    }

    @Test
    void wordsComeFromBlocksOfThirtyWordsWithoutDayAndPlace() {
        var enough = now.minusMonths(3);
        said(TOWN, 29, enough, Grade.SATISFIED);
        assertThat(supervisor.get("/api/evaluations/words").body().path("items"))
                .isEmpty();
        said(TOWN, 1, enough, Grade.FAIRLY);
        said(TOWN, 1, now.minusMonths(1), Grade.DISSATISFIED);
        said(TOWN, 1, now, Grade.DISSATISFIED);
        var items = supervisor.get("/api/evaluations/words").body().path("items");
        assertThat(items).hasSize(30);
        assertThat(items.toString()).doesNotContain("不满意");
        assertThat(items.get(0).propertyNames()).containsExactlyInAnyOrder("gradeTitle", "words");
        var again = supervisor.get("/api/evaluations/words").body().path("items");
        assertThat(again.toString()).as("shuffled each time").isNotEqualTo(items.toString());
    }
}
