package org.maplebridge.kernel.matters;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.maplebridge.kernel.calendar.Due;
import org.maplebridge.kernel.calendar.LegalCalendar;
import org.maplebridge.kernel.calendar.Suspension;
import org.maplebridge.kernel.calendar.Term;
import org.maplebridge.kernel.parameters.Parameter;

/// Which limits run after an act. Values in, values out.
///
/// A limit runs from entering a stage that a move with it can be made from, and goes on through further such stages.
/// It is met by the move it was for, and lapses when the matter takes another way. What belongs to an office lapses
/// when the office gives the matter away, and begins anew for the one that receives it; but an office that must first
/// say who handles what has come back too often has only that limit.
final class Limits {

    /// How long a matter may be suspended; met when it runs again.
    static final String SUSPENDED_MOST = "matters.suspended-most";

    private final LegalCalendar calendar;
    private final Numbers numbers;
    private final Beginning beginning;

    /// Looks a number up, as of a day.
    interface Numbers {
        Parameter at(String name, LocalDate day);
    }

    /// From when a limit runs that begins with the act.
    interface Beginning {
        Instant of(Parameter number, Instant now);
    }

    Limits(LegalCalendar calendar, Numbers numbers) {
        this(calendar, numbers, (number, now) -> now);
    }

    Limits(LegalCalendar calendar, Numbers numbers, Beginning beginning) {
        this.calendar = calendar;
        this.numbers = numbers;
        this.beginning = beginning;
    }

    /// An act, as far as limits are concerned.
    ///
    /// @param before the stage before; empty on opening
    /// @param held the office before
    /// @param holds the office after
    /// @param met the limits the act keeps
    /// @param undesignated whether the office that has it now must first say who handles it
    /// @param runs limits that run from an event the act states
    record Act<S extends Enum<S>>(
            Lifecycle<S> life,
            int version,
            Optional<S> before,
            S after,
            Matter.Office held,
            Matter.Office holds,
            Set<String> met,
            boolean undesignated,
            Map<String, Instant> runs,
            Instant now) {

        /// Whether another office has it in hand now: what belongs to an office begins anew.
        boolean handedOn() {
            return !held.agency().equals(holds.agency()) || !held.level().equals(holds.level());
        }
    }

    <S extends Enum<S>> List<Deadline> after(Act<S> act, List<Deadline> before) {
        var wanted = wanted(act.life(), act.version(), act.after());
        var earlier = act.before()
                .map(stage -> wanted(act.life(), act.version(), stage))
                .orElse(Map.of());
        var all = new ArrayList<Deadline>();
        for (Deadline deadline : before) {
            all.add(deadline.live() ? kept(act, wanted, deadline) : deadline);
        }
        boolean undecided = act.undesignated() || all.stream().anyMatch(each -> each.live() && designates(act, each));
        wanted.forEach((parameter, step) -> {
            boolean waits = step.perOffice() && undecided;
            boolean fresh = !earlier.containsKey(parameter) || (step.perOffice() && act.handedOn());
            boolean running = all.stream()
                    .anyMatch(each -> each.live() && each.parameter().equals(parameter));
            if (step.clock() == Step.Clock.ENTERING && fresh && !running && !waits) {
                all.add(begun(all.size() + 1, parameter, step.whose(), act, act.now(), beginning));
            }
        });
        act.life()
                .designation()
                .filter(parameter -> act.undesignated())
                .ifPresent(parameter -> all.add(
                        begun(all.size() + 1, parameter, Step.Whose.OFFICE, act, act.now(), (number, at) -> at)));
        act.runs().forEach((parameter, from) -> {
            all.replaceAll(each -> each.live() && each.parameter().equals(parameter)
                    ? over(each, Deadline.State.LAPSED, act.now())
                    : each);
            all.add(begun(all.size() + 1, parameter, Step.Whose.MATTER, act, from, (number, at) -> at));
        });
        return all;
    }

    private <S extends Enum<S>> Deadline kept(Act<S> act, Map<String, Step<S>> wanted, Deadline deadline) {
        if (act.met().contains(deadline.parameter())) {
            return over(deadline, Deadline.State.MET, act.now());
        }
        if (deadline.parameter().equals(SUSPENDED_MOST)) {
            return deadline;
        }
        if (designates(act, deadline)) {
            boolean stays = !act.handedOn() && act.before().equals(Optional.of(act.after()));
            return stays ? deadline : over(deadline, Deadline.State.LAPSED, act.now());
        }
        var step = wanted.get(deadline.parameter());
        boolean given = step != null && step.perOffice() && act.handedOn();
        return step != null && !given ? deadline : over(deadline, Deadline.State.LAPSED, act.now());
    }

    /// What ends while it stands still has stood still until then.
    private Deadline over(Deadline deadline, Deadline.State how, Instant now) {
        var running = deadline.state() == Deadline.State.SUSPENDED ? runsOn(deadline, now) : deadline;
        return running.ended(how, now);
    }

