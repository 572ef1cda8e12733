package org.maplebridge.kernel.laws;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import org.maplebridge.kernel.ground.Hash;

/// A law spread over several files, such as a code with a file for each part, is one edition.
final class StatuteParts {

    private StatuteParts() {}

    /// The same statutes, with parts of one edition joined in the order of their numbers.
    static List<Statute> joined(List<Statute> read) {
        var editions = new LinkedHashMap<String, List<Statute>>();
        for (var each : read) {
            var one = each.part().isEmpty() ? each.file() : each.key() + '\n' + each.passed();
            editions.computeIfAbsent(one, known -> new ArrayList<>()).add(each);
        }
        return editions.values().stream().map(StatuteParts::one).toList();
    }

    private static Statute one(List<Statute> parts) {
        if (parts.size() == 1) {
            return parts.getFirst();
        }
        var sorted = new ArrayList<>(parts);
        sorted.sort(Comparator.comparingInt(StatuteParts::firstNumber).thenComparing(Statute::file));
        var first = sorted.getFirst();
        var last = sorted.getLast();
        var all = new StringBuilder();
        sorted.forEach(part -> all.append(part.digest()));
        return new Statute(
                first.file() + " 等 " + sorted.size() + " 个文件",
                first.name(),
                "",
                first.level(),
                first.branch(),
                first.area(),
                first.passed(),
                first.from(),
                first.stated(),
                first.notes(),
                sorted.stream().flatMap(part -> part.pieces().stream()).toList(),
                sorted.stream().flatMap(part -> part.repeals().stream()).toList(),
                sorted.stream().flatMap(part -> part.repealDay().stream()).findFirst(),
                sorted.stream().flatMap(part -> part.notices().stream()).toList(),
                Hash.sm3(all.append(last.name()).toString().getBytes(StandardCharsets.UTF_8)),
                sorted.size());
    }

    private static int firstNumber(Statute part) {
        return part.pieces().stream()
                .mapToInt(Statute.Piece::number)
                .filter(number -> number > 0)
                .findFirst()
                .orElse(Integer.MAX_VALUE);
    }
}
