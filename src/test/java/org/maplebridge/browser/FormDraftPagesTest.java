package org.maplebridge.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.maplebridge.launch.demo.DemoCounty;
import org.springframework.beans.factory.annotation.Autowired;

/// What an officer has typed and not sent is there again after the page was gone, and for nobody else.
@BrowserTest
class FormDraftPagesTest {

    private static final String FORM = "/desk/new/disputes";
    private static final String FIELD = "发生了什么";
    private static final String WORDS = "草稿测试：楼道里堆着杂物，两户为此争吵";
    private static final String BACK = "没提交的草稿还在";

    @Autowired
    DemoCounty demo;

    @BeforeAll
    void found() {
        demo.seed();
    }

    @Test
    void aFormLeftInTheMiddleIsFoundAgainAndCanBeBegunAnew(Windows windows) {
        var desk = windows.desk("tiaojie").go(FORM).sees("从哪里来").sees("有人陪来或代来的");
        desk.write(FIELD, WORDS).sees("草稿已存在这台电脑上").looksRight();
        desk.reload().sees(BACK).looksRight();
        assertThat(desk.field(FIELD).inputValue()).isEqualTo(WORDS);
        desk.press("不要了，重新写").seesNot(BACK);
        assertThat(desk.field(FIELD).inputValue()).isEmpty();
        desk.reload().sees("从哪里来").seesNot(BACK);
    }

    @Test
    void theLastWordsAreKeptAlsoWhereThePageIsLeftAtOnce(Windows windows) {
        var desk = windows.desk("tiaojie").go(FORM).sees("从哪里来");
        desk.write(FIELD, WORDS);
        desk.page()
                .getByRole(
                        AriaRole.LINK, new Page.GetByRoleOptions().setName("先不").setExact(true))
                .click();
        desk.shows("待办").go(FORM).sees(BACK);
        assertThat(desk.field(FIELD).inputValue()).isEqualTo(WORDS);
    }

    @Test
    void signingOutTakesItAlongAndWhatLiesOnTheDeviceIsSealed(Windows windows) {
        var desk = windows.desk("tiaojie").go(FORM).sees("从哪里来");
        desk.write(FIELD, WORDS).sees("草稿已存在这台电脑上");
        assertThat(kept(desk)).contains("form/new/disputes").doesNotContain("楼道里堆着杂物");
        desk.page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("我的设置")))
                .click();
        desk.mayHear("401").press("退出登录").shows("登录办事");
        assertThat(kept(desk)).doesNotContain("form/new/disputes");
        desk.write("用户名", "tiaojie").write("密码", Towns.PASSWORD).press("登录").shows("待办");
        desk.go(FORM).sees("从哪里来").seesNot(BACK);
    }

    @Test
    void whatWasSentIsNoDraftAnyMore(Windows windows) {
        var desk = windows.desk("tiaojie").go(FORM).sees("从哪里来");
        desk.write(FIELD, WORDS).sees("草稿已存在这台电脑上");
        desk.choosePlace("发生在哪里", Towns.TOWN, Towns.VILLAGE);
        desk.write("什么时候发生", "2026-09-01T09:00").write("从哪里得知", "网格巡查");
        desk.press(desk.page().locator("form.form button.primary")).sees("办好了");
        desk.go(FORM).sees("从哪里来").seesNot(BACK);
        assertThat(desk.field(FIELD).inputValue()).isEmpty();
    }

    /// Everything that lies in the browser's database, as far as it can be read.
    private static String kept(Window desk) {
        return (String) desk.page().evaluate("""
            () => new Promise((done, failed) => {
              const opening = indexedDB.open('maple-rounds');
              opening.onerror = () => failed(opening.error);
              opening.onsuccess = () => {
                const store = opening.result.transaction('things').objectStore('things');
                const names = store.getAllKeys();
                const things = store.getAll();
                things.onsuccess = () => done(names.result.join() + things.result.map((one) =>
                  one.bytes ? new TextDecoder().decode(one.bytes) : JSON.stringify(one)).join());
              };
            })\
            """);
    }
}
