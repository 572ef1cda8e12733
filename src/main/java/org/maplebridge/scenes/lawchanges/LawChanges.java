package org.maplebridge.scenes.lawchanges;

import static org.maplebridge.kernel.matters.Verdict.blocked;
import static org.maplebridge.kernel.matters.Verdict.moved;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.maplebridge.kernel.matters.Act;
import org.maplebridge.kernel.matters.Ask;
import org.maplebridge.kernel.matters.Ask.Kind;
import org.maplebridge.kernel.matters.Moved;
import org.maplebridge.kernel.matters.Scene;
import org.maplebridge.kernel.matters.SceneView;
import org.maplebridge.kernel.matters.Verdict;
import org.maplebridge.scenes.lawchanges.LawChange.Result;

/// The verbs of a revision. The system finds what cites a changed article; what becomes of each is a person's to say.
@Scene(LawChangesLifecycle.class)
class LawChanges implements SceneView {

    private static final String LOCAL = "本地默认";

    private final LawChangesOpening opening;
    private final LawChangesStore store;
    private final LawChangesView view;

    LawChanges(LawChangesOpening opening, LawChangesStore store, LawChangesView view) {
        this.opening = opening;
        this.store = store;
        this.view = view;
    }

    record Open(
            @Ask(value = "新版本的编号", least = 36, most = 36) String edition,
            @Ask(value = "法律", most = 400) String law) {}

    Verdict open(Act act, Open said) {
        return opening.open(act, said);
    }

    record Take() {}

    Verdict take(Act act, Take said) {
        return moved();
    }

    record Line(
            @Ask(value = "第几行", from = 1, to = 100_000) int no,

            @Ask("怎样") Result result,

            @Ask(value = "理由", why = "为什么不受影响、改了为什么够、为什么现在不改", kind = Kind.LONG_TEXT, least = 2, most = 1000)
            String reason,

            @Ask(value = "改了什么", why = "标“已改”的填：哪个版本、哪个文件或者文号", most = 300)
            Optional<String> done,

            @Ask(value = "哪天以前改好", why = "标“待改”的填；新版本还没有施行的，要在施行以前")
            Optional<LocalDate> by) {}

    record Mark(
            @Ask(value = "逐行标注", why = "一次可以标几行；标过的可以再标，以前的留着", kind = Kind.LIST)
            List<Line> lines) {}

    Verdict mark(Act act, Mark said) {
        var change = store.find(act.id()).orElseThrow();
        var before = store.lines(act.id());
        var unfit = LawChangesRules.unfit(
                said.lines(), before, act.today(), change.edition().from());
        return unfit.orElseGet(() -> {
            var counts = before.stream()
                    .collect(Collectors.toMap(
                            LawChange.Line::no,
                            line -> line.mark().map(LawChange.Mark::no).orElse(0)));
            for (var one : said.lines()) {
                store.mark(
                        act.id(),
                        one.no(),
                        new LawChange.Mark(
                                counts.getOrDefault(one.no(), 0) + 1,
                                one.result(),
                                one.reason(),
                                one.done(),
                                one.by(),
                                act.actor().person(),
                                act.actor().name(),
                                act.now()));
            }
            return dated(LawChangesRules.nearest(before), LawChangesRules.nearest(store.lines(act.id())));
        });
    }

    /// The nearest day by which something is to be changed has a limit of its own; it goes on if that day stays.
    private static Moved dated(Optional<LocalDate> before, Optional<LocalDate> after) {
        if (after.equals(before)) {
            return moved();
        }
        return after.map(day -> moved().runs(LawChangesLifecycle.CHANGE, day))
                .orElseGet(() -> moved().meets(LawChangesLifecycle.CHANGE));
    }

    record Settle(@Ask(value = "说明", most = 500) Optional<String> note) {}

    Verdict settle(Act act, Settle said) {
        var lines = store.lines(act.id());
        return LawChangesRules.open(lines).orElseGet(() -> {
            if (LawChangesRules.needsSecond(lines)) {
                return blocked("有在办期限标了“不受影响”，要由另一位法制员复核，选“报复核”。", "lawchanges.second", LOCAL);
            }
            store.settle(act.id(), said.note().orElse("每一处都已经核完。"));
            return moved().meets(LawChangesLifecycle.IN_FORCE);
        });
    }

    record Submit(
            @Ask(value = "说明", why = "在办期限为什么不受影响：按哪一版本算，依据是什么", kind = Kind.LONG_TEXT, least = 4, most = 1000)
            String words) {}

    Verdict submit(Act act, Submit said) {
        var lines = store.lines(act.id());
        return LawChangesRules.open(lines).orElseGet(() -> {
            if (!LawChangesRules.needsSecond(lines)) {
                return blocked("没有在办期限标“不受影响”，不用复核，选“核完”。", "lawchanges.second", LOCAL);
            }
            store.submit(act.id(), act.actor().person(), said.words());
            return moved().meets(LawChangesLifecycle.CHECK);
        });
    }

    record Confirm(
            @Ask(value = "复核意见", kind = Kind.LONG_TEXT, least = 2, most = 1000)
            String words) {}

    Verdict confirm(Act act, Confirm said) {
        return second(act).orElseGet(() -> {
            store.confirm(act.id(), act.actor().person(), said.words());
            return moved().meets(LawChangesLifecycle.IN_FORCE);
        });
    }

    record SendBack(
            @Ask(value = "哪里还要核", kind = Kind.LONG_TEXT, least = 4, most = 1000)
            String reason) {}

    Verdict sendBack(Act act, SendBack said) {
        return second(act).orElseGet(() -> {
            store.sendBack(act.id(), said.reason());
            return moved();
        });
    }

    record Withdraw(
            @Ask(value = "为什么撤回", why = "导入错了版本的才撤回；版本本身在法规库里，要另外处理", kind = Kind.LONG_TEXT, least = 4, most = 500)
            String reason) {}

    Verdict withdraw(Act act, Withdraw said) {
        store.withdraw(act.id(), said.reason());
        return moved();
    }

    record Reopen(
            @Ask(value = "为什么重新核对", kind = Kind.LONG_TEXT, least = 4, most = 500)
            String reason) {}

    Verdict reopen(Act act, Reopen said) {
        store.reopen(act.id(), said.reason());
        var from = store.find(act.id()).orElseThrow().edition().from();
        var again = LawChangesOpening.inForce(moved(), act.today(), from);
        return LawChangesRules.nearest(store.lines(act.id()))
                .map(day -> again.runs(LawChangesLifecycle.CHANGE, day))
                .orElse(again);
    }

    private Optional<Verdict> second(Act act) {
        return LawChangesRules.alone(act.actor().person(), store.find(act.id()).orElseThrow(), store.lines(act.id()));
    }

    @Override
    public Optional<Verdict> bars(UUID matter, UUID person, String verb) {
        return switch (verb) {
            case "settle", "submit" -> LawChangesRules.open(store.lines(matter));
            case "confirm", "send-back" ->
                store.find(matter).flatMap(change -> LawChangesRules.alone(person, change, store.lines(matter)));
            default -> Optional.empty();
        };
    }

    @Override
    public Shown shown(UUID matter) {
        return view.shown(matter);
    }
}
