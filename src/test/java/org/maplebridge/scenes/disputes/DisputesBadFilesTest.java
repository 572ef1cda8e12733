package org.maplebridge.scenes.disputes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.maplebridge.fixtures.County;
import org.maplebridge.fixtures.MapleTest;
import org.maplebridge.kernel.access.Access;
import org.maplebridge.kernel.ground.Errand;
import org.maplebridge.kernel.ground.Scope;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.orgs.Offices;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Files that are not what they should be, through the command line: told in Chinese, and either nothing of them came
/// in or exactly the lines that were whole.
@MapleTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DisputesBadFilesTest {

    private static final String HEAD = "id\tsender\ttitle\ttime\tbody\tagainst\tfor\n";
    private static final String ROW = "\tT1\t路灯坏了\t2019/7/19\t路灯坏了一个月没有人修。\t0\t0\n";

    @Autowired
    Transactions transactions;

    @Autowired
    Offices offices;

    @Autowired
    Access access;

    @Autowired
    JdbcClient db;

    @Autowired
    List<Errand> errands;

    @TempDir
    Path folder = Path.of("");

    @BeforeAll
    void found() {
        new County(transactions, offices, access).founded();
    }

    private record Said(int status, String out, String err) {}

    private Said imported(byte[] bytes) throws IOException {
        var file = Files.write(Files.createTempFile(folder, "made-up", ".tsv"), bytes);
        var errand = errands.stream()
                .filter(each -> each.verb().equals("import"))
                .findFirst()
                .orElseThrow();
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int status = errand.run(
                List.of("complaints", file.toString()),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Said(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /// Matters, entries, batches and lines.
    private List<Integer> rows() {
        return transactions.run(
                Scope.job("test"),
                work -> Stream.of("matters.matter", "trail.entry", "imports.batch", "imports.line", "disputes.dispute")
                        .map(table -> db.sql("select count(*) from " + table)
                                .query(Integer.class)
                                .single())
                        .toList());
    }

    /// @param letters the bytes, as letters of one byte each
    private record Bad(String what, String letters, String told) {

        static Bad of(String what, byte[] bytes, String told) {
            return new Bad(what, new String(bytes, StandardCharsets.ISO_8859_1), told);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Stream<Bad> files() {
        var good = HEAD + "a1" + ROW;
        return Stream.of(
                Bad.of("空的", new byte[0], "文件是空的"),
                Bad.of("国标编码", good.getBytes(Charset.forName("GB18030")), "不是 UTF-8"),
                Bad.of("国标编码、表头是字母", (HEAD + "a1" + ROW + "a2" + ROW).getBytes(Charset.forName("GBK")), "等 2 行"),
                Bad.of("两个字节一字", good.getBytes(StandardCharsets.UTF_16), "不是 UTF-8"),
                Bad.of("两个字节一字、没有记号", good.getBytes(StandardCharsets.UTF_16LE), "不是 UTF-8"),
                Bad.of("少一栏", utf8(good.replace("\tfor", "").replace("\t0\n", "\n")), "表头"),
                Bad.of("栏名不对", utf8(good.replace("sender", "from")), "表头"),
                Bad.of("栏的次序不对", utf8(good.replace("id\tsender", "sender\tid")), "表头"),
                Bad.of("没有表头", utf8("a1" + ROW), "表头"),
                Bad.of("用逗号", utf8(good.replace('\t', ',')), "表头"),
                Bad.of("一张图片", new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0}, "不是 UTF-8"));
    }

    @TestFactory
    Stream<DynamicTest> nothingComesInFromAFileOfAnotherKind() {
        return files().map(bad -> DynamicTest.dynamicTest(bad.what(), () -> {
            var before = rows();
            var said = imported(bad.letters().getBytes(StandardCharsets.ISO_8859_1));
            assertThat(said.status()).as(said.toString()).isEqualTo(2);
            assertThat(said.err()).contains(bad.told()).doesNotContain("Exception");
            assertThat(said.out()).isEmpty();
            assertThat(rows()).isEqualTo(before);
        }));
    }

    @Test
    void aFileCutAnywhereBringsTheWholeLinesAndNamesTheRest() throws IOException {
        var whole = utf8(HEAD + "c1" + ROW + "c2" + ROW);
        int second = HEAD.length() + utf8("c1" + ROW).length;
        for (int cut : List.of(second + 1, second + 5, second + 7, second + 8, whole.length - 4)) {
            var before = rows();
            var said = imported(Arrays.copyOf(whole, cut));
            assertThat(said.status()).as(said.toString()).isEqualTo(1);
            assertThat(said.out()).contains("不收 1");
            assertThat(rows().getFirst() - before.getFirst()).isLessThanOrEqualTo(1);
            assertThat(rows().getLast()).isEqualTo(1);
        }
        var said = imported(whole);
        assertThat(said.status()).as(said.toString()).isZero();
        assertThat(said.out()).contains("新收 1，已有 1，不收 0");
        assertThat(rows().getLast()).isEqualTo(2);
    }

    @Test
    void hostileLettersInALineAreNamedWithTheirColumn() throws IOException {
        var before = rows();
        var said = imported(utf8(HEAD
                + "e1\tT1\t前\u0000后\t2019/7/19\t空字符。\t0\t0\n"
                + "e2\tT1\t题\t2019/7/19\t看起来\u202E倒过来。\t0\t0\n"
                + "e3\tT1\t题\t2019/7/19\t少了\t0\n"));
        assertThat(said.status()).isEqualTo(1);
        assertThat(said.out()).contains("新收 0，已有 0，不收 3");
        try (var files = Files.list(folder)) {
            var reports = files.filter(file -> file.toString().endsWith(".refused.tsv"))
                    .map(DisputesBadFilesTest::text)
                    .filter(text -> text.contains("title"))
                    .toList();
            assertThat(reports).hasSize(1);
            assertThat(reports.getFirst())
                    .contains("title\t", "U+0000", "body\t", "U+202E", "有 6 栏，应是 7 栏")
                    .doesNotContain("\u0000", "\u202E");
        }
        assertThat(rows().getFirst()).isEqualTo(before.getFirst());
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}
