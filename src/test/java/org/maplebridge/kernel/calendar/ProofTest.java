package org.maplebridge.kernel.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.maplebridge.kernel.calendar.Proof.DayLine;
import org.maplebridge.kernel.calendar.Proof.Line;
import org.maplebridge.kernel.calendar.Proof.Mark;

/// The page "这个日子怎么算的" must be drawable from the proof alone.
class ProofTest {

    private static final LegalCalendar CALENDAR = LegalCalendar.builtIn();

    /// The drawing of the mock: 30 days from 5 September 2026.
    private final Proof confirmation =
            CALENDAR.due(Term.days(30), LocalDate.of(2026, 9, 5)).proof();

    @Test
    void theHeadSaysWhatWasCounted() {
        assertThat(confirmation.calendar()).isEqualTo(CALENDAR.version());
        assertThat(confirmation.term()).isEqualTo("30D");
        assertThat(confirmation.triggerDay()).isEqualTo(LocalDate.of(2026, 9, 5));
        assertThat(confirmation.firstDay()).isEqualTo(LocalDate.of(2026, 9, 6));
        assertThat(confirmation.nominalLastDay()).isEqualTo(LocalDate.of(2026, 10, 5));
        assertThat(confirmation.lastDay()).isEqualTo(LocalDate.of(2026, 10, 8));
        assertThat(confirmation.end()).isEqualTo(Instant.parse("2026-10-08T16:00:00Z"));
        assertThat(confirmation.sources()).extracting(Notice::number).containsExactly("国办发明电〔2025〕7号");
    }

    @Test
    void theDrawingMarksEveryDayFromTriggerToEnd() {
        assertThat(confirmation.complete()).isTrue();
        assertThat(confirmation.days()).hasSize(34);
        assertThat(on(9, 5)).extracting(DayLine::mark, DayLine::nth).containsExactly(Mark.TRIGGER, 0);
        assertThat(on(9, 6)).extracting(DayLine::mark, DayLine::nth).containsExactly(Mark.COUNTED, 1);
        assertThat(on(10, 5)).extracting(DayLine::mark, DayLine::nth).containsExactly(Mark.NOMINAL_LAST, 30);
        assertThat(on(10, 6)).extracting(DayLine::mark, DayLine::nth).containsExactly(Mark.POSTPONED, 0);
        assertThat(on(10, 6)).extracting(DayLine::reason, DayLine::paper).containsExactly("国庆节放假", "国办发明电〔2025〕7号");
        assertThat(on(10, 8)).extracting(DayLine::mark, DayLine::nth).containsExactly(Mark.LAST, 0);
    }

    @Test
    void theReasoningCitesItsArticles() {
        assertThat(confirmation.lines()).extracting(Line::label).containsExactly("起算", "期间", "届满", "顺延", "截止");
        assertThat(line(confirmation, "起算").text()).contains("2026年9月5日", "当日不计");
        assertThat(line(confirmation, "起算").article()).contains("民法典第二百零一条");
        assertThat(line(confirmation, "届满").text()).contains("30 日", "2026年10月5日（周一）", "国庆节放假");
        assertThat(line(confirmation, "顺延").text())
                .contains("10月5日（国庆节放假，国办发明电〔2025〕7号）", "10月6日", "10月7日", "2026年10月8日（周四）");
        assertThat(line(confirmation, "顺延").article()).contains("民法典第二百零三条");
        assertThat(line(confirmation, "截止").text()).contains("2026年10月8日 24:00");
    }

    @Test
    void workingDaysShowWhichDaysRested() {
        Proof proof =
                CALENDAR.due(Term.workingDays(5), LocalDate.of(2026, 9, 24)).proof();

        assertThat(proof.days().stream()
                        .filter(day -> day.mark() == Mark.RESTED)
                        .map(day -> day.day().date()))
                .containsExactlyElementsOf(Stream.concat(
                                LocalDate.of(2026, 9, 25).datesUntil(LocalDate.of(2026, 9, 28)),
                                LocalDate.of(2026, 10, 1).datesUntil(LocalDate.of(2026, 10, 8)))
                        .toList());
        assertThat(line(proof, "期间").text()).contains("5 个工作日", "跳过 10 个休息日");
        assertThat(proof.lines()).extracting(Line::label).doesNotContain("顺延");
    }

