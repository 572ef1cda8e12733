package org.maplebridge.kernel.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.maplebridge.fixtures.Parcels;
import org.maplebridge.fixtures.Wire;
import tools.jackson.databind.JsonNode;

/// Whoever is not given an original is told neither its name nor what it proves, wherever either might stand; told
/// through HTTP.
class FileVeilTest extends FilesStory {

    private static final String NAME = "张三丰化验单.png";
    private static final String PROVES = "他在县医院确诊了";
    private static final String REASON = "化验单上有病名";
    private static final String OUTSIDE = "市传染病防治中心";
    private static final List<String> SECRETS =
            List.of(NAME, "张三丰", PROVES, REASON, OUTSIDE, "门诊病历原件", "住院部三楼", "复核化验", "化收〔2026〕9 号", "送错了地方");

    /// An original with all that is said of it, handed out and back, restricted and marked.
    private String veiled(Opened matter) {
        var picture = Parcels.picture(NAME + matter.id());
        var said = of(matter, Parcels.photo(NAME, picture));
        said.put("proves", PROVES);
        said.put("place", "住院部三楼");
        var ren = as("ren");
        ok(Parcels.add(ren, "/api/files", said, picture));
        var out = Map.of("no", 1, "way", "EXPERT", "outside", OUTSIDE, "why", "送去复核化验结果，交的是门诊病历原件");
        ok(ren.move(matter.id(), "hand-over-file", out));
        ok(ren.move(matter.id(), "sign-for-file", Map.of("no", 1, "answer", "REFUSED", "note", "送错了地方")));
        ok(ren.move(matter.id(), "hand-over-file", out));
        ok(ren.move(matter.id(), "sign-for-file", Map.of("no", 1, "answer", "SIGNED", "paper", "化收〔2026〕9 号，李某")));
        ok(ren.move(matter.id(), "hand-over-file", out));
        ok(ren.move(matter.id(), "restrict-file", Map.of("no", 1, "reason", REASON)));
        return "/api/matters/" + matter.id() + "/files/" + Parcels.sha256(picture);
    }

    private List<String> everywhere(String who, Opened matter, String file) {
        var page = "/api/matters/" + matter.id();
        return List.of(
                ok(as(who).get(page)).toString(),
                ok(as(who).get(page + "/files")).toString(),
                ok(as(who).get(page + "/trail?limit=100")).toString(),
                ok(as(who).get(page + "/moves")).toString(),
                ok(as(who).get(file + "/custody")).toString(),
                as(who).get(file).toString());
    }

    @Test
    void aNameThatTellsEverythingIsToldToNobodyWhoIsNotGivenTheOriginal() {
        var matter = withThePolice("13800005751");
        var file = veiled(matter);
        for (var reader : List.of("jing", "xian", "jian")) {
            assertThat(everywhere(reader, matter, file))
                    .as(reader)
                    .allSatisfy(answer -> assertThat(answer).doesNotContain(SECRETS));
            var row = row(reader, matter);
            assertThat(row.path("name").asString("")).isEqualTo("第 1 份材料");
            assertThat(row.path("kindTitle").asString("")).isEqualTo("现场照片");
            assertThat(row.path("addedAt").asString("")).isNotEmpty();
            assertThat(row.path("about").size()).isZero();
            assertThat(row.path("restricted").asString("")).isEqualTo("原件限承办单位查看");
            assertThat(row.path("awaits").asString("")).isEqualTo("系统外的单位或个人");
            assertThat(row.at("/reader/given").asString("")).isEqualTo("NOTHING");
            assertThat(trail(reader, matter).toString()).contains("原件限承办单位查看", "现场照片", "交接材料", "送鉴定、送检");
        }
        assertThat(everywhere("ren", matter, file).get(1)).contains(NAME, PROVES, REASON, OUTSIDE);
        assertThat(everywhere("ren", matter, file).get(2)).contains(SECRETS).doesNotContain("原件限承办单位查看");
        assertThat(everywhere("ren", matter, file).get(4)).contains(REASON, OUTSIDE, "化收〔2026〕9 号");
        assertThat(verification.verify(List.of()).faults())
                .as("the chain stays as it is")
                .isEmpty();
    }

