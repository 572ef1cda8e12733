package org.maplebridge.kernel.imports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The list of lines that were not taken: line, number, column, reason, divided by tabs. Says nothing of what stood
/// there: the file itself does.
final class RefusedReport {

    private RefusedReport() {}

    /// Where it lies unless told otherwise: beside the input.
    static Path beside(Path file) {
        var name = Optional.ofNullable(file.getFileName()).map(Path::toString).orElse("import");
        return file.resolveSibling(name + ".refused.tsv");
    }

    /// Writes it, if any line was refused; otherwise takes away the one of an earlier run.
    static void write(Path report, List<Came> lines) throws IOException {
        var text = text(lines);
        if (text.isEmpty()) {
            Files.deleteIfExists(report);
        } else {
            Files.writeString(report, "行号\t编号\t栏目\t原因\n" + text);
        }
    }

    static String text(List<Came> lines) {
        var text = new StringBuilder();
        for (var line : lines) {
            for (var fault : line.faults()) {
                text.append(line.no())
                        .append('\t')
                        .append(cell(line.external()))
                        .append('\t')
                        .append(cell(fault.name()))
                        .append('\t')
                        .append(cell(fault.message()))
                        .append('\n');
            }
        }
        return text.toString();
    }

    /// Nothing invisible, and nothing a spreadsheet would take for a formula.
    private static String cell(String text) {
        var plain = text.replaceAll("\\p{C}", " ");
        return plain.matches("[=+\\-@].*") ? "'" + plain : plain;
    }
}
