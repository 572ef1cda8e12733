package org.maplebridge.scenes.disputes;

import static org.maplebridge.kernel.matters.Step.FILER;
import static org.maplebridge.kernel.matters.Step.PARTY;
import static org.maplebridge.scenes.disputes.DisputesLifecycle.Stage.ACCEPTED;
import static org.maplebridge.scenes.disputes.DisputesLifecycle.Stage.AGREED;
import static org.maplebridge.scenes.disputes.DisputesLifecycle.Stage.CLOSED;
import static org.maplebridge.scenes.disputes.DisputesLifecycle.Stage.DIVERTED;
import static org.maplebridge.scenes.disputes.DisputesLifecycle.Stage.EVALUATED;
import static org.maplebridge.scenes.disputes.DisputesLifecycle.Stage.FAILED;
import static org.maplebridge.scenes.disputes.DisputesLifecycle.Stage.HANDLING;
import static org.maplebridge.scenes.disputes.DisputesLifecycle.Stage.PERFORMING;
import static org.maplebridge.scenes.disputes.DisputesLifecycle.Stage.REGISTERED;
import static org.maplebridge.scenes.disputes.DisputesLifecycle.Stage.ROUTED;
import static org.maplebridge.scenes.disputes.DisputesLifecycle.Stage.SENSED;
import static org.maplebridge.scenes.disputes.DisputesLifecycle.Stage.WITHDRAWN;

import java.util.List;
import java.util.Set;
import org.maplebridge.kernel.matters.KernelVerb;
import org.maplebridge.kernel.matters.Lifecycle;
import org.maplebridge.kernel.matters.Step;

/// The life of one dispute. Return and upgrade change the office and its level, never the stage.
final class DisputesLifecycle {

    static final String GRID = "disputes.grid-worker";
    static final String MEDIATOR = "disputes.mediator";
    static final String DISPATCHER = "disputes.dispatcher";
    static final String DEPARTMENT = "disputes.department";
    static final String POLICE = "disputes.police";
    static final String CLERK = "disputes.clerk";

    enum Stage {
        SENSED,
        REGISTERED,
        ROUTED,
        ACCEPTED,
        HANDLING,
        AGREED,
        PERFORMING,
        FAILED,
        WITHDRAWN,
        EVALUATED,
        CLOSED,
        DIVERTED
    }

