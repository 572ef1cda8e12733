package org.maplebridge.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maplebridge.fixtures.Wire;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.ground.Errand;
import org.maplebridge.kernel.ground.Looping;
import org.maplebridge.kernel.ground.Scope;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.parameters.Parameters;
import org.maplebridge.kernel.parameters.Verification;
import org.maplebridge.launch.demo.DemoCounty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// What a new edition touches, as a legal officer goes through it line by line and another confirms it.
@BrowserTest
class LawChangePagesTest {

    private static final String LAW = "枫桥测试条例";

    @LocalServerPort
    int port;

    @Autowired
    DemoCounty demo;

    @Autowired
    Transactions transactions;

    @Autowired
    Parameters parameters;

    @Autowired
    List<Errand> errands;

    @Autowired
    List<Looping> loops;

    @TempDir
    Path folder;

    @BeforeAll
    void found() {
        demo.seed();
        enter("disputes.register", "1D");
        enter("disputes.route", "1D");
        var said = Map.of(
                "words", "测试：桥上晾的被子滴水。",
                "area", "33.07.02.103.204",
                "occurredAt", "2025-01-02T08:00:00+08:00",
                "source", "PATROL",
                "applicant", "郑小雨",
                "phone", "13877771234");
        var filed = new Wire(port).as("tiaojie", Towns.PASSWORD).post("/api/scenes/disputes", said);
        assertThat(filed.status()).as(filed.toString()).isEqualTo(201);
    }

    private void enter(String name, String value) {
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
                                Optional.of(LAW + "第二条"),
                                Verification.TEXT_CHECKED,
                                Actor.NOBODY,
                                "测试员",
                                "试验引用",
                                "enter-" + name)));
    }

    private LocalDate today() {
        return transactions.run(Scope.job("test"), Work::today);
    }

    private void imported(LocalDate passed, LocalDate from, String days) throws IOException {
        var text = "# " + LAW + "\n\n" + from.getYear() + "年" + from.getMonthValue() + "月" + from.getDayOfMonth()
                + "日 施行\n\n<!-- INFO END -->\n\n第一条 为了试验，制定本条例。\n\n第二条 石桥上的晾晒由桥长安排。桥长应当在"
                + days + "日内答复，答复写明理由。\n";
        var own = Files.createDirectories(folder.resolve(days));
        Files.writeString(own.resolve(LAW + "(" + passed + ").md"), text);
        var quiet = new PrintStream(java.io.OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
        int status = errands.stream()
                .filter(errand -> errand.verb().equals("import laws"))
                .findFirst()
                .orElseThrow()
                .run(List.of(own.toString()), quiet, quiet);
        assertThat(status).isZero();
        loops.stream()
                .filter(each -> each.getClass().getSimpleName().equals("LawChangesRound"))
                .findFirst()
                .orElseThrow()
                .loop()
                .once();
    }

    private static Window marks(Window desk, int no, String result) {
        return desk.press(desk.page()
                .getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName("第 " + no + " 行怎样"))
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(result).setExact(true)));
    }

    @Test
    void aLegalOfficerGoesThroughTheLinesAndAnotherConfirmsWhatWasLeftRunning(Windows windows) throws IOException {
        imported(today().minusYears(2), today().minusYears(2), "三");
        imported(today().minusDays(3), today().plusDays(30), "五");
        var desk = windows.desk("fawu");
        desk.go("/desk/lawchanges").shows("法规修订核对").sees("还没有施行").looksRight();
        desk.follow(LAW).sees("一共 3 处：3 处还没有标").sees("开始核对").looksRight();
        var id = desk.page().url().replaceAll(".*/", "");
        desk.go("/desk/matters/" + id).sees("最迟在施行前一天").looksRight();
        Officer.does(desk, "开始核对");
        desk.follow("逐处核对").sees("第 1 行，参数");
        marks(desk, 1, "待改").write("第 1 行的理由", "要等领导小组定数");
        desk.press("还没有标的都照这样填");
        desk.mayHear("422")
                .press("保存 3 行")
                .sees("第 1 行标“待改”的，填哪天以前改好。")
                .sees("没有保存：有 3 行要改")
                .looksRight();
        marks(desk, 1, "已改").write("第 1 行的理由", "数照新条文改了");
        desk.write("改了什么（哪个版本、文件或者文号）", "参数新版本，〔试〕1号");
        marks(desk, 2, "不受影响").write("第 2 行的理由", "没有写天数");
        marks(desk, 3, "不受影响").write("第 3 行的理由", "开始时按旧版本算的照旧");
        desk.press("保存 3 行").sees("保存了 3 行").sees("每一处都核了").looksRight();
        desk.page().getByText("开出时有 1 件的期限按它计算").click();
        desk.sees("您看得到 1 件").looksRight();
        desk.go("/desk/matters/" + id);
        Officer.begins(desk, "报复核").write("说明", "开始时按旧版本算的，照旧版本");
        Officer.finishes(desk, "报复核").sees("待复核");
        var phone = windows.phone("fuhe");
        phone.go("/desk/lawchanges/" + id).sees("3 处核完").looksRight();
        phone.go("/desk/matters/" + id);
        Officer.begins(phone, "复核通过").write("复核意见", "同意");
        Officer.finishes(phone, "复核通过").sees("已核完").looksRight();
    }
}
