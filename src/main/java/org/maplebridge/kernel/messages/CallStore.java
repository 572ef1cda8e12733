package org.maplebridge.kernel.messages;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.maplebridge.kernel.ground.Work;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The SQL of the list of calls: along the office's own index, the oldest first.
@Component
class CallStore {

    private static final String CALLS = """
        select * from messages.message
         where agency = :agency and state in ('CALL', 'WRONG') and id > :after
           and (:why::text is null or why = :why)
           and (not :wrong or state = 'WRONG')
           and (:from::timestamptz is null or created_at >= :from)
           and (:until::timestamptz is null or created_at < :until)
         order by id
         limit :limit\
        """;

    private final JdbcClient db;

    CallStore(JdbcClient db) {
        this.db = db;
    }

    /// Which calls are asked for.
    ///
    /// @param wrong only those whose number has to be put right first
    /// @param until the last day
    record Wanted(Optional<Why> why, boolean wrong, Optional<LocalDate> from, Optional<LocalDate> until) {}

    List<MessageStore.Kept> calls(UUID agency, Wanted wanted, UUID after, int limit) {
        return db.sql(CALLS)
                .param("agency", agency)
                .param("after", after)
                .param("why", wanted.why().map(Enum::name).orElse(null))
                .param("wrong", wanted.wrong())
                .param("from", wanted.from().map(CallStore::start).orElse(null))
                .param(
                        "until",
                        wanted.until().map(day -> start(day.plusDays(1))).orElse(null))
                .param("limit", limit)
                .query((row, no) -> MessageStore.kept(row))
                .list();
    }

    private static OffsetDateTime start(LocalDate day) {
        return day.atStartOfDay(Work.ZONE).toOffsetDateTime();
    }
}
