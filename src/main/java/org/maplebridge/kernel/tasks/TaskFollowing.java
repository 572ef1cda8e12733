package org.maplebridge.kernel.tasks;

import java.util.Optional;
import java.util.UUID;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.ground.Batch;
import org.maplebridge.kernel.ground.Ids;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.matters.Consequence;
import org.maplebridge.kernel.matters.Matter;
import org.springframework.stereotype.Component;

/// Lets the task follow its matter: at most two rows for each move. Whoever has claimed it keeps it as long as it stays
/// on the same desk.
@Component
final class TaskFollowing implements Consequence {

    private static final String ADD = """
            insert into tasks.task (id, matter, domain, agency, post, state, stage, due, since)
            values (?, ?, ?, ?, ?, 'OPEN', ?, coalesce(?::timestamptz, 'infinity'), ?)""";

    private static final String FOLLOW = """
            update tasks.task
               set stage = ?, due = coalesce(?::timestamptz, 'infinity')
             where matter = ? and state <> 'DONE'""";

    private static final String END = """
            update tasks.task
               set state = 'DONE', done_at = ?
             where matter = ? and state <> 'DONE'""";

    /// Touches what nobody has claimed as well: whoever is just claiming it waits, and then finds out.
    private static final String RELEASE = """
            update tasks.task
               set state = case when staff = ? then 'OPEN' else state end,
                   claimed_at = case when staff = ? then null else claimed_at end,
                   staff = case when staff = ? then null else staff end
             where matter = ? and state <> 'DONE'""";

    @Override
    public void recused(Batch batch, UUID matter, UUID person) {
        batch.add(RELEASE, person, person, person, matter);
    }

    @Override
    public void of(Work work, Batch batch, Actor actor, Optional<Matter> before, Matter after) {
        var from = before.flatMap(OnDesk::of);
        var to = OnDesk.of(after);
        if (from.isPresent() && from.equals(to)) {
            if (changed(before.orElseThrow(), after)) {
                follow(batch, after);
            }
            return;
        }
        if (from.isPresent()) {
            batch.add(END, work.now(), after.id());
        }
        to.ifPresent(desk -> add(work, batch, desk, after));
    }

    private static boolean changed(Matter before, Matter after) {
        return !before.stage().name().equals(after.stage().name())
                || !before.due().equals(after.due());
    }

    private static void follow(Batch batch, Matter matter) {
        batch.add(FOLLOW, matter.stage().name(), matter.due().orElse(null), matter.id());
    }

    private static void add(Work work, Batch batch, OnDesk desk, Matter matter) {
        batch.add(
                ADD,
                Ids.at(work.now()),
                matter.id(),
                matter.domain(),
                desk.agency(),
                desk.post().orElse(null),
                matter.stage().name(),
                matter.due().orElse(null),
                work.now());
    }
}
