package org.maplebridge.kernel.matters;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.maplebridge.kernel.ground.Hash;
import org.maplebridge.kernel.ground.Ids;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.parameters.Corrections;
import org.maplebridge.kernel.parameters.Parameter;
import org.maplebridge.kernel.parameters.Parameters;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What makes limits be computed again, and how far that has come.
@Component
class RecountStore implements Corrections {

    private static final String ADD = """
            insert into matters.recount (id, cause, ends_from, editions, entered_by, key, body_hash, started_at)
            values (:id, :cause, :endsFrom, :editions, :by, :key, :hash, :at)""";

    private static final String ALL = "select * from matters.recount";

    private static final String OPEN =
            ALL + " where done_at is null order by started_at limit 1 for update skip locked";

    private static final String NEWEST = ALL + " order by started_at desc limit 20";

    private static final String BY_KEY = ALL + " where entered_by = :by and key = :key";

    private static final String TOUCHED = """
            select distinct matter
              from matters.deadline
             where matter > :after
               and state in ('RUNNING', 'SUSPENDED')
               and (not settled or last_day >= :endsFrom)
               and (cardinality(:editions) = 0 or edition = any(:editions))
             order by matter
             limit :most""";

    private static final String PROGRESS = """
            update matters.recount
               set cursor = :cursor, looked = looked + :looked, waiting = waiting + :waiting, done_at = :done,
                   moved = (select count(*) from ground.request where principal = :principal and route = :route)
             where id = :id and cursor = :before""";

    private static final int MOST_WORDS = 400;

    private final JdbcClient db;

    RecountStore(JdbcClient db) {
        this.db = db;
    }

    /// Which limits are to be looked at again.
    ///
    /// @param endsFrom limits that end before can't change
    /// @param editions versions of a number that was corrected; empty where a notice is the cause
    record Reason(String cause, LocalDate endsFrom, List<String> editions) {}

    /// One cause and how far it has come.
    record Row(
            UUID id,
            Reason reason,
            Hash bodyHash,
            Instant startedAt,
            UUID cursor,
            int looked,
            int moved,
            int waiting,
            Optional<Instant> doneAt) {}

    void add(Work work, Reason reason, UUID by, String key, Hash bodyHash) {
        db.sql(ADD)
                .param("id", Ids.at(work.now()))
                .param("cause", reason.cause())
                .param("endsFrom", reason.endsFrom())
                .param("editions", reason.editions().toArray(String[]::new))
                .param("by", by)
                .param("key", key)
                .param("hash", bodyHash.bytes())
                .param("at", work.now().atOffset(ZoneOffset.UTC))
                .update();
    }

    /// A corrected number is a cause like a notice: only limits computed with the versions it corrects are looked at.
    @Override
    public void corrected(Work work, Parameter after, List<String> before, Parameters.Edit edit) {
        var cause = "参数“" + after.title() + "”更正为 " + after.value() + "：" + after.reason();
        add(
                work,
                new Reason(
                        cause.length() > MOST_WORDS ? cause.substring(0, MOST_WORDS) : cause, LocalDate.EPOCH, before),
                edit.author(),
                "parameter/" + after.version(),
                Hash.sm3(after.version().getBytes(StandardCharsets.UTF_8)));
    }

    Optional<Row> byKey(UUID by, String key) {
        return db.sql(BY_KEY)
                .param("by", by)
                .param("key", key)
                .query((row, at) -> row(row))
                .optional();
    }

    /// The oldest cause not yet worked through, locked for this transaction; another process's is passed over.
    Optional<Row> open() {
        return db.sql(OPEN).query((row, at) -> row(row)).optional();
    }

    List<Row> newest() {
        return db.sql(NEWEST).query((row, at) -> row(row)).list();
    }

    /// The matters whose limits may change, in order of id.
    List<UUID> touched(Reason reason, UUID after, int most) {
        return db.sql(TOUCHED)
                .param("after", after)
                .param("endsFrom", reason.endsFrom())
                .param("editions", reason.editions().toArray(String[]::new))
                .param("most", most)
                .query((row, at) -> row.getObject("matter", UUID.class))
                .list();
    }

    /// Another process may have done the same part meanwhile; it is then counted once.
    void progress(Row row, UUID cursor, int looked, int waiting, Optional<Instant> done) {
        db.sql(PROGRESS)
                .param("id", row.id())
                .param("cursor", cursor)
                .param("before", row.cursor())
                .param("looked", looked)
                .param("waiting", waiting)
                .param("done", done.map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null))
                .param("principal", Recounts.ACTOR.scope().principal())
                .param("route", Recount.route(row.id()))
                .update();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getObject("id", UUID.class),
                new Reason(row.getString("cause"), row.getObject("ends_from", LocalDate.class), Arrays.asList((String[])
                        row.getArray("editions").getArray())),
                Hash.of(row.getBytes("body_hash")),
                MatterStore.instant(row, "started_at"),
                row.getObject("cursor", UUID.class),
                row.getInt("looked"),
                row.getInt("moved"),
                row.getInt("waiting"),
                MatterStore.maybe(row, "done_at"));
    }
}
