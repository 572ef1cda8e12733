package org.maplebridge.kernel.appointments;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maplebridge.kernel.appointments.FreeTimes.Stretch;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The SQL of sessions, as the scope sees them.
@Component
class SessionStore {

    private static final String OF = "select * from appointments.session where matter = :matter order by no";

    private static final String OFFICES = """
        select * from appointments.session
         where agency = :agency and starts < :to and starts > :from - interval '24 hours' and ends > :from
         order by starts, matter, no
         limit :limit\
        """;

    private static final String MINE = """
        select * from appointments.session s
         where s.host = :me and s.starts < :to and s.starts > :from - interval '24 hours' and s.ends > :from
        union
        select s.*
          from appointments.guest g
          join appointments.session s on s.matter = g.matter and s.no = g.session
         where g.staff = :me and s.starts < :to and s.ends > :from
         order by starts, matter, no
         limit :limit\
        """;

    private static final String ADD = """
        insert into appointments.session (matter, no, kind, state, agency, room, place, starts, ends, host, public,
                                          topic, arranged_at)
        values (:matter, :no, :kind, 'PLANNED', :agency, :room, :place, :starts, :ends, :host, :open, :topic, :at)\
        """;

    private static final String END = """
        update appointments.session
           set state = :state, reason = :reason, began_at = :began, ended_at = :ended, minutes = :minutes,
               signed = :signed
         where matter = :matter and no = :no\
        """;

    private final JdbcClient db;

    SessionStore(JdbcClient db) {
        this.db = db;
    }

    /// A meeting.
    ///
    /// @param reason why it was called off
    record Session(
            UUID matter,
            int no,
            SessionKind kind,
            SessionState state,
            Optional<UUID> agency,
            Optional<UUID> room,
            Optional<String> place,
            Stretch when,
            UUID host,
            boolean open,
            Optional<String> topic,
            Optional<String> reason,
            Optional<Instant> began,
            Optional<Instant> ended,
            Optional<String> minutes,
            Optional<String> signed) {

        boolean planned() {
            return state == SessionState.PLANNED;
        }
    }

    /// How it ended.
    record End(
            SessionState state,
            Optional<String> reason,
            Optional<Instant> began,
            Optional<Instant> ended,
            Optional<String> minutes,
            Optional<String> signed) {}

    List<Session> of(UUID matter) {
        return db.sql(OF)
                .param("matter", matter)
                .query((row, at) -> session(row))
                .list();
    }

    /// The sessions of an office that touch a stretch of time, in order.
    List<Session> ofOffice(UUID agency, Stretch within, int limit) {
        return within(db.sql(OFFICES).param("agency", agency), within, limit);
    }

    /// Those somebody leads or is asked to.
    List<Session> mine(UUID person, Stretch within, int limit) {
        return within(db.sql(MINE).param("me", person), within, limit);
    }

    private static List<Session> within(JdbcClient.StatementSpec statement, Stretch within, int limit) {
        return statement
                .param("from", at(within.starts()))
                .param("to", at(within.ends()))
                .param("limit", limit)
                .query((row, at) -> session(row))
                .list();
    }

    void add(Session session, Instant now) {
        db.sql(ADD)
                .param("matter", session.matter())
                .param("no", session.no())
                .param("kind", session.kind().name())
                .param("agency", session.agency().orElse(null))
                .param("room", session.room().orElse(null))
                .param("place", session.place().orElse(null))
                .param("starts", at(session.when().starts()))
                .param("ends", at(session.when().ends()))
                .param("host", session.host())
                .param("open", session.open())
                .param("topic", session.topic().orElse(null))
                .param("at", at(now))
                .update();
    }

    void end(UUID matter, int no, End end) {
        db.sql(END)
                .param("matter", matter)
                .param("no", no)
                .param("state", end.state().name())
                .param("reason", end.reason().orElse(null))
                .param("began", end.began().map(SessionStore::at).orElse(null), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .param("ended", end.ended().map(SessionStore::at).orElse(null), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .param("minutes", end.minutes().orElse(null))
                .param("signed", end.signed().orElse(null))
                .update();
    }

    static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        @Nullable OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return Optional.ofNullable(value).map(OffsetDateTime::toInstant);
    }

    private static Session session(ResultSet row) throws SQLException {
        return new Session(
                row.getObject("matter", UUID.class),
                row.getInt("no"),
                SessionKind.valueOf(row.getString("kind")),
                SessionState.valueOf(row.getString("state")),
                Optional.ofNullable(row.getObject("agency", UUID.class)),
                Optional.ofNullable(row.getObject("room", UUID.class)),
                Optional.ofNullable(row.getString("place")),
                new Stretch(
                        moment(row, "starts").orElseThrow(), moment(row, "ends").orElseThrow()),
                row.getObject("host", UUID.class),
                row.getBoolean("public"),
                Optional.ofNullable(row.getString("topic")),
                Optional.ofNullable(row.getString("reason")),
                moment(row, "began_at"),
                moment(row, "ended_at"),
                Optional.ofNullable(row.getString("minutes")),
                Optional.ofNullable(row.getString("signed")));
    }
}
