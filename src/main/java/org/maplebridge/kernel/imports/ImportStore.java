package org.maplebridge.kernel.imports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.maplebridge.kernel.ground.Batch;
import org.maplebridge.kernel.ground.Canonical;
import org.maplebridge.kernel.ground.Hash;
import org.maplebridge.kernel.ground.Ids;
import org.maplebridge.kernel.ground.Problem;
import org.maplebridge.kernel.ground.Work;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Remembers batches and lines. Needs transactions of a job.
@Component
class ImportStore {

    private static final String RUNNING =
            "select * from imports.batch where source = :source and digest = :digest and state = 'RUNNING'";

    private static final String BEGIN = """
        insert into imports.batch (id, source, scene, file, digest, started_by, started_at, state)
        values (:id, :source, :scene, :file, :digest, :by, :at, 'RUNNING')\
        """;

    private static final String FINISH = """
        update imports.batch b
           set state = 'DONE', ended_at = :at,
               made = (select count(*) from imports.line l where l.batch = b.id and l.state = 'MADE'),
               known = (select count(*) from imports.line l where l.batch = b.id and l.state = 'KNOWN'),
               refused = (select count(*) from imports.line l where l.batch = b.id and l.state = 'REFUSED')
         where id = :batch and state = 'RUNNING'\
        """;

    private static final String UNDONE = """
        update imports.batch b
           set ended_at = coalesce(ended_at, :at),
               state = case when exists (select from imports.line l where l.batch = b.id and l.state = 'MADE')
                            then 'DONE' else 'UNDONE' end,
               withdrawn = (select count(*) from imports.line l where l.batch = b.id and l.state = 'UNDONE')
         where id = :batch\
        """;

    private static final String KNOWN = """
        select external, count(*) filter (where state = 'UNDONE') as undone,
               (array_agg(matter) filter (where state = 'MADE'))[1] as matter,
               (array_agg(digest) filter (where state = 'MADE'))[1] as digest
          from imports.line
         where source = :source and external = any(:externals) and state in ('MADE', 'UNDONE')
         group by external\
        """;

    private static final String LINE = """
        insert into imports.line (batch, no, source, external, digest, state, matter, reasons)
        values (?, ?, ?, ?, ?, ?, ?, ?::jsonb)
        on conflict (batch, no) do update
           set external = excluded.external, digest = excluded.digest, state = excluded.state,
               matter = excluded.matter, reasons = excluded.reasons
         where imports.line.state in ('KNOWN', 'REFUSED')\
        """;

    private static final String MADE = """
        select no, matter
          from imports.line
         where batch = :batch and state = 'MADE' and no > :after
         order by no
         limit 300\
        """;

    private static final String FIND = "select * from imports.batch where id = :batch";

    private static final String LATEST = "select * from imports.batch order by started_at desc, id desc limit 10";

    private final JdbcClient db;
    private final DataSource source;

    ImportStore(JdbcClient db, DataSource source) {
        this.db = db;
        this.source = source;
    }

    /// One file read once.
    record Known(UUID id, String file, String state, int made, int known, int refused, int withdrawn) {}

    /// What is known of a number the source gave.
    ///
    /// @param undone how often it was brought in and withdrawn again
    /// @param standing the matter it is now, and the digest of the line it was read from
    record Before(int undone, Optional<Standing> standing) {

        static final Before NEVER = new Before(0, Optional.empty());
    }

    record Standing(UUID matter, Hash digest) {}

    /// A line that opened a matter.
    record Made(int no, UUID matter) {}

    Optional<UUID> running(String sourceName, Hash digest) {
        return db.sql(RUNNING)
                .param("source", sourceName)
                .param("digest", digest.bytes())
                .query((row, at) -> row.getObject("id", UUID.class))
                .optional();
    }

    UUID begin(Work work, Source from, TableFile file, String by) {
        var id = Ids.at(work.now());
        db.sql(BEGIN)
                .param("id", id)
                .param("source", from.name())
                .param("scene", from.scene())
                .param("file", file.name())
                .param("digest", file.digest().bytes())
                .param("by", by)
                .param("at", work.now().atOffset(ZoneOffset.UTC))
                .update();
        return id;
    }

    void finish(Work work, UUID batch) {
        db.sql(FINISH)
                .param("batch", batch)
                .param("at", work.now().atOffset(ZoneOffset.UTC))
                .update();
    }

    void undone(Work work, UUID batch) {
        db.sql(UNDONE)
                .param("batch", batch)
                .param("at", work.now().atOffset(ZoneOffset.UTC))
                .update();
    }

    Map<String, Before> before(String sourceName, Collection<String> externals) {
        record Row(String external, Before before) {}
        return db
                .sql(KNOWN)
                .param("source", sourceName)
                .param("externals", externals.toArray(String[]::new))
                .query((row, at) -> new Row(row.getString("external"), before(row)))
                .list()
                .stream()
                .collect(Collectors.toMap(Row::external, Row::before));
    }

    private static Before before(ResultSet row) throws SQLException {
        var matter = Optional.ofNullable(row.getObject("matter", UUID.class));
        var digest = Optional.ofNullable(row.getBytes("digest")).map(Hash::of);
        return new Before(row.getInt("undone"), matter.flatMap(id -> digest.map(bytes -> new Standing(id, bytes))));
    }

    /// Notes lines that opened nothing. One that did is never overwritten.
    void note(UUID batch, String sourceName, List<Came> lines) {
        var writing = new Batch();
        lines.forEach(line -> writing.add(
                LINE,
                batch,
                line.no(),
                sourceName,
                line.external(),
                line.digest().bytes(),
                line.state().name(),
                line.matter().orElse(null),
                reasons(line.faults())));
        writing.sendByKind(source);
    }

    private static String reasons(List<Problem.Field> faults) {
        return Canonical.text(faults);
    }

    List<Made> made(UUID batch, int after) {
        return db.sql(MADE)
                .param("batch", batch)
                .param("after", after)
                .query((row, at) -> new Made(row.getInt("no"), row.getObject("matter", UUID.class)))
                .list();
    }

    Optional<Known> find(UUID batch) {
        return db.sql(FIND).param("batch", batch).query((row, at) -> known(row)).optional();
    }

    List<Known> latest() {
        return db.sql(LATEST).query((row, at) -> known(row)).list();
    }

    private static Known known(ResultSet row) throws SQLException {
        return new Known(
                row.getObject("id", UUID.class),
                row.getString("file"),
                row.getString("state"),
                row.getInt("made"),
                row.getInt("known"),
                row.getInt("refused"),
                row.getInt("withdrawn"));
    }
}
