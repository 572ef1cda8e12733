package org.maplebridge.kernel.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.maplebridge.fixtures.Parcels;
import org.maplebridge.fixtures.Wire;
import tools.jackson.databind.JsonNode;

/// Through whose hands a file goes, and who is given only what is masked; told through HTTP.
class CustodyChainTest extends FilesStory {

    private String added(Opened matter, String name, int copyOf) {
        var picture = Parcels.picture(name + matter.id());
        var said = of(matter, Parcels.photo(name, picture));
        if (copyOf > 0) {
            said.put("copyOf", copyOf);
        }
        ok(Parcels.add(as("ren"), "/api/files", said, picture, UUID.randomUUID().toString()));
        return "/api/matters/" + matter.id() + "/files/" + Parcels.sha256(picture);
    }

    private List<String> chain(String file) {
        return ok(as("ren").get(file + "/custody")).body().path("items").findValuesAsString("what");
    }

    private JsonNode row(String who, Opened matter, int no) {
        return ok(as(who).get("/api/matters/" + matter.id() + "/files")).body().at("/items/" + (no - 1));
    }

    @Test
    void everyHandAFileWentThroughIsAnEntryAndReadingsStandBetweenThem() {
        var matter = withThePolice("13800005701");
        var file = added(matter, "锁.png", 0);
        ok(as("ren").get(file));
        ok(as("jing").get(file + "?purpose=ASSIST"));
        var ren = as("ren");
        ok(ren.move(
                matter.id(), "hand-over-file", Map.of("no", 1, "way", "EXPERT", "agency", police, "why", "原物交派出所辨认")));
        assertThat(row("jing", matter, 1).path("awaits").asString("")).contains("police");
        assertThat(row("jing", matter, 1).at("/reader/signs").asBoolean(false)).isTrue();
        ok(as("jing").move(matter.id(), "sign-for-file", Map.of("no", 1, "answer", "SIGNED")));
        added(matter, "锁-遮.png", 1);
        ok(ren.move(matter.id(), "withdraw-file", Map.of("no", 1, "reason", "换清楚的一张")));
        assertThat(chain(file)).containsExactly("收取", "取阅", "取阅", "交接", "签收", "做遮盖件", "标明不用");
        var lines = ok(ren.get(file + "/custody")).body().path("items");
        assertThat(lines.get(0).path("words").asString("")).contains("指纹一致");
        assertThat(lines.get(1).path("purpose").asString("")).isEqualTo("办理本件");
        assertThat(lines.get(2).path("purpose").asString("")).isEqualTo("配合办理、了解情况");
        assertThat(lines.get(2).path("who").asString("")).contains("测试员jing", "police");
        assertThat(lines.get(3).path("to").asString("")).contains("police");
        assertThat(lines.get(3).path("purpose").asString("")).isEqualTo("送鉴定、送检");
        assertThat(lines.get(4).path("who").asString("")).contains("测试员jing");
        assertThat(lines.get(1).has("entry")).as("who reads is not published").isFalse();
        var trail = ok(ren.get("/api/matters/" + matter.id() + "/trail")).body().path("items");
        assertThat(trail.valueStream()
                        .filter(line -> line.path("seq").asInt(0)
                                == lines.get(4).path("entry").asInt(-1))
                        .findFirst()
                        .orElseThrow()
                        .path("verbTitle")
                        .asString(""))
                .isEqualTo("签收材料");
        assertThat(verification.verify(List.of()).faults()).isEmpty();
    }

