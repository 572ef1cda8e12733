package org.maplebridge.kernel.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// An old register of a town, brought by its registrar through HTTP.
class RegisterImportTest extends RegisterStory {

    @Autowired
    FindingStore findings;

    @Test
    void aRegisterIsMappedCheckedBroughtInTakenBackAndBroughtInAgain() {
        var who = as("guan");
        int good = 240;
        var id = brought(who, RegisterBooks.register(1, good, true));
        var preview = who.post("/api/imports/" + id + "/preview", NOTHING);
        assertThat(preview.text("mapping.sheet")).isEqualTo("台账");
        assertThat(preview.body().path("mapping").path("header").asInt(0)).isEqualTo(3);
        assertThat(preview.text("mapping.columns.applicant")).isEqualTo("申请人·姓名");
        assertThat(preview.text("mapping.columns.phone")).isEqualTo("申请人·联系电话");
        assertThat(preview.text("mapping.columns.respondent")).isEqualTo("对方当事人");
        assertThat(preview.text("mapping.columns.occurredAt")).isEqualTo("受理时间");
        assertThat(preview.text("mapping.columns.words")).isEqualTo("纠纷简要情况");
        assertThat(preview.text("mapping.columns.area")).isEqualTo("村（社区）");
        assertThat(preview.text("mapping.number")).isEmpty();
        assertThat(preview.body().path("notes").asInt(0)).isEqualTo(2);
        assertThat(preview.body().path("lines").toString())
                .as("people's data is masked")
                .doesNotContain("13900000001", "样某")
                .contains("样*", "139******01");

        var mapping = mapping(preview.body());
        mapping.put("number", "编号");
        int matters = count("select count(*) from matters.matter");
        int people = count("select count(*) from people.persona");
        var checked = done(who, id, "check", mapping);
        assertThat(checked.path("state").asString("")).isEqualTo("CHECKED");
        assertThat(counts(checked)).containsExactly(good + RegisterBooks.TRAPS, good + 1, RegisterBooks.BAD, 1);
        assertThat(count("select count(*) from matters.matter"))
                .as("a check writes nothing")
                .isEqualTo(matters);
        assertThat(count("select count(*) from people.persona")).isEqualTo(people);
        assertThat(findings(who, id, "REFUSED").toString())
                .contains("读不出是哪一天", "蓬莱仙岛", "天外之事", "后几位已经丢失", "编号与第 4 行相同", "请填写");
        assertThat(findings(who, id, "LIKELY").toString()).contains("第 4 行");

        var ran = done(who, id, "run", Map.of());
        var batch = ran.path("batch").asString("");
        assertThat(ran.path("state").asString("")).isEqualTo("DONE");
        assertThat(counts(ran)).startsWith(good + RegisterBooks.TRAPS, good + 1, RegisterBooks.BAD);
        assertThat(count(OF_BATCH, batch)).isEqualTo(good + 1);
        asItWasClaimed(batch);
        sequencer.drain();
        assertThat(verification.verify(List.of()).faults()).isEmpty();

        var undone = done(who, id, "undo", Map.of());
        assertThat(undone.path("state").asString("")).isEqualTo("UNDONE");
        assertThat(count(OPEN, batch)).isZero();

        assertThat(counts(done(who, id, "check", mapping)))
                .as("what was taken back is nobody's double")
                .containsExactly(good + RegisterBooks.TRAPS, good + 1, RegisterBooks.BAD, 1);
        var again = done(who, id, "run", Map.of());
        assertThat(again.path("batch").asString("")).isNotEqualTo(batch);
        assertThat(count(OPEN, again.path("batch").asString(""))).isEqualTo(good + 1);
        assertThat(counts(done(who, brought(who, RegisterBooks.register(1, good, false)), "check", mapping)))
                .as("the same lines in another file are known")
                .containsExactly(good, good, 0, good);
        sequencer.drain();
        assertThat(verification.verify(List.of()).faults()).isEmpty();
    }

    private void asItWasClaimed(String batch) {
        assertThat(count("""
            select count(*) from matters.matter m join disputes.dispute d on d.matter = m.id
             where m.batch = cast(? as uuid) and m.occurred_at < timestamptz '2020-01-01'
               and m.opened_at > m.occurred_at and d.words like '%【原登记称】%调解结果：%办结时间：%'\
            """, batch)).isEqualTo(241);
        assertThat(count(
                        "select count(*) from matters.matter m where batch = cast(? as uuid) and occurred_at ="
                                + " timestamptz '2018-01-04 09:30+08'",
                        batch))
                .as("the fourth line says 2018/1/4 9:30")
                .isEqualTo(1);
        assertThat(count(
                        "select count(*) from tasks.task t join matters.matter m on m.id = t.matter where m.batch ="
                                + " cast(? as uuid)",
                        batch))
                .isEqualTo(241);
    }

    /// Lines, good, refused, likely.
    private static List<Integer> counts(JsonNode register) {
        var counts = register.path("counts");
        return List.of(
                counts.path("lines").asInt(-1),
                counts.path("good").asInt(-1),
                counts.path("refused").asInt(-1),
                counts.path("likely").asInt(-1));
    }

