package org.maplebridge.scenes.gradings;

import static org.maplebridge.kernel.matters.Verdict.blocked;
import static org.maplebridge.kernel.matters.Verdict.moved;

import java.util.Optional;
import java.util.UUID;
import org.maplebridge.kernel.matters.Act;
import org.maplebridge.kernel.matters.Ask;
import org.maplebridge.kernel.matters.Ask.Kind;
import org.maplebridge.kernel.matters.Scene;
import org.maplebridge.kernel.matters.SceneView;
import org.maplebridge.kernel.matters.Verdict;
import org.maplebridge.kernel.rolls.MediatorRoll;
import org.maplebridge.scenes.gradings.Grading.Grade;

/// The verbs of a grading. The points are the system's advice, the grade is a person's decision.
@Scene(value = GradingsLifecycle.class, domain = "gradings", openedBy = GradingsLifecycle.KEEPER)
class Gradings implements SceneView {

    private static final String LOCAL = "本地默认";

    private final GradingsOpening opening;
    private final GradingsCounting counting;
    private final GradingsStore store;
    private final GradingsBook book;
    private final GradingsView view;
    private final MediatorRoll roll;
    private final GradingsKeeping keeping;

    Gradings(
            GradingsOpening opening,
            GradingsCounting counting,
            GradingsStore store,
            GradingsBook book,
            GradingsView view,
            MediatorRoll roll,
            GradingsKeeping keeping) {
        this.opening = opening;
        this.counting = counting;
        this.store = store;
        this.book = book;
        this.view = view;
        this.roll = roll;
        this.keeping = keeping;
    }

    record Open(
            @Ask(value = "姓名", why = "照名册上的写", most = 50) String name,

            @Ask(value = "哪里的", why = "有同名的选：所在的村（社区）或者乡镇（街道）", kind = Kind.AREA)
            Optional<String> area,

            @Ask(value = "评哪一年", why = "已经过完的一年", example = "2025", from = 2011, to = 2100)
            int year,

            @Ask(value = "为什么现在评", why = "系统每年会自己列出任职满一年的；手工开始的写明理由", kind = Kind.LONG_TEXT, least = 4, most = 500)
            Optional<String> reason,

            @Ask(value = "名册里的编号", why = "同一个地方还有同名的才填：名册里这一位的网页，地址的最后一段", least = 36, most = 36)
            Optional<String> line) {}

    Verdict open(Act act, Open said) {
        return opening.open(act, said);
    }

    record Recount() {}

    Verdict recount(Act act, Recount said) {
        return keeping.unless(act, "recount", () -> {
            store.recount(act.id());
            store.hand(act.id(), act.actor().person());
            return moved();
        });
    }

    record Count() {}

    Verdict count(Act act, Count said) {
        counting.count(act);
        return moved();
    }

    record Show() {}

    Verdict show(Act act, Show said) {
        return keeping.unless(
                act,
                "show",
                () -> GradingsRules.showable(store.find(act.id())).orElseGet(() -> {
                    store.hand(act.id(), act.actor().person());
                    keeping.show(act);
                    return moved();
                }));
    }

    record Decide(
            @Ask(value = "定为哪一级", why = "系统的建议供参考") Grade grade,

            @Ask(value = "理由", why = "与系统建议不同、或者数据不足的必须写；本人看得到", kind = Kind.LONG_TEXT, least = 4, most = 1000)
            Optional<String> reason,

            @Ask(value = "评定文号", why = "记入名册", example = "婺司〔2026〕9号", least = 2, most = 100)
            String paper) {}

    Verdict decide(Act act, Decide said) {
        return keeping.unless(act, "decide", () -> decided(act, said));
    }

    private Verdict decided(Act act, Decide said) {
        var grading = store.find(act.id());
        var line = grading.subject().line();
        if (!roll.serves(line, act.today())) {
            return blocked("这一位已经不在任，请经办人“不评了”。", "gradings.left", LOCAL);
        }
        return GradingsRules.decidable(
                        grading,
                        book.contests(act.id()),
                        book.breaches(act.id()),
                        said.grade(),
                        said.reason(),
                        act.today())
                .or(() -> GradingsRules.paper(book.decisions(act.id()), said.paper()))
                .or(() -> GradingsRules.elsewhere(book.decided(line, said.paper()) || roll.graded(line, said.paper())))
                .orElseGet(() -> {
                    book.decide(
                            act.id(),
                            new Grading.Decision(
                                    0,
                                    said.grade(),
                                    said.reason(),
                                    said.paper(),
                                    act.today(),
                                    act.actor().person(),
                                    act.actor().name(),
                                    Optional.empty()));
                    return moved();
                });
    }

    record Enter(@Ask(value = "结果", most = 200) String outcome) {}

    Verdict enter(Act act, Enter said) {
        book.recorded(act.id(), act.today(), said.outcome());
        return moved();
    }

    record Revise(
            @Ask(value = "哪里有错", why = "本人看得到；回到本人核对，异议期限重新计算", kind = Kind.LONG_TEXT, least = 4, most = 1000)
            String reason) {}

    Verdict revise(Act act, Revise said) {
        return keeping.unless(act, "revise", () -> {
            store.revise(act.id(), said.reason());
            keeping.show(act);
            return moved();
        });
    }

    record Drop(
            @Ask(value = "为什么不评了", example = "已经离任", kind = Kind.LONG_TEXT, least = 4, most = 500)
            String reason) {}

    Verdict drop(Act act, Drop said) {
        return keeping.unless(act, "drop", () -> {
            store.drop(act.id(), said.reason());
            return moved();
        });
    }

    @Override
    public Optional<Verdict> bars(UUID matter, UUID person, String verb) {
        return keeping.refusal(matter, person, verb);
    }

    @Override
    public Shown shown(UUID matter) {
        return view.shown(matter);
    }
}
