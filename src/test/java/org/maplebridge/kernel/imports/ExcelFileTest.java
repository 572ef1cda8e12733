package org.maplebridge.kernel.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/// Workbooks and plain tables with whatever people put into them.
class ExcelFileTest {

    private static List<String> texts(Grid.Line line) {
        return line.cells().stream().map(Grid.Cell::text).toList();
    }

    @Test
    void cellsAreReadAsTheyShowAndMergedOnesAreFilled() {
        var book = RegisterBooks.book(made -> {
            var page = made.newWorksheet("台账");
            page.value(0, 0, "村");
            page.range(0, 0, 1, 0).merge();
            page.value(0, 1, 13_800_138_000L);
            page.value(1, 1, LocalDate.of(2019, 2, 28));
            page.style(1, 1).format("yyyy\"年\"m\"月\"d\"日\"").set();
            page.value(1, 2, 330_702_199_001_011_234L);
            page.value(1, 3, true);
            page.value(1, 4, 0.5);
        });
        var lines = RegisterFile.parse("a.xlsx", book).sheets().getFirst().lines();

        assertThat(texts(lines.get(0))).containsExactly("村", "13800138000");
        assertThat(texts(lines.get(1))).startsWith("村", "2019-02-28").endsWith("是", "0.5");
        assertThat(lines.get(1).cell(2).flaw()).isEqualTo(Grid.Flaw.LOSSY);
    }

    @Test
    void theHeadingsAreFoundBelowATitleAndNotesAreLeftOut() {
        var grid = RegisterFile.parse("a.xlsx", RegisterBooks.register(1, 4, false));
        var sheet = Registers.sheet(grid, "");
        var headed = Headed.found(sheet);

        assertThat(sheet.name()).as("not the hidden one").isEqualTo("台账");
        assertThat(headed.header()).isEqualTo(3);
        assertThat(headed.headings()).contains("编号", "申请人·姓名", "申请人·联系电话");
        assertThat(headed.rows()).hasSize(4);
        assertThat(headed.notes()).isEqualTo(2);
    }

    @Test
    void plainTablesAreReadInEitherEncodingWithQuotes() {
        var text = "编号,情况\r\n1,\"他说：\"\"不行\"\",\n就走了\"\r\n";
        for (var charset : List.of(StandardCharsets.UTF_8, Charset.forName("GBK"))) {
            var lines = RegisterFile.parse("a.csv", text.getBytes(charset))
                    .sheets()
                    .getFirst()
                    .lines();
            assertThat(texts(lines.get(1))).containsExactly("1", "他说：\"不行\",\n就走了");
        }
        assertThatThrownBy(() -> RegisterFile.parse("a.csv", "a,b\n1,\"x\n".getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("第 2 行的引号没有结束");
    }

    @Test
    void whatUnfoldsBeyondMeasureOrCarriesProgramsIsRefused() throws IOException {
        assertThatThrownBy(() ->
                        RegisterFile.parse("a.xlsx", zip("xl/worksheets/sheet1.xml", WorkbookBounds.MOST_UNFOLDED + 1)))
                .hasMessageContaining("展开以后超过");
        assertThatThrownBy(() -> RegisterFile.parse("a.xlsx", zip("xl/vbaProject.bin", 10)))
                .hasMessageContaining("宏");
        assertThatThrownBy(() -> RegisterFile.parse("a.xlsx", zip("xl/other.xml", 10)))
                .isInstanceOf(Unreadable.class);
    }

    private static byte[] zip(String name, long size) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            var piece = new byte[1 << 20];
            for (long left = size; left > 0; left -= piece.length) {
                zip.write(piece, 0, (int) Math.min(left, piece.length));
            }
        }
        return bytes.toByteArray();
    }
}
