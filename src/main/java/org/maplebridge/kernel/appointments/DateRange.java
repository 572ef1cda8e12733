package org.maplebridge.kernel.appointments;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.maplebridge.kernel.appointments.FreeTimes.Stretch;
import org.maplebridge.kernel.ground.AskedDay;
import org.maplebridge.kernel.ground.Problem;
import org.maplebridge.kernel.ground.Refused;
import org.maplebridge.kernel.ground.Work;

/// The days somebody asks about; both count.
record DateRange(LocalDate from, LocalDate to) {

    private static final int MOST = 62;

    /// The week of today if nothing is said, seven days if only the first is.
    static DateRange of(Work work, Optional<LocalDate> from, Optional<LocalDate> to) {
        var monday = work.today().minusDays(work.today().getDayOfWeek().getValue() - 1L);
        var first = AskedDay.within("from", from.orElse(monday));
        var last = to.orElse(first.plusDays(6));
        if (last.isBefore(first) || last.isAfter(first.plusDays(MOST - 1L))) {
            throw fault("to", "一次最多看 " + MOST + " 天，截止日期不能早于起始日期。");
        }
        return new DateRange(first, last);
    }

    private static Refused fault(String field, String message) {
        return new Refused(Problem.fields(List.of(new Problem.Field(field, message))));
    }

    Stretch stretch() {
        return new Stretch(
                from.atStartOfDay(Work.ZONE).toInstant(),
                to.plusDays(1).atStartOfDay(Work.ZONE).toInstant());
    }
}
