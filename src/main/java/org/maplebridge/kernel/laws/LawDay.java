package org.maplebridge.kernel.laws;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.maplebridge.kernel.ground.AskedDay;
import org.maplebridge.kernel.ground.Problem;
import org.maplebridge.kernel.ground.Refused;
import org.maplebridge.kernel.ground.Words;
import org.maplebridge.kernel.ground.Work;

/// What somebody asks of the law: a day, some words, a level.
final class LawDay {

    private LawDay() {}

    static LocalDate of(Work work, Optional<LocalDate> on) {
        return on.map(day -> AskedDay.within("on", day)).orElseGet(work::today);
    }

    /// @throws Refused naming the field if they can't be taken
    static String words(String field, String said, int most) {
        var words = Words.kept(said);
        Words.fault(words, most, false).ifPresent(fault -> {
            throw fault(field, fault);
        });
        return words;
    }

    static Refused fault(String field, String words) {
        return new Refused(
                Problem.fields(List.of(new Problem.Field(field, words))).withRule("laws.asked"));
    }
}
