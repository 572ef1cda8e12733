package org.maplebridge.kernel.laws;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.maplebridge.kernel.ground.Batch;
import org.maplebridge.kernel.ground.Hash;
import org.maplebridge.kernel.ground.Ids;
import org.maplebridge.kernel.ground.Work;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Remembers imports and what they found odd. Writing needs transactions of a job.
@Component
class LawRuns {

    private static final String BEGIN = """
        insert into laws.run (id, started_at, state, folder, fingerprint, files)
        values (?, ?, 'RUNNING', ?, ?, ?)\
        """;

    /// One that was broken off says so once somebody begins again.
    private static final String BROKEN =
            "update laws.run set state = 'FAILED', ended_at = ? where state = 'RUNNING' and folder = ?";

    private static final String STEP = """
        update laws.run
           set done = done + ?, laws = laws + ?, editions = editions + ?, articles = articles + ?,
               unchanged = unchanged + ?, refused = refused + ?
         where id = ?\
        """;
    private static final String FINDING =
            "insert into laws.finding (run, no, kind, file, line, what, next) values (?, ?, ?, ?, ?, ?, ?)";
    private static final String END = "update laws.run set state = ?, ended_at = ? where id = ?";
    private static final String LATEST = "select * from laws.run order by id desc limit 50";
    private static final String FIND = "select * from laws.run where id = :run";
    private static final String FINDINGS =
            "select * from laws.finding where run = :run and no > :after order by no limit :limit";
    private static final String DONE_BEFORE = """
        select exists (select from laws.run
                        where state = 'DONE' and fingerprint = :fingerprint
                          and id = (select id from laws.run where folder = :folder order by id desc limit 1))\
        """;
    private static final String READY = """
        update laws.run
           set words_ready_ms = greatest(0, extract(epoch from (:now - started_at)) * 1000)
         where words_ready_ms is null and state = 'DONE'\
        """;

    private final JdbcClient db;
    private final DataSource source;

    LawRuns(JdbcClient db, DataSource source) {
        this.db = db;
        this.source = source;
    }

    /// An import.
    record Run(
            UUID id,
            Instant startedAt,
            Optional<Instant> endedAt,
            String state,
            String folder,
            int files,
            int done,
            int laws,
            int editions,
            int articles,
            int unchanged,
            int refused,
            Optional<Long> wordsReadyMs) {}

    /// Something odd about a file.
    ///
    /// @param kind `REFUSED`: nothing of it was taken; `NOTICE`: it was
    record Finding(int no, String kind, String file, int line, String what, String next) {}

    /// What one file brought.
    record Step(int done, int laws, int editions, int articles, int unchanged, int refused) {}

    UUID begin(Work work, String folder, Hash fingerprint, int files) {
        var id = Ids.at(work.now());
        new Batch()
                .add(BROKEN, work.now(), folder)
                .add(BEGIN, id, work.now(), folder, fingerprint.bytes(), files)
                .send(source);
        return id;
    }

    void step(UUID run, Step step, List<Finding> findings) {
        var batch = new Batch();
        batch.add(
                STEP,
                step.done(),
                step.laws(),
                step.editions(),
                step.articles(),
                step.unchanged(),
                step.refused(),
                run);
        findings.forEach(
                one -> batch.add(FINDING, run, one.no(), one.kind(), one.file(), one.line(), one.what(), one.next()));
        batch.send(source);
    }

    void end(Work work, UUID run, boolean whole) {
        new Batch().add(END, whole ? "DONE" : "FAILED", work.now(), run).send(source);
    }

    /// Whether this very folder was the last to be read, and to its end.
    boolean doneBefore(String folder, Hash fingerprint) {
        return db.sql(DONE_BEFORE)
                .param("folder", folder)
                .param("fingerprint", fingerprint.bytes())
                .query(Boolean.class)
                .single();
    }

    /// Words of all that came in can be found.
    void ready(Work work) {
        db.sql(READY).param("now", work.now().atOffset(ZoneOffset.UTC)).update();
    }

    List<Run> latest() {
        return db.sql(LATEST).query((row, at) -> run(row)).list();
    }

    Optional<Run> find(UUID run) {
        return db.sql(FIND).param("run", run).query((row, at) -> run(row)).optional();
    }

    List<Finding> findings(UUID run, int after, int limit) {
        return db.sql(FINDINGS)
                .param("run", run)
                .param("after", after)
                .param("limit", limit)
                .query((row, at) -> new Finding(
                        row.getInt("no"),
                        row.getString("kind"),
                        row.getString("file"),
                        row.getInt("line"),
                        row.getString("what"),
                        row.getString("next")))
                .list();
    }

    private static Run run(ResultSet row) throws SQLException {
        return new Run(
                row.getObject("id", UUID.class),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("ended_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                row.getString("state"),
                row.getString("folder"),
                row.getInt("files"),
                row.getInt("done"),
                row.getInt("laws"),
                row.getInt("editions"),
                row.getInt("articles"),
                row.getInt("unchanged"),
                row.getInt("refused"),
                Optional.ofNullable(row.getObject("words_ready_ms", Long.class)));
    }
}
