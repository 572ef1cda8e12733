package org.maplebridge.scenes.lawchanges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maplebridge.fixtures.Colleagues.ok;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.maplebridge.fixtures.Colleagues;
import org.maplebridge.fixtures.County;
import org.maplebridge.fixtures.DisputeForms;
import org.maplebridge.fixtures.MapleTest;
import org.maplebridge.fixtures.TestClock;
import org.maplebridge.fixtures.Wire;
import org.maplebridge.kernel.access.Access;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.ground.Errand;
import org.maplebridge.kernel.ground.Scope;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.orgs.Offices;
import org.maplebridge.kernel.parameters.Parameters;
import org.maplebridge.kernel.parameters.Verification;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// A county whose numbers cite a law that nobody ever passed, and editions of it that come in.
@MapleTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class LawChangesStory {

    static final String CITED = "枫桥测试条例第二条";

    @LocalServerPort
    int port;

    @Autowired
    Transactions transactions;

    @Autowired
    Offices offices;

    @Autowired
    Access access;

    @Autowired
    Parameters parameters;

    @Autowired
    List<Errand> errands;

    @Autowired
    LawChangesRound round;

    @Autowired
    JdbcClient db;

    @Autowired
    org.maplebridge.kernel.trail.Verification verification;

    @TempDir
    static Path folder;

    Colleagues colleagues = new Colleagues(new County(transactions, offices, access), 0);
    private int folders;

    /// A mediator in the town and the two legal officers of the county; the number by which disputes are registered is
    /// said to come from the made-up law, and two disputes run by it.
    @BeforeAll
    void founded() {
        TestClock.reset();
        colleagues = new Colleagues(new County(transactions, offices, access).founded(), port)
                .mediators("town", "ren")
                .join("zong", "county", "kernel.supervisor");
        enter("disputes.register", "1D", CITED);
        dispute("桥上晾的被子滴水", "13800001234");
        dispute("桥上停的手推车挡路", "13800005678");
    }

    @AfterAll
    void theClockGoesBack() {
        TestClock.reset();
    }

    void legalOfficers() {
        colleagues.join("fa", "county", LawChangesLifecycle.OFFICER).join("fu", "county", LawChangesLifecycle.OFFICER);
    }

    void enter(String name, String value, String article) {
        transactions.run(
                Scope.job("test"),
                work -> parameters.enter(
                        work,
                        new Parameters.Edit(
                                name,
                                Optional.empty(),
                                value,
                                work.today(),
                                Optional.empty(),
                                Optional.of(article),
                                Verification.TEXT_CHECKED,
                                Actor.NOBODY,
                                "测试员",
                                "试验引用",
                                "enter-" + name)));
    }

    void dispute(String words, String phone) {
        ok(colleagues.as("ren").post("/api/scenes/disputes", DisputeForms.brought(words, "周小梅", phone)));
    }

    LocalDate today() {
        return transactions.run(Scope.job("test"), Work::today);
    }

    /// @param law such as 枫桥测试条例
    /// @param second what its second article says
    void imported(String law, LocalDate passed, LocalDate from, String second) {
        written(law, passed, from, second);
        imported(lastFolder());
    }

    /// In a folder of its own.
    void written(String law, LocalDate passed, LocalDate from, String second) {
        var text = "# " + law + "\n\n" + chinese(from) + " 施行\n\n<!-- INFO END -->\n\n第一条 为了试验，制定本条例。\n\n第二条 " + second
                + "\n\n第三条 " + law + "没有别的。\n";
        try {
            var own = Files.createDirectories(folder.resolve("f" + folders++));
            Files.createDirectories(own.resolve("法律"));
            Files.writeString(own.resolve("法律/" + law + "(" + passed + ").md"), text);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String chinese(LocalDate day) {
        return day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }

    void imported(Path from) {
        var quiet = new PrintStream(java.io.OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
        int status = errands.stream()
                .filter(errand -> errand.verb().equals("import laws"))
                .findFirst()
                .orElseThrow()
                .run(List.of(from.toString()), quiet, quiet);
        assertThat(status).isZero();
    }

    Path lastFolder() {
        return folder.resolve("f" + (folders - 1));
    }

    /// The revisions as the legal officer's list has them, the latest first.
    List<JsonNode> revisions() {
        return ok(colleagues.as("fa").get("/api/lawchanges"))
                .body()
                .path("items")
                .valueStream()
                .toList();
    }

    String latest() {
        return revisions().getFirst().path("id").asString("");
    }

    JsonNode lines(String id) {
        return ok(colleagues.as("fa").get("/api/lawchanges/" + id + "/lines")).body();
    }

    JsonNode page(String id) {
        return ok(colleagues.as("fa").get("/api/matters/" + id)).body();
    }

    /// The number of the line of a kind.
    int line(String id, String kind) {
        return lines(id)
                .path("items")
                .valueStream()
                .filter(line -> line.path("kind").asString("").equals(kind))
                .findFirst()
                .orElseThrow(() -> new AssertionError(lines(id).toString()))
                .path("no")
                .asInt(0);
    }

    static Map<String, Object> unaffected(int no) {
        return Map.of("no", no, "result", "UNAFFECTED", "reason", "数没有变，照旧");
    }

    static Map<String, Object> changed(int no) {
        return Map.of("no", no, "result", "CHANGED", "reason", "引用的条号改了", "done", "参数新版本，文号〔试〕1号");
    }

    static Map<String, Object> toChange(int no, LocalDate by) {
        return Map.of("no", no, "result", "TO_CHANGE", "reason", "要等领导小组定数", "by", by.toString());
    }

    Wire.Answer mark(String id, Map<String, Object> line) {
        return mark(id, List.of(line));
    }

    Wire.Answer mark(String id, List<Map<String, Object>> lines) {
        return colleagues.as("fa").move(id, "mark", Map.of("lines", lines));
    }

    /// The limits that run, by the names of their numbers.
    List<String> running(String id) {
        return ok(colleagues.as("fa").get("/api/matters/" + id + "/deadlines"))
                .body()
                .path("items")
                .valueStream()
                .filter(limit -> limit.path("state").asString("").equals("RUNNING"))
                .map(limit -> limit.path("parameter").asString("") + " "
                        + limit.path("lastDay").asString(""))
                .toList();
    }
}
