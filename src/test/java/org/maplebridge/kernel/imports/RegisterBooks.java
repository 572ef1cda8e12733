package org.maplebridge.kernel.imports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/// Registers of disputes as offices keep them, made up: a title over the page, two lines of headings, a village merged
/// beside its lines, days in every spelling, notes below.
public final class RegisterBooks {

    private static final List<String> HEADS =
            List.of("序号", "编号", "村（社区）", "受理时间", "姓名", "联系电话", "对方当事人", "纠纷类型", "纠纷简要情况", "调解结果", "办结时间");

    private static final List<String> KINDS = List.of("婚姻家庭", "邻里纠纷", "劳动争议", "借款");
    private static final int FIRST = 4;

    private RegisterBooks() {}

    /// A workbook made by hand.
    public static byte[] book(Consumer<Workbook> filled) {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "test", "1.0")) {
            filled.accept(book);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /// A register of so many good lines, numbered from one on; then a line for each trap, and notes.
    public static byte[] register(int from, int lines, boolean traps) {
        return book(book -> {
            var hidden = book.newWorksheet("参数");
            hidden.value(0, 0, "不要导入");
            hidden.setVisibilityState(VisibilityState.HIDDEN);
            var page = book.newWorksheet("台账");
            page.value(0, 0, "2018—2019年矛盾纠纷登记台账（样例）");
            page.range(0, 0, 0, HEADS.size() - 1).merge();
            heads(page);
            for (int i = 0; i < lines; i++) {
                line(page, FIRST - 1 + i, from + i);
            }
            int next = FIRST - 1 + lines;
            if (traps) {
                next = traps(page, next, from);
            }
            page.value(next, 0, "合计");
            page.value(next, 1, lines);
            page.value(next + 1, 0, "填表人：样例  审核人：样例");
        });
    }

    private static void heads(Worksheet page) {
        for (int i = 0; i < HEADS.size(); i++) {
            boolean person = i == 4 || i == 5;
            page.value(1, i, person ? "申请人" : HEADS.get(i));
            page.value(2, i, HEADS.get(i));
            if (!person) {
                page.range(1, i, 2, i).merge();
            }
        }
        page.range(1, 4, 1, 5).merge();
    }

    /// Everything that would be told of a line.
    public static List<Object> cells(int no) {
        var day = LocalDate.of(2018, 1, 1).plusDays(no % 600);
        Object written = switch (no % 5) {
            case 0 -> day;
            case 1 -> day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
            case 2 -> day.toString().replace("-", ".");
            case 3 -> day.getYear() + "/" + day.getMonthValue() + "/" + day.getDayOfMonth() + " 9:30";
            default -> day.toString().replace("-", "");
        };
        return new ArrayList<>(List.of(
                no,
                "样字" + no + "号",
                "筱溪村",
                written,
                "样某" + name(no),
                13_900_000_000L + no,
                "例某" + name(no / 2),
                KINDS.get(no % KINDS.size()),
                "样例纠纷第" + no + "件，双方为小事争执。",
                no % 3 == 0 ? "未成功" : "调解成功",
                day.plusDays(9).toString()));
    }

    private static String name(int no) {
        return String.valueOf((char) ('一' + no % 2_000)) + (char) ('丁' + no / 2_000);
    }

    public static void line(Worksheet page, int row, int no) {
        put(page, row, cells(no));
    }

    private static void put(Worksheet page, int row, List<Object> cells) {
        for (int i = 0; i < cells.size(); i++) {
            switch (cells.get(i)) {
                case LocalDate day -> {
                    page.value(row, i, day);
                    page.style(row, i).format("yyyy/m/d").set();
                }
                case Number number -> page.value(row, i, number);
                default -> page.value(row, i, cells.get(i).toString());
            }
        }
    }

    /// How many lines [#register] adds for traps.
    public static final int TRAPS = 8;

    /// How many of those can't be taken.
    public static final int BAD = 7;

    private static int traps(Worksheet page, int row, int from) {
        int no = 900_000 + from;
        // a day that never was, a place nobody knows, a word without a choice, no words, a lossy number
        put(page, row, with(no, 3, "2019年2月30日"));
        put(page, row + 1, with(no + 1, 2, "蓬莱仙岛"));
        put(page, row + 2, with(no + 2, 7, "天外之事"));
        put(page, row + 3, with(no + 3, 8, ""));
        put(page, row + 4, with(no + 4, 5, 330_702_199_001_011_234L));
        // the number of an earlier line, with other words
        put(page, row + 5, with(no + 5, 1, "样字" + from + "号"));
        // what a spreadsheet would run
        put(page, row + 6, with(no + 6, 3, "=HYPERLINK(\"http://example.invalid\")"));
        // the same people, place and day as the first line: taken, but told
        var like = cells(from);
        like.set(1, "样字" + (no + 7) + "号");
        like.set(0, no + 7);
        put(page, row + 7, like);
        return row + TRAPS;
    }

    private static List<Object> with(int no, int column, Object value) {
        var cells = cells(no);
        cells.set(column, value);
        return cells;
    }
}
