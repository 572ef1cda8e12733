package org.maplebridge.scenes.assists;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.maplebridge.kernel.ground.Batch;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The SQL of parts.
@Component
class AssistsStore {

    private static final String ASK = "insert into assists.part (matter, host, what) values (:matter, :host, :what)";

    private static final String TAKE = "update assists.part set who = :who where matter = :matter";

    private static final String FINISH =
            "update assists.part set outcome = :outcome, day = :day where matter = :matter";

    private static final String FIND = "select what, who, outcome, day from assists.part where matter = :matter";

    private static final String ADD_ENDED =
            "insert into assists.ended (about) values (?) on conflict (about) do nothing";

    private static final String ENDED = "select about from assists.ended order by about limit 100";

    private static final String UNDONE = "select matter from assists.part where host = :host and day is null";

    private static final String SEEN_TO = "delete from assists.ended where about = :host";

    private final JdbcClient db;

    AssistsStore(JdbcClient db) {
        this.db = db;
    }

    /// A part as it is kept.
    record Part(String what, Optional<String> who, Optional<String> outcome, Optional<LocalDate> day) {}

    void ask(UUID matter, UUID host, String what) {
        db.sql(ASK)
                .param("matter", matter)
                .param("host", host)
                .param("what", what)
                .update();
    }

    void take(UUID matter, Optional<String> who) {
        db.sql(TAKE).param("matter", matter).param("who", who.orElse(null)).update();
    }

    void finish(UUID matter, String outcome, LocalDate day) {
        db.sql(FINISH)
                .param("matter", matter)
                .param("outcome", outcome)
                .param("day", day)
                .update();
    }

    Part find(UUID matter) {
        return db.sql(FIND)
                .param("matter", matter)
                .query((row, at) -> new Part(
                        row.getString("what"),
                        Optional.ofNullable(row.getString("who")),
                        Optional.ofNullable(row.getString("outcome")),
                        Optional.ofNullable(row.getObject("day", LocalDate.class))))
                .single();
    }

    /// Something has ended; its parts are looked for later.
    static void ended(Batch batch, UUID matter) {
        batch.add(ADD_ENDED, matter);
    }

    /// What has ended and not been seen to. In the work of a job, as all below.
    List<UUID> ended() {
        return db.sql(ENDED).query((row, at) -> row.getObject(1, UUID.class)).list();
    }

    /// The parts of a matter that nobody has finished or declined.
    List<UUID> undone(UUID host) {
        return db.sql(UNDONE)
                .param("host", host)
                .query((row, at) -> row.getObject(1, UUID.class))
                .list();
    }

    void seenTo(UUID host) {
        db.sql(SEEN_TO).param("host", host).update();
    }
}
