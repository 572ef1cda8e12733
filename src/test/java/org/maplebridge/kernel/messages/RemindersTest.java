package org.maplebridge.kernel.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.maplebridge.fixtures.DisputeForms;
import org.maplebridge.fixtures.TestClock;
import org.maplebridge.fixtures.Wire;
import org.maplebridge.kernel.alerts.Alarms;
import org.maplebridge.kernel.ground.Work;
import org.springframework.beans.factory.annotation.Autowired;

/// Parties are reminded of what they promised, part by part, before the day and once.
class RemindersTest extends MessagesStory {

    private static final String WORDS = "快到履行的日子";

    @Autowired
    Alarms alarms;

    @Autowired
    Reminders reminders;

    private LocalDate today() {
        return transactions.run(JOB, Work::today);
    }

    private void days(int many) {
        for (int day = 0; day < many; day++) {
            aDay();
        }
        at(10);
        sent();
    }

    /// At ten in the morning.
    private void aDay() {
        TestClock.pass(Duration.ofDays(1));
        alarms.sweep();
        reminders.round();
        sent();
    }

    /// The day before the one on which the part is due in law.
    private LocalDate last(Opened matter) {
        var limits = new Wire(port)
                .as("ren")
                .get("/api/matters/" + matter.id() + "/deadlines")
                .body();
        return limits.path("items")
                .valueStream()
                .filter(limit -> limit.path("parameter").asString("").equals("disputes.perform"))
                .filter(limit -> limit.path("state").asString("").matches("RUNNING|AWAITING_CALENDAR"))
                .map(limit ->
                        LocalDate.parse(limit.path("lastDay").asString("")).minusDays(1))
                .findFirst()
                .orElseThrow();
    }

    private Opened agreed(String applicant, String phone) {
        var matter = dispute(applicant, phone);
        handled(matter, DisputeForms.calmBut("respondent", "独孤邻居"));
        moved(matter, "accept", Map.of());
        moved(matter, "begin", Map.of("willing", "BOTH", "informed", true));
        var said = new HashMap<String, Object>(DisputeForms.agreement(today(), "墙根渗水。", "赔六百元，分两次付清。"));
        said.put("performBy", today().plusDays(60).toString());
        said.put(
                "plan",
                List.of(
                        Map.of("day", today().plusDays(30).toString(), "amount", "300"),
                        Map.of("day", today().plusDays(60).toString(), "amount", "300")));
        moved(matter, "agree", said);
        moved(matter, "perform", Map.of());
        sent();
        return matter;
    }

    private long reminded(String phone) {
        return pigeon.to(phone).stream().filter(text -> text.contains(WORDS)).count();
    }

    @Test
    void eachPartOfAnInstalmentIsRemindedOfOnceBeforeItsDay() {
        var matter = agreed("独孤期甲", "13900000071");
        var first = today().plusDays(30);
        days(15);
        assertThat(reminded("13900000071")).as("too early").isZero();
        while (reminded("13900000071") == 0 && today().isBefore(first.plusDays(10))) {
            aDay();
        }
        assertThat(today()).as("neither weeks before nor on the last day").isBetween(first.minusDays(4), last(matter));
        days(5);
        assertThat(reminded("13900000071")).as("once").isEqualTo(1);
        assertThat(pigeon.to("13900000071").getLast())
                .contains(matter.tail(), "有困难请早点说")
                .doesNotContain("独孤", "300", "墙根");
        var trail = as("ren").get("/api/matters/" + matter.id() + "/trail").toString();
        assertThat(trail).contains("提醒当事人");
        var part = Map.of("day", today().toString(), "result", "PART", "amount", "300");
        moved(matter, "performed", part);
        days(12);
        assertThat(reminded("13900000071")).as("the next part is far off").isEqualTo(1);
        days(20);
        assertThat(reminded("13900000071")).isEqualTo(2);
        assertThat(verification.verify(List.of()).faults()).isEmpty();
    }

    @Test
    void whoPaysAPartBeforeTheReminderGoesOutIsNotRemindedOfTheNext() {
        var matter = agreed("独孤期丙", "13900000073");
        for (int day = 0; day < 35 && waiting(matter) == 0; day++) {
            TestClock.pass(Duration.ofDays(1));
            alarms.sweep();
        }
        assertThat(waiting(matter)).isEqualTo(1);
        at(10);
        moved(matter, "performed", Map.of("day", today().toString(), "result", "PART", "amount", "300"));
        reminders.round();
        sent();
        assertThat(reminded("13900000073")).isZero();
    }

    private int waiting(Opened matter) {
        return transactions.run(
                JOB,
                work -> db.sql("select count(*) from messages.reminder where about = :about and done_at is null")
                        .param("about", java.util.UUID.fromString(matter.id()))
                        .query(Integer.class)
                        .single());
    }

    @Test
    void whoHasPaidIsNotReminded() {
        var matter = agreed("独孤期乙", "13900000072");
        moved(matter, "performed", Map.of("day", today().toString(), "result", "FULL", "amount", "600"));
        days(65);
        assertThat(reminded("13900000072")).isZero();
    }
}
