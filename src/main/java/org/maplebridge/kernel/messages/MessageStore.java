package org.maplebridge.kernel.messages;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.maplebridge.kernel.ground.Ids;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.messages.Carrier.Channel;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The SQL of messages to parties.
@Component
class MessageStore {

    private static final String ADD = """
        insert into messages.message (id, about, seq, party, persona, agency, channel, sealed, urgent, careful,
                                      state, why, next_at, created_at)
        values (:id, :about, :seq, :party, :persona, :agency, :channel, :sealed, :urgent, :careful,
                :state, :why, :next, :now)
        on conflict (about, seq, party) do nothing\
        """;

    /// One message rather than twenty: what has not gone yet gives way to the newer.
    private static final String REPLACE = """
        update messages.message
           set state = 'REPLACED'
         where about = :about and party = :party and state in ('QUEUED', 'CALL')\
        """;

    private static final String LAST_SENT = """
        select sent_at from messages.message
         where about = :about and party = :party and sent_at is not null
         order by sent_at desc
         limit 1\
        """;

    private static final String READDRESS = """
        update messages.message
           set sealed = :sealed, channel = :channel, state = :state, why = :why, next_at = :next, tries = 0
         where id = :id\
        """;

    private static final String HANDED_ON = """
        update messages.message
           set agency = :agency
         where about = :about and state in ('CALL', 'WRONG') and agency is distinct from :agency\
        """;

    private static final String IN_STATE = """
        select * from messages.message where about = :about and state = :state order by id\
        """;

    private static final String OF_PARTY = """
        select * from messages.message
         where about = :about and persona = :persona
         order by id desc
         limit 50\
        """;

    private static final String CLAIM = """
        update messages.message m
           set state = 'SENDING', tries = tries + 1, next_at = :lease
          from (select id from messages.message
                 where state in ('QUEUED', 'SENDING') and next_at <= :now
                 order by next_at, id
                 limit :limit
                   for update skip locked) due
         where m.id = due.id
        returning m.*\
        """;

    private static final String BECOMES = """
        update messages.message
           set state = :state, why = :why, next_at = :next, sent_at = coalesce(:sent, sent_at)
         where id = :id and state = any(:from)\
        """;

    private static final String LATE = """
        select * from messages.message
         where state = 'SENT' and next_at <= :now
         order by next_at, id
         limit 200
           for update skip locked\
        """;

    private static final String ONE = "select * from messages.message where id = :id";

    private static final String LOG = """
        insert into messages.delivery (id, about, message, at, what, detail)
        values (:id, :about, :message, :at, :what, :detail)\
        """;

    private static final String FORGET = """
        with gone as (delete from messages.message where about = :about),
             ways as (delete from messages.delivery where about = :about),
             care as (delete from messages.careful where about = :about),
             seen as (delete from messages.seen s using messages.note n
                       where n.about = :about and s.note = n.id)
        delete from messages.note where about = :about\
        """;

    private static final String CARE =
            "insert into messages.careful (about, since) values (:about, :at) on conflict do nothing";

    private static final String CAREFUL = "select exists (select from messages.careful where about = :about)";

    private final JdbcClient db;

    MessageStore(JdbcClient db) {
        this.db = db;
    }

    /// A message as it is kept.
    record Kept(
            UUID id,
            UUID about,
            int seq,
            int party,
            UUID persona,
            Channel channel,
            Optional<byte[]> sealed,
            boolean urgent,
            boolean careful,
            String state,
            String why,
            int tries,
            Instant createdAt,
            Optional<Instant> sentAt) {}

    /// Where a message goes and when.
    record Route(Channel channel, String state, String why, Instant next) {}

