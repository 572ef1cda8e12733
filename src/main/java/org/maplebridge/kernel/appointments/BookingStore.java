package org.maplebridge.kernel.appointments;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.maplebridge.kernel.appointments.FreeTimes.Stretch;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The SQL of what is taken: rooms and hosts, whoever may see for what.
@Component
class BookingStore {

    private static final String TAKE_TURNS = "select pg_advisory_xact_lock(hashtextextended(:key, 11))";

    private static final String TAKEN = """
        select room, host, starts, ends
          from appointments.taken(:rooms, :hosts, :from, :to)
         order by starts\
        """;

    private static final String BOOK = """
        insert into appointments.booking (about, no, room, host, starts, ends)
        values (:about, :no, :room, :host, :starts, :ends)\
        """;

    private static final String FREE = "delete from appointments.booking where about = :about and no = :no";

    private final JdbcClient db;

    BookingStore(JdbcClient db) {
        this.db = db;
    }

    /// A room or a host is taken; the other of the two is empty.
    record Taken(Optional<UUID> room, Optional<UUID> host, Stretch when) {}

    /// Whoever books the same room or host at the same moment waits, and then sees it taken.
    void takeTurns(Optional<UUID> room, UUID host) {
        Stream.concat(room.stream().map(id -> "room " + id), Stream.of("host " + host))
                .sorted()
                .forEach(key -> db.sql(TAKE_TURNS).param("key", key).query(row -> {}));
    }

    List<Taken> taken(List<UUID> rooms, List<UUID> hosts, Stretch within) {
        return db.sql(TAKEN)
                .param("rooms", rooms.toArray(UUID[]::new))
                .param("hosts", hosts.toArray(UUID[]::new))
                .param("from", at(within.starts()))
                .param("to", at(within.ends()))
                .query((row, at) -> new Taken(
                        Optional.ofNullable(row.getObject("room", UUID.class)),
                        Optional.ofNullable(row.getObject("host", UUID.class)),
                        new Stretch(
                                row.getObject("starts", OffsetDateTime.class).toInstant(),
                                row.getObject("ends", OffsetDateTime.class).toInstant())))
                .list();
    }

    void book(UUID about, int no, Optional<UUID> room, UUID host, Stretch when) {
        db.sql(BOOK)
                .param("about", about)
                .param("no", no)
                .param("room", room.orElse(null))
                .param("host", host)
                .param("starts", at(when.starts()))
                .param("ends", at(when.ends()))
                .update();
    }

    void free(UUID about, int no) {
        db.sql(FREE).param("about", about).param("no", no).update();
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
