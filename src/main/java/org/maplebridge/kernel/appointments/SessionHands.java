package org.maplebridge.kernel.appointments;

import java.util.List;
import java.util.UUID;
import org.maplebridge.kernel.matters.Hands;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Whoever leads a session that is still to come, or was asked to it, is at work.
@Component
class SessionHands implements Hands {

    private static final String ON = """
        select s.host as person from appointments.session s where s.matter = :matter and s.state = 'PLANNED'
        union
        select g.staff
          from appointments.session s
          join appointments.guest g on g.matter = s.matter and g.session = s.no
         where s.matter = :matter and s.state = 'PLANNED' and g.staff is not null\
        """;

    private final JdbcClient db;

    SessionHands(JdbcClient db) {
        this.db = db;
    }

    @Override
    public List<UUID> on(UUID matter) {
        return db.sql(ON)
                .param("matter", matter)
                .query((row, at) -> row.getObject("person", UUID.class))
                .list();
    }
}
