package org.maplebridge.kernel.alerts;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.maplebridge.kernel.ground.Ids;
import org.maplebridge.kernel.ground.Work;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What an office is told that comes from no limit of a matter. Telling it twice changes nothing.
@Component
class OfficeAlerts {

    private static final String RAISE = """
        insert into alerts.alert (id, matter, deadline_no, kind, level, unit, domain, limit_title, due_at, settled,
                                  raised_at, about)
        values (:id, :subject, 0, :kind, :level, :unit, :domain, :words, :due, true, :now, :about)
        on conflict do nothing\
        """;

    private final JdbcClient db;

    OfficeAlerts(JdbcClient db) {
        this.db = db;
    }

    /// To whom.
    ///
    /// @param level 0 the office itself, 1 the one above
    record Whom(int level, String unit, String domain) {}

    /// @param subject the matter, or the line of a register
    /// @param due     the moment it is about: of one kind, each is told once for it
    /// @param about   what it is about, for the page
    record Told(String kind, UUID subject, String words, OffsetDateTime due, String about) {}

    /// How many were told anew.
    int raise(Work work, Whom whom, Told told) {
        return db.sql(RAISE)
                .param("id", Ids.at(work.now()))
                .param("subject", told.subject())
                .param("kind", told.kind())
                .param("level", whom.level())
                .param("unit", whom.unit())
                .param("domain", whom.domain())
                .param("words", told.words())
                .param("due", told.due())
                .param("now", work.now().atOffset(ZoneOffset.UTC))
                .param("about", told.about())
                .update();
    }
}
