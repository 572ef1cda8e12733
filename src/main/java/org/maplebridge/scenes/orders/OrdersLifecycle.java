package org.maplebridge.scenes.orders;

import static org.maplebridge.scenes.orders.OrdersLifecycle.Stage.APPROVED;
import static org.maplebridge.scenes.orders.OrdersLifecycle.Stage.ASKED;
import static org.maplebridge.scenes.orders.OrdersLifecycle.Stage.DONE;
import static org.maplebridge.scenes.orders.OrdersLifecycle.Stage.OPENED;
import static org.maplebridge.scenes.orders.OrdersLifecycle.Stage.REFUSED;
import static org.maplebridge.scenes.orders.OrdersLifecycle.Stage.REVIEWED;

import java.util.List;
import java.util.Set;
import org.maplebridge.kernel.matters.Lifecycle;
import org.maplebridge.kernel.matters.Step;

/// The life of one order: asked by one, decided by another, carried out by the system; an emergency is reviewed.
final class OrdersLifecycle {

    static final String ASKER = "orders.asker";
    static final String DECIDER = "orders.decider";

    enum Stage {
        ASKED,
        APPROVED,
        DONE,
        REFUSED,
        OPENED,
        REVIEWED
    }

    @SuppressWarnings("ImmutableEnumChecker") // a step never changes, the annotation for it is not ours
    enum Verb implements Lifecycle.Verb<Stage> {
        APPROVE(Step.from(ASKED).to(APPROVED).by(DECIDER).within("orders.decide")),
        REFUSE(Step.from(ASKED).to(REFUSED).by(DECIDER).within("orders.decide")),
        CARRY_OUT(Step.from(APPROVED).to(DONE).by(Step.SYSTEM)),
        OPEN_UP(Step.from(APPROVED).to(OPENED).by(Step.SYSTEM)),
        REVIEW(Step.from(OPENED).to(REVIEWED).by(DECIDER).within("orders.review"));

        private final Step<Stage> step;

        Verb(Step<Stage> step) {
            this.step = step;
        }

        @Override
        public Step<Stage> step() {
            return step;
        }
    }

    static final Lifecycle<Stage> LIFE =
            new Lifecycle<>(ASKED, Set.of(DONE, REFUSED, REVIEWED), List.of(Verb.values())).road(ASKED, APPROVED, DONE);

    private OrdersLifecycle() {}
}
