package org.maplebridge.kernel.messages;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.ground.Canonical;
import org.maplebridge.kernel.ground.Ids;
import org.maplebridge.kernel.ground.Work;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// The SQL of what officers are told.
@Component
class NoteStore {

    /// The same of the same matter within the hour is told once.
    private static final String ADD = """
        insert into messages.note (id, about, seq, unit, domain, words, actor)
        select :id, :about, :seq, :unit, :domain, :words, :actor
         where not exists (select from messages.note n
                            where n.about = :about and n.unit = :unit and n.words = :words
                              and n.id > ground.first_id(:since))
        on conflict do nothing\
        """;

    /// One index range for each unit, the newest first. What somebody did themselves is no news to them.
    private static final String LANES = """
        select u.*, exists (select from messages.seen s where s.note = u.id and s.person = :me) as seen
          from unnest(cast(:units as text[]), cast(:domains as text[])) as lane(unit, domain)
         cross join lateral (
               select *
                 from messages.note n
                where n.unit = lane.unit and n.domain = lane.domain and n.id < :before and n.actor <> :actor
                order by n.id desc
                limit :limit) u
         order by id desc
         limit :limit\
        """;

    private static final String UNSEEN = "select count(*) from (" + LANES + ") found where not seen";

    private static final String SEE = """
        insert into messages.seen (note, person, at)
        select n.id, :me, :now
          from messages.note n
         where n.id = any(:ids)
        on conflict do nothing\
        """;

    private static final String MORNING = "select day, counts from messages.morning where person = :me and day = :day";

    private static final String SENT = "select person from messages.morning where person = any(:people) and day = :day";

    private static final String SEND = """
        insert into messages.morning (person, day, counts, at)
        values (:me, :day, cast(:counts as jsonb), :now)
        on conflict do nothing\
        """;

    private final JdbcClient db;

    NoteStore(JdbcClient db) {
        this.db = db;
    }

    /// Something an officer is told.
    record Note(UUID id, UUID about, String words, boolean seen) {

        Instant at() {
            return Ids.bornAt(id);
        }
    }

    void add(Work work, UUID about, int seq, String unit, String domain, String words, String actor) {
        db.sql(ADD)
                .param("id", Ids.at(work.now()))
                .param("about", about)
                .param("seq", seq)
                .param("unit", unit)
                .param("domain", domain)
                .param("words", words)
                .param("actor", actor)
                .param("since", work.now().minus(Duration.ofHours(1)).atOffset(ZoneOffset.UTC))
                .update();
    }

    List<Note> page(Actor actor, UUID before, int limit) {
        return lanes(LANES, actor, before, limit).query((row, at) -> note(row)).list();
    }

    /// How many of the newest are unread.
    int unseen(Actor actor, int of) {
        return lanes(UNSEEN, actor, new UUID(-1, -1), of).query(Integer.class).single();
    }

    private JdbcClient.StatementSpec lanes(String sql, Actor actor, UUID before, int limit) {
        var units = actor.scope().units();
        return db.sql(sql)
                .param(
                        "units",
                        units.stream()
                                .map(each -> each.substring(0, each.indexOf('|')))
                                .toArray(String[]::new))
                .param(
                        "domains",
                        units.stream()
                                .map(each -> each.substring(each.indexOf('|') + 1))
                                .toArray(String[]::new))
                .param("before", before)
                .param("me", actor.scope().principal())
                .param("actor", actor.id())
                .param("limit", limit);
    }

    private static Note note(ResultSet row) throws SQLException {
        return new Note(
                row.getObject("id", UUID.class),
                row.getObject("about", UUID.class),
                row.getString("words"),
                row.getBoolean("seen"));
    }

    void see(Work work, Actor actor, List<UUID> notes) {
        db.sql(SEE)
                .param("me", actor.scope().principal())
                .param("ids", notes.toArray(UUID[]::new))
                .param("now", work.now().atOffset(ZoneOffset.UTC))
                .update();
    }

    /// The list somebody was sent on a day: how much stood in each part.
    Optional<JsonNode> morning(Actor actor, LocalDate day) {
        return db.sql(MORNING)
                .param("me", actor.scope().principal())
                .param("day", day)
                .query((row, at) -> Canonical.MAPPER.readTree(row.getString("counts")))
                .optional();
    }

    /// Who of these was sent the list of that day.
    Set<UUID> sent(List<UUID> people, LocalDate day) {
        return Set.copyOf(db.sql(SENT)
                .param("people", people.stream().map(UUID::toString).toArray(String[]::new))
                .param("day", day)
                .query((row, at) -> UUID.fromString(row.getString("person")))
                .list());
    }

    void send(Work work, UUID person, Object counts) {
        db.sql(SEND)
                .param("me", person.toString())
                .param("day", work.today())
                .param("counts", Canonical.text(counts))
                .param("now", work.now().atOffset(ZoneOffset.UTC))
                .update();
    }
}
