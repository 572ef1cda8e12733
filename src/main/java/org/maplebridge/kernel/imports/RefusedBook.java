package org.maplebridge.kernel.imports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.maplebridge.kernel.ground.Problem;
import org.maplebridge.kernel.ground.Words;

/// Refused lines as a workbook: where they stood, why they were refused, and what stood there, all of it as text.
/// What a spreadsheet could take for a formula when it is saved as plain text gets a mark before it.
final class RefusedBook {

    private RefusedBook() {}

    static byte[] of(Headed sheet, List<Finding> refused) {
        var lines = sheet.rows().stream().collect(Collectors.toMap(Grid.Line::no, Function.identity()));
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "Maplebridge", "1.0")) {
            var page = book.newWorksheet("不收的行");
            var heads = new java.util.ArrayList<>(List.of("行号", "栏目", "原因"));
            heads.addAll(sheet.headings());
            for (int i = 0; i < heads.size(); i++) {
                page.inlineString(0, i, Words.cell(heads.get(i)));
            }
            for (int row = 0; row < refused.size(); row++) {
                line(page, row + 1, refused.get(row), lines, sheet.headings().size());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static void line(
            org.dhatim.fastexcel.Worksheet page, int row, Finding finding, Map<Integer, Grid.Line> lines, int columns) {
        page.value(row, 0, finding.no());
        page.inlineString(row, 1, Words.cell(joined(finding, Problem.Field::name)));
        page.inlineString(row, 2, Words.cell(joined(finding, Problem.Field::message)));
        var line = lines.get(finding.no());
        for (int i = 0; line != null && i < columns; i++) {
            var cell = line.cell(i).text();
            if (!cell.isEmpty()) {
                page.inlineString(row, i + 3, Words.cell(cell));
            }
        }
    }

    private static String joined(Finding finding, Function<Problem.Field, String> part) {
        return finding.reasons().stream().map(part).distinct().collect(Collectors.joining("；"));
    }
}
