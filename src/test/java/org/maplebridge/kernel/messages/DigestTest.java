package org.maplebridge.kernel.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.maplebridge.fixtures.TestClock;
import org.maplebridge.kernel.ground.Work;

/// The list of the day: each working morning, once, and for nobody more than they may see.
class DigestTest extends MessagesStory {

    private int lists(String login) {
        var person = county.actor(login).person().toString();
        return transactions.run(
                JOB,
                work -> db.sql("select count(*) from messages.morning where person = :person")
                        .param("person", person)
                        .query(Integer.class)
                        .single());
    }

    @Test
    void itComesOnceInTheMorningOfAWorkingDay() {
        at(7);
        assertThat(mornings.round()).as("not before eight").isZero();
        at(8);
        int before = lists("ren");
        assertThat(mornings.round()).isEqualTo(3);
        assertThat(mornings.round()).as("once").isZero();
        assertThat(lists("ren")).isEqualTo(before + 1);
        untilSaturday();
        assertThat(mornings.round()).as("not on a Saturday").isZero();
    }

    private void untilSaturday() {
        var now = transactions.run(JOB, Work::now).atZone(Work.ZONE);
        TestClock.pass(Duration.ofDays(Math.floorMod(6 - now.getDayOfWeek().getValue(), 7)));
    }

    @Test
    void itTellsWhatIsOverdueDueAndNewToThoseWhoMaySeeIt() {
        var matter = dispute("独孤小甲", "13900003001");
        TestClock.pass(Duration.ofDays(3));
        at(9);
        mornings.round();
        var box = as("ren").get("/api/messages");
        assertThat(box.text("morning.words")).contains("已经逾期");
        var list = as("ren").get("/api/today");
        assertThat(list.status()).isEqualTo(200);
        assertThat(list.toString()).contains(matter.code(), "已经逾期");
        assertThat(as("lin").get("/api/today").toString()).doesNotContain(matter.code(), "石榴");
        assertThat(as("lin").get("/api/messages").toString()).doesNotContain(matter.code());
        var kept = transactions.run(
                JOB,
                work -> db.sql("select counts::text from messages.morning")
                        .query(String.class)
                        .list());
        assertThat(kept.toString()).as("only how much, never what").doesNotContain("石榴", matter.id());
    }

    @Test
    void whoMustKeepOutOfAMatterReadsNothingOfIt() {
        var matter = dispute("独孤小乙", "13900003002");
        assertThat(as("ren").get("/api/today").toString()).contains(matter.code());
        moved(matter, "recuse", Map.of("ground", "KIN", "reason", "是我的亲戚"));
        assertThat(as("ren").get("/api/today").toString()).doesNotContain(matter.code());
    }
}