    @Test
    void aMakeUpWorkdayCountsAndSaysWhy() {
        Proof proof =
                CALENDAR.due(Term.workingDays(7), LocalDate.of(2025, 9, 24)).proof();
        DayLine sunday = proof.days().stream()
                .filter(day -> day.day().date().equals(LocalDate.of(2025, 9, 28)))
                .findFirst()
                .orElseThrow();

        assertThat(sunday.mark()).isEqualTo(Mark.COUNTED);
        assertThat(sunday.reason()).isEqualTo("国庆节、中秋节调休上班");
    }

    @Test
    void aLongPeriodListsItsEndOnly() {
        Proof proof = CALENDAR.due(Term.years(2), LocalDate.of(2024, 10, 3)).proof();

        assertThat(proof.complete()).isFalse();
        assertThat(proof.days())
                .extracting(DayLine::mark)
                .containsExactly(
                        Mark.NOMINAL_LAST, Mark.POSTPONED, Mark.POSTPONED, Mark.POSTPONED, Mark.POSTPONED, Mark.LAST);
    }

    @Test
    void hoursAreToldToTheMinute() {
        Proof proof = CALENDAR.due(Term.hours(48), Instant.parse("2025-10-01T01:00:00Z"))
                .proof();

        assertThat(proof.from()).isEqualTo(Instant.parse("2025-10-01T01:00:00Z"));
        assertThat(line(proof, "起算").text()).contains("2025年10月1日 09:00");
        assertThat(line(proof, "截止").text()).contains("2025年10月3日 09:00");
        assertThat(proof.sources()).isEmpty();
    }

    @Test
    void custodyCitesItsArticle() {
        Proof proof = CALENDAR.due(Term.parse("37D!custody"), LocalDate.of(2025, 9, 1))
                .proof();

        assertThat(line(proof, "顺延").article()).isEqualTo("刑事诉讼法第一百零五条第四款");
    }

    @Test
    void everyUnitCanBeExplained() {
        for (Unit unit : Unit.values()) {
            Proof proof = CALENDAR.due(Term.of(2, unit), Instant.parse("2025-10-01T01:00:00Z"))
                    .proof();

            assertThat(proof.lines()).as(unit.name()).extracting(Line::label).startsWith("起算", "期间", "届满");
            assertThat(proof.lines())
                    .as(unit.name())
                    .allSatisfy(line -> assertThat(line.text()).isNotBlank());
            assertThat(proof.days()).as(unit.name()).isNotEmpty();
        }
    }

    @Test
    void theVersionChangesWithTheNotices() {
        List<Arrangement> builtIn = HolidayTables.builtIn();
        List<Arrangement> more = new ArrayList<>(builtIn);
        more.add(PlausibleNotices.onlyFixedDays(2027));

        assertThat(CALENDAR.version()).startsWith("2026.1-").isEqualTo(new SnapshotCalendar(builtIn).version());
        assertThat(new SnapshotCalendar(more).version()).startsWith("2027.1-");
        more.add(PlausibleNotices.onlyFixedDays(2027));
        assertThat(new SnapshotCalendar(more).version()).startsWith("2027.2-");
    }

    private DayLine on(int month, int day) {
        return confirmation.days().stream()
                .filter(line -> line.day().date().equals(LocalDate.of(2026, month, day)))
                .findFirst()
                .orElseThrow();
    }

    private static Line line(Proof proof, String label) {
        return proof.lines().stream()
                .filter(line -> line.label().equals(label))
                .findFirst()
                .orElseThrow();
    }
}
