package org.maplebridge.scenes.stretch.relay;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Remembers by which offices a paper went.
@Component
class RelayStore {

    private static final String HOP = """
        insert into stretch_relay.hop (matter, no, agency)
        select :matter, coalesce(max(no), 0) + 1, :agency
          from stretch_relay.hop
         where matter = :matter
        """;
    private static final String HOPS = """
        select agency
          from stretch_relay.hop
         where matter = :matter
         order by no
        """;

    private final JdbcClient db;

    RelayStore(JdbcClient db) {
        this.db = db;
    }

    void hop(UUID matter, UUID agency) {
        db.sql(HOP).param("matter", matter).param("agency", agency).update();
    }

    List<UUID> hops(UUID matter) {
        return db.sql(HOPS)
                .param("matter", matter)
                .query((row, number) -> row.getObject("agency", UUID.class))
                .list();
    }
}
