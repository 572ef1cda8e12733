package org.maplebridge.kernel.parameters;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maplebridge.kernel.ground.Problem;
import org.maplebridge.kernel.ground.Words;
import org.maplebridge.kernel.parameters.Parameters.Edit;

/// What may be entered as a number.
final class EditRules {

    private EditRules() {}

    /// Every fault of an edit; none: it may be entered.
    static List<Problem.Field> faults(Edit edit, Optional<Definition> definition, boolean areaKnown) {
        var faults = new ArrayList<Problem.Field>();
        if (definition.isEmpty()) {
            faults.add(new Problem.Field("name", "没有叫「" + Words.shown(edit.name()) + "」的参数。"));
        }
        definition
                .flatMap(known -> known.fault(edit.value()))
                .or(() -> Words.fault(edit.value(), 500, false))
                .ifPresent(fault -> faults.add(new Problem.Field("value", fault)));
        if (!areaKnown) {
            faults.add(new Problem.Field("area", "没有这个区划，请从区划里选。"));
        }
        if (edit.from().getYear() < 1949 || edit.from().getYear() > 2199) {
            faults.add(new Problem.Field("from", "起始日期不对，请核对年份。"));
        }
        if (edit.until().filter(last -> last.isBefore(edit.from())).isPresent()) {
            faults.add(new Problem.Field("until", "截止日期不能早于起始日期。"));
        }
        if (edit.article().isEmpty() && edit.verification() != Verification.LOCAL_DEFAULT) {
            faults.add(new Problem.Field("article", "没有条文依据的，只能标为「本地默认」。"));
        }
        edit.article().ifPresent(article -> text("article", article, 2, 300).ifPresent(faults::add));
        text("reason", edit.reason(), 2, 500).ifPresent(faults::add);
        if (!edit.key().matches("[!-~]{8,80}")) {
            faults.add(new Problem.Field("Idempotency-Key", "提交编号应是 8 到 80 个字母、数字或符号。"));
        }
        return faults;
    }

    private static Optional<Problem.Field> text(String field, String said, int least, int most) {
        var kept = Words.kept(said);
        return Words.fault(kept, most, true)
                .or(() -> kept.codePointCount(0, kept.length()) < least
                        ? Optional.of("请写明，至少 " + least + " 个字。")
                        : Optional.empty())
                .map(fault -> new Problem.Field(field, fault));
    }
}
