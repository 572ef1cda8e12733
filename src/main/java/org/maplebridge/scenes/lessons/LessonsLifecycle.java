package org.maplebridge.scenes.lessons;

import static org.maplebridge.scenes.lessons.LessonsLifecycle.Stage.ANSWERED;
import static org.maplebridge.scenes.lessons.LessonsLifecycle.Stage.CLOSED;
import static org.maplebridge.scenes.lessons.LessonsLifecycle.Stage.DRAFTED;
import static org.maplebridge.scenes.lessons.LessonsLifecycle.Stage.DROPPED;
import static org.maplebridge.scenes.lessons.LessonsLifecycle.Stage.ISSUED;
import static org.maplebridge.scenes.lessons.LessonsLifecycle.Stage.PRESSED;
import static org.maplebridge.scenes.lessons.LessonsLifecycle.Stage.REASKED;
import static org.maplebridge.scenes.lessons.LessonsLifecycle.Stage.SERVED;

import java.util.List;
import java.util.Set;
import org.maplebridge.kernel.matters.KernelVerb;
import org.maplebridge.kernel.matters.Lifecycle;
import org.maplebridge.kernel.matters.Step;

/// The life of a lesson: drafted with the counts, issued to a department, answered, judged. An answer that isn't enough
/// goes back once; the second time the department answers under supervision.
final class LessonsLifecycle {

    static final String ANALYST = "lessons.analyst";
    static final String DEPARTMENT = "lessons.department";
    static final String ANSWER = "lessons.answer";

    enum Stage {
        DRAFTED,
        ISSUED,
        SERVED,
        ANSWERED,
        REASKED,
        PRESSED,
        CLOSED,
        DROPPED
    }

    @SuppressWarnings("ImmutableEnumChecker") // a step never changes, the annotation for it is not ours
    enum Verb implements Lifecycle.Verb<Stage> {
        EDIT(Step.from(DRAFTED).by(ANALYST)),
        ISSUE(Step.from(DRAFTED).to(ISSUED).by(ANALYST).within("lessons.issue")),
        DROP(Step.from(DRAFTED).to(DROPPED).by(ANALYST).within("lessons.issue")),
        SERVE(Step.from(ISSUED).to(SERVED).by(DEPARTMENT).within("lessons.serve")),
        GIVE_BACK(Step.from(ISSUED).to(DRAFTED).by(DEPARTMENT).within("lessons.serve")),
        ANSWER(Step.from(SERVED).to(ANSWERED).by(DEPARTMENT).withinOf(LessonsLifecycle.ANSWER)),
        ANSWER_AGAIN(Step.from(REASKED, PRESSED).to(ANSWERED).by(DEPARTMENT).within("lessons.again")),
        SEND_BACK(Step.from(ANSWERED).to(REASKED).by(ANALYST).within("lessons.judge")),
        PRESS(Step.from(ANSWERED).to(PRESSED).by(ANALYST).within("lessons.judge")),
        CLOSE(Step.from(ANSWERED).to(CLOSED).by(ANALYST).within("lessons.judge"));

        private final Step<Stage> step;

        Verb(Step<Stage> step) {
            this.step = step;
        }

        @Override
        public Step<Stage> step() {
            return step;
        }
    }

    static final Lifecycle<Stage> LIFE = new Lifecycle<>(DRAFTED, Set.of(CLOSED, DROPPED), List.of(Verb.values()))
            .road(DRAFTED, ISSUED, SERVED, ANSWERED, CLOSED)
            .may(KernelVerb.ASSIGN, ANALYST, DEPARTMENT);

    private LessonsLifecycle() {}
}
