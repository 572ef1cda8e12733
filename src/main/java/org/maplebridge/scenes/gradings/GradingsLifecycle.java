package org.maplebridge.scenes.gradings;

import static org.maplebridge.kernel.matters.Step.SYSTEM;
import static org.maplebridge.scenes.gradings.GradingsLifecycle.Stage.DECIDED;
import static org.maplebridge.scenes.gradings.GradingsLifecycle.Stage.DRAFTED;
import static org.maplebridge.scenes.gradings.GradingsLifecycle.Stage.DROPPED;
import static org.maplebridge.scenes.gradings.GradingsLifecycle.Stage.RECORDED;
import static org.maplebridge.scenes.gradings.GradingsLifecycle.Stage.SHOWN;

import java.util.List;
import java.util.Set;
import org.maplebridge.kernel.matters.KernelVerb;
import org.maplebridge.kernel.matters.Lifecycle;
import org.maplebridge.kernel.matters.Step;

/// The life of a grading: counted, shown to the mediator, contested, decided by a person, carried into the register. An
/// error found afterwards brings it back before the mediator.
final class GradingsLifecycle {

    static final String KEEPER = "gradings.keeper";
    static final String DECIDER = "gradings.decider";

    enum Stage {
        DRAFTED,
        SHOWN,
        DECIDED,
        RECORDED,
        DROPPED
    }

    @SuppressWarnings("ImmutableEnumChecker") // a step never changes, the annotation for it is not ours
    enum Verb implements Lifecycle.Verb<Stage> {
        RECOUNT(Step.from(DRAFTED).by(KEEPER)),
        COUNT(Step.from(DRAFTED).by(SYSTEM)),
        SHOW(Step.from(DRAFTED).to(SHOWN).by(KEEPER).within("gradings.show")),
        CONTEST(Step.from(SHOWN).by(SYSTEM)),
        CONTEST_FOR(Step.from(SHOWN).by(KEEPER)),
        DECIDE_CONTEST(Step.from(SHOWN).by(KEEPER, DECIDER)),
        FIND_BREACH(Step.from(DRAFTED, SHOWN).by(KEEPER, DECIDER)),
        STRIKE_BREACH(Step.from(DRAFTED, SHOWN).by(KEEPER, DECIDER)),
        DECIDE(Step.from(SHOWN).to(DECIDED).by(DECIDER).within("gradings.decide")),
        ENTER(Step.from(DECIDED).to(RECORDED).by(SYSTEM)),
        REVISE(Step.from(RECORDED).to(SHOWN).by(DECIDER).reopens("gradings.revise")),
        DROP(Step.from(DRAFTED, SHOWN).to(DROPPED).by(KEEPER));

        private final Step<Stage> step;

        Verb(Step<Stage> step) {
            this.step = step;
        }

        @Override
        public Step<Stage> step() {
            return step;
        }
    }

    static final Lifecycle<Stage> LIFE = new Lifecycle<>(DRAFTED, Set.of(RECORDED, DROPPED), List.of(Verb.values()))
            .road(DRAFTED, SHOWN, DECIDED, RECORDED)
            .may(KernelVerb.ASSIGN, KEEPER, DECIDER);

    private GradingsLifecycle() {}
}
