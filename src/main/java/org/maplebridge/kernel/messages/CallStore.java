package org.maplebridge.kernel.messages;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
         where agency = :agency and state in ('CALL', 'WRONG') and id > :after\
        """;

    private static final String OLDEST_FIRST = " order by id limit :limit";

    /// In a row, the last ones.
    private static final String BESIDE = """
        select m.id, coalesce(p.shown, '当事人') as shown,
               (select count(*)
                  from messages.call c
                 where c.matter = m.about and c.party = m.party and c.result = 'NO_ANSWER'
                   and c.no > coalesce((select max(o.no) from messages.call o
                                         where o.matter = m.about and o.party = m.party
                                           and o.result <> 'NO_ANSWER'), 0)) as unanswered
          from messages.message m
          left join matters.party p on p.matter = m.about and p.no = m.party
         where m.id = any(:ids)\
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

    /// Only what is asked for stands in the statement: it is planned once, whatever the values.
    static String calls(Wanted wanted) {
        var asked = new StringBuilder(CALLS);
        wanted.why().ifPresent(why -> asked.append(" and why = :why"));
        if (wanted.wrong()) {
            asked.append(" and state = 'WRONG'");
        }
        wanted.from().ifPresent(day -> asked.append(" and created_at >= :from"));
        wanted.until().ifPresent(day -> asked.append(" and created_at < :until"));
        return asked.append(OLDEST_FIRST).toString();
    }

    List<MessageStore.Kept> calls(UUID agency, Wanted wanted, UUID after, int limit) {
        return db.sql(calls(wanted))
                .param("agency", agency)
                .param("after", after)
                .param("why", wanted.why().map(Enum::name).orElse(null))
                .param("from", wanted.from().map(CallStore::start).orElse(null))
                .param(
                        "until",
                        wanted.until().map(day -> start(day.plusDays(1))).orElse(null))
                .param("limit", limit)
                .query((row, no) -> MessageStore.kept(row))
                .list();
    }

    /// What stands beside a call.
    ///
    /// @param name of whom, as masked as everywhere
    /// @param unanswered how often nobody answered, in a row
    record Beside(String name, int unanswered) {
        static final Beside NOTHING = new Beside("当事人", 0);
    }

    /// By message.
    Map<UUID, Beside> beside(List<MessageStore.Kept> calls) {
        var found = new HashMap<UUID, Beside>();
        db.sql(BESIDE)
                .param("ids", calls.stream().map(MessageStore.Kept::id).toArray(UUID[]::new))
                .query(row -> {
                    found.put(
                            row.getObject("id", UUID.class),
                            new Beside(row.getString("shown"), row.getInt("unanswered")));
                });
        return found;
    }

    private static OffsetDateTime start(LocalDate day) {
        return day.atStartOfDay(Work.ZONE).toOffsetDateTime();
    }
}
