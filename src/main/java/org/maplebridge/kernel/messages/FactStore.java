package org.maplebridge.kernel.messages;

import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.maplebridge.kernel.matters.Act;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The SQL of what is a fact of the matter: who wants no messages, who was called.
@Component
class FactStore {

    private static final String MUTE = """
        insert into messages.mute (matter, persona, muted, at) values (:matter, :persona, :muted, :at)
        on conflict (matter, persona) do update set muted = excluded.muted, at = excluded.at\
        """;

    private static final String MUTED =
            "select exists (select from messages.mute where matter = :matter and persona = :persona and muted)";

    private static final String CALL = """
        insert into messages.call (matter, no, party, result, note, at)
        select :matter, coalesce(max(no), 0) + 1, :party, :result, :note, :at
          from messages.call where matter = :matter\
        """;

    private static final String LATEST = """
        select party, result from messages.call where matter = :matter order by no desc limit 1\
        """;

    /// In a row, the last ones.
    private static final String UNANSWERED = """
        select count(*)
          from messages.call c
         where c.matter = :matter and c.party = :party and c.result = 'NO_ANSWER'
           and c.no > coalesce((select max(o.no) from messages.call o
                                 where o.matter = :matter and o.party = :party and o.result <> 'NO_ANSWER'), 0)\
        """;

    private static final String ANSWERED = """
        update messages.message
           set state = :state
         where about = :matter and party = :party and state in ('CALL', 'WRONG')\
        """;

    private final JdbcClient db;

    FactStore(JdbcClient db) {
        this.db = db;
    }

    void mute(Act act, UUID persona, boolean muted) {
        db.sql(MUTE)
                .param("matter", act.id())
                .param("persona", persona)
                .param("muted", muted)
                .param("at", act.now().atOffset(ZoneOffset.UTC))
                .update();
    }

    boolean muted(UUID matter, UUID persona) {
        return db.sql(MUTED)
                .param("matter", matter)
                .param("persona", persona)
                .query(Boolean.class)
                .single();
    }

    void call(Act act, Called said) {
        db.sql(CALL)
                .param("matter", act.id())
                .param("party", said.party())
                .param("result", said.result().name())
                .param("note", said.note().orElse(null), java.sql.Types.VARCHAR)
                .param("at", act.now().atOffset(ZoneOffset.UTC))
                .update();
    }

    /// The last call of a matter.
    record Latest(int party, String result) {}

    Optional<Latest> latest(UUID matter) {
        return db.sql(LATEST)
                .param("matter", matter)
                .query((row, at) -> new Latest(row.getInt("party"), row.getString("result")))
                .optional();
    }

    int unanswered(UUID matter, int party) {
        return db.sql(UNANSWERED)
                .param("matter", matter)
                .param("party", party)
                .query(Integer.class)
                .single();
    }

    /// What was to be told by this call.
    int answered(UUID matter, int party, String state) {
        return db.sql(ANSWERED)
                .param("matter", matter)
                .param("party", party)
                .param("state", state)
                .update();
    }
}
