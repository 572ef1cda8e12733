package org.maplebridge.scenes.allowances;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.maplebridge.kernel.matters.Matter;
import org.maplebridge.kernel.matters.Matters;
import org.maplebridge.kernel.matters.SceneView.Line;
import org.maplebridge.kernel.matters.SceneView.Section;
import org.maplebridge.kernel.matters.SceneView.Shown;
import org.maplebridge.scenes.allowances.Allowance.State;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// What the page of a sheet shows; printed, it is the list that goes with the money.
@Component
class AllowancesView {

    private final AllowancesStore store;
    private final ObjectProvider<Matters> matters;

    /// @param matters asked for late: they know every scene, this one too
    AllowancesView(AllowancesStore store, ObjectProvider<Matters> matters) {
        this.store = store;
        this.matters = matters;
    }

    private static Line longText(String title, String value) {
        return new Line(title, value, "longText");
    }

    Shown shown(Allowance sheet) {
        var lines = store.lines(sheet.id());
        var sections = new ArrayList<Section>();
        sections.add(new Section("补贴单", whole(sheet, lines)));
        add(sections, "每人合计", shares(lines));
        add(sections, "计发", rows(lines, line -> line.payable(), true));
        add(sections, "扣回", rows(lines, line -> line.state() == State.BACK, true));
        add(sections, "暂不计发", rows(lines, line -> line.state() == State.HELD, false));
        add(sections, "已剔除", rows(lines, line -> line.state() == State.OUT, false));
        add(sections, "异议", objections(sheet));
        add(sections, "抽查", sample(sheet, lines));
        return new Shown(Optional.empty(), sections, List.of());
    }

    private static void add(List<Section> sections, String title, List<Line> rows) {
        if (!rows.isEmpty()) {
            sections.add(new Section(title, rows));
        }
    }

    private static List<Line> whole(Allowance sheet, List<Allowance.Line> lines) {
        var totals = AllowancesRules.totals(lines);
        var rows = new ArrayList<Line>();
        rows.add(Line.text("月份", sheet.title()));
        rows.add(Line.text("单位", sheet.place().name()));
        rows.add(Line.text("计发", AllowancesWords.yuan(totals.paid())));
        rows.add(Line.text("扣回", AllowancesWords.yuan(totals.back())));
        rows.add(Line.text("合计", AllowancesWords.yuan(totals.all()) + "，" + totals.lines() + " 行"));
        sheet.shownUntil().ifPresent(day -> rows.add(new Line("公示到", day.toString(), "date")));
        sheet.sentBack().ifPresent(why -> rows.add(longText("整单退回过", why + "。再公示以后每一行都查。")));
        sheet.approvedOn().ifPresent(day -> rows.add(new Line("批准", day.toString(), "date")));
        sheet.paidOn().ifPresent(day -> rows.add(new Line("发放", day.toString(), "date")));
        sheet.voucher().ifPresent(no -> rows.add(Line.text("凭证号", no)));
        sheet.dropped().ifPresent(why -> rows.add(longText("不发的说明", why)));
        return rows;
    }

    private static List<Line> shares(List<Allowance.Line> lines) {
        var rows = new ArrayList<Line>();
        for (var share : AllowancesRules.totals(lines).shares()) {
            var title = share.name().isEmpty() ? "不在名册" : share.name();
            var words = AllowancesWords.yuan(share.sum()) + "，" + share.lines() + " 行";
            boolean again = rows.stream().anyMatch(row -> row.title().equals(title));
            rows.add(Line.text(again ? title + "（同名 " + rows.size() + "）" : title, words));
        }
        return rows;
    }

    private List<Line> rows(List<Allowance.Line> lines, Predicate<Allowance.Line> which, boolean sums) {
        return lines.stream()
                .filter(which)
                .flatMap(line -> Stream.of(file(line), row(line, sums)))
                .toList();
    }

    /// The number of the file leads to it where the reader sees it.
    private Line file(Allowance.Line line) {
        return new Line(
                line.no() + " " + AllowancesWords.mediator(line),
                line.file().code(),
                "text",
                matters.getObject().find(line.file().id()).map(Matter::id));
    }

    private static Line row(Allowance.Line line, boolean sums) {
        var words = new ArrayList<String>();
        words.add(AllowancesWords.file(line) + (sums ? "，" + AllowancesWords.yuan(line.sum()) : ""));
        if (line.state() == State.BACK) {
            words.add(AllowancesWords.state(line));
        }
        words.addAll(AllowancesWords.said(line));
        return longText("第 " + line.no() + " 行", String.join("；", words));
    }

    private List<Line> objections(Allowance sheet) {
        return store.objections(sheet.id()).stream()
                .map(each -> longText(
                        "异议 " + each.no() + "，第 " + each.line() + " 行",
                        each.day() + "：" + AllowancesWords.bare(each.reason()) + "。决定：" + AllowancesWords.answer(each)))
                .toList();
    }

    /// With all that is needed to draw the same again.
    private static List<Line> sample(Allowance sheet, List<Allowance.Line> lines) {
        var rows = new ArrayList<Line>();
        sheet.drawn().ifPresent(drawn -> {
            var numbers = AllowancesRules.drawn(lines).stream()
                    .map(line -> "" + line.no())
                    .collect(Collectors.joining("、"));
            rows.add(Line.text("抽中的行", numbers.isEmpty() ? "没有要查的行" : numbers));
            rows.add(longText("种子", drawn.seed()));
            rows.add(longText("总账的根", "第 " + drawn.size() + " 号：" + drawn.root()));
            rows.add(longText("公示时定下的", drawn.plan()));
            rows.add(longText(
                    "怎么复算",
                    "种子 = SM3(“maplebridge/sample/1”加换行 ‖ 公示时定下的文字 ‖ 总账的根)；根在公示以后才有，谁也不能事先知道。"
                            + "每一件按 SM3(种子 ‖ 件的 16 字节标识) 从小到大排，取前 "
                            + AllowancesRules.drawn(lines).size() + " 行。"));
        });
        return rows;
    }
}
