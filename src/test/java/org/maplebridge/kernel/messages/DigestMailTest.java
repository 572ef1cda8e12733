package org.maplebridge.kernel.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.maplebridge.fixtures.TestClock;

/// The list of the day by mail: only for those who asked, only how much, one try a day.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DigestMailTest extends MessagesStory {

    private static final String MAIL = "ren@example.gov.cn";

    private String asked() {
        return as("ren").get("/api/account/digest").body().toString();
    }

    @Test
    @Order(1)
    void nobodyIsWrittenToUnlessTheyAskedForIt() {
        at(9);
        mornings.round();
        assertThat(postman.handed).isEmpty();
        assertThat(asked()).isEqualTo("{}");
        for (var wrong : List.of("", "ren", "ren@", "a b@example.cn", "甲@x.cn,乙@x.cn", "x".repeat(300) + "@x.cn")) {
            var answer = as("ren").post("/api/account/digest", Map.of("mail", wrong));
            assertThat(answer.status()).as(wrong).isEqualTo(422);
            assertThat(answer.body().toString()).contains("\"mail\"");
        }
    }

    @Test
    @Order(2)
    void whoAskedGetsHowMuchAndNothingOfWhat() {
        var matter = dispute("独孤小丁", "13900003009");
        var kept = as("ren").post("/api/account/digest", Map.of("mail", MAIL));
        assertThat(kept.status()).as(kept.toString()).isEqualTo(200);
        assertThat(as("lin").get("/api/account/digest").body().toString()).isEqualTo("{}");
        TestClock.pass(Duration.ofDays(3));
        at(9);
        mornings.round();
        mornings.round();
        assertThat(postman.handed).as("once").hasSize(1);
        var text = postman.to(MAIL).getFirst();
        assertThat(text).contains("当天清单", "已经逾期").doesNotContain("独孤", matter.code(), "石榴", "1390000");
        assertThat(asked()).contains(MAIL, "已交给邮件网关", "\"sent\":true");
        var plain = transactions.run(
                JOB,
                work -> db.sql("select encode(sealed, 'escape') from messages.digest")
                        .query(String.class)
                        .list());
        assertThat(plain.toString()).doesNotContain(MAIL);
    }

    @Test
    @Order(3)
    void aFailureIsKeptAndTriedAgainTheNextMorningOnly() {
        at(9);
        postman.ill = true;
        postman.handed.clear();
        mornings.round();
        mornings.round();
        TestClock.pass(Duration.ofHours(2));
        mornings.round();
        assertThat(postman.handed).hasSize(1);
        assertThat(asked()).contains("没有发成", "\"sent\":false");
        postman.ill = false;
        at(9);
        mornings.round();
        assertThat(postman.handed).hasSize(2);
        postman.open = false;
        at(9);
        mornings.round();
        assertThat(asked()).contains("系统没有配置邮件");
        postman.open = true;
    }

    @Test
    @Order(4)
    void aMailThatBreaksOffKeepsNobodyWaitingAndIsNotSentTwice() {
        at(9);
        postman.handed.clear();
        postman.fallen = true;
        mornings.round();
        postman.fallen = false;
        assertThat(kept("lin") + kept("cun")).as("the others have their list").isEqualTo(2);
        mornings.round();
        assertThat(kept("ren")).isEqualTo(1);
        assertThat(postman.handed).as("one try").hasSize(1);
        assertThat(asked()).contains("没有发成", "\"sent\":false");
    }

    private int kept(String login) {
        var person = county.actor(login).person().toString();
        return transactions.run(
                JOB,
                work -> db.sql("select count(*) from messages.morning where person = :who and day = :day")
                        .param("who", person)
                        .param("day", work.today())
                        .query(Integer.class)
                        .single());
    }

    @Test
    @Order(5)
    void switchedOffNothingGoesOut() {
        assertThat(as("ren").delete("/api/account/digest").status()).isEqualTo(200);
        postman.handed.clear();
        at(9);
        mornings.round();
        assertThat(postman.handed).isEmpty();
        assertThat(asked()).doesNotContain(MAIL);
    }
}