    @Test
    void nobodySignsForAnotherAndPaperStandsForWhoeverIsOutside() {
        var matter = withThePolice("13800005702");
        added(matter, "合同.png", 0);
        var ren = as("ren");
        var nobody = Map.of("no", 1, "way", "STORE", "why", "入库保管原件");
        assertThat(ren.move(matter.id(), "hand-over-file", nobody).status()).isEqualTo(422);
        assertThat(ren.move(matter.id(), "sign-for-file", Map.of("no", 1, "answer", "SIGNED"))
                        .status())
                .as("nothing waits")
                .isEqualTo(403);
        var ownOffice = ren.get("/api/matters/" + matter.id()).text("agency.id");
        var toOurselves = ren.move(
                matter.id(), "hand-over-file", Map.of("no", 1, "way", "STORE", "agency", ownOffice, "why", "入库保管原件"));
        assertThat(toOurselves.status())
                .as("whoever gives it could sign for it")
                .isEqualTo(422);
        assertThat(toOurselves.toString()).contains("哪位工作人员");
        ok(ren.move(matter.id(), "hand-over-file", Map.of("no", 1, "way", "STORE", "staff", shou, "why", "入库保管原件")));
        var twice = ren.move(
                matter.id(), "hand-over-file", Map.of("no", 1, "way", "STORE", "outside", "档案馆", "why", "入库保管原件"));
        assertThat(twice.status()).as(twice.toString()).isEqualTo(409);
        assertThat(ren.move(matter.id(), "sign-for-file", Map.of("no", 1, "answer", "SIGNED", "paper", "1 号"))
                        .status())
                .as("a colleague signs themself")
                .isEqualTo(403);
        assertThat(as("jing")
                        .move(matter.id(), "sign-for-file", Map.of("no", 1, "answer", "SIGNED"))
                        .status())
                .isEqualTo(403);
        assertThat(as("lin")
                        .move(matter.id(), "sign-for-file", Map.of("no", 1, "answer", "SIGNED"))
                        .status())
                .isEqualTo(404);
        ok(as("shou").move(matter.id(), "sign-for-file", Map.of("no", 1, "answer", "REFUSED", "note", "封条破了")));
        ok(ren.move(
                matter.id(), "hand-over-file", Map.of("no", 1, "way", "EXPERT", "outside", "市鉴定中心", "why", "鉴定签名真假")));
        assertThat(ren.move(matter.id(), "sign-for-file", Map.of("no", 1, "answer", "SIGNED"))
                        .status())
                .as("without the number of the paper")
                .isEqualTo(422);
        ok(ren.move(matter.id(), "sign-for-file", Map.of("no", 1, "answer", "SIGNED", "paper", "鉴收〔2026〕7 号，李某")));
        assertThat(as("xian").move(matter.id(), "hand-over-file", nobody).status())
                .as("the office above looks on")
                .isEqualTo(403);
        assertThat(verification.verify(List.of()).faults()).isEmpty();
    }

    @Test
    void readingsComeByPiecesWithHowManyThereAreAndNoneIsLeftOut() {
        var matter = withThePolice("13800005706");
        var file = added(matter, "合影.png", 0);
        for (int i = 0; i < 7; i++) {
            ok(as(i % 2 == 0 ? "ren" : "jing").get(file));
        }
        var first = ok(as("ren").get(file + "/custody?limit=3")).body();
        assertThat(first.path("readings").asInt(0)).isEqualTo(7);
        assertThat(first.path("items").findValuesAsString("what")).containsExactly("收取", "取阅", "取阅", "取阅");
        var moments = new ArrayList<String>();
        var next = first.path("next").asString("");
        first.path("items").forEach(hand -> moments.add(hand.path("at").asString("")));
        for (int pieces = 0; !next.isEmpty(); pieces++) {
            assertThat(pieces).isLessThan(2);
            var piece =
                    ok(as("ren").get(file + "/custody?limit=3&after=" + next)).body();
            assertThat(piece.has("readings")).isFalse();
            assertThat(piece.path("items").findValuesAsString("what"))
                    .as("the entries are told once")
                    .containsOnly("取阅");
            piece.path("items").forEach(hand -> moments.add(hand.path("at").asString("")));
            next = piece.path("next").asString("");
        }
        assertThat(moments).hasSize(8).doesNotHaveDuplicates();
        assertThat(chain(file)).as("whoever doesn't ask gets up to 200").hasSize(8);
        for (var bad : List.of("?after=x", "?after=WzFd", "?after=WyJ4IiwieSJd", "?limit=0", "?limit=201")) {
            assertThat(as("ren").get(file + "/custody" + bad).status()).as(bad).isEqualTo(422);
        }
    }

