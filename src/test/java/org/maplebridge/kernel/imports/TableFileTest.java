package org.maplebridge.kernel.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.maplebridge.kernel.ground.Problem;

class TableFileTest {

    private static final List<String> COLUMNS = List.of("id", "words");
    private static final String HEAD = "id\twords\n";

    private static TableFile parse(String text) {
        return TableFile.parse("a.tsv", text.getBytes(StandardCharsets.UTF_8), COLUMNS);
    }

    private static List<String> reasons(TableFile file, int line) {
        return file.lines().get(line).faults().stream()
                .map(Problem.Field::message)
                .toList();
    }

    @Test
    void linesAreReadWithTheNumberAnEditorShows() {
        var file = parse("\uFEFFid\twords\r\n1\t路灯不亮\r\n2\t说“\"停水\"”\n");

        assertThat(file.lines()).extracting(TableFile.Line::no).containsExactly(2, 3);
        assertThat(file.lines()).allSatisfy(line -> assertThat(line.faults()).isEmpty());
        assertThat(file.lines().getFirst().cells()).containsExactly("1", "路灯不亮");
        assertThat(file.lines().getLast().cells()).containsExactly("2", "说“\"停水\"”");
        assertThat(file.lines().getFirst().digest())
                .isEqualTo(parse(HEAD + "1\t路灯不亮\n").lines().getFirst().digest());
    }

    @Test
    void anotherEncodingIsRefusedAsAWhole() {
        var gbk = (HEAD + "1\t路灯不亮\n2\t扰民\n").getBytes(Charset.forName("GBK"));
        var utf16 = (HEAD + "1\t路灯不亮\n").getBytes(StandardCharsets.UTF_16);

        assertThatThrownBy(() -> TableFile.parse("a", gbk, COLUMNS))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining("不是 UTF-8")
                .hasMessageContaining("第 2 行");
        assertThatThrownBy(() -> TableFile.parse("a", utf16, COLUMNS)).isInstanceOf(Unreadable.class);
    }

    @Test
    void aWrongHeadAnEmptyFileAndNoFileAreRefusedAsAWhole() {
        assertThatThrownBy(() -> parse("id,words\n1,路灯\n")).hasMessageContaining("现在是：id,words");
        assertThatThrownBy(() -> parse("")).hasMessageContaining("空的");
        assertThatThrownBy(() -> TableFile.read(Path.of("没有这个.tsv"), COLUMNS)).hasMessageContaining("没有这个文件");
        assertThat(parse(HEAD).lines()).isEmpty();
    }

    @Test
    void aCutLastLineIsRefusedAlone() {
        var bytes = (HEAD + "1\t路灯\n2\t停水").getBytes(StandardCharsets.UTF_8);
        var inALetter = TableFile.parse("a", Arrays.copyOf(bytes, bytes.length - 1), COLUMNS);
        var inACell = parse(HEAD + "1\t路灯\n2");

        assertThat(reasons(inALetter, 0)).isEmpty();
        assertThat(reasons(inALetter, 1)).singleElement().asString().contains("截断");
        assertThat(reasons(inACell, 1)).singleElement().asString().contains("截断");
        assertThat(reasons(parse(HEAD + "1\t路灯"), 0)).isEmpty();
    }

    @Test
    void tabsBlanksAndInvisibleLettersAreRefusedByLine() {
        var file = parse(HEAD + "1\t路\t灯\n\n3\t停\u0007水\n4\t\u202E水停\n5\t好\n");

        assertThat(reasons(file, 0)).singleElement().asString().contains("有 3 栏，应是 2 栏");
        assertThat(reasons(file, 1)).containsExactly("空行。");
        assertThat(reasons(file, 2)).singleElement().asString().contains("U+0007");
        assertThat(reasons(file, 3)).singleElement().asString().contains("U+202E");
        assertThat(reasons(file, 4)).isEmpty();
    }

    @Property
    void garbageIsRefusedAndNothingElse(@ForAll("files") byte[] bytes) {
        try {
            var file = TableFile.parse("a", bytes, COLUMNS);
            assertThat(file.lines())
                    .allSatisfy(line -> assertThat(
                                    line.cells().size() == 2 || !line.faults().isEmpty())
                            .isTrue());
        } catch (Unreadable refused) {
            assertThat(refused.getMessage()).isNotBlank();
        }
    }

    @Provide
    Arbitrary<byte[]> files() {
        var any = Arbitraries.bytes().array(byte[].class).ofMaxSize(200);
        var after = any.map(bytes -> {
            var head = HEAD.getBytes(StandardCharsets.UTF_8);
            var whole = Arrays.copyOf(head, head.length + bytes.length);
            System.arraycopy(bytes, 0, whole, head.length, bytes.length);
            return whole;
        });
        var texts = Arbitraries.strings()
                .withChars("1\t\n\r路\"\u0000\uFEFF\uD800")
                .ofMaxLength(40)
                .map(text -> (HEAD + text).getBytes(StandardCharsets.UTF_8));
        return Arbitraries.oneOf(any, after, texts);
    }
}
