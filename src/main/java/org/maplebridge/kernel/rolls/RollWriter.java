package org.maplebridge.kernel.rolls;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.ground.Canonical;
import org.maplebridge.kernel.ground.Ids;
import org.maplebridge.kernel.ground.Work;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Writes lines of registers and who wrote them. In the work of a job.
@Component
class RollWriter {

    private static final String ADD = """
        insert into rolls.entry (id, line, roll, parent, area, name, person, facts, first_day, last_day, entered_by,
                                 entered_name, entered_at)
        values (:id, :line, :roll, :parent, :area, :name, :person, cast(:facts as jsonb), :first, :last, :by, :byName,
                :at)\
        """;

    private static final String END = "update rolls.entry set last_day = :last where id = :id";

    private static final String WITHDRAW = "update rolls.entry set withdrawn = true where id = :id";

    private static final String NOTE = """
        insert into rolls.change (id, line, deed, words, reason, by, by_name, at)
        values (:id, :line, :deed, :words, :reason, :by, :byName, :at)\
        """;

    private final JdbcClient db;

    RollWriter(JdbcClient db) {
        this.db = db;
    }

    /// What was done.
    enum Deed {
        BEGIN,
        CHANGE,
        END,
        WITHDRAW
    }

    void add(RollEntry entry) {
        db.sql(ADD)
                .param("id", entry.id())
                .param("line", entry.line())
                .param("roll", entry.roll())
                .param("parent", entry.parent().orElse(null))
                .param("area", entry.area())
                .param("name", entry.name())
                .param("person", entry.person().orElse(null))
                .param("facts", Canonical.text(entry.facts()))
                .param("first", entry.firstDay())
                .param("last", entry.lastDay().orElse(null))
                .param("by", entry.enteredBy())
                .param("byName", entry.enteredName())
                .param("at", entry.enteredAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    void end(UUID id, LocalDate last) {
        db.sql(END).param("id", id).param("last", last).update();
    }

    /// The other end of a line that was ended for one that is withdrawn; empty: it goes on.
    void reopen(UUID id, Optional<LocalDate> last) {
        db.sql(END).param("id", id).param("last", last.orElse(null)).update();
    }

    void withdraw(UUID id) {
        db.sql(WITHDRAW).param("id", id).update();
    }

    void note(Work work, Actor by, UUID line, Deed deed, String words, String reason) {
        note(work, new MediatorRoll.Decider(by.person(), by.name()), line, deed, words, reason);
    }

    void note(Work work, MediatorRoll.Decider by, UUID line, Deed deed, String words, String reason) {
        db.sql(NOTE)
                .param("id", Ids.at(work.now()))
                .param("line", line)
                .param("deed", deed.name())
                .param("words", words)
                .param("reason", reason)
                .param("by", by.person())
                .param("byName", by.name())
                .param("at", work.now().atOffset(ZoneOffset.UTC))
                .update();
    }
}
