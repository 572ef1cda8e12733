package org.maplebridge.browser;

import java.time.LocalDate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.maplebridge.kernel.ground.Scope;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.launch.demo.DemoCounty;
import org.springframework.beans.factory.annotation.Autowired;

/// A dispute goes from the first word to its end, and no hand leaves the keys: whoever can't use a mouse loses nothing.
@BrowserTest
class KeyboardStoryTest {

    @Autowired
    DemoCounty demo;

    @Autowired
    Transactions transactions;

    @BeforeAll
    void found() {
        demo.seed();
    }

    private LocalDate today() {
        return transactions.run(Scope.job("test"), Work::today);
    }

    @Test
    void aWholeMatterIsReportedHandledJudgedAndClosedByKeyboardAlone(Windows windows) {
        var title = "测试：只用键盘从头办到尾";
        var citizen = Citizen.tells(windows.desk().byKeyboard(), title, today().minusDays(1));
        citizen.press("提交").shows("收到了，已经记下");
        var code = citizen.page().locator(".bigcode").innerText();

        var village = signedIn(windows.desk().byKeyboard());
        Officer.takes(village, title);
        Officer.registers(village);
        Officer.routes(village, Towns.VILLAGE_OFFICE);
        Officer.does(village, "签收");
        Officer.beginsToMediate(village);
        Officer.recordsTheAgreement(village, today());
        Officer.does(village, "开始履行");
        Officer.recordsFullPerformance(village, today());
        judged(citizen, code, title);
        village.reload().shows(title);
        Officer.closes(village).sees("已化解").sees("链条完整");
    }

    private static Window signedIn(Window desk) {
        desk.go("/desk/sign-in").shows("登录办事");
        return desk.write("用户名", "tiaojie")
                .write("密码", Towns.PASSWORD)
                .press("登录")
                .shows("待办");
    }

    private static void judged(Window citizen, String code, String title) {
        citizen.go("/progress").shows("查办到哪一步了");
        citizen.write("查询码", code).write("手机号后四位", Citizen.DIGITS).press("查进度");
        citizen.shows(title).choose("这件事办得怎么样？", "满意").press("交评价");
        citizen.sees("谢谢您的评价，即将结案");
    }
}