    // a Step never changes, but the checker can't see into a record of another package
    @SuppressWarnings("ImmutableEnumChecker")
    enum Verb implements Lifecycle.Verb<Stage> {
        REGISTER(Step.from(SENSED).to(REGISTERED).by(GRID, MEDIATOR, DISPATCHER).within("disputes.register")),
        ROUTE(Step.from(REGISTERED).to(ROUTED).by(GRID, MEDIATOR, DISPATCHER).within("disputes.route")),
        ACCEPT(Step.from(ROUTED)
                .to(ACCEPTED)
                .by(GRID, MEDIATOR, DISPATCHER, DEPARTMENT, POLICE)
                .within("disputes.sign")
                .eachOffice()),
        BEGIN(Step.from(ACCEPTED)
                .to(HANDLING)
                .by(GRID, MEDIATOR, DEPARTMENT, POLICE)
                .within("disputes.respond")
                .eachLevel()),
        FLAG(DisputesLifecycle.any()
                .by(GRID, MEDIATOR, DISPATCHER, DEPARTMENT, POLICE)
                .evenSuspended()),
        RESPOND(DisputesLifecycle.any()
                .by(GRID, MEDIATOR, DISPATCHER, DEPARTMENT, POLICE)
                .withinOf("disputes.urgent")
                .evenSuspended()),
        RECOLOUR(Step.from(REGISTERED, ROUTED, ACCEPTED, HANDLING, AGREED, PERFORMING)
                .by(MEDIATOR, DISPATCHER, DEPARTMENT, POLICE)),
        CLEAR(Step.from(REGISTERED, ROUTED, ACCEPTED, HANDLING).by(POLICE).evenSuspended()),
        REPORT_DANGER(DisputesLifecycle.any()
                .by(GRID, MEDIATOR, DISPATCHER, DEPARTMENT, POLICE)
                .withinOf("disputes.report-danger")
                .evenSuspended()),
        TELL_RIGHTS(DisputesLifecycle.any()
                .by(GRID, MEDIATOR, DISPATCHER, DEPARTMENT, POLICE)
                .withinOf("disputes.rights")
                .evenSuspended()),
        INVITE(Step.from(ACCEPTED, HANDLING).by(MEDIATOR, DISPATCHER, DEPARTMENT, POLICE)),
        AGREE(Step.from(HANDLING).to(AGREED).by(MEDIATOR, DEPARTMENT, POLICE).within("disputes.mediate")),
        CONFIRM(Step.from(AGREED, PERFORMING)
                .by(MEDIATOR, DISPATCHER)
                .withinOf("disputes.confirm")
                .evenSuspended()),
        RULED(Step.from(AGREED, PERFORMING, EVALUATED, CLOSED)
                .by(MEDIATOR, DISPATCHER)
                .alsoAfterEnd()
                .evenSuspended()),
        MEDIATE_AGAIN(Step.from(AGREED, PERFORMING, EVALUATED).to(HANDLING).by(MEDIATOR, DEPARTMENT, POLICE)),
        MEDIATE_AFTER(
                Step.from(CLOSED).to(HANDLING).by(MEDIATOR, DEPARTMENT, POLICE).reopensAnyTime()),
        PERFORM(Step.from(AGREED)
                .to(PERFORMING)
                .by(MEDIATOR, DEPARTMENT, POLICE, DISPATCHER)
                .withinOf("disputes.perform")
                .evenSuspended()),
        PERFORMED(Step.from(PERFORMING)
                .by(MEDIATOR, DEPARTMENT, POLICE, DISPATCHER)
                .withinOf("disputes.perform")
                .evenSuspended()),
        ASK_WAIVER(Step.from(PERFORMING, EVALUATED).by(PARTY, MEDIATOR, POLICE)),
        DECIDE_WAIVER(Step.from(PERFORMING, EVALUATED).by(MEDIATOR, POLICE).withinOf("disputes.waiver")),
        FAIL(Step.from(ACCEPTED, HANDLING).to(FAILED).by(MEDIATOR, DEPARTMENT, POLICE)),
        WITHDRAW(Step.from(REGISTERED, ROUTED, ACCEPTED, HANDLING)
                .to(WITHDRAWN)
                .by(FILER, GRID, MEDIATOR, DISPATCHER, DEPARTMENT, POLICE)
                .noWayBack()
                .evenSuspended()),
        DIVERT(Step.from(SENSED, REGISTERED, ROUTED, ACCEPTED, HANDLING)
                .to(DIVERTED)
                .by(DISPATCHER, MEDIATOR, DEPARTMENT, POLICE)
                .noWayBack()),
        EVALUATE(Step.from(PERFORMING, FAILED, WITHDRAWN)
                .to(EVALUATED)
                .by(FILER, CLERK, DISPATCHER)
                .withinOf("disputes.evaluate")),
        EXEMPT(Step.from(PERFORMING, FAILED, WITHDRAWN).to(EVALUATED).by(CLERK, DISPATCHER, MEDIATOR)),
        CLOSE(Step.from(EVALUATED)
                .to(CLOSED)
                .by(MEDIATOR, DISPATCHER, DEPARTMENT, POLICE)
                .within("disputes.close")
                .noWayBack()),
        REOPEN(Step.from(CLOSED, DIVERTED)
                .to(ACCEPTED)
                .by(PARTY, CLERK, DISPATCHER)
                .reopens("disputes.reopen")),
        TELL_PETITIONER(DisputesLifecycle.any()
                .by(MEDIATOR, DISPATCHER, DEPARTMENT)
                .withinOf("disputes.petition-tell")
                .evenSuspended()),
        REPORT_PETITION(DisputesLifecycle.any()
                .by(MEDIATOR, DISPATCHER, DEPARTMENT)
                .withinOf("disputes.petition")
                .evenSuspended()),
        REPORT_COURT(DisputesLifecycle.any()
                .by(MEDIATOR, DISPATCHER, DEPARTMENT)
                .withinOf("disputes.court")
                .evenSuspended()),
        REPORT_POLICE(DisputesLifecycle.any()
                .by(MEDIATOR, DISPATCHER, DEPARTMENT, POLICE)
                .withinOf("disputes.police-reply")),
        REPORT_PRISON(
                DisputesLifecycle.any().by(MEDIATOR, DISPATCHER, DEPARTMENT).withinOf("disputes.prison-reply"));

        private final Step<Stage> step;

        Verb(Step<Stage> step) {
            this.step = step;
        }

        @Override
        public Step<Stage> step() {
            return step;
        }
    }

    static final Lifecycle<Stage> LIFE = new Lifecycle<>(SENSED, Set.of(CLOSED, DIVERTED), List.of(Verb.values()))
            .road(SENSED, REGISTERED, ROUTED, ACCEPTED, HANDLING, AGREED, PERFORMING, EVALUATED, CLOSED)
            .extendable("disputes.mediate", "disputes.petition", "disputes.court")
            .designation("disputes.designate")
            .may(KernelVerb.RETURN, GRID, MEDIATOR, DISPATCHER, DEPARTMENT, POLICE)
            .may(KernelVerb.UPGRADE, GRID, MEDIATOR, DISPATCHER)
            .may(KernelVerb.TRANSFER, DISPATCHER)
            .may(KernelVerb.ASSIGN, DISPATCHER, MEDIATOR)
            .may(KernelVerb.SUSPEND, MEDIATOR, DISPATCHER, DEPARTMENT, POLICE)
            .may(KernelVerb.RESUME, MEDIATOR, DISPATCHER, DEPARTMENT, POLICE)
            .may(KernelVerb.EXTEND, MEDIATOR, DEPARTMENT, POLICE)
            .may(KernelVerb.LINK, GRID, MEDIATOR, DISPATCHER)
            .may(KernelVerb.MERGE, MEDIATOR, DISPATCHER)
            .may(KernelVerb.REFER, MEDIATOR, DISPATCHER);

    private DisputesLifecycle() {}

    /// As long as it isn't over: danger doesn't wait for a stage, nor does whoever sent it.
    private static Step<Stage> any() {
        return Step.from(
                SENSED, REGISTERED, ROUTED, ACCEPTED, HANDLING, AGREED, PERFORMING, FAILED, WITHDRAWN, EVALUATED);
    }
}
