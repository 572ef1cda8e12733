package org.maplebridge.kernel.tasks;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.ground.Work;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What lies on the desks of those who come and go. Counting and releasing happen in the work of a job, since whoever
/// arranges it need not see the matters.
@Component
public class Desks {

    private static final String ON_DESK =
            "select count(*) from tasks.task where post = :post and state <> 'DONE' and post is not null";

    private static final String IN_OFFICE =
            "select count(*) from tasks.task where agency = :agency and state <> 'DONE' and post is null";

    private static final String CLAIMED_BY =
            "select staff from tasks.task where matter = :matter and state = 'CLAIMED'";

    private static final String RELEASE = """
        update tasks.task
           set state = 'OPEN', staff = null, claimed_at = null
         where staff = :person and state = 'CLAIMED'\
        """;

    private final JdbcClient db;
    private final TaskStore store;
    private final Handover handover;

    Desks(JdbcClient db, TaskStore store, Handover handover) {
        this.db = db;
        this.store = store;
        this.handover = handover;
    }

    /// What waits in an office for one kind of next step.
    ///
    /// @param matter the most urgent of them
    /// @param many how many there are
    public record Waiting(UUID agency, UUID matter, int many) {}

    /// What waits in these offices, once for each kind of matter and stage. In the work of a job.
    public List<Waiting> waiting(List<UUID> agencies) {
        return store.waiting(agencies);
    }

    /// How much lies open on the desk of a post.
    public int onDesk(Work work, UUID post) {
        return db.sql(ON_DESK).param("post", post).query(Integer.class).single();
    }

    /// How much lies open on the common desk of an office.
    public int inOffice(Work work, UUID agency) {
        return db.sql(IN_OFFICE).param("agency", agency).query(Integer.class).single();
    }

    /// Who has claimed the task of a matter, as the scope sees it.
    public Optional<UUID> claimedBy(UUID matter) {
        return db.sql(CLAIMED_BY)
                .param("matter", matter)
                .query((row, at) -> row.getObject("staff", UUID.class))
                .optional();
    }

    /// What somebody had claimed is for others again. Returns how much that was.
    public int release(Work work, UUID person) {
        return db.sql(RELEASE).param("person", person).update();
    }

    /// Puts everything on one desk on another of the same office; returns why some of it stayed.
    public List<String> handOver(Actor actor, UUID from, UUID to, String reason, String key) {
        return handover.all(actor, from, to, reason, key).left().stream()
                .map(Handover.Left::why)
                .toList();
    }
}
