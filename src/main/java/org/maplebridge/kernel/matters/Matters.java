package org.maplebridge.kernel.matters;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.ground.Batch;
import org.maplebridge.kernel.ground.Work;

/// Opens and moves matters, for other modules of the kernel: imports, alarms, jobs. Screens use the endpoints.
public interface Matters {

    /// Opens a matter, in a transaction of its own.
    Outcome open(String scene, Request request);

    /// Opens many matters of one scene in one transaction; what came of each, in the order given. A refused one keeps
    /// no other from being opened; whatever else goes wrong undoes them all. All requests are one actor's and come
    /// through one route.
    List<Outcome> openAll(String scene, List<Request> requests, Around around);

    /// Withdraws some matters that an import brought in, in one transaction; what came of each, in the order
    /// given. A refused one keeps no other from being withdrawn; whatever else goes wrong undoes them all. All
    /// requests are one actor's and come through one route.
    List<Outcome> revokeAll(List<Revoking> all, Around around);

    /// Which one is to be withdrawn.
    record Revoking(UUID matter, Request request) {}

    /// As [#openAll], but nothing is written: what would come of each, and who is likely there already.
    List<Tried> tryAll(String scene, List<Request> requests, Around around);

    /// What would come of one.
    ///
    /// @param refused why it would not be opened; empty if it would
    /// @param like the number of a matter about the same person in the same place on the same day
    record Tried(Optional<Verdict> refused, Optional<String> like) {}

    /// What a scene asks for when an officer opens one of its matters; empty if there is no such scene.
    Optional<OpeningForm> openingForm(String scene);

    /// The scenes whose matters officers open.
    List<OpeningForm> openingForms();

    /// Runs a part of the work on one of many, with whatever belongs around it.
    interface Around {

        /// @param at the place of the request among those given
        void run(int at, Runnable part);
    }

    /// Moves a matter, in a transaction of its own.
    Outcome move(UUID matter, String verb, Request request);

    /// Why an actor can't do one of the things that can be done to every matter; empty if they can. Needs a
    /// transaction.
    ///
    /// @param shared the name of a [SharedVerb]
    Optional<Outcome.Refusal> refusal(Work work, Actor actor, UUID matter, String shared);

    /// A matter as the scope sees it. Needs a transaction.
    Optional<Matter> find(UUID matter);

    /// The matter with this number, as the scope sees it. Needs a transaction.
    Optional<Matter> withCode(String code);

    /// Whom a matter concerns, as the scope sees it. Needs a transaction.
    List<Party> parties(UUID matter);

    /// Lets a post see a matter until a moment, whatever domain it belongs to. In the work of a job, on an order.
    void showTo(UUID matter, UUID post, Instant until);

    /// Everything an import brought in, in order of id, after the given id. Needs a transaction of a job.
    List<UUID> broughtBy(UUID batch, UUID after);

    /// The limits whose next alarm is due, the oldest first, locked for this transaction; what another has locked is
    /// passed over. Needs the transaction of a job.
    List<Ringing> alarms(Work work, int limit);

    /// As [#alarms(Work, int)], these limits and whether they are due or not.
    List<Ringing> alarms(Work work, List<LimitKey> limits);

    /// The verb by which the clock itself ends what this limit is about; empty if people do.
    Optional<String> clockVerb(Alarm alarm);

    /// Says when the next alarm of a limit is due; none if empty.
    void nextAlarm(Batch batch, LimitKey limit, Optional<Instant> at);

    /// The move a list offers first for each matter, where an actor may make one. One statement for all.
    Map<UUID, NextMove> nextMoves(Work work, Actor actor, List<UUID> matters);

    /// What a limit is called.
    String limitTitle(Work work, Matter matter, String parameter, Optional<String> level);

    /// Which limit of which matter.
    record LimitKey(UUID matter, int no) {}

    /// A limit that rings. One that can't be read must not keep the others waiting.
    ///
    /// @param alarm empty if what is kept of it can't be read
    record Ringing(LimitKey limit, Optional<Alarm> alarm) {}

    /// A limit and its matter.
    ///
    /// @param dueAt when its next alarm is due; empty for never
    record Alarm(Matter matter, Deadline deadline, Optional<Instant> dueAt) {

        public LimitKey limit() {
            return new LimitKey(matter.id(), deadline.no());
        }
    }

    /// The first move an actor may make.
    record NextMove(String verb, String title) {}
}
