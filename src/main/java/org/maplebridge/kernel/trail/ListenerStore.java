package org.maplebridge.kernel.trail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maplebridge.kernel.ground.Work;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The SQL of listeners.
@Component
class ListenerStore {

    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final int LONGEST_NAME = 80;

    private static final String BEGIN = """
        insert into trail.listener (name, heard)
        values (:name, case when :first then -1 else (select coalesce(max(no), -1) from trail.leaf) end)
        on conflict do nothing\
        """;

    /// Passed over while another process has it.
    private static final String TAKE =
            "select heard, tries, again_at from trail.listener where name = :name for update skip locked";

    /// Looks have a number too, and are passed over.
    private static final String NEXT = """
        select l.no, e.matter, e.seq, e.scene, e.verb, e.stage, e.recorded_at, e.actor, e.post, e.agency
          from trail.leaf l
          left join trail.entry e on l.seq > 0 and e.matter = l.matter and e.seq = l.seq
         where l.no > :heard
         order by l.no
         limit :limit\
        """;

    private static final String HEARD = """
        update trail.listener
           set heard = :heard, tries = 0, failure = null, again_at = null
         where name = :name\
        """;

    private static final String FAILED = """
        update trail.listener
           set tries = tries + 1, failure = :failure, again_at = :again
         where name = :name\
        """;

    private static final String STUCK = """
        select name, tries, failure
          from trail.listener
         where tries > 0 and name = any(:names)
         order by name\
        """;

    private final JdbcClient db;

    ListenerStore(JdbcClient db) {
        this.db = db;
    }

    /// Where a listener stands.
    record Place(long heard, int tries, Optional<Instant> again) {}

    /// Something with a number: an entry, or a look, which is nobody's to hear.
    record Numbered(long no, Optional<Happening> entry) {}

    /// A listener that does not get on.
    record Stuck(String name, int tries, String failure) {}

    /// Keeps where a new listener begins, and takes it; empty if it is not new and another process has it.
    Optional<Place> begin(Happened listener) {
        db.sql(BEGIN)
                .param("name", listener.name())
                .param("first", listener.fromTheBeginning())
                .update();
        return take(listener.name());
    }

    /// Its place, locked for this transaction; empty while another process has it.
    Optional<Place> take(String name) {
        return db.sql(TAKE)
                .param("name", name)
                .query((row, at) -> new Place(
                        row.getLong("heard"),
                        row.getInt("tries"),
                        moment(row.getObject("again_at", OffsetDateTime.class))))
                .optional();
    }

    private static Optional<Instant> moment(@Nullable OffsetDateTime value) {
        return Optional.ofNullable(value).map(OffsetDateTime::toInstant);
    }

    List<Numbered> next(long heard, int limit) {
        return db.sql(NEXT)
                .param("heard", heard)
                .param("limit", limit)
                .query((row, at) -> numbered(row))
                .list();
    }

    private static Numbered numbered(ResultSet row) throws SQLException {
        long no = row.getLong("no");
        var matter = Optional.ofNullable(row.getObject("matter", UUID.class));
        if (matter.isEmpty()) {
            return new Numbered(no, Optional.empty());
        }
        return new Numbered(
                no,
                Optional.of(new Happening(
                        no,
                        matter.get(),
                        row.getInt("seq"),
                        row.getString("scene"),
                        row.getString("verb"),
                        row.getString("stage"),
                        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                        row.getString("actor"),
                        Optional.ofNullable(row.getObject("post", UUID.class)),
                        Optional.ofNullable(row.getObject("agency", UUID.class)))));
    }

    void heard(String name, long no) {
        db.sql(HEARD).param("name", name).param("heard", no).update();
    }

    /// Its next try is the later the more often it has failed. Only the kind of failure is kept: its words may tell of
    /// people.
    void failed(Work work, String name, int tries, RuntimeException failure) {
        var wait = Duration.ofSeconds(2L << Math.min(tries, 8));
        var again = work.now().plus(wait.compareTo(LONGEST) > 0 ? LONGEST : wait);
        var kind = failure.getClass().getSimpleName();
        db.sql(FAILED)
                .param("name", name)
                .param("failure", kind.substring(0, Math.min(kind.length(), LONGEST_NAME)))
                .param("again", again.atOffset(ZoneOffset.UTC))
                .update();
    }

    List<Stuck> stuck(List<String> names) {
        return db.sql(STUCK)
                .param("names", names.toArray(String[]::new))
                .query((row, at) -> new Stuck(row.getString("name"), row.getInt("tries"), row.getString("failure")))
                .list();
    }
}
