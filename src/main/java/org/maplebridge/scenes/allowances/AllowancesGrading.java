package org.maplebridge.scenes.allowances;

import static org.maplebridge.kernel.matters.Verdict.blocked;
import static org.maplebridge.kernel.matters.Verdict.invalid;
import static org.maplebridge.kernel.matters.Verdict.moved;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.maplebridge.kernel.matters.Act;
import org.maplebridge.kernel.matters.Verdict;
import org.maplebridge.kernel.orgs.Area;
import org.maplebridge.kernel.rolls.MediatorRoll;
import org.maplebridge.kernel.stats.Caseloads.Weight;
import org.maplebridge.scenes.allowances.Allowance.Graded;
import org.maplebridge.scenes.allowances.Allowance.Line;
import org.maplebridge.scenes.allowances.Allowance.Mediator;
import org.maplebridge.scenes.allowances.Allowance.State;
import org.springframework.stereotype.Component;

/// What a keeper makes of the lines: how hard, by whom, not at all, taken back or not. Nobody grades their own.
@Component
class AllowancesGrading {

    private final AllowancesStore store;
    private final MediatorRoll roll;

    AllowancesGrading(AllowancesStore store, MediatorRoll roll) {
        this.store = store;
        this.roll = roll;
    }

    Verdict weigh(Act act, Allowances.Weigh said) {
        var lines = store.lines(act.id());
        var numbers = AllowancesRules.numbers(said.lines(), lines);
        if (numbers.isEmpty()) {
            return invalid("lines", "写单上有的行号，用顿号隔开，例如 1-3、7。", "allowances.lines");
        }
        if (said.weight() == Weight.HARD && said.reason().isEmpty()) {
            return invalid("reason", "疑难的写明理由。", "allowances.hard");
        }
        var chosen =
                lines.stream().filter(line -> numbers.get().contains(line.no())).toList();
        var fixed = chosen.stream()
                .filter(line -> line.state() != State.PAYABLE && line.state() != State.HELD)
                .findFirst();
        if (fixed.isPresent()) {
            return invalid("lines", "第 " + fixed.get().no() + " 行已经剔除或者是扣回的，不定难易。", "allowances.lines");
        }
        return own(chosen, act).orElseGet(() -> {
            var graded = new Graded(Optional.of(said.weight()), said.reason());
            chosen.forEach(line -> keep(act, line.graded(graded, sum(act, line, said.weight()))));
            return moved();
        });
    }

    /// What a line comes to at the rates of the day the file was closed; nothing while it is held back.
    BigDecimal sum(Act act, Line line, Weight weight) {
        return line.payable()
                ? line.file()
                        .form()
                        .map(form -> AllowancesRules.money(act.number(
                                        AllowancesRules.parameter(weight, form),
                                        line.file().closed())
                                .decimal()))
                        .orElse(AllowancesRules.NOTHING)
                : AllowancesRules.NOTHING;
    }

    Verdict attribute(Act act, Allowances.Attribute said) {
        return on(act, said.line(), line -> {
            if (line.state() != State.PAYABLE && line.state() != State.HELD) {
                return invalid("line", "已经剔除或者是扣回的，不改。", "allowances.lines");
            }
            var found = named(act, said.mediator(), line);
            if (found.isEmpty()) {
                return unnamed();
            }
            var why = Optional.of("改由" + found.get().name() + "：" + said.reason());
            var self = toThemselves(found, act);
            if (self.isPresent()) {
                return self.get();
            }
            // whoever is paid now must not have said how hard it was: it is graded anew
            boolean anew = found.get().staff().filter(line::gradedBy).isPresent();
            var graded = new Graded(anew ? Optional.empty() : line.graded().weight(), why);
            keep(act, line.by(found.get()).graded(graded, anew ? AllowancesRules.NOTHING : line.sum()));
            return moved();
        });
    }

    private void keep(Act act, Line line) {
        store.keep(act.id(), line.gradedNowBy(act.actor().person()));
    }

    /// Nobody makes a line their own.
    static Optional<Verdict> toThemselves(Optional<Mediator> mediator, Act act) {
        return mediator.flatMap(Mediator::staff)
                .filter(act.actor().person()::equals)
                .map(self -> blocked("不能改成自己调的，由别的人定。", "allowances.own", AllowancesRules.LOCAL));
    }

    static Verdict unnamed() {
        return invalid("mediator", "办结那天的人民调解员名册上没有这个姓名，或者有同名的。先到“名册”核对。", "allowances.mediator");
    }

    /// The one of this name in office in the sheet's area when the file was closed; none if there are several.
    Optional<Mediator> named(Act act, String name, Line line) {
        var area = store.find(act.id()).place().area();
        var all = roll.named(name.strip(), line.file().closed()).stream()
                .filter(each -> Area.covers(area, each.area()) || Area.covers(each.area(), area))
                .toList();
        return all.size() == 1
                ? Optional.of(new Mediator(
                        all.getFirst().line(),
                        all.getFirst().name(),
                        all.getFirst().staff()))
                : Optional.empty();
    }

    Verdict takeOut(Act act, Allowances.TakeOut said) {
        return on(act, said.line(), line -> {
            if (line.state() == State.BACK || line.state() == State.OUT) {
                return invalid("line", line.state() == State.OUT ? "这一行已经剔除。" : "扣回的用“定扣回”。", "allowances.lines");
            }
            keep(act, line.as(State.OUT, Optional.of(said.reason()), AllowancesRules.NOTHING));
            return moved();
        });
    }

    /// Held back until the system has looked at it again, within minutes.
    Verdict putBack(Act act, Allowances.PutBack said) {
        return on(act, said.line(), line -> {
            if (line.state() != State.OUT) {
                return invalid("line", "这一行没有剔除。", "allowances.lines");
            }
            var words = Optional.of("放回：" + said.reason() + "；等系统再核对");
            keep(act, line.unchecked().as(State.HELD, words, AllowancesRules.NOTHING));
            return moved();
        });
    }

    Verdict takeBack(Act act, Allowances.TakeBack said) {
        return on(act, said.line(), line -> {
            if (line.state() != State.BACK) {
                return invalid("line", "这一行不是扣回的。", "allowances.lines");
            }
            boolean confirms = said.correction() == Allowances.Correction.CONFIRM;
            var words = line.why().orElse("").split("。核算员：", 2)[0];
            keep(act, line.confirmed(confirms, words + "。核算员：" + said.reason()));
            return moved();
        });
    }

    private Verdict on(Act act, int no, Function<Line, Verdict> then) {
        var line =
                store.lines(act.id()).stream().filter(each -> each.no() == no).findFirst();
        return line.isEmpty()
                ? invalid("line", "单上没有这一行。", "allowances.lines")
                : own(List.of(line.get()), act).orElseGet(() -> then.apply(line.get()));
    }

    private static Optional<Verdict> own(List<Line> lines, Act act) {
        UUID person = act.actor().person();
        return lines.stream()
                .filter(line -> line.of(person))
                .findFirst()
                .map(line -> blocked(
                        "第 " + line.no() + " 行是您自己的，由别的核算员定；本单位没有别的核算员的，用“交别的单位”。",
                        "allowances.own",
                        AllowancesRules.LOCAL));
    }
}
