package org.maplebridge.scenes.allowances;

import static org.maplebridge.kernel.matters.Verdict.blocked;
import static org.maplebridge.kernel.matters.Verdict.moved;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.maplebridge.kernel.matters.Act;
import org.maplebridge.kernel.matters.Ask;
import org.maplebridge.kernel.matters.Ask.Kind;
import org.maplebridge.kernel.matters.Scene;
import org.maplebridge.kernel.matters.SceneView;
import org.maplebridge.kernel.matters.Verdict;
import org.maplebridge.kernel.stats.Caseloads.Weight;
import org.maplebridge.scenes.allowances.Allowance.Result;

/// The verbs of a sheet of allowances. The system lists and proposes; each sum is graded, checked and approved by
/// people, three different ones.
@Scene(value = AllowancesLifecycle.class, domain = "allowances", openedBy = AllowancesLifecycle.KEEPER)
class Allowances implements SceneView {

    private final AllowancesOpening opening;
    private final AllowancesGrading grading;
    private final AllowancesChecking checking;
    private final AllowancesStore store;
    private final AllowancesView view;

    Allowances(
            AllowancesOpening opening,
            AllowancesGrading grading,
            AllowancesChecking checking,
            AllowancesStore store,
            AllowancesView view) {
        this.opening = opening;
        this.grading = grading;
        this.checking = checking;
        this.store = store;
        this.view = view;
    }

    enum Correction {
        CONFIRM,
        DROP
    }

    enum Ruling {
        UPHELD,
        REJECTED
    }

    record Open(
            @Ask(value = "哪个月", why = "填月份里的任意一天；要已经过完的月份") LocalDate month,

            @Ask(value = "哪个单位", why = "不填就是本单位", kind = Kind.AGENCY)
            Optional<UUID> office) {}

    Verdict open(Act act, Open said) {
        return opening.open(act, said);
    }

    record Gather() {}

    Verdict gather(Act act, Gather said) {
        return opening.gather(act);
    }

    record Refresh() {}

    Verdict refresh(Act act, Refresh said) {
        return opening.refresh(act);
    }

    record Weigh(
            @Ask(value = "哪几行", why = "行号，用顿号隔开，连着的用横线", example = "1-3、7", most = 300)
            String lines,

            @Ask("难易") Weight weight,

            @Ask(value = "为什么疑难", why = "疑难的必须写；不写当事人", kind = Kind.LONG_TEXT, least = 4, most = 500)
            Optional<String> reason) {}

    Verdict weigh(Act act, Weigh said) {
        return grading.weigh(act, said);
    }

    record Attribute(
            @Ask(value = "哪一行", from = 1, to = 2000) int line,

            @Ask(value = "是谁调的", why = "人民调解员名册上的姓名", most = 30)
            String mediator,

            @Ask(value = "为什么改", why = "不写当事人", kind = Kind.LONG_TEXT, least = 4, most = 500)
            String reason) {}

    Verdict attribute(Act act, Attribute said) {
        return grading.attribute(act, said);
    }

    record TakeOut(
            @Ask(value = "哪一行", from = 1, to = 2000) int line,

            @Ask(value = "为什么不发", why = "调解员看得到；不写当事人", kind = Kind.LONG_TEXT, least = 4, most = 500)
            String reason) {}

    Verdict takeOut(Act act, TakeOut said) {
        return grading.takeOut(act, said);
    }

    record TakeBack(
            @Ask(value = "哪一行", from = 1, to = 2000) int line,

            @Ask("扣不扣") Correction correction,

            @Ask(value = "理由", why = "调解员看得到；不写当事人", kind = Kind.LONG_TEXT, least = 4, most = 500)
            String reason) {}

    Verdict takeBack(Act act, TakeBack said) {
        return grading.takeBack(act, said);
    }

    record PutBack(
            @Ask(value = "哪一行", from = 1, to = 2000) int line,

            @Ask(value = "为什么放回", why = "不写当事人", kind = Kind.LONG_TEXT, least = 4, most = 500)
            String reason) {}

    Verdict putBack(Act act, PutBack said) {
        return grading.putBack(act, said);
    }

