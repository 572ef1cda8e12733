package org.maplebridge.kernel.appointments;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.maplebridge.kernel.ground.Work;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The SQL of rooms.
@Component
class RoomStore {

    private static final String OF = """
        select id, agency, name, seats, place, equipment from appointments.room
         where agency = any(:agencies) and closed_at is null
         order by name, id\
        """;

    private static final String THESE =
            "select id, agency, name, seats, place, equipment from appointments.room where id = any(:ids)";

    private static final String ADD = """
        insert into appointments.room (id, agency, name, seats, place, equipment)
        values (:id, :agency, :name, :seats, :place, :equipment)\
        """;

    private static final String CLOSE =
            "update appointments.room set closed_at = :now where id = :id and closed_at is null";

    private final JdbcClient db;

    RoomStore(JdbcClient db) {
        this.db = db;
    }

    record Room(UUID id, UUID agency, String name, int seats, String place, Optional<String> equipment) {}

    /// The open rooms of these offices, by name.
    List<Room> of(Collection<UUID> agencies) {
        return db.sql(OF)
                .param("agencies", agencies.toArray(UUID[]::new))
                .query((row, at) -> room(row))
                .list();
    }

    /// Rooms by id, closed ones too.
    List<Room> these(Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : db.sql(THESE)
                        .param("ids", ids.toArray(UUID[]::new))
                        .query((row, at) -> room(row))
                        .list();
    }

    void add(Room room) {
        db.sql(ADD)
                .param("id", room.id())
                .param("agency", room.agency())
                .param("name", room.name())
                .param("seats", room.seats())
                .param("place", room.place())
                .param("equipment", room.equipment().orElse(null))
                .update();
    }

    void close(Work work, UUID id) {
        db.sql(CLOSE)
                .param("id", id)
                .param("now", work.now().atOffset(java.time.ZoneOffset.UTC))
                .update();
    }

    private static Room room(ResultSet row) throws SQLException {
        return new Room(
                row.getObject("id", UUID.class),
                row.getObject("agency", UUID.class),
                row.getString("name"),
                row.getInt("seats"),
                row.getString("place"),
                Optional.ofNullable(row.getString("equipment")));
    }
}
