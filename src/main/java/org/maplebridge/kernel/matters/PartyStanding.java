package org.maplebridge.kernel.matters;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Where a persona stands among the parties of matters, as far as the scope reaches them.
@Component
class PartyStanding {

    private static final String OF = """
            select m.code, p.no
              from people.matters_of(:persona) o(matter)
              join matters.party p on p.matter = o.matter and p.persona = :persona
              join matters.matter m on m.id = o.matter
             order by o.matter desc
             limit 1""";

    private final JdbcClient db;

    PartyStanding(JdbcClient db) {
        this.db = db;
    }

    /// @param code the number of the matter
    /// @param no the place among its parties
    record Place(String code, int no) {}

    /// The newest matter within reach where a persona is a party.
    Optional<Place> of(UUID persona) {
        return db.sql(OF)
                .param("persona", persona)
                .query((row, at) -> new Place(row.getString("code"), row.getInt("no")))
                .optional();
    }
}
