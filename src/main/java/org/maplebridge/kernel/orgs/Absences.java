package org.maplebridge.kernel.orgs;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.maplebridge.kernel.ground.Ids;
import org.maplebridge.kernel.ground.Problem;
import org.maplebridge.kernel.ground.Refused;
import org.maplebridge.kernel.ground.Work;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Writes down who is away and that they are back. It shows in the directory of the works that begin after the commit.
@Component
public class Absences {

    private static final String ENTER = """
        insert into orgs.absence (id, staff, first_day, last_day, reason, entered_by, entered_at)
        values (:id, :staff, :firstDay, :lastDay, :reason, :by, :now)\
        """;

    private static final String OVERLAPS = """
        select exists (select from orgs.absence
                        where staff = :staff and not withdrawn
                          and first_day <= :lastDay and last_day >= :firstDay)\
        """;

    private static final String FIND = """
        select id, staff, first_day, last_day, reason, entered_by from orgs.absence
         where id = :id and not withdrawn\
        """;

    private static final String WITHDRAW = "update orgs.absence set withdrawn = true where id = :id and not withdrawn";

    private static final String END = """
        update orgs.absence set last_day = :lastDay
         where id = :id and not withdrawn and first_day <= :lastDay and last_day > :lastDay\
        """;

    private final JdbcClient db;

    Absences(JdbcClient db) {
        this.db = db;
    }

    /// Somebody will be away, or is from today on.
    ///
    /// @throws Refused naming the fields at fault
    public Absence enter(
            Work work, UUID staff, LocalDate firstDay, LocalDate lastDay, AbsenceReason reason, String enteredBy) {
        boolean overlaps = db.sql(OVERLAPS)
                .param("staff", staff)
                .param("firstDay", firstDay)
                .param("lastDay", lastDay)
                .query(Boolean.class)
                .single();
        new OrgsRules()
                .period(firstDay, Optional.of(lastDay))
                .require(!firstDay.isBefore(work.today()), "firstDay", "过去的日子不补记，请从今天或以后起填。")
                .require(!lastDay.isAfter(firstDay.plusYears(1)), "lastDay", "最长一年；更久请办离岗。")
                .require(!overlaps, "firstDay", "这几天里已经登记过不在岗，请先撤销或改日子。")
                .settle();
        var absence = new Absence(Ids.at(work.now()), staff, firstDay, lastDay, reason, enteredBy);
        db.sql(ENTER)
                .param("id", absence.id())
                .param("staff", staff)
                .param("firstDay", firstDay)
                .param("lastDay", lastDay)
                .param("reason", reason.name())
                .param("by", enteredBy)
                .param("now", work.now().atOffset(java.time.ZoneOffset.UTC))
                .update();
        return absence;
    }

    /// One that was not taken back.
    public Optional<Absence> find(UUID id) {
        return db.sql(FIND)
                .param("id", id)
                .query((row, at) -> OrgsStore.absence(row))
                .optional();
    }

    /// They are back: one that has begun ended yesterday, one that hasn't never was.
    public void back(Work work, Absence absence) {
        var yesterday = work.today().minusDays(1);
        if (absence.lastDay().isBefore(work.today())) {
            throw new Refused(Problem.fields(List.of(new Problem.Field("id", "这段不在岗已经过去，不用撤销。"))));
        }
        boolean begun = absence.firstDay().isBefore(work.today());
        var statement = db.sql(begun ? END : WITHDRAW).param("id", absence.id());
        (begun ? statement.param("lastDay", yesterday) : statement).update();
    }
}
