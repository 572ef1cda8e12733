package org.maplebridge.kernel.imports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.ground.Canonical;
import org.maplebridge.kernel.ground.Ids;
import org.maplebridge.kernel.ground.Work;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The SQL of registers. Needs transactions of a job.
@Component
class RegisterStore {

    private static final String ADD = """
        insert into imports.register (id, agency, by_staff, by_name, file, digest, size, content, wrapped, master,
                                      state, lines, uploaded_at, changed_at)
        values (:id, :agency, :staff, :name, :file, :digest, :size, :content, :wrapped, :master,
                'UPLOADED', :lines, :at, :at)\
        """;

    private static final String COLUMNS = """
        id, agency, by_name, file, size, content is not null as kept, state, mapping::text as mapping, batch,
        lines, done, good, refused, likely, problem, uploaded_at, changed_at\
        """;

    private static final String OF =
            "select " + COLUMNS + " from imports.register where agency = :agency order by id desc limit 100";

    private static final String FIND = "select " + COLUMNS + " from imports.register where id = :id";

    private static final String HOLD = FIND + " for update";

    private static final String GOING = "select " + COLUMNS + """
         from imports.register
        where state in ('CHECKING', 'RUNNING', 'UNDOING') and (leased_until is null or leased_until < :now)
        order by changed_at
        limit 1
          for update skip locked\
        """;

    private static final String CONTENT =
            "select content, wrapped, master from imports.register where id = :id and content is not null";

    private static final String STATE = """
        update imports.register
           set state = :state, mapping = coalesce(cast(:mapping as jsonb), mapping), changed_at = :at, done = 0,
               problem = :problem, leased_until = null
         where id = :id\
        """;

    private static final String COUNTED = """
        update imports.register
           set lines = :lines, done = :done, good = :good, refused = :refused, likely = :likely,
               leased_until = :until
         where id = :id\
        """;

    private static final String LEASE = "update imports.register set leased_until = :until where id = :id";

    private static final String BATCH = "update imports.register set batch = :batch where id = :id";

    private static final String DROP = "delete from imports.register where id = :id";

    private static final String EXPIRED = """
        update imports.register
           set content = null, wrapped = null, master = null
         where content is not null and changed_at < :before and state not in ('CHECKING', 'RUNNING', 'UNDOING')\
        """;

    /// How long a process may be silent about what it is at.
    static final Duration LEASED = Duration.ofSeconds(45);

    private final JdbcClient db;

    RegisterStore(JdbcClient db) {
        this.db = db;
    }

    /// Where a register stands.
    enum State {
        UPLOADED,
        CHECKING,
        CHECKED,
        RUNNING,
        DONE,
        UNDOING,
        UNDONE;

        /// Whether the clockwork is at it.
        boolean going() {
            return this == CHECKING || this == RUNNING || this == UNDOING;
        }
    }

    /// A file somebody brought.
    ///
    /// @param kept whether the file is still there
    record Register(
            UUID id,
            UUID agency,
            String by,
            String file,
            int size,
            boolean kept,
            State state,
            Optional<Mapping> mapping,
            Optional<UUID> batch,
            Counts counts,
            Optional<String> problem,
            Instant uploadedAt,
            Instant changedAt) {}

    /// @param done how many lines the work that goes on has behind it
    record Counts(int lines, int done, int good, int refused, int likely) {}

    UUID add(Work work, Actor by, Grid grid, int size, int lines, SealedFile content, UUID id) {
        db.sql(ADD)
                .param("id", id)
                .param("agency", by.agency().orElseThrow())
                .param("staff", by.person())
                .param("name", by.name())
                .param("file", grid.name())
                .param("digest", grid.digest().bytes())
                .param("size", size)
                .param("content", content.sealed())
                .param("wrapped", content.wrapped())
                .param("master", content.master())
                .param("lines", lines)
                .param("at", work.now().atOffset(ZoneOffset.UTC))
                .update();
        return id;
    }

    static UUID fresh(Work work) {
        return Ids.at(work.now());
    }

    List<Register> of(UUID agency) {
        return db.sql(OF)
                .param("agency", agency)
                .query((row, at) -> register(row))
                .list();
    }

    Optional<Register> find(UUID id) {
        return db.sql(FIND).param("id", id).query((row, at) -> register(row)).optional();
    }

    Optional<Register> hold(UUID id) {
        return db.sql(HOLD).param("id", id).query((row, at) -> register(row)).optional();
    }

    /// The one the clockwork is to go on with.
    Optional<Register> going(Work work) {
        var found = db.sql(GOING)
                .param("now", work.now().atOffset(ZoneOffset.UTC))
                .query((row, at) -> register(row))
                .optional();
        found.ifPresent(register -> db.sql(LEASE)
                .param("id", register.id())
                .param("until", work.now().plus(LEASED).atOffset(ZoneOffset.UTC))
                .update());
        return found;
    }

    Optional<SealedFile> content(UUID id) {
        return db.sql(CONTENT)
                .param("id", id)
                .query((row, at) ->
                        new SealedFile(row.getBytes("content"), row.getBytes("wrapped"), row.getString("master")))
                .optional();
    }

    void state(Work work, UUID id, State state, Optional<Mapping> mapping, Optional<String> problem) {
        db.sql(STATE)
                .param("id", id)
                .param("state", state.name())
                .param(
                        "mapping",
                        mapping.map(Canonical.MAPPER::writeValueAsString).orElse(null))
                .param("problem", problem.orElse(null))
                .param("at", work.now().atOffset(ZoneOffset.UTC))
                .update();
    }

    void counted(Work work, UUID id, Counts counts) {
        db.sql(COUNTED)
                .param("id", id)
                .param("lines", counts.lines())
                .param("done", counts.done())
                .param("good", counts.good())
                .param("refused", counts.refused())
                .param("likely", counts.likely())
                .param("until", work.now().plus(LEASED).atOffset(ZoneOffset.UTC))
                .update();
    }

    void batch(UUID id, UUID batch) {
        db.sql(BATCH).param("id", id).param("batch", batch).update();
    }

    void drop(UUID id) {
        db.sql(DROP).param("id", id).update();
    }

    /// Deletes files nobody has touched since a moment; returns how many.
    int expire(Instant before) {
        return db.sql(EXPIRED).param("before", before.atOffset(ZoneOffset.UTC)).update();
    }

    private static Register register(ResultSet row) throws SQLException {
        return new Register(
                row.getObject("id", UUID.class),
                row.getObject("agency", UUID.class),
                row.getString("by_name"),
                row.getString("file"),
                row.getInt("size"),
                row.getBoolean("kept"),
                State.valueOf(row.getString("state")),
                Optional.ofNullable(row.getString("mapping"))
                        .map(text -> Canonical.MAPPER.readValue(text, Mapping.class)),
                Optional.ofNullable(row.getObject("batch", UUID.class)),
                new Counts(
                        row.getInt("lines"),
                        row.getInt("done"),
                        row.getInt("good"),
                        row.getInt("refused"),
                        row.getInt("likely")),
                Optional.ofNullable(row.getString("problem")),
                row.getObject("uploaded_at", OffsetDateTime.class).toInstant(),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }
}
