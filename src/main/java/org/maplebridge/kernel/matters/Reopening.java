package org.maplebridge.kernel.matters;

import java.util.Optional;
import org.maplebridge.kernel.calendar.Calendars;
import org.maplebridge.kernel.calendar.LegalCalendar;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.parameters.Parameters;
import org.springframework.stereotype.Component;

/// Whether a matter that has ended may be opened again: for a while after its end, and not over and over.
@Component
class Reopening {

    private static final String LOCAL = "本地默认";

    private final Parameters parameters;
    private final Calendars calendars;
    private final Codes codes;

    Reopening(Parameters parameters, Calendars calendars, Codes codes) {
        this.parameters = parameters;
        this.calendars = calendars;
        this.codes = codes;
    }

    /// Why it can't be; empty if it can.
    ///
    /// @param window the parameter that says how long after its end; what has no end of time isn't counted
    Optional<Verdict> refusal(Work work, String window, MatterState state) {
        var late = window.equals(Step.ANY_TIME) ? Optional.<Verdict>empty() : late(work, window, state);
        return late.or(() -> codes.closed(state.matter().id())
                ? Optional.of(Verdict.blocked("已经依令封存，先解除封存。", "matters.reopen-sealed", LOCAL))
                : Optional.empty());
    }

    private Optional<Verdict> late(Work work, String window, MatterState state) {
        var matter = state.matter();
        var area = matter.office().area();
        var ended = matter.stage().closedAt().orElseThrow();
        var number = parameters.at(work, window, area, LegalCalendar.legalDay(ended));
        var due = calendars.at(work).due(number.term(), ended);
        if (!work.now().isBefore(due.earliestEnd())) {
            return Optional.of(Verdict.blocked(
                    "结束以后可以重新打开的时间已过，最后一天是 " + due.earliestDay() + "。有新情况，请另外反映一件。",
                    window,
                    number.article().orElse(LOCAL)));
        }
        int most =
                parameters.at(work, "matters.reopen-most", area, work.today()).whole();
        if (matter.standing().reopened().orElse(0) >= most) {
            return Optional.of(
                    Verdict.blocked("已经重新打开过 " + most + " 次，请另外反映一件，或者找上一级单位。", "matters.reopen-most", LOCAL));
        }
        return Optional.empty();
    }
}
