package org.maplebridge.kernel.matters;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maplebridge.fixtures.County;
import org.maplebridge.fixtures.DisputeForms;
import org.maplebridge.fixtures.MapleTest;
import org.maplebridge.fixtures.Wire;
import org.maplebridge.kernel.access.Access;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.orgs.Offices;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// What may already be there is said before it is filed once more, with reasons, and only to whom may see it.
@MapleTest
class SimilarTest {

    @LocalServerPort
    int port;

    @Autowired
    Transactions transactions;

    @Autowired
    Offices offices;

    @Autowired
    Access access;

    private static boolean founded;

    @BeforeEach
    void found() {
        if (!founded) {
            var county = new County(transactions, offices, access).founded();
            county.officer("zhenli", "town", "disputes.mediator");
            county.officer("cunli", "village", "disputes.mediator");
            founded = true;
        }
    }

    private Wire.Answer asked(String user, String words) {
        return new Wire(port)
                .as(user)
                .post(
                        "/api/matters/similar",
                        Map.of("scene", "disputes", "words", words, "area", County.TOWN, "name", "冯春"));
    }

    @Test
    void whatIsAboutTheSameIsNamedWithItsReasonsAndNothingElseIs() {
        var said = new HashMap<String, Object>(DisputeForms.brought("河边烧烤摊油烟熏得窗户开不了", "冯夏", "13900004321"));
        var filed = new Wire(port).as("zhenli").post("/api/scenes/disputes", said);
        assertThat(filed.status()).isEqualTo(201);
        said.put("words", "拖欠三个月工资不发");
        assertThat(new Wire(port)
                        .as("zhenli")
                        .post("/api/scenes/disputes", said)
                        .status())
                .isEqualTo(201);

        var found = asked("zhenli", "河边的烧烤摊，油烟太大，窗户都开不了。");
        assertThat(found.status()).isEqualTo(200);
        assertThat(found.body().path("items")).hasSize(1);
        var item = found.body().path("items").get(0);
        assertThat(item.path("id").asString("")).isEqualTo(filed.text("matter.id"));
        assertThat(item.path("reasons").toString()).contains("烧烤", "同一个地方", "姓相同");
        assertThat(asked("cunli", "河边的烧烤摊，油烟太大，窗户都开不了。").body().path("items"))
                .as("the village doesn't see what the town has")
                .isEmpty();
        assertThat(asked("zhenli", "邻居家的狗半夜叫个不停").body().path("items")).isEmpty();
    }

    @Test
    void whoSaysNothingIsTold() {
        assertThat(asked("zhenli", " ").status()).isEqualTo(422);
    }
}
