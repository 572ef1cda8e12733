package org.maplebridge.scenes.allowances;

import static org.maplebridge.kernel.matters.Step.SYSTEM;
import static org.maplebridge.scenes.allowances.AllowancesLifecycle.Stage.APPROVED;
import static org.maplebridge.scenes.allowances.AllowancesLifecycle.Stage.CHECKED;
import static org.maplebridge.scenes.allowances.AllowancesLifecycle.Stage.DRAFTED;
import static org.maplebridge.scenes.allowances.AllowancesLifecycle.Stage.DRAWN;
import static org.maplebridge.scenes.allowances.AllowancesLifecycle.Stage.DROPPED;
import static org.maplebridge.scenes.allowances.AllowancesLifecycle.Stage.OPENED;
import static org.maplebridge.scenes.allowances.AllowancesLifecycle.Stage.PAID;
import static org.maplebridge.scenes.allowances.AllowancesLifecycle.Stage.SHOWN;

import java.util.List;
import java.util.Set;
import org.maplebridge.kernel.matters.KernelVerb;
import org.maplebridge.kernel.matters.Lifecycle;
import org.maplebridge.kernel.matters.Step;

/// The life of a sheet: listed by the system, graded by a keeper, shown to mediators, drawn from, checked by somebody
/// else, approved by a third person, paid. What is wrong with too many lines sends it back to the keeper.
final class AllowancesLifecycle {

    static final String KEEPER = "allowances.keeper";
    static final String CHECKER = "allowances.checker";
    static final String APPROVER = "allowances.approver";
    static final String WINDOW = "allowances.window";

    enum Stage {
        OPENED,
        DRAFTED,
        SHOWN,
        DRAWN,
        CHECKED,
        APPROVED,
        PAID,
        DROPPED
    }

    @SuppressWarnings("ImmutableEnumChecker") // a step never changes, the annotation for it is not ours
    enum Verb implements Lifecycle.Verb<Stage> {
        GATHER(Step.from(OPENED).to(DRAFTED).by(SYSTEM)),
        REFRESH(Step.from(DRAFTED, SHOWN, DRAWN, CHECKED).by(SYSTEM)),
        WEIGH(Step.from(DRAFTED).by(KEEPER)),
        ATTRIBUTE(Step.from(DRAFTED).by(KEEPER)),
        TAKE_OUT(Step.from(DRAFTED).by(KEEPER)),
        TAKE_BACK(Step.from(DRAFTED).by(KEEPER)),
        PUT_BACK(Step.from(DRAFTED).by(KEEPER)),
        HAND_ON(Step.from(DRAFTED, DRAWN, CHECKED).by(KEEPER, CHECKER, APPROVER)),
        SHOW(Step.from(DRAFTED).to(SHOWN).by(KEEPER).within("allowances.grade")),
        DROP(Step.from(DRAFTED).to(DROPPED).by(KEEPER, SYSTEM)),
        CONTEST(Step.from(SHOWN, DRAWN, CHECKED).by(SYSTEM)),
        DECIDE(Step.from(DRAFTED, SHOWN, DRAWN, CHECKED).by(KEEPER, CHECKER, APPROVER)),
        DRAW(Step.from(SHOWN).to(DRAWN).by(SYSTEM)),
        CHECK(Step.from(DRAWN).by(CHECKER)),
        CONCLUDE(Step.from(DRAWN).to(CHECKED).by(CHECKER).within("allowances.check")),
        SEND_BACK(Step.from(DRAWN, CHECKED).to(DRAFTED).by(CHECKER, APPROVER)),
        APPROVE(Step.from(CHECKED).to(APPROVED).by(APPROVER).within("allowances.approve")),
        PAY(Step.from(APPROVED).to(PAID).by(KEEPER).within("allowances.pay").noWayBack());

        private final Step<Stage> step;

        Verb(Step<Stage> step) {
            this.step = step;
        }

        @Override
        public Step<Stage> step() {
            return step;
        }
    }

    static final Lifecycle<Stage> LIFE = new Lifecycle<>(OPENED, Set.of(PAID, DROPPED), List.of(Verb.values()))
            .road(OPENED, DRAFTED, SHOWN, DRAWN, CHECKED, APPROVED, PAID)
            .may(KernelVerb.ASSIGN, KEEPER, CHECKER, APPROVER);

    private AllowancesLifecycle() {}
}
