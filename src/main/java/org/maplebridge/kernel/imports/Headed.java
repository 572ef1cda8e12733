package org.maplebridge.kernel.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// A sheet taken apart: what stands above the headings, the headings, the lines, and what is noted below them.
///
/// @param header the number of the last line of headings
/// @param lines how many lines the headings take
/// @param headings one for each column, none twice
/// @param rows the lines below, without those that only add up or explain
/// @param notes how many of those there are
record Headed(int header, int lines, List<String> headings, List<Grid.Line> rows, int notes) {

    private static final int LOOKED_AT = 20;
    private static final int LONGEST = 20;
    private static final Pattern NOTE = Pattern.compile(
            "(合计|总计|小计|注[：:]|备注[：:]|说明[：:]|填表|填报|制表|审核|负责人|单位负责人|填报日期|打印" + "|第\\s*\\d+\\s*页).*", Pattern.DOTALL);

    /// Words that stand in headings of registers everywhere.
    private static final Set<String> USUAL = Set.of(
            "序号", "编号", "姓名", "申请人", "当事人", "电话", "联系电话", "时间", "日期", "地址", "类型", "类别", "结果", "备注", "调解员", "村", "乡镇",
            "金额");

    /// Finds the headings by itself.
    static Headed found(Grid.Sheet sheet) {
        var lines = sheet.lines();
        int best = -1;
        double most = 0;
        for (int i = 0; i < Math.min(LOOKED_AT, lines.size()); i++) {
            double score = score(lines.get(i));
            if (score > most) {
                most = score;
                best = i;
            }
        }
        if (best < 0) {
            return at(sheet, lines.isEmpty() ? 1 : lines.getFirst().no(), 1);
        }
        // a group of columns has one heading above those of its columns
        boolean grouped = best > 0
                && lines.get(best - 1).no() == lines.get(best).no() - 1
                && distinct(lines.get(best - 1)) > 1
                && shares(lines.get(best - 1), lines.get(best));
        return at(sheet, lines.get(best).no(), grouped ? 2 : 1);
    }

    private static boolean shares(Grid.Line above, Grid.Line line) {
        for (int i = 0; i < line.cells().size(); i++) {
            if (!line.cell(i).text().isEmpty() && line.cell(i).equals(above.cell(i))) {
                return true;
            }
        }
        return above.filled() < line.filled() && above.filled() > 1;
    }

    private static long distinct(Grid.Line line) {
        return line.cells().stream()
                .map(Grid.Cell::text)
                .filter(text -> !text.isEmpty())
                .distinct()
                .count();
    }

    private static double score(Grid.Line line) {
        var texts = line.cells().stream()
                .map(Grid.Cell::text)
                .filter(text -> !text.isEmpty())
                .toList();
        long different = texts.stream().distinct().count();
        double score = 0;
        for (var text : texts) {
            boolean heading = text.length() <= LONGEST && !text.matches(".*\\d{3,}.*") && !text.matches("\\d+");
            score += heading ? 1 : -1;
            if (USUAL.stream().anyMatch(text::contains)) {
                score += text.length() <= LONGEST ? 3 : 0;
            }
        }
        return different < 2 ? 0 : score * different / texts.size();
    }

    /// With the headings where somebody says they are.
    static Headed at(Grid.Sheet sheet, int header, int lines) {
        var above = sheet.lines().stream()
                .filter(line -> line.no() <= header && line.no() > header - lines)
                .toList();
        var rows = new ArrayList<>(
                sheet.lines().stream().filter(line -> line.no() > header).toList());
        int width = sheet.lines().stream()
                .mapToInt(line -> line.cells().size())
                .max()
                .orElse(0);
        int before = rows.size();
        rows.removeIf(Headed::note);
        return new Headed(header, lines, headings(above, rows, width), List.copyOf(rows), before - rows.size());
    }

    /// A line that only adds up or explains: it begins so, and little else stands in it.
    private static boolean note(Grid.Line line) {
        var first = line.cells().stream()
                .map(Grid.Cell::text)
                .filter(text -> !text.isEmpty())
                .findFirst();
        return distinct(line) <= 3
                && first.filter(text -> NOTE.matcher(text).matches()).isPresent();
    }

    private static List<String> headings(List<Grid.Line> above, List<Grid.Line> rows, int width) {
        var headings = new ArrayList<String>();
        var times = new HashMap<String, Integer>();
        for (int i = 0; i < width; i++) {
            int column = i;
            var parts = above.stream()
                    .map(line -> line.cell(column).text().replaceAll("\\s+", ""))
                    .filter(text -> !text.isEmpty())
                    .distinct()
                    .toList();
            boolean used =
                    rows.stream().anyMatch(line -> !line.cell(column).text().isEmpty());
            var name = String.join("·", parts);
            if (name.isEmpty() && !used) {
                headings.add("");
                continue;
            }
            var shown = name.isEmpty() ? "第 " + letters(i) + " 列" : shortened(name);
            int time = times.merge(shown, 1, Integer::sum);
            headings.add(time == 1 ? shown : shown + "（" + time + "）");
        }
        return List.copyOf(headings);
    }

    private static String shortened(String name) {
        return name.codePointCount(0, name.length()) <= 40 ? name : name.substring(0, name.offsetByCodePoints(0, 40));
    }

    static String letters(int column) {
        return column < 26
                ? String.valueOf((char) ('A' + column))
                : letters(column / 26 - 1) + (char) ('A' + column % 26);
    }

    /// Where a heading stands.
    Optional<Integer> place(String heading) {
        int at = heading.isEmpty() ? -1 : headings.indexOf(heading);
        return at < 0 ? Optional.empty() : Optional.of(at);
    }
}
