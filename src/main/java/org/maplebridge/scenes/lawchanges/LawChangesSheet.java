package org.maplebridge.scenes.lawchanges;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.scenes.lawchanges.LawChange.Line;
import org.maplebridge.scenes.lawchanges.LawChange.Mark;
import org.maplebridge.scenes.lawchanges.LawChange.Side;

/// The lines of a revision as a table, all of it as text.
final class LawChangesSheet {

    private LawChangesSheet() {}

    static List<List<String>> rows(LawChange change, List<Line> lines, LawChangesWords words, LocalDate day) {
        var edition = change.edition();
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("法律", edition.name(), "施行", edition.from() + "", "截至", day + "", lines.size() + " 处"));
        rows.add(List.of(
                "行", "哪一类", "在哪里", "名称", "怎么引用的", "条文", "怎么改的", "原来的条文", "新的条文", "在办期限（件）", "怎样", "理由", "改了什么",
                "哪天以前改好", "谁标的", "什么时候"));
        for (var line : lines) {
            var mark = line.mark();
            rows.add(List.of(
                    line.no() + "",
                    words.of(line.kind()),
                    line.place(),
                    line.title(),
                    line.cited(),
                    line.label(),
                    words.of("Change", line.change()),
                    text(line.before()),
                    text(line.after()),
                    line.counted() == 0 ? "" : line.counted() + "",
                    mark.map(each -> words.of(each.result())).orElse("还没有标"),
                    mark.map(Mark::reason).orElse(""),
                    mark.flatMap(Mark::done).orElse(""),
                    mark.flatMap(Mark::by).map(LocalDate::toString).orElse(""),
                    mark.map(Mark::name).orElse(""),
                    mark.map(each -> each.at().atZone(Work.ZONE).toLocalDate() + "")
                            .orElse("")));
        }
        return rows;
    }

    private static String text(Optional<Side> side) {
        return side.map(each -> each.label() + "　" + each.text()).orElse("");
    }
}
