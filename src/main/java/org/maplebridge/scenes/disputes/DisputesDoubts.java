package org.maplebridge.scenes.disputes;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.maplebridge.kernel.evaluations.Evaluations;
import org.maplebridge.kernel.matters.Act;
import org.maplebridge.kernel.matters.Matters;
import org.maplebridge.kernel.trail.Entry;
import org.maplebridge.kernel.trail.Envelope;
import org.maplebridge.kernel.trail.Trail;
import org.maplebridge.scenes.disputes.DisputesFurther.Doubt;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// What looks doubtful when a dispute is closed: one dispute counted as several, an agreement nobody can have talked
/// about, words taken from another. Whoever closes it may explain; those who review see both.
@Component
class DisputesDoubts {

    private static final int MOST_ENTRIES = 1000;

    /// By these verbs somebody has had the dispute in hand.
    private static final Set<String> HANDLING = Set.of(
            "begin", "agree", "mediate-again", "mediate-after", "fail", "withdraw", "divert", "perform", "performed");

    private final DisputesStore store;
    private final DisputesFurtherStore further;
    private final ObjectProvider<Matters> matters;
    private final Evaluations evaluations;
    private final Trail trail;

    DisputesDoubts(
            DisputesStore store,
            DisputesFurtherStore further,
            ObjectProvider<Matters> matters,
            Evaluations evaluations,
            Trail trail) {
        this.store = store;
        this.further = further;
        this.matters = matters;
        this.evaluations = evaluations;
        this.trail = trail;
    }

    /// Keeps what looks doubtful now, with what is said about it. Nobody is stopped: people look at it afterwards.
    void keep(Act act, Optional<String> explained) {
        keep(act, found(act), explained);
    }

    /// What the court should know before it confirms: signs that a sum was agreed on at the cost of somebody else.
    /// Rules on Online Mediation of the People's Courts, art. 23.
    void keepOfConfirmation(Act act, Optional<String> explained) {
        keep(act, collusion(act).stream().toList(), explained);
    }

    /// What looks doubtful where a dispute leaves by another way than its end.
    void keep(Act act, Doubt.Kind kind, String words, String explained) {
        keep(act, List.of(new Doubt(kind, words, "")), Optional.of(explained));
    }

    private void keep(Act act, List<Doubt> found, Optional<String> explained) {
        // after it was opened again the same kind of thing in other words is a doubt of its own
        var known = further.doubts(act.id()).stream().map(Doubt::words).toList();
        found.stream()
                .filter(doubt -> !known.contains(doubt.words()))
                .forEach(
                        doubt -> further.doubt(act.id(), new Doubt(doubt.kind(), doubt.words(), explained.orElse(""))));
    }

    private List<Doubt> found(Act act) {
        var all = new ArrayList<Doubt>();
        int days = act.number("disputes.doubt.split-days").whole();
        var others = matters.getObject().sameParties(act.id(), act.now().minus(Duration.ofDays(days)));
        int split = others.isEmpty() ? 0 : further.sameThing(act.id(), others);
        if (split > 0) {
            all.add(new Doubt(Doubt.Kind.SPLIT, "近 " + days + " 天另有 " + split + " 件同样的当事人，类别或者金额也相同，可能是同一件纠纷", ""));
        }
        forThem(act).ifPresent(all::add);
        unasked(act).ifPresent(all::add);
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

    /// The party has not said that they withdraw; an officer has, and so it was out of the way.
    private Optional<Doubt> forThem(Act act) {
        boolean withdrawn = store.find(act.id())
                .flatMap(Dispute::ending)
                .filter(ending -> ending == Choices.Ending.WITHDRAWN)
                .isPresent();
        return withdrawn
                        && last(act, "withdraw")
                                .filter(DisputesDoubts::byOfficer)
                                .isPresent()
                ? Optional.of(new Doubt(Doubt.Kind.FOR_THEM, "撤回是办理人代为登记的，当事人没有自己撤回", ""))
                : Optional.empty();
    }

    private Optional<Doubt> unasked(Act act) {
        boolean exempt = evaluations
                .latest(act.id())
                .flatMap(Evaluations.Given::exempt)
                .filter(reason -> !reason.equals(Choices.ExemptReason.ANONYMOUS.name()))
                .isPresent();
        var by = last(act, "exempt").map(Envelope::actor);
        return exempt && by.filter(actor -> handling(act).contains(actor)).isPresent()
                ? Optional.of(new Doubt(Doubt.Kind.UNASKED, "免评是办过这件事的人记的，没有别人听过当事人怎么说", ""))
                : Optional.empty();
    }

    /// Whoever has had it in hand, and whoever closes it now.
    private Set<String> handling(Act act) {
        return Stream.concat(
                        Stream.of(act.actor().id()),
                        trail.newest(act.id(), Integer.MAX_VALUE, MOST_ENTRIES).stream()
                                .map(Entry::envelope)
                                .filter(entry -> HANDLING.contains(entry.verb()))
                                .map(Envelope::actor))
                .collect(Collectors.toSet());
    }

    private Optional<Doubt> collusion(Act act) {
        var least = act.number("disputes.doubt.collusion-sum").decimal();
        var sum = store.find(act.id()).flatMap(dispute -> dispute.extent().amount());
        if (sum.filter(amount -> amount.compareTo(least) >= 0).isEmpty()) {
            return Optional.empty();
        }
        var reasons = new ArrayList<String>();
        int days = act.number("disputes.doubt.collusion-days").whole();
        var since = act.now().minus(Duration.ofDays(days));
        var pairs = matters.getObject().sameParties(act.id(), since);
        if (!pairs.isEmpty()) {
            reasons.add("同样的双方近 " + days + " 天另有 " + pairs.size() + " 件");
        }
        int large = further.largeAgreements(matters.getObject().sharedParties(act.id(), since), least);
        if (large >= act.number("disputes.doubt.collusion-count").whole()) {
            reasons.add("其中一方近 " + days + " 天另有 " + large + " 件大额协议");
        }
        int hours = act.number("disputes.doubt.collusion-hours").whole();
        boolean soon = last(act, "agree")
                .filter(entry -> Duration.between(act.matter().origin().openedAt(), Instant.parse(entry.recordedAt()))
                                .compareTo(Duration.ofHours(hours))
                        < 0)
                .isPresent();
        if (soon) {
            reasons.add("从反映到签协议不到 " + hours + " 小时");
        }
        return reasons.isEmpty()
                ? Optional.empty()
                : Optional.of(new Doubt(
                        Doubt.Kind.COLLUSION,
                        "金额在 " + least.toPlainString() + " 元以上，" + String.join("，", reasons)
                                + "。请法院审查有没有损害别人的利益（在线调解规则第二十三条）；这不是结论",
                        ""));
    }

    private Optional<Envelope> last(Act act, String verb) {
        return trail.newest(act.id(), Integer.MAX_VALUE, MOST_ENTRIES).stream()
                .map(Entry::envelope)
                .filter(entry -> entry.verb().equals(verb))
                .max(Comparator.comparingInt(Envelope::seq));
    }

    private static boolean byOfficer(Envelope entry) {
        return entry.actor().startsWith("officer:");
    }
}
