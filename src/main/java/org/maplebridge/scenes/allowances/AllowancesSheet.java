package org.maplebridge.scenes.allowances;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.maplebridge.kernel.ground.Words;
import org.maplebridge.scenes.allowances.Allowance.Line;

/// A sheet as a workbook: sums are numbers, everything else is text, nothing a formula.
final class AllowancesSheet {

    private static final List<String> HEADS = List.of("行", "调解员", "编号", "办结日", "类别", "形式", "难易", "情况", "金额（元）", "说明");
    private static final int SUM = 8;

    private AllowancesSheet() {}

    static byte[] of(Allowance sheet, List<Line> lines) {
        var totals = AllowancesRules.totals(lines);
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "Maplebridge", "1.0")) {
            var page = book.newWorksheet("补贴单");
            int at = 0;
            write(page, at++, List.of("以案定补", sheet.place().name(), sheet.title(), sheet.code()));
            write(page, at++, HEADS);
            for (var line : lines) {
                write(page, at, cells(line));
                page.value(at++, SUM, sum(line));
            }
            write(page, at, List.of("合计"));
            page.value(at++, SUM, totals.all());
            at++;
            write(page, at++, List.of("每人合计"));
            for (var share : totals.shares()) {
                write(page, at, List.of("", share.name(), share.lines() + " 行"));
                page.value(at++, SUM, share.sum());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /// What nobody pays or takes back counts nothing, so that the column comes to the total.
    private static BigDecimal sum(Line line) {
        return line.payable() || line.takenBack() ? line.sum() : AllowancesRules.NOTHING;
    }

    private static List<String> cells(Line line) {
        return new ArrayList<>(List.of(
                "" + line.no(),
                AllowancesWords.mediator(line),
                line.file().code(),
                line.file().closed().toString(),
                line.file().category(),
                AllowancesWords.form(line),
                AllowancesWords.weight(line),
                AllowancesWords.state(line),
                "",
                String.join("；", AllowancesWords.said(line))));
    }

    private static void write(org.dhatim.fastexcel.Worksheet page, int at, List<String> cells) {
        for (int column = 0; column < cells.size(); column++) {
            if (!cells.get(column).isEmpty()) {
                page.inlineString(at, column, Words.cell(cells.get(column)));
            }
        }
    }
}
