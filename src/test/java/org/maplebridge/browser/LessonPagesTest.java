package org.maplebridge.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.maplebridge.fixtures.Wire;
import org.maplebridge.kernel.ground.Scope;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.orgs.Offices;
import org.maplebridge.launch.demo.DemoCounty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// What disputes of one kind have in common, as an analyst writes it down and a department answers it.
@BrowserTest
class LessonPagesTest {

    private static final String VILLAGE = "33.07.02.103.204";

    @LocalServerPort
    int port;

    @Autowired
    DemoCounty demo;

    @Autowired
    Transactions transactions;

    @Autowired
    Offices offices;

    @BeforeAll
    void found() {
        demo.seed();
    }

    private static Wire.Answer ok(Wire.Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isBetween(200, 299);
        return answer;
    }

    private Wire as(String login) {
        return new Wire(port).as(login, Towns.PASSWORD);
    }

    private String drafted() {
        ok(as("tiaojie")
                .post(
                        "/api/scenes/disputes",
                        Map.of(
                                "words", "测试：学校门口天天堵。",
                                "area", VILLAGE,
                                "category", "SCHOOL",
                                "occurredAt", "2025-01-02T08:00:00+08:00",
                                "source", "PATROL",
                                "applicant", "郑小雨",
                                "phone", "13877771234")));
        ok(as("jiandu").post("/api/stats/refresh", Map.of()));
        var today = transactions.run(Scope.job("test"), Work::today);
        return ok(as("jiandu")
                        .post(
                                "/api/scenes/lessons",
                                Map.of(
                                        "area", "33.07.02.103",
                                        "category", "学校",
                                        "day", today.toString(),
                                        "reason", "家长连着几年反映")))
                .text("matter.id");
    }

    @Test
    void anAnalystWritesWhatIsCommonAndTheDepartmentAnswersFromThePhone(Windows windows) {
        var page = "/desk/matters/" + drafted();
        var desk = windows.desk("jiandu");
        desk.go(page).sees("类案分析与制度建议书").sees("家长连着几年反映").sees("样本少于 30 件，不作比较");
        Officer.begins(desk, "填写分析").looksRight();
        desk.write("共性原因", "郑小雨反映接送车辆没有地方停。");
        desk.write("涉及主体", "学校、家长").write("建议制度", "错峰放学，划出临时停车位。");
        Officer.submits(desk.mayHear("422"), "填写分析").sees("写了当事人的姓名").looksRight();
        desk.write("共性原因", "接送车辆没有地方停。");
        Officer.finishes(desk, "填写分析").sees("错峰放学");
        ok(as("jiandu").move(page.substring(page.lastIndexOf('/') + 1), "issue", Map.of("department", department())));
        var phone = windows.phone("bumen");
        phone.go(page).sees("错峰放学").looksRight();
        Officer.does(phone, "签收");
        Officer.begins(phone, "答复").looksRight();
        phone.choose("采纳不采纳", "采纳").write("定了什么制度", "学校门口停车办法");
        phone.write("哪天起施行", "2030-01-01").write("说明", "划线以后试行半年。");
        Officer.finishes(phone, "答复").sees("学校门口停车办法");
        desk.go(page).sees("这个季度还没有满").looksRight();
    }

    private String department() {
        return transactions.run(
                Scope.job("test"),
                work -> offices.at(work).agencies("33.07.02").stream()
                        .filter(agency -> offices.at(work).posts(agency.id()).stream()
                                .anyMatch(post -> post.roles().contains("lessons.department")))
                        .findFirst()
                        .orElseThrow()
                        .id()
                        .toString());
    }
}
