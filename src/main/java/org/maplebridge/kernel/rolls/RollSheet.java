package org.maplebridge.kernel.rolls;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.maplebridge.kernel.ground.Words;
import org.maplebridge.kernel.rolls.RollReading.FactShown;
import org.maplebridge.kernel.rolls.RollReading.LineShown;

/// A register as a workbook, all of it as text.
final class RollSheet {

    private RollSheet() {}

    static byte[] of(Roll roll, List<LineShown> lines, LocalDate day) {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of(roll.title(), "截至 " + day, lines.size() + " 条"));
        var heads = new ArrayList<String>(List.of(roll.named().orElse("名称"), "地方"));
        roll.fields().forEach(field -> heads.add(field.title()));
        heads.addAll(List.of(roll.begins(), roll.ends().orElse(""), "提示", "登记人"));
        rows.add(heads);
        lines.forEach(line -> rows.add(row(roll, line)));
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "Maplebridge", "1.0")) {
            var page = book.newWorksheet("名册");
            for (int at = 0; at < rows.size(); at++) {
                var cells = rows.get(at);
                for (int column = 0; column < cells.size(); column++) {
                    page.inlineString(at, column, Words.cell(cells.get(column)));
                }
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static List<String> row(Roll roll, LineShown line) {
        var cells = new ArrayList<String>(List.of(line.name(), line.areaName()));
        for (var field : roll.fields()) {
            cells.add(line.facts().stream()
                    .filter(fact -> fact.name().equals(field.name()))
                    .map(FactShown::words)
                    .findFirst()
                    .orElse(""));
        }
        cells.add(line.firstDay().toString());
        cells.add(line.lastDay().map(LocalDate::toString).orElse(""));
        cells.add(line.notes().stream().map(RollRules.Note::words).collect(Collectors.joining("；")));
        cells.add(line.enteredBy());
        return cells;
    }
}
