package org.maplebridge.kernel.laws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/// What stands in a file of a law comes back as provisions; what can't be a law is told.
class StatuteReaderTest {

    private static Statute read(String file, String text) {
        return StatuteReader.read(file, text.getBytes(StandardCharsets.UTF_8));
    }

    private static Unread unread(String file, byte[] bytes) {
        return catchThrowableOfType(Unread.class, () -> StatuteReader.read(file, bytes));
    }

    private static Unread unread(String file, String text) {
        return unread(file, text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void anEditionIsKnownByNameLevelAndDayAndItsArticlesStandBelowTheirHeadings() {
        var law = read(MadeUpLaws.NEW, MadeUpLaws.SECOND_EDITION);
        assertThat(law.key()).isEqualTo("枫桥测试条例");
        assertThat(law.level()).isEqualTo("法律");
        assertThat(law.passed()).isEqualTo(LocalDate.of(2024, 6, 1));
        assertThat(law.from()).isEqualTo(LocalDate.of(2024, 9, 1));
        assertThat(law.stated()).isTrue();
        assertThat(law.articles()).isEqualTo(6);
        var third = law.pieces().get(3);
        assertThat(third.label()).isEqualTo("第三条之一");
        assertThat(third.suffix()).isEqualTo(1);
        assertThat(third.headings()).containsExactly("第一章 总则");
        var paragraphs = LawParagraphs.of(law.pieces().get(4).text());
        assertThat(paragraphs).hasSize(2);
        assertThat(paragraphs.getFirst().items())
                .extracting(LawParagraphs.Item::label)
                .containsExactly("（一）", "（二）");
        assertThat(law.notices()).isEmpty();
    }

    @Test
    void aLawThatEndsAnotherNamesItAndTheDay() {
        var law = read(MadeUpLaws.OLD, MadeUpLaws.FIRST_EDITION);
        assertThat(law.repeals()).containsExactly("枫桥旧晾晒规则");
        assertThat(law.repealDay()).contains(LocalDate.of(2019, 5, 1));
    }

    @Test
    void aReplyWithoutArticlesLosesNothing() {
        var reply = read("司法解释/x(2020-01-06).md", MadeUpLaws.REPLY);
        assertThat(reply.articles()).isZero();
        assertThat(reply.pieces()).extracting(Statute.Piece::label).containsExactly("正文", "一、", "二、");
        var cited = new CitationReading(reply.name(), reply.pieces())
                .in(reply.pieces().get(1));
        assertThat(cited).containsExactly(new CitationReading.Cited("枫桥测试条例", "枫桥测试条例", 3, 0));
    }

    @Test
    void theWordProcessorsFormReadsAsTheMarkdownDoes() {
        var lines = List.of(
                "中华人民共和国枫桥测试条例",
                "（2019年3月1日枫桥虚构会议通过　2024年6月1日枫桥虚构会议修订　自2024年9月1日起施行）",
                "目　　录",
                "第一章　总则",
                "第二章　附则",
                "第一章　总则",
                "第一条　为了试验法规库怎样读一部并不存在的法律，制定本条例。",
                "第二条　石桥上不得停放手推车，但是正在卸货的除外。",
                "第二章　附则",
                "第三条　本条例自2024年9月1日起施行。");
        var law = StatuteReader.read("法律/枫桥测试条例(2024-06-01).docx", MadeUpLaws.docx(lines));
        assertThat(law.key()).isEqualTo("枫桥测试条例");
        assertThat(law.articles()).isEqualTo(3);
        assertThat(law.pieces()).hasSize(3);
        assertThat(law.from()).isEqualTo(LocalDate.of(2024, 9, 1));
        assertThat(law.pieces().getLast().headings()).containsExactly("第二章 附则");
    }

    @Test
    void plainTextIsReadInThreeEncodings() {
        var text = "枫桥测试条例\n（2019年3月1日枫桥虚构会议通过）\n第一条　石桥上的晾晒由桥长安排。\n第二条　本条例自公布之日起施行。\n";
        for (var charset : List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"), StandardCharsets.UTF_16)) {
            var law = StatuteReader.read("行政法规/枫桥测试条例.txt", text.getBytes(charset));
            assertThat(law.articles()).as(charset.name()).isEqualTo(2);
            assertThat(law.passed()).isEqualTo(LocalDate.of(2019, 3, 1));
            assertThat(law.stated()).isTrue();
        }
    }

    @Test
    void articlesWrittenInOneLineAreTakenApart() {
        var law = read("法律/x(2020-01-06).md", """
            # 枫桥测试规则

            2020年1月5日 通过

            <!-- INFO END -->

            第一条 头一件事。 第二条 次一件事。再一句。 第三条 依照第二条办。 （一）甲； （二）乙。
            """);
        assertThat(law.pieces()).extracting(Statute.Piece::label).containsExactly("第一条", "第二条", "第三条");
        assertThat(law.pieces().get(2).text()).isEqualTo("依照第二条办。\n（一）甲；\n（二）乙。");
    }

    @Test
    void aLineThatOnlyGoesOnWithACitationOpensNoArticle() {
        var law = read("法律/x(2020-01-06).md", """
            # 枫桥测试规则

            <!-- INFO END -->

            第一条 处理这样的事，依照
            第二条、第三条的规定。

            第 二 条其他的事另行规定。

            第三条 完了。
            """);
        assertThat(law.articles()).isEqualTo(3);
        assertThat(law.pieces().getFirst().text()).endsWith("第二条、第三条的规定。");
    }

    @Test
    void whatCannotBeALawSaysWhereAndWhatToDo() {
        assertThat(unread("法律/a(2020-01-01).md", "").what()).contains("空的");
        assertThat(unread("法律/a(2020-01-01).md", "# 枫桥测试法\n\n<!-- INFO END -->\n")
                        .what())
                .contains("没有条文");
        assertThat(unread("法律/a(2020-13-01).md", MadeUpLaws.RULES).what()).contains("不存在");
        assertThat(unread("法律/a.md", "# 枫桥测试法\n\n<!-- INFO END -->\n\n第一条 没有日期。\n")
                        .next())
                .contains("文件名末尾");
        assertThat(unread("法律/a(2020-01-01).md", "# 枫桥测试法\n\n<!-- INFO END -->\n\n## 第一章 总则\n\n没有条文的话。\n")
                        .what())
                .contains("没有一条条文");
        var twice = unread("法律/a(2020-01-01).md", "# 枫桥测试法\n<!-- INFO END -->\n第一条 甲。\n第二条 乙。\n第一条 丙。\n");
        assertThat(twice.what()).isEqualTo("第一条出现了两次：第 3 行和第 5 行。");
        assertThat(twice.line()).isEqualTo(5);
        assertThat(unread("法律/a.md", new byte[] {0, 1, 2, 3, 4, 5, 6, 7}).what())
                .contains("读不出来的字符");
        assertThat(unread("法律/a.docx", MadeUpLaws.zip("word/other.xml", "x")).what())
                .contains("没有正文");
        assertThat(unread("法律/a.docx", new byte[] {'P', 'K', 3, 4, 9, 9}).what())
                .isNotBlank();
        assertThat(unread("法律/a.md", "第一条 枫桥".getBytes(StandardCharsets.UTF_16BE))
                        .what())
                .isNotBlank();
    }

    @Test
    void aDocumentThatUnfoldsWithoutEndOrFetchesThingsIsNotOpened() {
        var bomb = MadeUpLaws.zip("word/document.xml", "<d><p>" + "枫".repeat(30_000_000) + "</p></d>");
        assertThat(unread("法律/a.docx", bomb).what()).contains("64 MB");
        var fetching = "<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><d><p><t>&x;</t></p></d>";
        assertThat(unread("法律/a.docx", MadeUpLaws.zip("word/document.xml", fetching))
                        .what())
                .contains("不许使用");
    }

    @Test
    void daysThatContradictEachOtherAndGapsInTheNumbersAreTold() {
        var law = read("法律/x(2010-01-06).md", """
            # 枫桥测试规则

            2010年1月6日 枫桥虚构会议通过

            2021年3月26日 枫桥虚构会议修正

            <!-- INFO END -->

            第一条 甲。

            第三条 丙。
            """);
        assertThat(law.passed()).isEqualTo(LocalDate.of(2021, 3, 26));
        assertThat(law.notices()).extracting(Statute.Notice::what).anyMatch(what -> what.contains("2010-01-06"));
        assertThat(law.notices()).extracting(Statute.Notice::what).anyMatch(what -> what.contains("中间的条号不见了"));
    }

    @Property(tries = 200)
    void whatIsWrittenInTheFormComesBack(
            @ForAll @IntRange(min = 1, max = 1300) int articles,
            @ForAll @Size(min = 1, max = 4) List<@IntRange(min = 1, max = 60) Integer> words) {
        var text = new StringBuilder("# 枫桥性质测试条例\n\n2022年2月2日 通过\n\n<!-- INFO END -->\n");
        int count = Math.min(articles, 40);
        int first = articles - count;
        for (int i = first; i < articles; i++) {
            text.append("\n第").append(Numerals.written(i + 1)).append("条 ");
            for (int word : words) {
                text.append("石桥".repeat(word)).append("。\n\n");
            }
        }
        var law = read("法律/枫桥性质测试条例(2022-02-02).md", text.toString());
        assertThat(law.pieces())
                .extracting(Statute.Piece::number)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(first + 1, articles).boxed().toList());
        var said = String.join(
                "\n", words.stream().map(word -> "石桥".repeat(word) + "。").toList());
        assertThat(law.pieces()).allMatch(piece -> piece.text().equals(said));
    }

    @Property(tries = 500)
    void everyNumberReadsAsItIsWritten(@ForAll @IntRange(min = 1, max = 9999) int number) {
        assertThat(Numerals.read(Numerals.written(number))).isEqualTo(number);
    }

    @Test
    void citationsFollowTheLawThatStandsBeforeThem() {
        var piece = new Statute.Piece(
                9, 0, "第九条", List.of(), "依照本法第三条、第五条至第七条的规定，不适用《枫桥测试条例》第二条第一款和第四条；依照民法典第一千零七十九条办理；违反第八条的，罚。", 1);
        assertThat(new CitationReading("枫桥性质法", List.of(piece)).in(piece))
                .extracting(cited -> cited.key() + cited.number())
                .containsExactly("枫桥性质法3", "枫桥性质法5", "枫桥性质法6", "枫桥性质法7", "枫桥测试条例2", "枫桥测试条例4", "民法典1079", "枫桥性质法8");
    }
}
