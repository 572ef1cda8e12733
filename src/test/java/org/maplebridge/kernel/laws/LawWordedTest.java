package org.maplebridge.kernel.laws;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.maplebridge.fixtures.County;
import org.maplebridge.fixtures.MapleTest;
import org.maplebridge.kernel.access.Access;
import org.maplebridge.kernel.ground.Canonical;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.orgs.Offices;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A model elsewhere may word an answer if whoever asks lets it; nothing that it makes up is shown.
@MapleTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LawWordedTest {

    private static final String NEW_DAY = "2025-01-02";
    private static final String OLD_DAY = "2020-01-02";

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
    LawChecked checked;

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

    /// A model elsewhere that says this; what it was sent comes back.
    private List<String> told(String says, int status, Consumer<LawWording> talk) throws IOException {
        var sent = new ArrayList<String>();
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/chat/completions", exchange -> {
            sent.add(exchange.getRequestHeaders().getFirst("Authorization")
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            var bytes = Canonical.text(
                            Map.of("choices", List.of(Map.of("message", Map.of("role", "assistant", "content", says)))))
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        try {
            talk.accept(new LawWording("http://127.0.0.1:" + server.getAddress().getPort() + "/v1", "m", "secret"));
        } finally {
            server.stop(0);
        }
        return sent;
    }

    private LawAskDesk.AskAnswer worded(LawWording wording, String words, LocalDate on) {
        return asked(wording, words, on, true);
    }

    private LawAskDesk.AskAnswer asked(LawWording wording, String words, LocalDate on, boolean wanted) {
        var asking = new LawAsking(index, reads, checked, wording);
        var found = transactions.run(LawImporting.SCOPE, work -> asking.found(words, on));
        var said = asking.worded(found, wanted);
        return transactions.run(LawImporting.SCOPE, work -> asking.answer(found, said, wanted));
    }

    @Test
    void aModelThatLiesIsLeftOutSentenceBySentence() throws IOException {
        var lies = "根据《枫桥测试条例》第三条，“桥长应当在五日内答复”。"
                + "《枫桥测试条例》第三条规定“桥长应当在一日内答复”。"
                + "《枫桥测试条例》第九十九条规定可以罚款。"
                + "《不存在的条例》第一条也这样说。"
                + "依照《枫桥测试条例》第三条第五款办理。"
                + "您有九成把握胜诉。"
                + "“桥长应当赔偿一万元并且登报道歉”。";
        var sent = told(lies, 200, wording -> {
            var answer = worded(wording, "石桥上的晾晒由谁安排，桥长几日内答复", LocalDate.parse(NEW_DAY));
            assertThat(answer.words()).contains("根据《枫桥测试条例》第三条，“桥长应当在五日内答复”。");
            assertThat(answer.note()).contains("有 6 句对不上").contains("已发给它");
            assertThat(answer.answers()).isNotEmpty();
            // the same words are a lie on a day when another edition held
            assertThat(worded(wording, "石桥上的晾晒由谁安排，桥长几日内答复", LocalDate.parse(OLD_DAY))
                            .words())
                    .isEmpty();
        });
        assertThat(sent.getFirst()).startsWith("Bearer secret").contains("桥长应当在五日内答复");
    }

    @Test
    void aQuestionStaysHereUntilWhoeverAsksLetsItGo() throws IOException {
        var day = LocalDate.parse(NEW_DAY);
        var sent = told("好。", 200, wording -> {
            var answer = asked(wording, "石桥上的晾晒由谁安排", day, false);
            assertThat(answer.offered()).isTrue();
            assertThat(answer.note()).doesNotContain("已发给它");
            assertThat(asked(wording, "邻居的鸽子半夜里咕咕叫", day, false).offered())
                    .as("nothing to word")
                    .isFalse();
        });
        assertThat(sent).isEmpty();
        assertThat(told(
                        "好。",
                        200,
                        wording -> assertThat(worded(wording, "石桥上的晾晒由谁安排", day).offered())
                                .isFalse()))
                .hasSize(1);
    }

    @Test
    void aModelThatIsBrokenOrSilentLeavesTheArticles() throws IOException {
        told(
                "x",
                500,
                wording -> assertThat(worded(wording, "石桥上的晾晒由谁安排", LocalDate.parse(NEW_DAY)))
                        .satisfies(answer -> {
                            assertThat(answer.words()).isEmpty();
                            assertThat(answer.answers()).isNotEmpty();
                            assertThat(answer.note()).contains("没有参与");
                        }));
        var gone = new LawWording("http://127.0.0.1:1/v1", "m", "");
        assertThat(worded(gone, "石桥上的晾晒由谁安排", LocalDate.parse(NEW_DAY)).answers())
                .isNotEmpty();
    }

    @Test
    void aModelIsNotAskedWhatIsThinOrUrgent() throws IOException {
        var sent = told(
                "好。",
                200,
                wording -> List.of("我不想活了", "邻居的鸽子半夜里咕咕叫")
                        .forEach(words -> worded(wording, words, LocalDate.parse(NEW_DAY))));
        assertThat(sent).isEmpty();
    }
}
