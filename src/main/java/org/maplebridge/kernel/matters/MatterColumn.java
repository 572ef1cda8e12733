package org.maplebridge.kernel.matters;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.maplebridge.kernel.ground.Problem;
import org.maplebridge.kernel.ground.Refused;
import org.maplebridge.kernel.ground.Work;

/// What a book of matters may show, under the names that the columns of the list have on the page.
///
/// @param cells the columns of the book that it becomes
record MatterColumn(String name, List<Cell> cells) {

    static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(Work.ZONE);

    /// A column of the book.
    ///
    /// @param width in letters
    record Cell(String title, int width, Function<MatterRow, String> words) {}

    /// Always there: without it nobody knows what a row is.
    private static final MatterColumn TITLE = of(
            "title",
            new Cell("编号", 20, MatterRow::code),
            new Cell("标题", 40, MatterRow::title),
            new Cell("哪类事", 14, MatterRow::sceneTitle));

    private static final List<MatterColumn> ALL = List.of(
            of(
                    "due",
                    new Cell("法定期限", 18, row -> due(row, MatterRow.DueView::title)),
                    new Cell("最后一天", 12, row -> due(row, due -> due.lastDay().toString())),
                    new Cell("期限状态", 12, row -> due(row, MatterColumn::state))),
            TITLE,
            of("parties", new Cell("当事人", 16, row -> String.join("、", row.parties()))),
            of("stage", new Cell("环节", 12, MatterRow::stageTitle)),
            of("colour", new Cell("激化度", 10, row -> word(row.colour(), MatterRow.Colour::title))),
            of("area", new Cell("地方", 24, row -> row.area().full())),
            of("agency", new Cell("承办单位", 20, row -> word(row.agency(), MatterRow.Named::name))),
            of("category", new Cell("类别", 14, row -> word(row.category(), words -> words))),
            of("openedAt", new Cell("登记时间", 18, row -> MOMENT.format(row.openedAt()))),
            of("returns", new Cell("退回次数", 10, row -> String.valueOf(row.returns()))),
            of("level", new Cell("层级", 8, MatterRow::levelTitle)));

    private static MatterColumn of(String name, Cell... cells) {
        return new MatterColumn(name, List.of(cells));
    }

    private static <T> String word(Optional<T> said, Function<T, String> words) {
        return said.map(words).orElse("");
    }

    private static String due(MatterRow row, Function<MatterRow.DueView, String> words) {
        return word(row.due(), words);
    }

    private static String state(MatterRow.DueView due) {
        return switch (due.state()) {
            case RUNNING -> due.overdue() ? "已逾期" : "计期中";
            case SUSPENDED -> "中止";
            case AWAITING_CALENDAR -> "等放假安排";
            case MET -> "已办到";
            case ENDED -> "已结束";
        };
    }

    /// The columns of a book.
    ///
    /// @param cols names with commas between them, in the order wanted; all of them if nothing is said
    /// @throws Refused naming the field `cols` if one of them is none
    static List<Cell> cells(Optional<String> cols) {
        var asked = new ArrayList<MatterColumn>();
        cols.filter(text -> !text.isBlank())
                .map(text -> Arrays.asList(text.split(",")))
                .orElse(List.of())
                .forEach(name -> asked.add(named(name.strip())));
        if (!asked.isEmpty() && !asked.contains(TITLE)) {
            asked.addFirst(TITLE);
        }
        return (asked.isEmpty() ? ALL : asked)
                .stream().distinct().flatMap(column -> column.cells().stream()).toList();
    }

    private static MatterColumn named(String name) {
        var known = ALL.stream().map(MatterColumn::name).collect(Collectors.joining(","));
        return ALL.stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new Refused(Problem.fields(List.of(new Problem.Field("cols", "没有这一栏，可选：" + known + "。")))));
    }
}
