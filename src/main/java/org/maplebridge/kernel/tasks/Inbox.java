package org.maplebridge.kernel.tasks;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.ground.Page;
import org.maplebridge.kernel.ground.Refused;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.matters.MatterRow;
import org.maplebridge.kernel.matters.MatterRowsView;
import org.maplebridge.kernel.matters.Matters;
import org.maplebridge.kernel.orgs.Directory;
import org.maplebridge.kernel.orgs.Holder;
import org.maplebridge.kernel.orgs.Offices;
import org.maplebridge.kernel.orgs.Staff;
import org.springframework.stereotype.Component;

/// What lies before an actor, the earliest statutory limit first.
@Component
class Inbox {

    /// Where counting stops, so that a full inbox costs no more than this.
    static final int COUNTED_TO = 1000;

    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    private final TaskStore store;
    private final MatterRowsView matterRows;
    private final Matters matters;
    private final Offices offices;

    Inbox(TaskStore store, MatterRowsView matterRows, Matters matters, Offices offices) {
        this.store = store;
        this.matterRows = matterRows;
        this.matters = matters;
        this.offices = offices;
    }

    InboxRow.Rows rows(Work work, Actor actor, Filter filter, Optional<String> after, int limit) {
        var key = after.map(Inbox::key).orElse(TaskStore.Key.START);
        var page = Page.cut(store.page(actor, filter, key, limit + 1), limit, Inbox::keyOf);
        return new InboxRow.Rows(shown(work, actor, page.items()), page.next(), counts(work, actor));
    }

    InboxRow.Counts counts(Work work, Actor actor) {
        var counts = store.counts(work, actor, COUNTED_TO);
        return new InboxRow.Counts(counts.all(), counts.mine(), counts.unclaimed(), counts.overdue(), COUNTED_TO);
    }

    /// One task as the actor sees it.
    InboxRow row(Work work, Actor actor, UUID id) {
        var task = store.find(id).orElseThrow(() -> Refused.notFound("待办"));
        return shown(work, actor, List.of(task)).stream().findFirst().orElseThrow(() -> Refused.notFound("待办"));
    }

    /// The matter a task is about.
    UUID matterOf(UUID task) {
        return store.find(task).map(Task::matter).orElseThrow(() -> Refused.notFound("待办"));
    }

    /// The open task of a matter as the actor sees it.
    InboxRow rowOf(Work work, Actor actor, UUID matter) {
        var task = store.openOf(matter).orElseThrow(() -> Refused.notFound("待办"));
        return row(work, actor, task.id());
    }

    private List<InboxRow> shown(Work work, Actor actor, List<Task> tasks) {
        Map<UUID, MatterRow> rows = new HashMap<>();
        matterRows.rows(work, actor, tasks.stream().map(Task::matter).toList()).forEach(row -> rows.put(row.id(), row));
        var directory = offices.at(work);
        var next = matters.nextMoves(work, actor, List.copyOf(rows.keySet()));
        return tasks.stream()
                .flatMap(task -> Optional.ofNullable(rows.get(task.matter())).stream()
                        .map(row -> new InboxRow(
                                shown(work, directory, actor, task),
                                row,
                                Optional.ofNullable(next.get(task.matter())))))
                .toList();
    }

    private static InboxRow.Shown shown(Work work, Directory directory, Actor actor, Task task) {
        return new InboxRow.Shown(
                task.id(),
                task.state(),
                task.mine(actor),
                task.post()
                        .flatMap(directory::post)
                        .map(post -> new InboxRow.Desk(post.id(), post.title(), holders(work, directory, post.id()))),
                task.staff().flatMap(directory::staff).map(Staff::name),
                task.claimedAt().map(at -> at.atZone(Work.ZONE).toOffsetDateTime()),
                task.leftBy().flatMap(directory::staff).map(Staff::name));
    }

    private static String holders(Work work, Directory directory, UUID post) {
        return directory.holders(post, work.today()).stream().map(Holder::shown).collect(Collectors.joining("、"));
    }

    private static List<?> keyOf(Task task) {
        return List.of(
                task.due().map(Instant::toString).orElse("infinity"), task.id().toString());
    }

    private static TaskStore.Key key(String after) {
        var parts = Page.decode(after, 2);
        try {
            var due = parts.path(0).asString();
            if (!due.equals("infinity") && Instant.parse(due).isAfter(LATEST)) {
                throw new DateTimeException(due);
            }
            return new TaskStore.Key(due, UUID.fromString(parts.path(1).asString()));
        } catch (DateTimeException | IllegalArgumentException foreign) {
            throw Page.foreign();
        }
    }
}
