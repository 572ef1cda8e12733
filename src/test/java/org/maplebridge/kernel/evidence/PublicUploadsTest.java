package org.maplebridge.kernel.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.maplebridge.fixtures.County;
import org.maplebridge.fixtures.Parcels;
import org.maplebridge.fixtures.TestClock;
import org.maplebridge.fixtures.Wire;

/// A party sends a large file from a phone whose line breaks; told through HTTP.
class PublicUploadsTest extends FilesStory {

    private static final int MB = 1 << 20;
    private static final String UPLOADS = "/api/public/own/files/uploads";

    private final Map<String, String> digits = new HashMap<>();

    private Opened mine(String phone) {
        var matter = dispute(phone);
        digits.put(matter.code(), phone.substring(phone.length() - 4));
        return matter;
    }

    private Map<String, Object> known(Opened matter, Map<String, ?> said) {
        var body = new HashMap<String, Object>(said);
        body.put("code", matter.code());
        body.put("phoneLast4", digits.getOrDefault(matter.code(), ""));
        return body;
    }

    private static byte[] film(String words, int size) {
        var film = new byte[size];
        Arrays.fill(film, (byte) 'a');
        var head = Parcels.picture(words);
        System.arraycopy(head, 0, film, 0, head.length);
        return film;
    }

    private Wire.Answer begun(Opened matter, String name, byte[] content) {
        return new Wire(port)
                .post(
                        UPLOADS,
                        known(matter, Map.of("name", name, "size", content.length, "sha256", Parcels.sha256(content))));
    }

    private Wire.Answer piece(Opened matter, String upload, long from, byte[] content) {
        return Parcels.add(
                new Wire(port), UPLOADS + "/" + upload + "/pieces", known(matter, Map.of("from", from)), content);
    }

    private Wire.Answer finish(Opened matter, String upload, String name, byte[] content) {
        return new Wire(port).post(UPLOADS + "/" + upload + "/finish", known(matter, Parcels.photo(name, content)));
    }

    @Test
    void aBrokenLineCostsNoMoreThanAPieceAndNothingComesTwice() {
        var matter = mine("13800005801");
        var film = film("雨夜", 3 * MB + 99);
        var upload = ok(begun(matter, "雨夜.png", film)).text("id");
        ok(piece(matter, upload, 0, Arrays.copyOf(film, 2 * MB)));
        var again = ok(begun(matter, "雨夜.png", film));
        assertThat(again.text("id"))
                .as("the same upload after the page was closed")
                .isEqualTo(upload);
        assertThat(again.body().path("received").asLong(0)).isEqualTo(2L * MB);
        var twice = piece(matter, upload, 0, Arrays.copyOf(film, 2 * MB));
        assertThat(twice.status()).as("its answer was lost, and it comes again").isEqualTo(409);
        assertThat(ok(new Wire(port).post(UPLOADS + "/" + upload, known(matter, Map.of())))
                        .body()
                        .path("received")
                        .asLong(0))
                .isEqualTo(2L * MB);
        assertThat(finish(matter, upload, "雨夜.png", film).status())
                .as("not whole yet")
                .isEqualTo(409);
        ok(piece(matter, upload, 2L * MB, Arrays.copyOfRange(film, 2 * MB, film.length)));
        ok(finish(matter, upload, "雨夜.png", film));
        var there = ok(begun(matter, "雨夜.png", film));
        assertThat(there.text("added.name")).as("it is there already").isEqualTo("雨夜.png");
        assertThat(there.text("id")).isEmpty();
        assertThat(names(matter)).containsExactly("雨夜.png");
        assertThat(ok(as("ren").get("/api/matters/" + matter.id() + "/files/" + Parcels.sha256(film)))
                        .raw()
                        .body())
                .contains("雨夜");
        assertThat(verification.verify(List.of()).faults()).isEmpty();
    }

