package org.maplebridge.kernel.matters;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.maplebridge.kernel.calendar.LegalCalendar;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.parameters.Parameter;
import org.maplebridge.kernel.parameters.Parameters;

/// What the live limits of a matter come to by the calendar in force, and by their numbers as corrected since. Only
/// a notice or a correction computes a limit again; a later version of a number never does. What ends later or is
/// settled changes by itself, what ends sooner waits for a person. A suspended limit is compared without the stretch
/// that is still open, and runs on with the number it then has.
final class Recount {

    private Recount() {}

    /// A limit as it is kept and as it would be.
    ///
    /// @param title what the limit is called
    record Found(Deadline before, Deadline after, String title) {

        boolean changes() {
            return !after.due().equals(before.due())
                    || after.settled() != before.settled()
                    || !after.edition().equals(before.edition());
        }

        boolean sooner() {
            return after.due().isBefore(before.due());
        }

        KernelVerb.Shift shift() {
            return new KernelVerb.Shift(title, before.lastDay(), after.lastDay());
        }
    }

    /// The numbers as they stand at a work.
    record Numbers(Parameters parameters, Work work) {

        Optional<Parameter> version(String edition) {
            return parameters.version(work, edition);
        }

        /// A correction has the name, the area and the first day of what it corrects; of several the last entered
        /// counts.
        Optional<Parameter> corrected(Parameter old, String area, java.time.LocalDate day) {
            return parameters.versions(work, old.name()).stream()
                    .filter(each ->
                            each.from().equals(old.from()) && each.area().equals(old.area()))
                    .findFirst()
                    .filter(each -> each.holds(area, day) && !each.version().equals(old.version()));
        }
    }

    /// Every live limit that would change.
    static List<Found> of(MatterState state, LegalCalendar calendar, Numbers numbers) {
        var limits = new Limits(calendar, (name, day) -> {
            throw new IllegalStateException("a limit computed again looks no number up by its name");
        });
        var found = new ArrayList<Found>();
        for (Deadline deadline : state.deadlines()) {
            if (deadline.live()) {
                var kept = numbers.version(deadline.edition());
                var day = LegalCalendar.legalDay(deadline.from());
                var term = kept.flatMap(old ->
                                numbers.corrected(old, state.matter().office().area(), day))
                        .map(deadline::corrected)
                        .orElse(deadline);
                var title = kept.map(Parameter::title).orElse(deadline.parameter());
                found.add(new Found(deadline, limits.recomputed(term), title));
            }
        }
        return found.stream().filter(Found::changes).toList();
    }

    /// Settles and puts off, and says what moved.
    static KernelMoves.Change reckoned(MatterState state, List<Found> found, KernelVerb.Reckoned said) {
        var moving = found.stream().filter(each -> !each.sooner()).toList();
        if (moving.isEmpty()) {
            return KernelMoves.Change.refused(Verdict.blocked("没有要重算的期限。", "matters.reckon", "本地默认"));
        }
        return KernelMoves.Change.saying(
                taken(state, moving),
                new KernelVerb.Reckoned(
                        said.cause(),
                        Optional.of(moving.stream().map(Found::shift).toList())));
    }

    /// Brings forward what ends on the day a person has confirmed.
    static KernelMoves.Change shortened(MatterState state, List<Found> found, KernelVerb.Shortened said) {
        var waiting = found.stream().filter(Found::sooner).toList();
        if (waiting.isEmpty()) {
            return KernelMoves.Change.refused(Verdict.blocked("没有要提前的期限。", "matters.shorten", "本地默认"));
        }
        var confirmed = waiting.stream()
                .filter(each -> each.after().lastDay().equals(said.lastDay()))
                .toList();
        if (confirmed.isEmpty()) {
            var days = waiting.stream()
                    .map(each -> "“" + each.title() + "”" + each.after().lastDay())
                    .toList();
            return KernelMoves.Change.refused(Verdict.invalid(
                    "lastDay", "按现在的安排，应到" + String.join("、", days) + "，请核对后填写。", "matters.shorten-day"));
        }
        return KernelMoves.Change.to(taken(state, confirmed));
    }

    private static MatterState taken(MatterState state, List<Found> found) {
        Function<Deadline, Deadline> after = deadline -> found.stream()
                .filter(each -> each.before().no() == deadline.no())
                .map(Found::after)
                .findFirst()
                .orElse(deadline);
        return state.withDeadlines(state.deadlines().stream().map(after).toList());
    }

    /// The route under which a job computes a matter's limits again, once for each cause.
    static String route(java.util.UUID cause) {
        return "recount/" + cause.toString().toLowerCase(Locale.ROOT);
    }
}
