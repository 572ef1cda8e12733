package org.maplebridge.kernel.appointments;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The SQL of those who are to come.
@Component
class GuestStore {

    private static final String OF = "select * from appointments.guest where matter = :matter order by session, no";

    private static final String ADD = """
        insert into appointments.guest (matter, session, no, party, staff, name, role, reply)
        values (:matter, :session, :no, :party, :staff, :name, :role, 'UNKNOWN')\
        """;

    private static final String SUMMON = """
        update appointments.guest set summoned_at = :at, how = :how
         where matter = :matter and session = :session and no = :no\
        """;

    private static final String ANSWER = """
        update appointments.guest set reply = :reply, wish = :wish, replied_at = :at
         where matter = :matter and session = :session and no = :no\
        """;

    private static final String CAME = """
        update appointments.guest set came = no = any(:came)
         where matter = :matter and session = :session\
        """;

    private final JdbcClient db;

    GuestStore(JdbcClient db) {
        this.db = db;
    }

    /// Somebody who is to come: a party, an officer, or somebody by name.
    ///
    /// @param came empty until it was held
    record Guest(
            int session,
            int no,
            Optional<UUID> party,
            Optional<UUID> staff,
            Optional<String> name,
            GuestRole role,
            Optional<Instant> summonedAt,
            Optional<SummonsWay> how,
            SummonsReply reply,
            Optional<String> wish,
            Optional<Boolean> came) {

        /// Whether both are the same person, of the same matter.
        boolean same(Guest other) {
            return party.equals(other.party) && staff.equals(other.staff) && name.equals(other.name);
        }

        /// Asked to come, and stayed away.
        boolean missed() {
            return summonedAt.isPresent() && came.equals(Optional.of(false));
        }
    }

    /// Everybody, of all sessions of a matter.
    List<Guest> of(UUID matter) {
        return db.sql(OF).param("matter", matter).query((row, at) -> guest(row)).list();
    }

    void add(UUID matter, Guest guest) {
        db.sql(ADD)
                .param("matter", matter)
                .param("session", guest.session())
                .param("no", guest.no())
                .param("party", guest.party().orElse(null))
                .param("staff", guest.staff().orElse(null))
                .param("name", guest.name().orElse(null))
                .param("role", guest.role().name())
                .update();
    }

    void summon(UUID matter, int session, int no, SummonsWay how, Instant when) {
        db.sql(SUMMON)
                .param("matter", matter)
                .param("session", session)
                .param("no", no)
                .param("how", how.name())
                .param("at", SessionStore.at(when))
                .update();
    }

    void answer(UUID matter, int session, int no, SummonsReply reply, Optional<String> wish, Instant now) {
        db.sql(ANSWER)
                .param("matter", matter)
                .param("session", session)
                .param("no", no)
                .param("reply", reply.name())
                .param("wish", wish.orElse(null))
                .param("at", SessionStore.at(now))
                .update();
    }

    void came(UUID matter, int session, List<Integer> came) {
        db.sql(CAME)
                .param("matter", matter)
                .param("session", session)
                .param("came", came.toArray(Integer[]::new))
                .update();
    }

    private static Guest guest(ResultSet row) throws SQLException {
        boolean came = row.getBoolean("came");
        boolean unknown = row.wasNull();
        return new Guest(
                row.getInt("session"),
                row.getInt("no"),
                Optional.ofNullable(row.getObject("party", UUID.class)),
                Optional.ofNullable(row.getObject("staff", UUID.class)),
                Optional.ofNullable(row.getString("name")),
                GuestRole.valueOf(row.getString("role")),
                SessionStore.moment(row, "summoned_at"),
                Optional.ofNullable(row.getString("how")).map(SummonsWay::valueOf),
                SummonsReply.valueOf(row.getString("reply")),
                Optional.ofNullable(row.getString("wish")),
                unknown ? Optional.empty() : Optional.of(came));
    }
}
