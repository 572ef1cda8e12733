package org.maplebridge.scenes.allowances;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maplebridge.kernel.stats.Caseloads.Weight;
import org.maplebridge.scenes.allowances.Allowance.Form;
import org.maplebridge.scenes.allowances.Allowance.Line;
import org.maplebridge.scenes.allowances.Allowance.Mediator;
import org.maplebridge.scenes.allowances.Allowance.Objection;
import org.maplebridge.scenes.allowances.Allowance.Result;

/// How lines read, wherever they are shown. No party is named: number, day, kind, form, weight, sum.
final class AllowancesWords {

    private AllowancesWords() {}

    static String yuan(BigDecimal sum) {
        return sum.toPlainString() + " 元";
    }

    static String mediator(Line line) {
        return line.mediator().map(Mediator::name).orElse("不在名册");
    }

    static String form(Line line) {
        return line.file().form().map(Form::title).orElse("形式不明");
    }

    static String weight(Line line) {
        return line.graded().weight().map(Weight::title).orElse("未定难易");
    }

    /// What a line is about, without its number and sum.
    static String file(Line line) {
        return String.join("，", line.file().closed() + " 办结", line.file().category(), form(line), weight(line));
    }

    static String state(Line line) {
        return switch (line.state()) {
            case PAYABLE -> "计发";
            case HELD -> "暂不计发";
            case OUT -> "已剔除";
            case BACK ->
                line.back()
                        .flatMap(Allowance.Back::confirmed)
                        .map(yes -> yes ? "扣回" : "不扣")
                        .orElse("待定扣回");
        };
    }

    /// Everything that was said of a line.
    static List<String> said(Line line) {
        var all = new ArrayList<String>();
        line.why().ifPresent(all::add);
        line.graded().why().ifPresent(all::add);
        line.back().ifPresent(back -> all.add("原在补贴单 " + back.sheet() + " 计发"));
        result(line).ifPresent(all::add);
        return all.stream().map(AllowancesWords::bare).distinct().toList();
    }

    /// Without the full stop that somebody has ended their words with.
    static String bare(String words) {
        return words.strip().replaceAll("[。；，]+$", "");
    }

    private static Optional<String> result(Line line) {
        return line.checked().map(each -> each.result() == Result.OK ? "抽查：属实" : "抽查：有问题");
    }

    static String answer(Objection objection) {
        return objection
                .decision()
                .map(said -> (said.upheld() ? "成立：" : "不成立：") + said.words())
                .orElse("还没有决定");
    }
}
