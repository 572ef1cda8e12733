package org.maplebridge.kernel.matters;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.ground.Batch;
import org.maplebridge.kernel.ground.Scope;
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

    /// Other matters of the same kind, opened since then, in which the same people stand against one another, by
    /// number,
    /// by name and phone, or by name alone. Also beyond the scope: for rules that count, never to be shown. Needs a
    /// transaction.
    List<UUID> sameParties(UUID matter, Instant since);

    /// Other matters of the same kind, opened since then, to which at least one of the same people is party. Also
    /// beyond
    /// the scope, as above. Needs a transaction.
    List<UUID> sharedParties(UUID matter, Instant since);

    /// Lets a post see a matter until a moment, whatever domain it belongs to. In the work of a
    /// job, on an order; or where it is handed to somebody who is to look into it.
    void showTo(UUID matter, UUID post, Instant until);

    /// The matters of a kind within the scope's reach, in no order; more than so many are not looked for.
    /// Where they are few, a list begins with them: whoever asks the scene's own table walks past everybody
    /// else's. Needs a transaction with this scope.
    List<UUID> within(Scope scope, String scene, int most);

    /// What has ended within a time, in an area and below, in order of id; nothing that was merged, sealed or
    /// destroyed.
    /// Needs a transaction of a job.
    ///
    /// @param stage in which it ended; any if empty
    List<Ended> ended(String scene, String area, Optional<String> stage, Instant from, Instant until);

    /// A matter that has ended, and the office that had it.
    record Ended(UUID matter, Optional<UUID> agency) {}

    /// Limits that run in the matters an office handles, the nearest first, by the end of their names, such as
    /// `.evaluate`. Needs a transaction.
    List<Alarm> running(UUID agency, String suffix, int limit);

    /// The limits that run by these versions of numbers, whoever may see their matters; the nearest first. Needs a
    /// transaction of a job.
    ///
    /// @param editions versions of parameters, as [Deadline#edition()] names them
    List<Running> runningBy(List<String> editions);

    /// A limit that runs, and by which version of a number.
    record Running(UUID matter, String edition) {}

    /// Everything an import brought in, in order of id, after the given id. Needs a transaction of a job.
    List<UUID> broughtBy(UUID batch, UUID after);

    /// The limits whose next alarm is due, the oldest first, locked for this transaction; what another has locked is
    /// passed over. Needs the transaction of a job.
    List<Ringing> alarms(Work work, int limit);

    /// As [#alarms(Work, int)], these limits and whether they are due or not.
    List<Ringing> alarms(Work work, List<LimitKey> limits);

    /// The verb by which the clock itself ends what this limit is about; empty if people do.
    Optional<String> clockVerb(Alarm alarm);

    /// The roles of officers who may make the next step of a matter from where it stands.
    Set<String> rolesNext(Matter matter);

    /// The roles of officers who may make any step of such a matter: in its office, they handle it.
    Set<String> handlers(Matter matter);

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
