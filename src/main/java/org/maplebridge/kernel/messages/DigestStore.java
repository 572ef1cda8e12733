package org.maplebridge.kernel.messages;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.maplebridge.kernel.ground.Batch;
import org.maplebridge.kernel.ground.MasterKey;
import org.maplebridge.kernel.ground.Resealing;
import org.maplebridge.kernel.ground.Sealing;
import org.maplebridge.kernel.ground.Work;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Who wants the list of the day by mail, and what became of it. The address is sealed under the master key, bound to
/// the person.
@Component
class DigestStore implements Resealing {

    private static final String PURPOSE = "messages digest";

    private static final String NEXT = """
        select id, sealed, key_version
          from messages.digest
         where id > :after
         order by id
         limit :most
           for update\
        """;

    private static final String SEAL = "update messages.digest set sealed = ?, key_version = ? where id = ?";

    private static final String ASK = """
        insert into messages.digest (id, sealed, key_version, since)
        values (:me, :sealed, :version, :now)
        on conflict (id) do update
           set sealed = excluded.sealed, key_version = excluded.key_version, since = excluded.since\
        """;

    private static final String STOP = "delete from messages.digest where id = :me";

    private static final String ASKED = "select id, sealed, key_version, since from messages.digest where id = :me";

    private static final String TRY = """
        insert into messages.digest_way (person, day, state, at)
        values (:me, :day, 'SENDING', :now)
        on conflict do nothing\
        """;

    private static final String BECAME = """
        update messages.digest_way
           set state = :state, at = :now
         where person = :me and day = :day\
        """;

    private static final String LAST = """
        select day, state from messages.digest_way where person = :me order by day desc limit 1\
        """;

    private final JdbcClient db;
    private final MasterKey master;

    DigestStore(JdbcClient db, MasterKey master) {
        this.db = db;
        this.master = master;
    }

    /// @param since when it was asked for
    record Asked(String mail, Instant since) {}

    /// What became of the last one.
    record Way(LocalDate day, State state) {}

    enum State {
        SENDING("没有发成，下一个工作日再发"),
        SENT("已交给邮件网关"),
        FAILED("没有发成，下一个工作日再发"),
        UNWANTED("邮件网关不收这个地址，请核对"),
        NO_WAY("系统没有配置邮件");

        private final String title;

        State(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }
    }

    void ask(Work work, UUID me, String mail) {
        var key = master.current(PURPOSE);
        db.sql(ASK)
                .param("me", me)
                .param("sealed", sealed(key, me, mail.getBytes(StandardCharsets.UTF_8)))
                .param("version", key.version())
                .param("now", work.now().atOffset(ZoneOffset.UTC))
                .update();
    }

    void stop(UUID me) {
        db.sql(STOP).param("me", me).update();
    }

    Optional<Asked> asked(UUID me) {
        return db.sql(ASKED)
                .param("me", me)
                .query((row, at) -> new Asked(
                        new String(opened(row), StandardCharsets.UTF_8),
                        row.getObject("since", OffsetDateTime.class).toInstant()))
                .optional();
    }

    /// Whether it is this one's to try: once a person and day.
    boolean begun(Work work, UUID person) {
        return db.sql(TRY)
                        .param("me", person.toString())
                        .param("day", work.today())
                        .param("now", work.now().atOffset(ZoneOffset.UTC))
                        .update()
                > 0;
    }

    void became(Work work, UUID person, LocalDate day, State state) {
        db.sql(BECAME)
                .param("me", person.toString())
                .param("day", day)
                .param("state", state.name())
                .param("now", work.now().atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<Way> last(UUID me) {
        return db.sql(LAST)
                .param("me", me.toString())
                .query((row, at) ->
                        new Way(row.getObject("day", LocalDate.class), State.valueOf(row.getString("state"))))
                .optional();
    }

    private static byte[] sealed(MasterKey.Derived key, UUID person, byte[] plain) {
        return Sealing.seal(key.key().value(), plain, place(person));
    }

    private byte[] opened(ResultSet row) throws SQLException {
        var key = master.sealedUnder(PURPOSE, row.getString("key_version"));
        return Sealing.open(key.key().value(), row.getBytes("sealed"), place(row.getObject("id", UUID.class)));
    }

    private static byte[] place(UUID person) {
        return ByteBuffer.allocate(16)
                .putLong(person.getMostSignificantBits())
                .putLong(person.getLeastSignificantBits())
                .array();
    }

    @Override
    public String next() {
        return NEXT;
    }

    @Override
    public void again(ResultSet row, Batch batch) throws SQLException {
        var key = master.current(PURPOSE);
        if (row.getString("key_version").equals(key.version())) {
            return;
        }
        var id = row.getObject("id", UUID.class);
        batch.add(SEAL, sealed(key, id, opened(row)), key.version(), id);
    }
}
