package org.maplebridge.scenes.disputes;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maplebridge.kernel.matters.Act;
import org.maplebridge.kernel.matters.Matters;
import org.maplebridge.scenes.disputes.DisputesFurther.Doubt;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// What looks doubtful when a dispute is closed: one dispute counted as several, an agreement nobody can have talked
/// about, words taken from another. Whoever closes it may explain; those who review see both.
@Component
class DisputesDoubts {

    private final DisputesStore store;
    private final DisputesFurtherStore further;
    private final ObjectProvider<Matters> matters;

    DisputesDoubts(DisputesStore store, DisputesFurtherStore further, ObjectProvider<Matters> matters) {
        this.store = store;
        this.further = further;
        this.matters = matters;
    }

    /// Keeps what looks doubtful now, with what is said about it. Nobody is stopped: people look at it afterwards.
    void keep(Act act, Optional<String> explained) {
        var known = further.doubts(act.id()).stream().map(Doubt::kind).toList();
        found(act).stream()
                .filter(doubt -> !known.contains(doubt.kind()))
                .forEach(
                        doubt -> further.doubt(act.id(), new Doubt(doubt.kind(), doubt.words(), explained.orElse(""))));
    }

    private List<Doubt> found(Act act) {
        var all = new ArrayList<Doubt>();
        int days = act.number("disputes.doubt.split-days").whole();
        var others = matters.getObject().sameParties(act.id(), act.now().minus(Duration.ofDays(days)));
        int split = others.isEmpty() ? 0 : further.sameThing(act.id(), others);
        if (split > 0) {
            all.add(new Doubt(Doubt.Kind.SPLIT, "近 " + days + " 天另有 " + split + " 件同样的当事人、类别和金额，可能是同一件纠纷", ""));
        }
        if (store.agreement(act.id()).isEmpty()) {
            return all;
        }
        int same = further.sameWords(act.id());
        if (same >= act.number("disputes.doubt.same-words").whole()) {
            all.add(new Doubt(Doubt.Kind.SAME_WORDS, "协议内容与另外 " + same + " 件一字不差", ""));
        }
        int minutes = act.number("disputes.doubt.hasty").whole();
        var spent = Duration.between(act.matter().origin().openedAt(), act.now());
        if (spent.compareTo(Duration.ofMinutes(minutes)) < 0) {
            all.add(new Doubt(Doubt.Kind.HASTY, "从受理到结案不到 " + minutes + " 分钟", ""));
        }
        return all;
    }
}