    /// A supervisor learns it with the original, by naming their purpose, which is kept.
    @Test
    void aMaskedCopyGoesUnderItsOwnNameAndASupervisorLearnsTheRealOneWithTheOriginal() {
        var matter = withThePolice("13800005752");
        var file = veiled(matter);
        var picture = Parcels.picture("遮好的" + matter.id());
        var said = of(matter, Parcels.photo("材料一遮盖件.png", picture));
        said.put("copyOf", 1);
        ok(Parcels.add(as("ren"), "/api/files", said, picture));
        for (var reader : List.of("jing", "xian", "jian")) {
            assertThat(everywhere(reader, matter, file))
                    .as(reader)
                    .allSatisfy(answer -> assertThat(answer).doesNotContain(SECRETS));
            var row = row(reader, matter);
            assertThat(row.at("/reader/masked").asInt(0)).isEqualTo(2);
            assertThat(row.at("/reader/maskedName").asString("")).isEqualTo("材料一遮盖件.png");
            assertThat(named(as(reader).get(file))).contains("材料一遮盖件.png").doesNotContain("张三丰");
        }
        assertThat(named(ok(as("jian").get(file + "?purpose=SUPERVISE")))).contains(NAME);
        assertThat(ok(as("ren").get(file + "/custody")).toString()).contains("监督检查、处理申诉", "测试员jian");
        ok(as("ren").move(matter.id(), "release-file", Map.of("no", 1, "reason", "本人书面同意了")));
        assertThat(everywhere("jing", matter, file).get(1)).contains(NAME, PROVES);
        assertThat(everywhere("jing", matter, file).get(2)).contains(NAME, REASON);
    }

    /// Who gets something has to know what it is about; another office that only takes part has not.
    @Test
    void whoeverWasHandedAFileReadsWhyAndTheirOwnAnswer() {
        var matter = withThePolice("13800005753");
        var picture = Parcels.picture(NAME + matter.id());
        ok(Parcels.add(as("ren"), "/api/files", of(matter, Parcels.photo(NAME, picture)), picture));
        ok(as("ren").move(matter.id(), "restrict-file", Map.of("no", 1, "reason", REASON)));
        ok(as("ren")
                .move(
                        matter.id(),
                        "hand-over-file",
                        Map.of("no", 1, "way", "STORE", "agency", police, "why", "请放进涉案财物柜保管")));
        ok(as("jing").move(matter.id(), "sign-for-file", Map.of("no", 1, "answer", "SIGNED", "note", "封条完好")));
        assertThat(trail("jing", matter).toString())
                .contains("请放进涉案财物柜保管", "封条完好")
                .doesNotContain(NAME, REASON);
        assertThat(trail("xian", matter).toString())
                .contains("入库保管")
                .doesNotContain(NAME, REASON, "请放进涉案财物柜保管", "封条完好");
    }

    /// A party is told what was done and where, never what stands in it.
    @Test
    void atThePublicDoorNothingOfItIsTold() {
        var matter = withThePolice("13800005754");
        veiled(matter);
        var asked = Map.of("code", matter.code(), "phoneLast4", "5754");
        assertThat(ok(new Wire(port).post("/api/public/progress", asked)).toString())
                .doesNotContain(SECRETS);
        assertThat(as("lin").get("/api/matters/" + matter.id() + "/files").status())
                .isEqualTo(404);
    }

    private JsonNode row(String who, Opened matter) {
        return ok(as(who).get("/api/matters/" + matter.id() + "/files")).body().at("/items/0");
    }

    private JsonNode trail(String who, Opened matter) {
        return ok(as(who).get("/api/matters/" + matter.id() + "/trail?limit=100"))
                .body()
                .path("items");
    }

    private static String named(Wire.Answer answer) {
        return java.net.URLDecoder.decode(
                answer.header("Content-Disposition").orElse(""), java.nio.charset.StandardCharsets.UTF_8);
    }
}
