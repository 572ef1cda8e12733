package org.maplebridge.kernel.tasks;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.ground.Canonical;
import org.maplebridge.kernel.ground.Loop;
import org.maplebridge.kernel.ground.Looping;
import org.maplebridge.kernel.ground.Scope;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.matters.Matters;
import org.maplebridge.kernel.matters.Outcome;
import org.maplebridge.kernel.matters.Request;
import org.maplebridge.kernel.orgs.Absence;
import org.maplebridge.kernel.orgs.Directory;
import org.maplebridge.kernel.orgs.HeldPost;
import org.maplebridge.kernel.orgs.Holder;
import org.maplebridge.kernel.orgs.Offices;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// Nothing waits for somebody who is away. From the first day of an absence, and as long as it lasts, what they had
/// claimed is for others again, and what lies on a desk where nobody is goes back to the common desk of its office,
/// with an entry; where somebody stands in, they find the same desk. Doing it twice changes nothing.
@Component
public final class AbsentDesks implements Looping {

    private static final Logger LOG = LoggerFactory.getLogger(AbsentDesks.class);
    private static final String JOB = "absences";
    private static final Scope SCOPE = Scope.job(JOB);
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final Transactions transactions;
    private final TaskStore store;
    private final Offices offices;
    private final Matters matters;
    private final boolean automatic;
    private final Loop loop = new Loop("the absences", PAUSE, this::sweep);

    AbsentDesks(Transactions transactions, TaskStore store, Offices offices, Matters matters, Environment settings) {
        this.transactions = transactions;
        this.store = store;
        this.offices = offices;
        this.matters = matters;
        this.automatic = settings.getProperty("maple.alarms", Boolean.class, Looping.serving(settings));
    }

    private record Lying(Task task, String who) {}

    /// Looks once; returns how many tasks went back.
    public int sweep() {
        var lying = transactions.run(SCOPE, this::lying);
        int back = transactions.run(
                SCOPE,
                work -> store.leftBy(
                        work,
                        offices.at(work).away(work.today()).stream()
                                .map(Absence::staff)
                                .toList()));
        for (var each : lying) {
            back += recalled(each) ? 1 : 0;
        }
        return back;
    }

    private List<Lying> lying(Work work) {
        var directory = offices.at(work);
        return directory.away(work.today()).stream()
                .flatMap(absence -> directory.heldBy(absence.staff(), work.today()).stream())
                .map(HeldPost::post)
                .distinct()
                .filter(post ->
                        directory.holders(post.id(), work.today()).stream().noneMatch(Holder::present))
                .flatMap(post -> store.onDesk(post.id()).stream()
                        .map(task -> new Lying(task, holders(directory, work, post.id()))))
                .toList();
    }

    private static String holders(Directory directory, Work work, UUID post) {
        return String.join(
                "、",
                directory.holders(post, work.today()).stream()
                        .map(Holder::shown)
                        .toList());
    }

    /// One that fails must not keep the others waiting; it is tried again in the next round.
    private boolean recalled(Lying lying) {
        var task = lying.task();
        try {
            var said = Canonical.MAPPER.valueToTree(Map.of("reason", "原在岗位上的人不在岗：" + lying.who() + "。"));
            var key = new Work.Key("recall/" + task.matter(), task.id().toString());
            var outcome = matters.move(
                    task.matter(),
                    "recall",
                    new Request(Actor.system(JOB), said, key, OptionalInt.empty(), Optional.empty()));
            return outcome instanceof Outcome.Done;
        } catch (RuntimeException failure) {
            LOG.error(
                    "matter {} can't be called back from a desk where nobody is: {}",
                    task.matter(),
                    failure.toString());
            return false;
        }
    }

    @Override
    public Loop loop() {
        return loop;
    }

    @Override
    public boolean automatic() {
        return automatic;
    }
}
