package org.maplebridge.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.maplebridge.fixtures.Wire;
import org.maplebridge.kernel.ground.Scope;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.launch.demo.DemoCounty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// What may be there already is said to whoever may see it anyway, and to nobody else.
@BrowserTest
class DoublesPagesTest {

    private static final String ROUNDS = "/desk/rounds";
    private static final String WORDS = "巡查测试辛：两户为晒谷场的排水沟吵";

    @LocalServerPort
    int port;

    @Autowired
    DemoCounty demo;

    @Autowired
    Transactions transactions;

    @BeforeAll
    void found() {
        demo.seed();
    }

    @Test
    void thePhoneSaysWhatMayBeThereWhileThereIsANetwork(Windows windows) {
        var phone = windows.phone("wangge").mayHear("net::ERR").mayHear("ServiceWorker");
        phone.go(ROUNDS).shows("今天").press("报一件看到的").shows("报一件看到的");
        phone.write("看到了什么", WORDS).press("送出").sees("已送达");
        phone.press("报一件看到的").shows("报一件看到的");
        phone.seesNot("可能已经有了").write("看到了什么", WORDS + "，又吵起来了");
        phone.sees("可能已经有了").sees("说法相近").looksRight();
        phone.context().setOffline(true);
        phone.sees("写好了，有网络就送").seesNot("可能已经有了");
        phone.context().setOffline(false);
        phone.sees("可能已经有了").press("送出").sees("已送达");
    }

    @Test
    void hereIsThePlaceOfWhatWasWrittenLastAndThePhoneIsNotAskedWhereItIs(Windows windows) {
        var phone = windows.phone("tiaojie").mayHear("ServiceWorker");
        phone.page().addInitScript("navigator.geolocation.getCurrentPosition = () => { throw new Error('asked'); }");
        phone.go(ROUNDS).shows("今天").press("报一件看到的").shows("报一件看到的").sees("不取手机的定位");
        phone.write("看到了什么", "巡查测试壬：路灯坏了几天没人修").write("在哪里", "第1网格");
        phone.press("送出").sees("已送达");
        phone.press("报一件看到的").shows("报一件看到的");
        assertThat(phone.field("在哪里").inputValue()).as("one's own place").endsWith(".204");
        phone.press("这里").sees("填了第1网格，不对就改").looksRight();
        assertThat(phone.field("在哪里").inputValue()).endsWith(".g01");
        phone.write("在哪里", "第2网格").seesNot("不对就改");
    }

    /// Whoever types somebody else's number learns nothing from the page, and the server isn't even asked.
    @Test
    void thePublicFormSaysTheSameToWhoeverTypesANumber(Windows windows) {
        var today = transactions.run(Scope.job("test"), Work::today);
        var told = new ArrayList<String>();
        for (var number : List.of("13800001234", "13911114321")) {
            var phone = windows.phone();
            var sent = new ArrayList<String>();
            phone.page()
                    .onRequest(
                            request -> Optional.ofNullable(request.postData()).ifPresent(sent::add));
            Citizen.begins(phone, "测试：晒谷场排水沟堵了，又来说一遍。", today);
            phone.shows("要匿名吗？").choose("要匿名吗？", "否").press("下一问");
            phone.shows("您怎么称呼？").write("您怎么称呼？", "周梅").press("下一问");
            phone.shows("您的电话？").write("您的电话？", number);
            phone.sees("用查询码查进度").looksRight();
            phone.press("下一问").shows("都对吗？").sees("用查询码查进度").looksRight();
            told.add(phone.text().replaceAll("\\d{3}[ \\d*]{6,10}\\d{2,4}", "-"));
            assertThat(sent).as("before it is filed").noneMatch(body -> body.contains(number.substring(7)));
            if (told.size() == 1) {
                phone.press("提交").shows("收到了，已经记下");
            }
        }
        assertThat(told.get(1)).isEqualTo(told.get(0));
        var again = new Wire(port)
                .post(
                        "/api/public/scenes/disputes",
                        Map.of(
                                "words", "测试：晒谷场排水沟堵了，又来说一遍。",
                                "area", "33.07.02.103.204",
                                "day", today.toString(),
                                "anonymous", false,
                                "name", "周梅",
                                "phone", "13800001234"));
        assertThat(again.status()).as(again.toString()).isEqualTo(201);
        assertThat(again.body().propertyNames()).containsExactlyInAnyOrder("matter", "receipt", "digits");
    }
}
