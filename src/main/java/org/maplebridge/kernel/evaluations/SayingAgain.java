package org.maplebridge.kernel.evaluations;

import java.time.Duration;
import java.util.Optional;
import org.maplebridge.kernel.matters.Act;
import org.maplebridge.kernel.matters.Ask;
import org.maplebridge.kernel.matters.SharedVerb;
import org.maplebridge.kernel.matters.Verdict;
import org.springframework.stereotype.Component;

/// A party who has been heard says otherwise: while the matter is open, and for some days where an officer wrote it
/// down. Nobody else can.
@Component
class SayingAgain implements SharedVerb<SayingAgain.SaidAgain> {

    static final String NAME = "evaluate-again";

    private final Evaluations evaluations;

    SayingAgain(Evaluations evaluations) {
        this.evaluations = evaluations;
    }

    record SaidAgain(
            @Ask(value = "您满意吗？", why = "匿名汇总，办理人看不到您选了什么、写了什么", pooled = true)
            Grade grade,

            @Ask(value = "想说点什么？", kind = Ask.Kind.LONG_TEXT, most = 1000, pooled = true)
            Optional<String> words) {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String title() {
        return "更正评价";
    }

    @Override
    public String hint() {
        return "当事人自己改评价，以最后一次为准";
    }

    @Override
    public Class<SaidAgain> said() {
        return SaidAgain.class;
    }

    @Override
    public boolean aboutParties() {
        return true;
    }

    @Override
    public By by() {
        return By.FILER;
    }

    @Override
    public boolean afterEnd() {
        return true;
    }

    @Override
    public Verdict done(Act act, SaidAgain said) {
        var latest = evaluations.latest(act.id());
        if (latest.isEmpty()) {
            return Verdict.blocked("还没有记录过评价，现在还不到评价的时候。", "evaluations.none", "本地默认");
        }
        var until = latest.get()
                .at()
                .plus(Duration.ofDays(act.number("evaluations.correct-days").whole()));
        if (!act.matter().stage().open() && (latest.get().byParty() || act.now().isAfter(until))) {
            return Verdict.blocked("这件已经结案，评价不能再改。有意见，请向承办单位的上级反映。", "evaluations.over", "本地默认");
        }
        evaluations.given(act, said.grade(), said.words(), Optional.empty());
        return Verdict.moved();
    }
}
