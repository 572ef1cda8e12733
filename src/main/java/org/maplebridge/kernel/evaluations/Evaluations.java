package org.maplebridge.kernel.evaluations;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.matters.Act;
import org.maplebridge.kernel.matters.Verdict;
import org.maplebridge.kernel.trail.Trail;
import org.springframework.stereotype.Component;

/// What scenes keep evaluations with. A scene has the verb, since the stage is its own; here is what holds for all.
@Component
public class Evaluations {

    private static final int MOST_ENTRIES = 1000;

    /// What is done around a matter, not to it.
    private static final Set<String> NO_HANDLING = Set.of(
            "open", "public-open", "referred", "asked", "evaluate", "exempt", CallingBack.NAME, "attach", "close");

    private final EvaluationStore store;
    private final Trail trail;

    Evaluations(EvaluationStore store, Trail trail) {
        this.store = store;
        this.trail = trail;
    }

    /// What was said, or why nobody was asked.
    ///
    /// @param channel how it was heard, if an officer recorded it
    /// @param exempt why nobody was asked
    /// @param office that of the officer who recorded it
    /// @param superseded whether something was said later
    public record Given(
            int no,
            Instant at,
            Optional<Grade> grade,
            Optional<String> words,
            Optional<String> channel,
            Optional<String> exempt,
            Optional<String> note,
            boolean byParty,
            Optional<UUID> office,
            boolean superseded) {}

    /// Why this actor can't record what a party says; empty if they can. Whoever handled the matter can't: they would
    /// be writing down what is thought of themselves.
    public Optional<Verdict> refused(Act act) {
        return handled(act)
                ? Optional.of(
                        Verdict.blocked("您办过这件事，不能代当事人记录评价。请没有办过的回访员来，或者请当事人用查询码自己评。", "evaluations.handler", "本地默认"))
                : Optional.empty();
    }

    /// Whether the actor, an officer, has had a hand in the matter.
    boolean handled(Act act) {
        var actor = act.actor();
        return actor.kind() == Actor.Kind.OFFICER
                && trail.newest(act.id(), Integer.MAX_VALUE, MOST_ENTRIES).stream()
                        .map(entry -> entry.envelope())
                        .anyMatch(entry -> entry.actor().equals(actor.id()) && !NO_HANDLING.contains(entry.verb()));
    }

    /// Keeps what was said; what was said before stays, and counts no more.
    ///
    /// @param channel how it was heard, if an officer records it
    public void given(Act act, Grade grade, Optional<String> words, Optional<String> channel) {
        store.add(
                act, new EvaluationStore.Said(Optional.of(grade), words, channel, Optional.empty(), Optional.empty()));
    }

    /// Keeps why nobody was asked.
    ///
    /// @param reason a word of the scene's own list
    public void exempt(Act act, String reason, String note) {
        store.add(
                act,
                new EvaluationStore.Said(
                        Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(reason), Optional.of(note)));
    }

    /// What was said stays, and counts no more: the matter goes on.
    public void putAside(UUID matter) {
        store.putAside(matter);
    }

    /// All that was said of a matter, the last one at the end.
    public List<Given> of(UUID matter) {
        return store.of(matter);
    }

    /// What counts.
    public Optional<Given> latest(UUID matter) {
        return store.of(matter).stream().filter(given -> !given.superseded()).reduce((one, later) -> later);
    }
}
