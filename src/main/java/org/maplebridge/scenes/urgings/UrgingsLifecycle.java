package org.maplebridge.scenes.urgings;

import static org.maplebridge.kernel.matters.Step.SYSTEM;
import static org.maplebridge.scenes.urgings.UrgingsLifecycle.Stage.ACCEPTED;
import static org.maplebridge.scenes.urgings.UrgingsLifecycle.Stage.CONTESTED;
import static org.maplebridge.scenes.urgings.UrgingsLifecycle.Stage.DEDUCTED;
import static org.maplebridge.scenes.urgings.UrgingsLifecycle.Stage.DRAWN;
import static org.maplebridge.scenes.urgings.UrgingsLifecycle.Stage.DROPPED;
import static org.maplebridge.scenes.urgings.UrgingsLifecycle.Stage.FINAL;
import static org.maplebridge.scenes.urgings.UrgingsLifecycle.Stage.ISSUED;
import static org.maplebridge.scenes.urgings.UrgingsLifecycle.Stage.LIFTED;
import static org.maplebridge.scenes.urgings.UrgingsLifecycle.Stage.REPLIED;
import static org.maplebridge.scenes.urgings.UrgingsLifecycle.Stage.SERVED;
import static org.maplebridge.scenes.urgings.UrgingsLifecycle.Stage.UNANSWERED;
import static org.maplebridge.scenes.urgings.UrgingsLifecycle.Stage.UPHELD;

import java.util.List;
import java.util.Set;
import org.maplebridge.kernel.matters.KernelVerb;
import org.maplebridge.kernel.matters.Lifecycle;
import org.maplebridge.kernel.matters.Step;

/// The life of an urging: drawn, issued to the office that answers, answered, accepted or sent back; points are
/// contested before somebody else. The clock blames nobody: silence goes back to a person, and only what nobody
/// contests
/// becomes final by itself.
final class UrgingsLifecycle {

    static final String SUPERVISOR = "urgings.supervisor";
    static final String RESPONDER = "urgings.responder";

    enum Stage {
        DRAWN,
        ISSUED,
        SERVED,
        REPLIED,
        UNANSWERED,
        DEDUCTED,
        CONTESTED,
        ACCEPTED,
        DROPPED,
        FINAL,
        UPHELD,
        LIFTED
    }

    @SuppressWarnings("ImmutableEnumChecker") // a step never changes, the annotation for it is not ours
    enum Verb implements Lifecycle.Verb<Stage> {
        ISSUE(Step.from(DRAWN).to(ISSUED).by(SUPERVISOR).within("urgings.issue")),
        DROP(Step.from(DRAWN).to(DROPPED).by(SUPERVISOR).within("urgings.issue")),
        SERVE(Step.from(ISSUED).to(SERVED).by(RESPONDER).within("urgings.serve")),
        REPLY(Step.from(SERVED).to(REPLIED).by(RESPONDER).within("urgings.reply")),
        COME_BACK(Step.from(ISSUED, SERVED).to(UNANSWERED).by(SYSTEM).within("urgings.silence")),
        ACCEPT(Step.from(REPLIED, UNANSWERED).to(ACCEPTED).by(SUPERVISOR).within("urgings.review")),
        REJECT(Step.from(REPLIED).to(SERVED).by(SUPERVISOR).within("urgings.review")),
        REMIND(Step.from(UNANSWERED).to(ISSUED).by(SUPERVISOR).within("urgings.review")),
        DEDUCT(Step.from(REPLIED, UNANSWERED).to(DEDUCTED).by(SUPERVISOR).within("urgings.review")),
        CONTEST(Step.from(DEDUCTED).to(CONTESTED).by(RESPONDER).within("urgings.contest")),
        FINISH(Step.from(DEDUCTED).to(FINAL).by(SYSTEM).within("urgings.contest")),
        UPHOLD(Step.from(CONTESTED).to(UPHELD).by(SUPERVISOR).within("urgings.decide")),
        LIFT(Step.from(CONTESTED).to(LIFTED).by(SUPERVISOR).within("urgings.decide"));

        private final Step<Stage> step;

        Verb(Step<Stage> step) {
            this.step = step;
        }

        @Override
        public Step<Stage> step() {
            return step;
        }
    }

    static final Lifecycle<Stage> LIFE = new Lifecycle<>(
                    DRAWN, Set.of(ACCEPTED, DROPPED, FINAL, UPHELD, LIFTED), List.of(Verb.values()))
            .road(DRAWN, ISSUED, SERVED, REPLIED, ACCEPTED)
            .may(KernelVerb.ASSIGN, SUPERVISOR, RESPONDER);

    private UrgingsLifecycle() {}
}
