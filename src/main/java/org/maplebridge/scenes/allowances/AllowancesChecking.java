package org.maplebridge.scenes.allowances;

import static org.maplebridge.kernel.matters.Verdict.blocked;
import static org.maplebridge.kernel.matters.Verdict.invalid;
import static org.maplebridge.kernel.matters.Verdict.moved;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.maplebridge.kernel.matters.Act;
import org.maplebridge.kernel.matters.Verdict;
import org.maplebridge.kernel.sampling.Draw;
import org.maplebridge.kernel.stats.Caseloads.Weight;
import org.maplebridge.kernel.trail.PublicLog;
import org.maplebridge.scenes.allowances.Allowance.Checked;
import org.maplebridge.scenes.allowances.Allowance.Decision;
import org.maplebridge.scenes.allowances.Allowance.Graded;
import org.maplebridge.scenes.allowances.Allowance.Line;
import org.maplebridge.scenes.allowances.Allowance.Mediator;
import org.maplebridge.scenes.allowances.Allowance.Objection;
import org.maplebridge.scenes.allowances.Allowance.Result;
import org.maplebridge.scenes.allowances.Allowance.State;
import org.springframework.stereotype.Component;

/// What others than the keeper do: object, decide, look into what was drawn, approve.
@Component
class AllowancesChecking {

    private final AllowancesStore store;
    private final AllowancesGrading grading;
    private final PublicLog log;

    AllowancesChecking(AllowancesStore store, AllowancesGrading grading, PublicLog log) {
        this.store = store;
        this.grading = grading;
        this.log = log;
    }

    Verdict contest(Act act, Allowances.Contest said) {
        var sheet = store.find(act.id());
        var since = AllowancesRules.sinceShown(sheet, store.objections(act.id()));
        return AllowancesRules.contestable(said.line(), act.today(), sheet.shownUntil(), since)
                .orElseGet(() -> {
                    store.contest(act.id(), said.line(), act.today(), said.reason());
                    return moved();
                });
    }

    Verdict decide(Act act, Allowances.Decide said) {
        var objection = store.objections(act.id()).stream()
                .filter(each -> each.no() == said.objection())
                .findFirst();
        if (objection.isEmpty()) {
            return invalid("objection", "没有这个编号的异议。", "allowances.objection");
        }
        var line = line(act, objection.get().line()).orElseThrow();
        return AllowancesRules.decidable(objection.get(), line, act.actor().person(), store.objections(act.id()))
                .orElseGet(() -> decided(act, said, objection.get(), line));
    }

    private Verdict decided(Act act, Allowances.Decide said, Objection objection, Line line) {
        boolean upheld = said.ruling() == Allowances.Ruling.UPHELD;
        boolean changes = said.weight().isPresent() || said.mediator().isPresent();
        if (!upheld && changes) {
            return invalid("ruling", "不成立的，不改难易和调解的人。", "allowances.ruling");
        }
        if (line.state() == State.BACK && changes) {
            return invalid("weight", "扣回的只定成立不成立，不改难易和调解的人。", "allowances.ruling");
        }
        if (upheld && line.state() != State.BACK && !changes) {
            return invalid("weight", "成立的，改难易或者改调解的人，至少一样。", "allowances.ruling");
        }
        var weight = said.weight().or(() -> line.graded().weight());
        if (upheld && line.state() != State.BACK && weight.isEmpty()) {
            return invalid("weight", "这一行还没有定过难易，请一起定。", "allowances.ruling");
        }
        var mediator = said.mediator().flatMap(name -> grading.named(act, name, line));
        if (said.mediator().isPresent() && mediator.isEmpty()) {
            return AllowancesGrading.unnamed();
        }
        var self = AllowancesGrading.toThemselves(mediator, act);
        if (self.isPresent()) {
            return self.get();
        }
        if (said.weight().isEmpty()
                && mediator.flatMap(Mediator::staff).filter(line::gradedBy).isPresent()) {
            return invalid("weight", "这一行的难易是“" + said.mediator().orElse("") + "”自己定的，请一起重新定。", "allowances.own");
        }
        var elsewhere = upheld ? elsewhere(act, line) : Optional.<Verdict>empty();
        if (elsewhere.isPresent()) {
            return elsewhere.get();
        }
        // who decided stands with the objection
        if (upheld) {
            var other = line.state() == State.BACK
                    ? line.confirmed(false, line.why().orElse("") + "。异议成立：" + said.reason())
                    : regraded(act, mediator.map(line::by).orElse(line), weight, "异议成立：" + said.reason());
            store.keep(act.id(), other);
        }
        store.decide(act.id(), objection.no(), new Decision(act.actor().person(), upheld, said.reason()));
        return moved();
    }

    /// A file is paid once: what was taken out doesn't come back where another sheet pays it by now.
    private Optional<Verdict> elsewhere(Act act, Line line) {
        return line.state() == State.OUT
                ? store.listedElsewhere(act.id(), line)
                        .map(code -> blocked(
                                "这一件已经列在补贴单 " + code + " 上，一件只发一次，这张单上不能再放回。异议选“不成立”，写明在哪张单上发；要在这张单上发的，先请那张单的核算员剔除。",
                                "allowances.once",
                                AllowancesRules.LOCAL))
                : Optional.empty();
    }

    /// What was taken out comes back; what is held back stays so for as long as its reason stands.
    private Line regraded(Act act, Line line, Optional<Weight> weight, String why) {
        var standing =
                line.state() == State.OUT ? line.as(State.PAYABLE, Optional.empty(), AllowancesRules.NOTHING) : line;
        return standing.graded(
                new Graded(weight, Optional.of(why)),
                weight.map(each -> grading.sum(act, standing, each)).orElse(AllowancesRules.NOTHING));
    }

