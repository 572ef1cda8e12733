package org.maplebridge.kernel.orgs;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Reads the whole directory.
@Component
final class OrgsStore {

    private static final String AREAS = "select path, name from orgs.area order by path";
    private static final String AGENCIES = "select id, name, kind, level, area, phone, parent from orgs.agency";
    private static final String POSTS = "select id, agency, title, roles from orgs.post";
    private static final String STAFF = "select id, name, agency from orgs.staff";
    private static final String SPELLS = """
        select id, post, staff, first_day, last_day, false as stands_in from orgs.holding
         where ended_at is null or (ended_at at time zone 'Asia/Shanghai')::date > last_day
        union all
        select id, post, staff, first_day, last_day, true from orgs.stand_in
         where ended_at is null or (ended_at at time zone 'Asia/Shanghai')::date > last_day
        """;

    /// What ended long ago is nobody's business any more.
    private static final String ABSENCES = """
        select id, staff, first_day, last_day, reason, entered_by from orgs.absence
         where not withdrawn and last_day > (ground.moment() at time zone 'Asia/Shanghai')::date - 400
        """;

    private final JdbcClient db;

    OrgsStore(JdbcClient db) {
        this.db = db;
    }

    record Rows(
            List<Area> areas,
            List<Agency> agencies,
            List<Post> posts,
            List<Staff> staff,
            List<SpellRow> spells,
            List<Absence> absences) {}

    record SpellRow(UUID id, UUID post, UUID staff, LocalDate firstDay, Optional<LocalDate> lastDay, boolean standsIn) {

        boolean counts(LocalDate day) {
            return !day.isBefore(firstDay)
                    && lastDay.map(last -> !day.isAfter(last)).orElse(true);
        }
    }

    Rows read() {
        return new Rows(
                db.sql(AREAS)
                        .query((row, number) -> new Area(row.getString("path"), row.getString("name")))
                        .list(),
                db.sql(AGENCIES).query((row, number) -> agency(row)).list(),
                db.sql(POSTS).query((row, number) -> post(row)).list(),
                db.sql(STAFF)
                        .query((row, number) -> new Staff(uuid(row, "id"), row.getString("name"), uuid(row, "agency")))
                        .list(),
                db.sql(SPELLS).query((row, number) -> spell(row)).list(),
                db.sql(ABSENCES).query((row, number) -> absence(row)).list());
    }

    static Absence absence(ResultSet row) throws SQLException {
        return new Absence(
                uuid(row, "id"),
                uuid(row, "staff"),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                AbsenceReason.valueOf(row.getString("reason")),
                row.getString("entered_by"));
    }

    private static Agency agency(ResultSet row) throws SQLException {
        return new Agency(
                uuid(row, "id"),
                row.getString("name"),
                row.getString("kind"),
                Level.valueOf(row.getString("level")),
                row.getString("area"),
                Optional.ofNullable(row.getString("phone")),
                Optional.ofNullable(row.getObject("parent", UUID.class)));
    }

    private static Post post(ResultSet row) throws SQLException {
        var roles = (String[]) row.getArray("roles").getArray();
        return new Post(uuid(row, "id"), uuid(row, "agency"), row.getString("title"), List.of(roles));
    }

    private static SpellRow spell(ResultSet row) throws SQLException {
        return new SpellRow(
                uuid(row, "id"),
                uuid(row, "post"),
                uuid(row, "staff"),
                row.getObject("first_day", LocalDate.class),
                Optional.ofNullable(row.getObject("last_day", LocalDate.class)),
                row.getBoolean("stands_in"));
    }

    private static UUID uuid(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }
}