    @Test
    void whatArrivesOtherwiseThanItWasAnnouncedIsNotTaken() {
        var matter = mine("13800005802");
        var film = film("一", MB + 5);
        var upload = ok(begun(matter, "一.png", film)).text("id");
        ok(piece(matter, upload, 0, film("二", MB + 5)));
        var refused = finish(matter, upload, "一.png", film);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().path("fields").toString()).contains("对不上");
        assertThat(names(matter)).isEmpty();
        var fresh = ok(begun(matter, "一.png", film));
        assertThat(fresh.text("id")).as("it begins anew").isNotEqualTo(upload);
        assertThat(fresh.body().path("received").asLong(-1)).isZero();
    }

    @Test
    void onlyWhoeverHasCodeAndDigitsComesNearAnUpload() {
        var matter = mine("13800005803");
        var other = mine("13800005804");
        var film = film("别人的", MB);
        var upload = ok(begun(matter, "别人的.png", film)).text("id");
        assertThat(piece(other, upload, 0, film).status()).isEqualTo(404);
        assertThat(finish(other, upload, "别人的.png", film).status()).isEqualTo(404);
        assertThat(new Wire(port)
                        .post(UPLOADS + "/" + upload, known(other, Map.of()))
                        .status())
                .isEqualTo(404);
        var samePerson = mine("13800005803");
        assertThat(piece(samePerson, upload, 0, film).status())
                .as("by the code of another matter of theirs")
                .isEqualTo(404);
        assertThat(finish(samePerson, upload, "别人的.png", film).status()).isEqualTo(404);
        digits.put(matter.code(), "0000");
        assertThat(begun(matter, "别人的.png", film).status()).isEqualTo(404);
        assertThat(piece(matter, upload, 0, film).status()).isEqualTo(404);
        digits.put(matter.code(), "");
        assertThat(begun(matter, "别人的.png", film).status()).isEqualTo(422);
        assertThat(as("ren").get("/api/files/uploads/" + upload).status())
                .as("not even the office, before it is whole")
                .isEqualTo(404);
    }

    @Test
    void whoeverHelpedToFileItMayAskHowFarItIsAndNoMore() {
        var said = new HashMap<String, Object>(
                Map.of("words", "孩子帮我填的：水渠被堵了。", "area", County.TOWN, "day", "2025-01-02", "anonymous", false));
        said.put("name", "周奶奶");
        said.put("phone", "13800005807");
        said.put("helper", "小周");
        said.put("helperPhone", "13800005808");
        var filed = ok(new Wire(port).post("/api/public/scenes/disputes", said));
        var matter = new Opened(filed.text("matter.id"), filed.text("matter.code"));
        var film = film("水渠", MB);
        digits.put(matter.code(), "5808");
        ok(new Wire(port).post("/api/public/progress", known(matter, Map.of())));
        assertThat(begun(matter, "水渠.png", film).status()).isEqualTo(403);
        digits.put(matter.code(), "5807");
        ok(begun(matter, "水渠.png", film));
    }

    @Test
    void nobodySendsMoreThanTheirShareOfADay() {
        var matter = mine("13800005805");
        var tooLarge = new Wire(port)
                .post(UPLOADS, known(matter, Map.of("name", "长.png", "size", 501L * MB, "sha256", "a".repeat(64))));
        assertThat(tooLarge.status()).isEqualTo(413);
        for (int i = 0; i < 20; i++) {
            var picture = Parcels.picture("第" + i + "张");
            var upload = ok(begun(matter, i + ".png", picture)).text("id");
            ok(piece(matter, upload, 0, picture));
            ok(finish(matter, upload, i + ".png", picture));
        }
        var picture = Parcels.picture("又一张");
        var refused = begun(matter, "又一张.png", picture);
        assertThat(refused.status()).as(refused.toString()).isEqualTo(409);
        assertThat(refused.text("rule")).isEqualTo("evidence.party-day-files");
        assertThat(refused.text("next")).contains("明天", "承办单位");
        var own = Parcels.photo("又一张.png", picture);
        assertThat(Parcels.add(new Wire(port), "/api/public/own/files", known(matter, own), picture)
                        .status())
                .as("the small door leads past no limit")
                .isEqualTo(409);
        aDayLater();
        ok(begun(matter, "又一张.png", picture));
        TestClock.reset();
    }

    @Test
    void whatWasNotTakenInCountsAmongWhatWasSentThatDay() {
        var matter = mine("13800005809");
        for (int i = 0; i < 20; i++) {
            var announced = film("说的", MB);
            var upload = ok(begun(matter, "换.png", announced)).text("id");
            ok(piece(matter, upload, 0, film("发的" + i, MB)));
            assertThat(finish(matter, upload, "换.png", announced).status()).isEqualTo(422);
        }
        var refused = begun(matter, "换.png", film("说的", MB));
        assertThat(refused.text("rule")).as(refused.toString()).isEqualTo("evidence.party-day-files");
    }

    /// What other offices are given instead of an original is made by the office that handles it.
    @Test
    void aPartyPutsNothingInTheOriginalsPlace() {
        var matter = withThePolice("13800005810");
        digits.put(matter.code(), "5810");
        var original = Parcels.picture("原件");
        ok(Parcels.add(as("ren"), "/api/files", of(matter, Parcels.photo("原件.png", original)), original));
        ok(as("ren").move(matter.id(), "restrict-file", Map.of("no", 1, "reason", "照片上有孩子的脸")));
        var other = Parcels.picture("另一张");
        var said = Parcels.photo("另一张.png", other);
        said.put("copyOf", 1);
        var refused = Parcels.add(new Wire(port), "/api/public/own/files", known(matter, said), other);
        assertThat(refused.status()).as(refused.toString()).isEqualTo(422);
        assertThat(refused.body().at("/fields/0/name").asString("")).isEqualTo("copyOf");
        assertThat(as("jing")
                        .get("/api/matters/" + matter.id() + "/files/" + Parcels.sha256(original))
                        .status())
                .as("the office has made no masked copy yet")
                .isEqualTo(409);
        assertThat(names(matter)).containsExactly("原件.png");
    }

    @Test
    void whoSendsWhatTheMatterHasAlreadyIsToldSo() {
        var matter = mine("13800005811");
        var picture = Parcels.picture("两边都有的合同");
        ok(Parcels.add(as("ren"), "/api/files", of(matter, Parcels.photo("合同.png", picture)), picture));
        var upload = ok(begun(matter, "我的合同.png", picture)).text("id");
        ok(piece(matter, upload, 0, picture));
        var refused = finish(matter, upload, "我的合同.png", picture);
        assertThat(refused.text("rule")).as(refused.toString()).isEqualTo("evidence.same");
    }

    @Test
    void whatIsAnnouncedBadlyIsToldWhichPartIsBad() {
        var matter = mine("13800005812");
        var good = Map.<String, Object>of("name", "好.png", "size", MB, "sha256", "c".repeat(64));
        for (var bad : List.of(
                Map.of("sha256", "\u0000"),
                Map.of("sha256", "c".repeat(63) + "\u0000"),
                Map.of("sha256", 7),
                Map.of("name", "\u0000.png"),
                Map.of("name", List.of("好.png")),
                Map.of("size", -1),
                Map.of("size", "很大"))) {
            var said = new HashMap<String, Object>(good);
            said.putAll(bad);
            var answer = new Wire(port).post(UPLOADS, known(matter, said));
            assertThat(answer.status()).as(bad + " " + answer).isEqualTo(422);
            said.put("matter", matter.id());
            var officer = as("ren").post("/api/files/uploads", said);
            assertThat(officer.status()).as(bad + " " + officer).isBetween(400, 422);
        }
        for (var left : good.keySet()) {
            var said = new HashMap<String, Object>(good);
            said.put("matter", matter.id());
            said.remove(left);
            var officer = as("ren").post("/api/files/uploads", said);
            assertThat(officer.status()).as(left + " left out: " + officer).isEqualTo(422);
        }
        assertThat(as("ren").post("/api/files/uploads", good).status())
                .as("of no matter")
                .isEqualTo(422);
        var upload = ok(begun(matter, "好.png", film("好", MB))).text("id");
        for (var from : List.<Object>of(-1, "0", 1L << 50)) {
            var answer = Parcels.add(
                    new Wire(port),
                    UPLOADS + "/" + upload + "/pieces",
                    known(matter, Map.of("from", from)),
                    new byte[9]);
            assertThat(answer.status()).as(from + " " + answer).isBetween(200, 422);
        }
    }

    @Test
    void aDayAndAMatterHoldOnlySoMuch() {
        var matter = mine("13800005806");
        for (int i = 0; i < 2; i++) {
            ok(new Wire(port)
                    .post(
                            UPLOADS,
                            known(matter, Map.of("name", "长.png", "size", 450L * MB, "sha256", (i + "a").repeat(32)))));
        }
        var refused = new Wire(port)
                .post(UPLOADS, known(matter, Map.of("name", "长.png", "size", 450L * MB, "sha256", "b".repeat(64))));
        assertThat(refused.text("rule")).as(refused.toString()).isEqualTo("evidence.party-day-mb");
    }
}