    /// The first root of the log after the sheet was shown makes the seed: nobody knew it then.
    Verdict draw(Act act) {
        var sheet = store.find(act.id());
        var root = sheet.shownAt().flatMap(log::rootAfter);
        var plan = store.plan(act.id());
        if (root.isEmpty() || plan.isEmpty()) {
            return blocked("总账还没有出新的根。", "allowances.root", AllowancesRules.LOCAL);
        }
        var seed = Draw.seed(plan.get(), root.get().root());
        var payable = store.lines(act.id()).stream().filter(Line::payable).toList();
        var files = payable.stream()
                .map(line -> new Draw.File(line.file().id(), act.id()))
                .toList();
        int wanted = AllowancesRules.wanted(act.number("allowances.share").decimal(), payable.size(), sheet.whole());
        var taken = Draw.placed(seed, files).stream()
                .filter(each -> each.place() < wanted)
                .map(each -> each.file().id())
                .toList();
        store.drawn(
                act.id(),
                new Allowance.Drawn(
                        plan.get(), root.get().size(), root.get().root().toString(), seed.toString()),
                payable.stream()
                        .filter(line -> taken.contains(line.file().id()))
                        .map(Line::no)
                        .toList());
        return moved().agency(seat(act, AllowancesLifecycle.CHECKER));
    }

    private UUID seat(Act act, String role) {
        return AllowancesSeats.seat(act, store.find(act.id()).place(), role, free(act, role));
    }

    private Predicate<UUID> free(Act act, String role) {
        return AllowancesSeats.free(role, store.lines(act.id()), store.objections(act.id()));
    }

    /// On to an office where somebody need not keep out, when everybody here must.
    Verdict handOn(Act act) {
        var role = switch (act.matter().stage().name()) {
            case "DRAFTED" -> AllowancesLifecycle.KEEPER;
            case "DRAWN" -> AllowancesLifecycle.CHECKER;
            default -> AllowancesLifecycle.APPROVER;
        };
        var free = free(act, role);
        if (AllowancesSeats.here(act, role, free)) {
            return blocked("本单位还有能办的人，由他办，不用交出去。", "allowances.seat", AllowancesRules.LOCAL);
        }
        return AllowancesSeats.other(act, store.find(act.id()).place(), role, free)
                .<Verdict>map(office -> moved().agency(office))
                .orElseGet(() -> blocked(
                        "上级和县一级也没有能接着办的人。先请管理员在本单位或者县一级给别的人设岗、安排代岗，再办。", "allowances.seat", AllowancesRules.LOCAL));
    }

    Verdict check(Act act, Allowances.Check said) {
        var line = line(act, said.line());
        if (line.isEmpty()) {
            return invalid("line", "单上没有这一行。", "allowances.lines");
        }
        return AllowancesRules.finding(line.get(), said.result(), said.reason(), said.weight())
                .or(() -> said.result() == Result.OK || said.weight().isPresent()
                        ? elsewhere(act, line.get())
                        : Optional.empty())
                .orElseGet(() -> {
                    store.keep(act.id(), checked(act, said, line.get()));
                    return moved();
                });
    }

    private Line checked(Act act, Allowances.Check said, Line line) {
        // said again of what was found wrong before: it counts from the start
        var standing = line.foundOut() ? line.as(State.PAYABLE, Optional.empty(), AllowancesRules.NOTHING) : line;
        var seen = standing.checked(
                new Checked(said.result(), said.reason(), act.actor().person()));
        if (said.result() == Result.OK) {
            return seen.graded(
                    seen.graded(),
                    seen.graded()
                            .weight()
                            .map(weight -> grading.sum(act, seen, weight))
                            .orElse(AllowancesRules.NOTHING));
        }
        var why = said.reason().map(words -> "抽查：" + words);
        return said.weight()
                .map(weight -> seen.graded(new Graded(Optional.of(weight), why), grading.sum(act, seen, weight)))
                .orElseGet(() -> seen.as(State.OUT, why, AllowancesRules.NOTHING));
    }

    Verdict conclude(Act act) {
        var lines = store.lines(act.id());
        return AllowancesRules.unchecked(lines)
                .or(() -> !store.find(act.id()).whole()
                                && AllowancesRules.tooMany(
                                        lines,
                                        act.number("allowances.most-defects").decimal())
                        ? Optional.of(blocked(
                                "抽中的件里问题太多，选“整单退回”，重核以后每一行都查。", "allowances.most-defects", AllowancesRules.LOCAL))
                        : Optional.empty())
                .orElseGet(() -> moved().agency(seat(act, AllowancesLifecycle.APPROVER)));
    }

    Verdict approve(Act act) {
        var sheet = store.find(act.id());
        return AllowancesRules.early(act.today(), sheet.shownUntil(), store.objections(act.id()))
                .or(() -> AllowancesRules.unchecked(store.lines(act.id())))
                .or(() -> AllowancesRules.unready(store.lines(act.id())))
                .orElseGet(() -> {
                    store.approve(act.id(), act.actor().person(), act.today());
                    return moved().agency(sheet.place().office());
                });
    }

    Verdict pay(Act act, Allowances.Pay said) {
        var approved = store.find(act.id()).approvedOn().orElse(act.today());
        if (said.day().isAfter(act.today()) || said.day().isBefore(approved)) {
            return invalid("day", "在批准那天（" + approved + "）到今天之间。", "allowances.day");
        }
        store.pay(act.id(), said.voucher().strip(), said.day());
        return moved();
    }

    private Optional<Line> line(Act act, int no) {
        return store.lines(act.id()).stream().filter(each -> each.no() == no).findFirst();
    }
}