    private static boolean designates(Act<?> act, Deadline deadline) {
        return act.life().designation().filter(deadline.parameter()::equals).isPresent();
    }

    private static <S extends Enum<S>> Map<String, Step<S>> wanted(Lifecycle<S> life, int version, S stage) {
        var found = new java.util.LinkedHashMap<String, Step<S>>();
        life.limitsIn(stage, version, found::put);
        return found;
    }

    private Deadline begun(
            int no, String parameter, Step.Whose whose, Act<?> act, Instant trigger, Beginning beginning) {
        var level = Optional.of(act.holds().level()).filter(each -> whose == Step.Whose.LEVEL);
        var holder = act.holds().agency().filter(each -> whose != Step.Whose.MATTER);
        return begun(no, parameter, level, holder, trigger, beginning);
    }

    private Deadline begun(
            int no,
            String parameter,
            Optional<String> level,
            Optional<UUID> holder,
            Instant trigger,
            Beginning starting) {
        var name = parameter
                + level.map(each -> "." + each.toLowerCase(Locale.ROOT)).orElse("");
        var number = numbers.at(name, LegalCalendar.legalDay(trigger));
        var from = starting.of(number, trigger);
        var due = calendar.due(number.term(), from);
        return new Deadline(
                no,
                parameter,
                number.version(),
                level,
                holder,
                number.value(),
                from,
                due.earliestEnd(),
                due.earliestDay(),
                due instanceof Due.Settled,
                calendar.version(),
                Deadline.State.RUNNING,
                Optional.empty(),
                List.of(),
                Optional.empty());
    }

    /// Running limits stop, and how long they may stand still has a limit itself: of all stretches together, so that
    /// nobody begins it anew by resuming for a moment.
    ///
    /// @param runningOn the limits that don't stop
    List<Deadline> suspended(List<Deadline> before, Set<String> runningOn, Instant now) {
        var all = new ArrayList<>(StandStill.stopped(before, runningOn, now));
        var from = now.minus(StandStill.together(before));
        all.add(begun(all.size() + 1, SUSPENDED_MOST, Optional.empty(), Optional.empty(), from, (number, at) -> at));
        return all;
    }

    /// Every suspended limit runs on; the stretch does not count.
    List<Deadline> resumed(List<Deadline> before, Instant now) {
        return before.stream()
                .map(each -> each.state() == Deadline.State.SUSPENDED ? runsOn(each, now) : each)
                .map(each -> each.live() && each.parameter().equals(SUSPENDED_MOST)
                        ? each.ended(Deadline.State.MET, now)
                        : each)
                .toList();
    }

    private Deadline runsOn(Deadline deadline, Instant now) {
        var pauses = deadline.pauses().stream()
                .map(pause -> new Deadline.Pause(
                        pause.from(), Optional.of(pause.until().orElse(now))))
                .toList();
        return recomputed(StandStill.changed(deadline, Deadline.State.RUNNING, pauses));
    }

    /// The limit put off by a further term.
    Deadline extended(Deadline deadline, Term by) {
        return recomputed(new Deadline(
                deadline.no(),
                deadline.parameter(),
                deadline.edition(),
                deadline.level(),
                deadline.holder(),
                deadline.term(),
                deadline.from(),
                deadline.due(),
                deadline.lastDay(),
                deadline.settled(),
                deadline.calendar(),
                deadline.state(),
                deadline.endedAt(),
                deadline.pauses(),
                Optional.of(by.text())));
    }

    /// The limit by the present calendar; a stretch that is still open takes nothing out yet.
    Deadline recomputed(Deadline d) {
        var due = reckoned(d, Deadline.Pause::from);
        return new Deadline(
                d.no(),
                d.parameter(),
                d.edition(),
                d.level(),
                d.holder(),
                d.term(),
                d.from(),
                due.earliestEnd(),
                due.earliestDay(),
                due instanceof Due.Settled,
                calendar.version(),
                d.state(),
                d.endedAt(),
                d.pauses(),
                d.extension());
    }

    /// The end with its proof, by the present calendar.
    ///
    /// @param now the end of a stretch that is still open
    Due explained(Deadline deadline, Instant now) {
        return reckoned(deadline, pause -> now);
    }

    private Due reckoned(Deadline deadline, Function<Deadline.Pause, Instant> openEnd) {
        var stretches = deadline.pauses().stream()
                .map(pause -> new Suspension(pause.from(), pause.until().orElseGet(() -> openEnd.apply(pause)), "中止"))
                .toList();
        var due = calendar.due(Term.parse(deadline.term()), deadline.from(), stretches);
        return deadline.extension()
                .map(by -> calendar.extend(due, Term.parse(by), stretches))
                .orElse(due);
    }
}
