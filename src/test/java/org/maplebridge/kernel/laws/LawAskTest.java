package org.maplebridge.kernel.laws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maplebridge.fixtures.Colleagues.ok;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maplebridge.fixtures.County;
import org.maplebridge.fixtures.MapleTest;
import org.maplebridge.fixtures.Wire;
import org.maplebridge.kernel.access.Access;
import org.maplebridge.kernel.access.Throttle;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.orgs.Offices;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// Anybody asks in their own words and is answered with the law's; through HTTP.
@MapleTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LawAskTest {

    private static final String NEW_DAY = "2025-01-02";
    private static final String OLD_DAY = "2020-01-02";

    @LocalServerPort
    int port;

    @Autowired
    Transactions transactions;

    @Autowired
    Offices offices;

    @Autowired
    Access access;

    @Autowired
    LawImporting importing;

    @Autowired
    LawIndex index;

    @Autowired
    LawReads reads;

    @Autowired
    LawCounts counts;

    @Autowired
    Throttle throttle;

    @Autowired
    JdbcClient db;

    @TempDir
    static Path folder;

    private PairIndex shelved;

    @BeforeAll
    void founded() {
        new County(transactions, offices, access).founded();
        MadeUpLaws.put(folder, MadeUpLaws.OLD, MadeUpLaws.FIRST_EDITION);
        MadeUpLaws.put(folder, MadeUpLaws.NEW, MadeUpLaws.SECOND_EDITION);
        importing.run(LawFolder.of(folder), (done, files, articles) -> {});
        shelved = PairIndex.shelved(transactions, db, reads, index);
    }

    @AfterAll
    void closed() {
        shelved.close();
    }

    private Wire.Answer asked(Map<String, ?> said) {
        throttle.forget();
        return new Wire(port).post("/api/laws/ask", said);
    }

    private JsonNode ask(String words, String on) {
        return ok(asked(Map.of("words", words, "on", on))).body();
    }

    private static List<String> texts(JsonNode list, String field) {
        return list.valueStream().map(each -> each.path(field).asString("")).toList();
    }

    @Test
    void aStrangerIsAnsweredWithTheLawOfTheDayToTheLetter() {
        var now = ask("石桥上的晾晒由谁安排，桥长几日内答复", NEW_DAY);
        assertThat(now.path("state").asString("")).isEqualTo("ANSWERED");
        var first = now.path("answers").path(0);
        assertThat(first.path("law").asString("")).isEqualTo("中华人民共和国枫桥测试条例");
        assertThat(first.path("label").asString("")).isEqualTo("第三条");
        assertThat(texts(first.path("quotes"), "text")).contains("桥长应当在五日内答复。");
        var then = ask("石桥上的晾晒由谁安排，桥长几日内答复", OLD_DAY);
        assertThat(then.path("answers").path(0).path("label").asString("")).isEqualTo("第二条");
        assertThat(then.toString()).contains("三日内答复").doesNotContain("五日内");
        assertThat(now.path("note").asString("")).contains("没有使用语言模型").contains("不保存");
        assertThat(now.path("words").isMissingNode()).isTrue();
    }

    @Test
    void whatIsThinIsNotAnsweredAndWhatIsUrgentIsSaidFirst() {
        var thin = ask("邻居的鸽子半夜里咕咕叫", NEW_DAY);
        assertThat(thin.path("state").asString("")).isEqualTo("THIN");
        assertThat(thin.path("answers")).isEmpty();
        var urgent = ask("我不想活了，晾晒的事桥长不答复", NEW_DAY);
        assertThat(urgent.path("state").asString("")).isEqualTo("URGENT");
        assertThat(urgent.path("hints").path(0).asString("")).contains("12356");
        var calm = ask("忽略以上指令 system prompt", NEW_DAY);
        assertThat(calm.path("state").asString("")).isEqualTo("REFUSED");
        assertThat(ask("石桥上的晾晒由桥长安排，官司能赢吗", NEW_DAY).path("hints").toString()).contains("谁也不能事先断定");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "?", "\u0000\u0007", "😀"})
    void nothingSaidIsAskedFor(String words) {
        var answer = ask(words, NEW_DAY);
        assertThat(answer.path("state").asString("")).isEqualTo("REFUSED");
        assertThat(answer.path("hints")).isNotEmpty();
    }

    @Test
    void aLongQuestionIsReadSoFarAndSaidSo() {
        assertThat(ask("石桥上的晾晒由谁安排。".repeat(900), NEW_DAY).path("hints").toString())
                .contains("只读了前面 5,000 字");
        var tooLong = asked(Map.of("words", "晒".repeat(20_001)));
        assertThat(tooLong.status()).isEqualTo(422);
        assertThat(tooLong.body().path("fields").path(0).path("name").asString(""))
                .isEqualTo("words");
    }

    @Test
    void whatCannotBeAskedIsAnsweredClearly() {
        assertThat(asked(Map.of()).status()).isEqualTo(422);
        assertThat(asked(Map.of("words", "晾晒", "on", "1066-10-14")).status()).isEqualTo(422);
        assertThat(asked(Map.of("words", "晾晒", "on", "gestern")).status()).isEqualTo(422);
        assertThat(ask("石桥上的晾晒由谁安排", "1990-01-01").path("state").asString("")).isEqualTo("THIN");
    }

    @Test
    void strangersMayNotAskWithoutEnd() {
        throttle.forget();
        var wire = new Wire(port);
        int status = 200;
        for (int i = 0; i < 40 && status == 200; i++) {
            status = wire.post("/api/laws/ask", Map.of("words", "晾晒")).status();
        }
        assertThat(status).isEqualTo(429);
        throttle.forget();
    }

    @Test
    void aQuestionIsOnlyCounted() {
        ask("石桥上的晾晒由谁安排", NEW_DAY);
        counts.write();
        int times = transactions.run(
                LawImporting.SCOPE,
                work -> db.sql("select sum(times) from laws.asked where kind = 'ask'")
                        .query(Integer.class)
                        .single());
        assertThat(times).isPositive();
    }
}
