package org.maplebridge.kernel.appointments;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The SQL of who is on duty.
@Component
class DutyStore {

    private static final String OF = """
        select day, shift, staff from appointments.duty
         where agency = :agency and day between :from and :to
         order by day, shift, staff\
        """;

    private static final String CLEAR =
            "delete from appointments.duty where agency = :agency and day between :from and :to";

    private static final String ADD = """
        insert into appointments.duty (agency, day, shift, staff)
        select :agency, u.day, u.shift, u.staff
          from unnest(cast(:days as date[]), cast(:shifts as text[]), cast(:people as uuid[])) as u(day, shift, staff)\
        """;

    private final JdbcClient db;

    DutyStore(JdbcClient db) {
        this.db = db;
    }

    record Turn(LocalDate day, DutyShift shift, UUID staff) {}

    List<Turn> of(UUID agency, DateRange days) {
        return db.sql(OF)
                .param("agency", agency)
                .param("from", days.from())
                .param("to", days.to())
                .query((row, at) -> new Turn(
                        row.getObject("day", LocalDate.class),
                        DutyShift.valueOf(row.getString("shift")),
                        row.getObject("staff", UUID.class)))
                .list();
    }

    /// These are on duty in those days, and nobody else.
    void replace(UUID agency, DateRange days, List<Turn> turns) {
        db.sql(CLEAR)
                .param("agency", agency)
                .param("from", days.from())
                .param("to", days.to())
                .update();
        db.sql(ADD)
                .param("agency", agency)
                .param("days", turns.stream().map(turn -> turn.day().toString()).toArray(String[]::new))
                .param("shifts", turns.stream().map(turn -> turn.shift().name()).toArray(String[]::new))
                .param("people", turns.stream().map(Turn::staff).toArray(UUID[]::new))
                .update();
    }
}
