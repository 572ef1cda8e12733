package org.maplebridge.kernel.alerts;

import java.util.List;
import java.util.UUID;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.access.TakingsWatch;
import org.maplebridge.kernel.ground.Ids;
import org.maplebridge.kernel.ground.Work;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Tells those who supervise an office, and nobody else, that somebody there takes out unusually much: once a day.
@Component
class UnusualTaking implements TakingsWatch {

    private static final String RAISE = "select alerts.unusual_taking(:ids, :line, :areas, :who, :words)";

    private final JdbcClient db;

    UnusualTaking(JdbcClient db) {
        this.db = db;
    }

    @Override
    public void unusual(Work work, Actor actor, UUID taking, List<String> areas, String words) {
        db.sql(RAISE)
                .param("ids", areas.stream().map(area -> Ids.at(work.now())).toArray(UUID[]::new))
                .param("line", taking)
                .param("areas", areas.toArray(String[]::new))
                .param("who", "taking:" + actor.person())
                .param("words", words)
                .query((row, at) -> at)
                .list();
    }
}
