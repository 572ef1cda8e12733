package org.maplebridge.scenes.gradings;

import static org.maplebridge.kernel.matters.Verdict.moved;

import java.time.LocalDate;
import java.util.Optional;
import org.maplebridge.kernel.matters.Act;
import org.maplebridge.kernel.matters.Ask;
import org.maplebridge.kernel.matters.Ask.Kind;
import org.maplebridge.kernel.matters.ScenePart;
import org.maplebridge.kernel.matters.Verdict;
import org.maplebridge.scenes.gradings.Grading.Factor;

/// What is said against a grading: by the mediator against a factor, by a decided finding against the mediator.
@ScenePart
class GradingsObjections {

    private final GradingsKeeping keeping;
    private final GradingsCounting counting;
    private final GradingsStore store;
    private final GradingsBook book;

    GradingsObjections(GradingsKeeping keeping, GradingsCounting counting, GradingsStore store, GradingsBook book) {
        this.keeping = keeping;
        this.counting = counting;
        this.store = store;
        this.book = book;
    }

    /// What article 15 forbids.
    enum Item {
        PARTIAL,
        INSULT,
        BRIBE,
        LEAK
    }

    enum Ruling {
        UPHELD,
        REJECTED
    }

    record Contest(
            @Ask("对哪一项") Factor factor,

            @Ask(value = "哪里不对", kind = Kind.LONG_TEXT, least = 4, most = 1000)
            String words,

            @Ask(value = "怎样才对", kind = Kind.LONG_TEXT, least = 2, most = 1000)
            String wanted) {}

    /// By the mediator, through a door of their own: see [GradingsDesk].
    Verdict contest(Act act, Contest said) {
        return contested(act, said.factor(), said.words(), said.wanted(), Optional.empty());
    }

    record ContestFor(
            @Ask("对哪一项") Factor factor,

            @Ask(value = "本人说哪里不对", kind = Kind.LONG_TEXT, least = 4, most = 1000)
            String words,

            @Ask(value = "本人说怎样才对", kind = Kind.LONG_TEXT, least = 2, most = 1000)
            String wanted,

            @Ask(value = "怎么收到的", why = "当面、电话还是书面，哪一天", example = "本人 3 月 2 日到办公室当面说", least = 4, most = 200)
            String received) {}

    Verdict contestFor(Act act, ContestFor said) {
        return keeping.unless(
                act,
                "contest-for",
                () -> contested(act, said.factor(), said.words(), said.wanted(), Optional.of(said.received())));
    }

    private Verdict contested(Act act, Factor factor, String words, String wanted, Optional<String> received) {
        var before = book.contests(act.id());
        var contest = new Grading.Contest(
                before.size() + 1,
                factor,
                words,
                wanted,
                act.today(),
                received,
                received.map(how -> act.actor().person()),
                Optional.empty());
        return GradingsRules.contestable(store.find(act.id()), before, contest).orElseGet(() -> {
            book.contest(act.id(), contest);
            return moved();
        });
    }

    record DecideContest(
            @Ask(value = "第几条异议", why = "照“异议”里的序号", from = 1, to = 999)
            int no,

            @Ask("答复") Ruling ruling,

            @Ask(
                    value = "这一项应得满分的百分之几",
                    why = "系统照此重新合计；原来算的留着",
                    unit = "%",
                    from = 0,
                    to = 100,
                    when = "ruling",
                    is = "UPHELD")
            Optional<Integer> percent,

            @Ask(value = "理由", why = "本人看得到", kind = Kind.LONG_TEXT, least = 4, most = 1000)
            String reason) {}

    Verdict decideContest(Act act, DecideContest said) {
        boolean upheld = said.ruling() == Ruling.UPHELD;
        var contests = book.contests(act.id());
        return keeping.unless(
                act,
                "decide-contest",
                () -> GradingsRules.answer(
                                contests,
                                said.no(),
                                upheld,
                                said.percent(),
                                act.actor().person())
                        .orElseGet(() -> {
                            book.answer(act.id(), said.no(), new Grading.Answered(upheld, said.reason(), act.today()));
                            if (upheld) {
                                counting.right(
                                        act,
                                        new Grading.Found(
                                                contests.get(said.no() - 1).factor(),
                                                said.percent().map(GradingsRules::share),
                                                "第 " + said.no() + " 条异议成立，更正为满分的 "
                                                        + said.percent().orElseThrow() + "%：" + said.reason()));
                            }
                            return moved();
                        }));
    }

    record FindBreach(
            @Ask("违反哪一项") Item item,

            @Ask(value = "决定的文号", why = "没有决定的投诉、怀疑不能记", least = 2, most = 100)
            String paper,

            @Ask("哪天决定的") LocalDate day,

            @Ask(value = "哪个单位决定的", least = 2, most = 100) String office,

            @Ask(value = "认定的事实", why = "照决定写；不写当事人", kind = Kind.LONG_TEXT, least = 4, most = 1000)
            String reason) {}

    /// The mediator has the whole time again to look at it.
    Verdict findBreach(Act act, FindBreach said) {
        return keeping.unless(
                act,
                "find-breach",
                () -> GradingsRules.found(said.day(), act.today()).orElseGet(() -> {
                    book.found(act.id(), said);
                    if (store.find(act.id()).shown().isPresent()) {
                        keeping.show(act);
                    }
                    return moved();
                }));
    }

    record StrikeBreach(
            @Ask(value = "第几条认定", why = "照“违法认定”里的序号", from = 1, to = 999)
            int no,

            @Ask(value = "撤销的文号", least = 2, most = 100) String paper,

            @Ask(value = "为什么撤销", kind = Kind.LONG_TEXT, least = 4, most = 1000)
            String reason) {}

    Verdict strikeBreach(Act act, StrikeBreach said) {
        return keeping.unless(
                act,
                "strike-breach",
                () -> GradingsRules.strikable(book.breaches(act.id()), said.no())
                        .orElseGet(() -> {
                            book.strike(act.id(), said.no(), said.paper() + "：" + said.reason());
                            return moved();
                        }));
    }
}
