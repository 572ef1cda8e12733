package org.maplebridge.kernel.orgs;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maplebridge.kernel.ground.Problem;
import org.maplebridge.kernel.ground.Refused;
import org.maplebridge.kernel.ground.Words;

/// What may be entered in the directory. Gathers every fault before it refuses.
final class OrgsRules {

    private final List<Problem.Field> faults = new ArrayList<>();

    OrgsRules text(String field, String said, int least, int most) {
        var kept = Words.kept(said);
        Words.fault(kept, most, false).ifPresent(fault -> faults.add(new Problem.Field(field, fault)));
        return require(kept.codePointCount(0, kept.length()) >= least, field, "请填写，至少 " + least + " 个字。");
    }

    OrgsRules period(LocalDate first, Optional<LocalDate> last) {
        require(first.getYear() >= 1949 && first.getYear() < 2200, "firstDay", "起始日期不对，请核对年份。");
        return require(last.map(day -> !day.isBefore(first)).orElse(true), "lastDay", "截止日期不能早于起始日期。");
    }

    OrgsRules require(boolean met, String field, String message) {
        if (!met) {
            faults.add(new Problem.Field(field, message));
        }
        return this;
    }

    /// Goes on if nothing was at fault.
    void settle() {
        if (!faults.isEmpty()) {
            throw new Refused(Problem.fields(faults));
        }
    }
}
