package org.maplebridge.kernel.staff;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.ground.Ids;
import org.maplebridge.kernel.ground.Work;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Reads and ends spells, and keeps what was changed. In the work of a job.
@Component
public class StaffStore {

    private static final String PEOPLE = """
            select s.id, s.name, s.agency
              from orgs.staff s
             where s.agency = :agency
                or exists (select from orgs.stand_in i join orgs.post p on p.id = i.post
                            where i.staff = s.id and p.agency = :agency and i.last_day >= :today
                              and i.ended_at is null)
                or exists (select from orgs.holding h join orgs.post p on p.id = h.post
                            where h.staff = s.id and p.agency = :agency and coalesce(h.last_day, 'infinity') >= :today
                              and h.ended_at is null)
             order by s.name, s.id""";

    private static final String SPELLS = """
            select s.*, p.agency, p.title
              from (select id, post, staff, first_day, last_day, false as stands_in from orgs.holding
                     where ended_at is null
                    union all
                    select id, post, staff, first_day, last_day, true from orgs.stand_in where ended_at is null) s
              join orgs.post p on p.id = s.post
             where s.staff = any(:people) and coalesce(s.last_day, 'infinity') >= :today
             order by s.stands_in, s.first_day, s.id""";

    /// Over since yesterday; what began today has never counted.
    private static final List<String> END = List.of("""
            update orgs.holding
               set ended_at = :now, last_day = greatest(first_day, cast(:today as date) - 1)
             where id = :id and ended_at is null""", """
            update orgs.stand_in
               set ended_at = :now, last_day = greatest(first_day, cast(:today as date) - 1)
             where id = :id and ended_at is null""");

    private static final String NOTE = """
            insert into staff.change (id, person, agency, deed, words, reason, by, by_name, at)
            values (:id, :person, :agency, :deed, :words, :reason, :by, :byName, :at)""";

    private final JdbcClient db;

    StaffStore(JdbcClient db) {
        this.db = db;
    }

    /// A member of staff, wherever they belong.
    record Member(UUID id, String name, UUID agency) {}

    /// A spell that counts now or will.
    public record Spell(
            UUID id,
            UUID post,
            UUID staff,
            UUID agency,
            String title,
            LocalDate firstDay,
            Optional<LocalDate> lastDay,
            boolean standsIn) {

        boolean counts(LocalDate day) {
            return !day.isBefore(firstDay)
                    && lastDay.map(last -> !day.isAfter(last)).orElse(true);
        }
    }

    /// What was done.
    enum Deed {
        JOIN,
        APPOINT,
        END,
        STAND_IN,
        LEAVE,
        RENAME,
        SHUT
    }

    List<Member> people(Work work, UUID agency) {
        return db.sql(PEOPLE)
                .param("agency", agency)
                .param("today", work.today())
                .query((row, at) -> new Member(id(row, "id"), row.getString("name"), id(row, "agency")))
                .list();
    }

    /// The spells of some people that count now or will.
    public List<Spell> spells(Work work, List<UUID> people) {
        return db.sql(SPELLS)
                .param("people", people.toArray(UUID[]::new))
                .param("today", work.today())
                .query((row, at) -> new Spell(
                        id(row, "id"),
                        id(row, "post"),
                        id(row, "staff"),
                        id(row, "agency"),
                        row.getString("title"),
                        row.getObject("first_day", LocalDate.class),
                        Optional.ofNullable(row.getObject("last_day", LocalDate.class)),
                        row.getBoolean("stands_in")))
                .list();
    }

    void end(Work work, UUID spell) {
        END.forEach(statement -> db.sql(statement)
                .param("now", work.now().atOffset(ZoneOffset.UTC))
                .param("today", work.today())
                .param("id", spell)
                .update());
    }

    void note(Work work, Actor by, UUID person, UUID agency, Deed deed, String words, String reason) {
        OffsetDateTime at = work.now().atOffset(ZoneOffset.UTC);
        db.sql(NOTE)
                .param("id", Ids.at(work.now()))
                .param("person", person)
                .param("agency", agency)
                .param("deed", deed.name())
                .param("words", words)
                .param("reason", reason)
                .param("by", by.person())
                .param("byName", by.name())
                .param("at", at)
                .update();
    }

    private static UUID id(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }
}