    void add(Work work, Kept message, Optional<UUID> agency, Route route) {
        db.sql(REPLACE)
                .param("about", message.about())
                .param("party", message.party())
                .update();
        db.sql(ADD)
                .param("id", message.id())
                .param("about", message.about())
                .param("seq", message.seq())
                .param("party", message.party())
                .param("persona", message.persona())
                .param("agency", agency.orElse(null))
                .param("channel", route.channel().name())
                .param("sealed", message.sealed().orElse(null))
                .param("urgent", message.urgent())
                .param("careful", message.careful())
                .param("state", route.state())
                .param("why", route.why())
                .param("next", at(route.next()))
                .param("now", at(work.now()))
                .update();
    }

    void readdress(UUID id, byte[] sealed, Route route) {
        db.sql(READDRESS)
                .param("id", id)
                .param("sealed", sealed)
                .param("channel", route.channel().name())
                .param("state", route.state())
                .param("why", route.why())
                .param("next", at(route.next()))
                .update();
    }

    Optional<Instant> lastSent(UUID about, int party) {
        return db.sql(LAST_SENT)
                .param("about", about)
                .param("party", party)
                .query((row, no) -> row.getObject("sent_at", OffsetDateTime.class))
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    void handedOn(UUID about, Optional<UUID> agency) {
        db.sql(HANDED_ON)
                .param("about", about)
                .param("agency", agency.orElse(null), java.sql.Types.OTHER)
                .update();
    }

    List<Kept> inState(UUID about, String state) {
        return db.sql(IN_STATE)
                .param("about", about)
                .param("state", state)
                .query((row, no) -> kept(row))
                .list();
    }

    List<Kept> ofParty(UUID about, UUID persona) {
        return db.sql(OF_PARTY)
                .param("about", about)
                .param("persona", persona)
                .query((row, no) -> kept(row))
                .list();
    }

    /// Takes what is due, for as long as the lease runs: whoever dies meanwhile leaves it to the next.
    List<Kept> claim(Work work, Instant lease, int limit) {
        return db.sql(CLAIM)
                .param("now", at(work.now()))
                .param("lease", at(lease))
                .param("limit", limit)
                .query((row, no) -> kept(row))
                .list();
    }

    List<Kept> late(Work work) {
        return db.sql(LATE)
                .param("now", at(work.now()))
                .query((row, no) -> kept(row))
                .list();
    }

    Optional<Kept> find(UUID id) {
        return db.sql(ONE).param("id", id).query((row, no) -> kept(row)).optional();
    }

    /// Changes the state, unless it is another by now; whether it did.
    boolean becomes(Work work, Kept message, List<String> from, Route route, boolean sent, String detail) {
        int changed = db.sql(BECOMES)
                .param("id", message.id())
                .param("from", from.toArray(String[]::new))
                .param("state", route.state())
                .param("why", route.why())
                .param("next", at(route.next()))
                .param("sent", sent ? at(work.now()) : null, java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
        if (changed > 0) {
            db.sql(LOG)
                    .param("id", Ids.at(work.now()))
                    .param("about", message.about())
                    .param("message", message.id())
                    .param("at", at(work.now()))
                    .param("what", route.state())
                    .param("detail", detail)
                    .update();
        }
        return changed > 0;
    }

    void forget(UUID about) {
        db.sql(FORGET).param("about", about).update();
    }

    void careful(Work work, UUID about) {
        db.sql(CARE).param("about", about).param("at", at(work.now())).update();
    }

    boolean isCareful(UUID about) {
        return db.sql(CAREFUL).param("about", about).query(Boolean.class).single();
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    static Kept kept(ResultSet row) throws SQLException {
        return new Kept(
                row.getObject("id", UUID.class),
                row.getObject("about", UUID.class),
                row.getInt("seq"),
                row.getInt("party"),
                row.getObject("persona", UUID.class),
                Channel.valueOf(row.getString("channel")),
                Optional.ofNullable(row.getBytes("sealed")),
                row.getBoolean("urgent"),
                row.getBoolean("careful"),
                row.getString("state"),
                row.getString("why"),
                row.getInt("tries"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("sent_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }
}