    /// Whoever sits in the office and handles no such matter neither hands out nor says that it arrived.
    @Test
    void aReceiptOnPaperIsWrittenDownOnlyByWhoeverHandlesTheMatter() {
        var matter = withThePolice("13800005705");
        added(matter, "账本.png", 0);
        added(matter, "借条.png", 0);
        var ren = as("ren");
        var out = Map.of("no", 1, "way", "EXPERT", "outside", "市鉴定中心", "why", "鉴定签名真假");
        assertThat(as("kan").move(matter.id(), "hand-over-file", out).status()).isEqualTo(403);
        ok(ren.move(matter.id(), "hand-over-file", out));
        var paper = Map.of("no", 1, "answer", "SIGNED", "paper", "鉴收〔2026〕8 号，李某");
        var refused = as("kan").move(matter.id(), "sign-for-file", paper);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text("rule")).isEqualTo("evidence.signing");
        assertThat(refused.text("detail")).contains("承办单位里办理这类事项的人", "调解员");
        assertThat(as("kan")
                        .move(matter.id(), "sign-for-file", Map.of("no", 1, "answer", "REFUSED", "note", "收回来了"))
                        .status())
                .as("nor does it come back by their word")
                .isEqualTo(403);
        assertThat(ok(as("kan").get("/api/matters/" + matter.id() + "/moves"))
                        .body()
                        .path("can")
                        .findValuesAsString("verb"))
                .doesNotContain("sign-for-file");
        ok(ren.move(matter.id(), "hand-over-file", Map.of("no", 2, "way", "STORE", "staff", kan, "why", "入库保管原件")));
        assertThat(as("kan").move(matter.id(), "sign-for-file", paper).text("rule"))
                .as("what waits for them opens nothing else")
                .isEqualTo("evidence.signing");
        ok(as("kan").move(matter.id(), "sign-for-file", Map.of("no", 2, "answer", "SIGNED")));
        ok(as("shou").move(matter.id(), "sign-for-file", paper));
        assertThat(verification.verify(List.of()).faults()).isEmpty();
    }

    /// An original is restricted also when all is over; others are then told to ask for a masked copy.
    @Test
    void aMaskedCopyIsMadeAlsoAfterTheEndAndNothingElseIsAdded() {
        var matter = dispute("13800005704");
        var file = added(matter, "伤情.png", 0);
        var ren = as("ren");
        ok(ren.move(matter.id(), "divert", Map.of("to", "LITIGATION", "reason", "双方要走诉讼", "informed", true)));
        ok(ren.move(matter.id(), "restrict-file", Map.of("no", 1, "reason", "拍到了隐私部位")));
        var late = Parcels.picture("事后的照片");
        var refused = Parcels.add(ren, "/api/files", of(matter, Parcels.photo("事后.png", late)), late);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().at("/fields/0/name").asString("")).isEqualTo("copyOf");
        added(matter, "伤情-遮.png", 1);
        assertThat(ok(as("xian").get(file)).raw().body()).contains("伤情-遮.png");
        var own = Parcels.photo("事后.png", late);
        own.put("code", matter.code());
        own.put("phoneLast4", "5704");
        assertThat(Parcels.add(new Wire(port), "/api/public/own/files", own, late)
                        .status())
                .as("a party adds nothing any more")
                .isEqualTo(409);
        assertThat(verification.verify(List.of()).faults()).isEmpty();
    }

    @Test
    void aRestrictedOriginalIsGivenToItsOfficeAndToSupervisorsForTheirPurposeAlone() {
        var matter = withThePolice("13800005703");
        var file = added(matter, "孩子的脸.png", 0);
        var ren = as("ren");
        ok(as("jing").get(file));
        assertThat(as("jing")
                        .move(matter.id(), "restrict-file", Map.of("no", 1, "reason", "照片上有孩子"))
                        .status())
                .isEqualTo(403);
        ok(ren.move(matter.id(), "restrict-file", Map.of("no", 1, "reason", "照片上有孩子的脸")));
        var unmade = as("jing").get(file);
        assertThat(unmade.status()).isEqualTo(409);
        assertThat(unmade.toString()).contains("还没有遮盖件", "town办公室");
        added(matter, "孩子-遮.png", 1);
        assertThat(ok(ren.get(file)).raw().body()).contains("孩子的脸.png");
        for (var reader : List.of("jing", "xian", "jian")) {
            var copy = ok(as(reader).get(file));
            assertThat(copy.raw().body()).as(reader).contains("孩子-遮.png").doesNotContain("孩子的脸.png");
            assertThat(copy.header("Maple-Masked")).contains("2");
            assertThat(row(reader, matter, 1).at("/reader/given").asString("")).isEqualTo("MASKED");
            assertThat(row(reader, matter, 1).at("/reader/masked").asInt(0)).isEqualTo(2);
        }
        assertThat(row("ren", matter, 1).at("/reader/given").asString("")).isEqualTo("ORIGINAL");
        assertThat(ok(as("jian").get(file + "?purpose=SUPERVISE")).raw().body()).contains("孩子的脸.png");
        for (var reader : List.of("jing", "xian")) {
            assertThat(as(reader).get(file + "?purpose=SUPERVISE").status()).isEqualTo(403);
            assertThat(as(reader).get(file + "?purpose=HANDLE").status()).isEqualTo(403);
        }
        assertThat(as("jing").get(file + "?purpose=x").status()).isEqualTo(422);
        assertThat(as("lin").get(file).status()).isEqualTo(404);
        assertThat(new Wire(port).get(file).status())
                .as("parties have no door to it")
                .isEqualTo(401);
        ok(ren.move(matter.id(), "withdraw-file", Map.of("no", 2, "reason", "没有遮干净")));
        assertThat(as("jing").get(file).status())
                .as("a copy that is no good is not given")
                .isEqualTo(409);
        ok(ren.move(matter.id(), "release-file", Map.of("no", 1, "reason", "家长书面同意了")));
        assertThat(ok(as("jing").get(file)).raw().body()).contains("孩子的脸.png");
        assertThat(chain(file)).contains("原件限看", "做遮盖件", "原件恢复可看");
        assertThat(ren.move(matter.id(), "release-file", Map.of("no", 1, "reason", "再解一次看看"))
                        .status())
                .isEqualTo(422);
        assertThat(verification.verify(List.of()).faults()).isEmpty();
    }

    @Test
    void nothingIsHandedToWhoeverDoesNotSeeTheMatterKeepsOutOrHasAnInterest() {
        var matter = withThePolice("13800005709");
        added(matter, "借条.png", 0);
        var unseen = handedTo(matter, lin);
        assertThat(unseen.status()).as(unseen.toString()).isEqualTo(422);
        assertThat(unseen.body().at("/fields/0/name").asString("")).isEqualTo("staff");
        assertThat(unseen.toString()).contains("看不到这件事", "能接的有", "测试员shou");
        assertThat(unseen.text("rule")).isEqualTo("matters.hand-over");
        ok(as("shou").post("/api/account/interests", Map.of("kind", "KIN", "name", "某某", "phone", "13800005709")));
        var interested = handedTo(matter, shou);
        assertThat(interested.status()).isEqualTo(422);
        assertThat(interested.toString()).contains("应当回避").doesNotContain("某某");
        ok(as("shou").move(matter.id(), "recuse", Map.of("ground", "KIN", "reason", "是我表弟")));
        var out = handedTo(matter, shou);
        assertThat(out.toString()).contains("回避这件事", "能接的有：测试员kan");
        var own = as("shou")
                .get("/api/account/interests")
                .body()
                .at("/items/0/id")
                .asString("");
        ok(as("shou").delete("/api/account/interests/" + own));
    }

    private Wire.Answer handedTo(Opened matter, String staff) {
        return as("ren")
                .move(matter.id(), "hand-over-file", Map.of("no", 1, "way", "STORE", "staff", staff, "why", "入库保管原件"));
    }
}