    @Test
    void anotherOfficeAndAnotherRoleHaveNothingToDoWithIt() {
        var id = brought(as("guan"), RegisterBooks.register(4_000, 3, false));

        assertThat(as("wai").get("/api/imports/" + id).status()).isEqualTo(404);
        assertThat(as("wai").delete("/api/imports/" + id).status()).isEqualTo(404);
        assertThat(as("wai").get("/api/imports").body().toString()).doesNotContain(id);
        assertThat(as("pai").get("/api/imports").status()).isEqualTo(403);
        assertThat(bring(as("pai"), "a.xlsx", RegisterBooks.register(1, 1, false))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void linesOfAnotherOfficesAreaAreRefused() {
        var who = as("wai");
        var id = brought(who, RegisterBooks.register(4_100, 3, false));
        var mapping = suggested(who, id);
        mapping.put("columns", with(java.util.Objects.requireNonNull(mapping.get("columns")), "area", "村（社区）"));
        mapping.put("places", Map.of("筱溪村", "33.07.02.103.204"));

        assertThat(counts(done(who, id, "check", mapping))).containsExactly(3, 0, 3, 0);
        assertThat(findings(who, id, "REFUSED").toString()).contains("不在本单位的辖区里");
    }

    private static Map<String, Object> with(Object map, String key, Object value) {
        var all = new HashMap<String, Object>();
        ((Map<?, ?>) map).forEach((name, each) -> all.put(name.toString(), each));
        all.put(key, value);
        return all;
    }

    @Test
    void likelyDoublesAreLeftOutWhereSomebodyWantsThat() {
        var who = as("guan");
        var id = brought(who, RegisterBooks.register(7_000, 5, true));
        var mapping = suggested(who, id);
        mapping.put("skipLikely", true);
        mapping.put("number", "编号");
        assertThat(counts(done(who, id, "check", mapping))).containsExactly(13, 6, 7, 1);

        var ran = done(who, id, "run", Map.of());

        assertThat(count(OF_BATCH, ran.path("batch").asString(""))).isEqualTo(5);
        assertThat(findings(who, id, "REFUSED").toString()).contains("像是已经有了");
    }

    @Test
    void refusedLinesGoBackAsAWorkbookWithoutFormulas() {
        var who = as("guan");
        var id = brought(who, RegisterBooks.register(8_000, 2, true));
        var mapping = suggested(who, id);
        mapping.put("number", "编号");
        done(who, id, "check", mapping);
        var register = UUID.fromString(id);
        var found = transactions.run(
                Imports.SCOPE, at -> findings.findings(register, 0, "", List.of(Finding.Kind.REFUSED.name()), 100));
        var grid = registers.grid(register);
        var book = RefusedBook.of(Headed.found(Registers.sheet(grid, "台账")), found);

        var read = RegisterFile.parse("refused.xlsx", book).sheets().getFirst().lines();
        assertThat(read).hasSize(1 + RegisterBooks.BAD);
        assertThat(read.toString()).contains("'=HYPERLINK", "读不出是哪一天");
        var answer = who.send(who.request("/api/imports/" + id + "/refused").GET());
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Disposition").orElse("")).startsWith("attachment");
    }

    @Test
    void aFileIsSealedAndDeletedInTimeAndItsMappingKept() {
        var who = as("guan");
        var id = UUID.fromString(brought(who, RegisterBooks.register(9_000, 3, false)));
        var mapping = suggested(who, id.toString());
        var sealed = transactions.run(Imports.SCOPE, at -> store.content(id)).orElseThrow();
        assertThat(new String(sealed.sealed(), java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotStartWith("PK");

        for (int version = 1; version <= 2; version++) {
            var kept = who.post("/api/import-mappings", Map.of("name", "镇台账", "mapping", mapping));
            assertThat(kept.status()).as(kept.toString()).isEqualTo(201);
            assertThat(kept.body().path("version").asInt(0)).isEqualTo(version);
        }
        assertThat(as("wai").get("/api/import-mappings").body().toString()).doesNotContain("镇台账");
        assertThat(who.get("/api/import-mappings/镇台账").raw().body()).contains("occurredAt: 受理时间");

        transactions.run(Imports.SCOPE, at -> store.expire(at.now().plusSeconds(1)));
        registers.forget(id);
        var late = who.post("/api/imports/" + id + "/preview", NOTHING);
        assertThat(late.status()).isEqualTo(422);
        assertThat(late.body().toString()).contains("重新上传");
    }

    @Test
    void whatIsNoTableIsRefusedInWords() {
        assertThat(bring(as("guan"), "a.xls", new byte[] {
                            (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1, 0
                        })
                        .body()
                        .toString())
                .contains("另存为 .xlsx");
        assertThat(bring(as("guan"), "a.xlsx", new byte[] {'P', 'K', 3, 4, 9, 9, 9})
                        .status())
                .isEqualTo(422);
        assertThat(bring(as("guan"), "a.csv", new byte[0]).status()).isEqualTo(422);
    }
}