    record HandOn(
            @Ask(value = "为什么本单位办不了", why = "谁要避开、为什么", kind = Kind.LONG_TEXT, least = 4, most = 500)
            String reason) {}

    Verdict handOn(Act act, HandOn said) {
        return checking.handOn(act);
    }

    record Show() {}

    Verdict show(Act act, Show said) {
        return opening.show(act);
    }

    record Drop(
            @Ask(value = "说明", kind = Kind.LONG_TEXT, least = 4, most = 500)
            String reason) {}

    Verdict drop(Act act, Drop said) {
        if (!AllowancesRules.empty(store.lines(act.id()))) {
            return blocked("单上有要发或者要扣的行。该发的照常公示；暂不计发的不用管，以后的单上再列。", "allowances.empty", AllowancesRules.LOCAL);
        }
        store.drop(act.id(), said.reason());
        return moved();
    }

    record Contest(
            @Ask(value = "哪一行", from = 1, to = 2000) int line,

            @Ask(value = "为什么不同意", kind = Kind.LONG_TEXT, least = 4, most = 1000)
            String reason) {}

    /// Only through the mediator's own page, which has made sure that the line is theirs.
    Verdict contest(Act act, Contest said) {
        return checking.contest(act, said);
    }

    record Decide(
            @Ask(value = "哪个异议", why = "异议的编号", from = 1, to = 2000)
            int objection,

            @Ask("成立不成立") Ruling ruling,

            @Ask(value = "改为哪种难易", why = "成立的，改难易或者改调解的人，至少一样；扣回的不填")
            Optional<Weight> weight,

            @Ask(value = "改由谁调的", why = "人民调解员名册上的姓名", most = 30)
            Optional<String> mediator,

            @Ask(value = "理由", why = "调解员看得到；不写当事人", kind = Kind.LONG_TEXT, least = 4, most = 1000)
            String reason) {}

    Verdict decide(Act act, Decide said) {
        return allowed(act, "decide").orElseGet(() -> checking.decide(act, said));
    }

    record Draw() {}

    Verdict draw(Act act, Draw said) {
        return checking.draw(act);
    }

    record Check(
            @Ask(value = "哪一行", from = 1, to = 2000) int line,

            @Ask("查得怎样") Result result,

            @Ask(value = "什么问题", why = "有问题的必须写，调解员看得到；不写当事人", kind = Kind.LONG_TEXT, least = 4, most = 500)
            Optional<String> reason,

            @Ask(value = "改为哪种难易", why = "问题只是难易定高了的，选低一级；不选就剔除这一行")
            Optional<Weight> weight) {}

    Verdict check(Act act, Check said) {
        return allowed(act, "check").orElseGet(() -> checking.check(act, said));
    }

    record Conclude() {}

    Verdict conclude(Act act, Conclude said) {
        return allowed(act, "conclude").orElseGet(() -> checking.conclude(act));
    }

    record SendBack(
            @Ask(value = "为什么退回", kind = Kind.LONG_TEXT, least = 4, most = 1000)
            String reason) {}

    Verdict sendBack(Act act, SendBack said) {
        return allowed(act, "send-back").orElseGet(() -> {
            store.sendBack(act.id(), said.reason());
            return moved().agency(store.find(act.id()).place().office());
        });
    }

    record Approve(@Ask(value = "意见", most = 500) Optional<String> note) {}

    Verdict approve(Act act, Approve said) {
        return allowed(act, "approve").orElseGet(() -> checking.approve(act));
    }

    record Pay(
            @Ask(value = "凭证号", most = 60) String voucher,

            @Ask(value = "哪天发的", why = "不能是还没有到的日子") LocalDate day) {}

    Verdict pay(Act act, Pay said) {
        return checking.pay(act, said);
    }

    private Optional<Verdict> allowed(Act act, String verb) {
        return bars(act.id(), act.actor().person(), verb);
    }

    @Override
    public Optional<Verdict> bars(UUID matter, UUID person, String verb) {
        return AllowancesRules.barred(verb, person, store.lines(matter), store.objections(matter));
    }

    @Override
    public Shown shown(UUID matter) {
        return store.maybe(matter).map(view::shown).orElseGet(() -> new Shown(Optional.empty(), List.of(), List.of()));
    }
}
