package org.maplebridge.browser;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.maplebridge.launch.demo.DemoCounty;
import org.springframework.beans.factory.annotation.Autowired;

/// The pages on which an office runs itself: who works there, and by which numbers.
@BrowserTest
class OfficePagesTest {

    private static final String NUMBER = "不操作多久后须重新登录";

    @Autowired
    DemoCounty demo;

    @BeforeAll
    void found() {
        demo.seed();
    }

    @Test
    void somebodyComesGetsAPostAndGoes(Windows windows) {
        for (var window : List.of(windows.phone("zhenban"), windows.wall("zhenban"))) {
            window.go("/desk/staff").shows("的人员").sees("镇街值班岗");
        }
        var desk = windows.desk("xianban").go("/desk/staff").shows("的人员").sees("县级派单岗");
        desk.press("新来一个人").sees("先建账号").looksRight();
        desk.write("姓名", "测试新人").write("用户名", "ceshixinren").press("建账号");
        desk.sees("第一次登录的密码").looksRight();
        desk.press("测试新人：任岗位").sees("从这一天起").looksRight();
        desk.choose("任哪个岗位", "县级调解岗").press("任岗位");
        desk.sees("“测试新人：任岗位”办好了。").looksRight();
        desk.press("测试新人：离岗").sees("马上生效").looksRight();
        desk.write("原因", "调走").press("离岗");
        desk.sees("“测试新人：离岗”办好了。").looksRight();
    }

    @Test
    void oneProposesANumberAndAnotherDecides(Windows windows) {
        var first = windows.desk("fawu").go("/desk/parameters").shows("参数").sees("现在没有。");
        first.write("找参数：名称、条文", "不操作多久");
        first.press("提议改 " + NUMBER).sees("提出后不马上生效").looksRight();
        first.write("改成多少（分钟）", "60").write("从哪一天起", "2026-03-01").write("为什么改", "窗口电脑多人合用");
        first.press("提出").sees("的提议交了").sees("自己提的，由另一位法制员决定。").looksRight();

        windows.wall("jiandu").go("/desk/parameters").shows("参数").sees("窗口电脑多人合用");
        var second = windows.phone("fuhe").go("/desk/parameters").shows("参数").sees("窗口电脑多人合用");
        second.press("不同意：" + NUMBER).sees("为什么不同意").looksRight();
        second.press("再想想").press("同意：" + NUMBER).sees("现在没有。").looksRight();
        first.reload().shows("参数").write("找参数：名称、条文", "不操作多久").sees("演示法制员庚提出，演示法制员子同意");
        first.looksRight();
    }
}
