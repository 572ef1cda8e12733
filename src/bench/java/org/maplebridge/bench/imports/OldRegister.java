package org.maplebridge.bench.imports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.Workbook;

/// A town's register of disputes as a workbook, made up: days in three spellings, people, telephones, a village, words.
final class OldRegister {

    private static final List<String> HEADS =
            List.of("编号", "村（社区）", "受理时间", "申请人", "联系电话", "对方当事人", "纠纷类型", "纠纷简要情况", "调解结果");

    private static final List<String> KINDS = List.of("婚姻家庭", "邻里纠纷", "劳动争议", "借款");

    private OldRegister() {}

    /// So many good lines below one line of headings.
    static byte[] of(int lines) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "bench", "1.0")) {
            var page = book.newWorksheet("台账");
            for (int i = 0; i < HEADS.size(); i++) {
                page.value(0, i, HEADS.get(i));
            }
            for (int no = 1; no <= lines; no++) {
                var cells = cells(no);
                for (int i = 0; i < cells.size(); i++) {
                    page.value(no, i, cells.get(i));
                }
            }
        }
        return bytes.toByteArray();
    }

    private static List<String> cells(int no) {
        var day = LocalDate.of(2014, 1, 1).plusDays(no % 2_000);
        var written = switch (no % 3) {
            case 0 -> day.toString();
            case 1 -> day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
            default -> day.getYear() + "/" + day.getMonthValue() + "/" + day.getDayOfMonth() + " 9:30";
        };
        return List.of(
                "测字" + no + "号",
                "筱溪村",
                written,
                "测某" + name(no),
                Long.toString(13_900_000_000L + no),
                "量某" + name(no / 2),
                KINDS.get(no % KINDS.size()),
                "测量用第" + no + "件：双方因为院墙滴水争执，吵过几次，村里劝过，没有动手，希望有人来管。",
                no % 3 == 0 ? "未成功" : "调解成功");
    }

    private static String name(int no) {
        return String.valueOf((char) ('一' + no % 2_000)) + (char) ('丁' + no / 2_000);
    }
}
