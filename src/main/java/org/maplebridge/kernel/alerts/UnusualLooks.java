package org.maplebridge.kernel.alerts;

import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.ground.Ids;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.matters.LooksWatch;
import org.maplebridge.kernel.matters.Matter;
import org.maplebridge.kernel.orgs.Agency;
import org.maplebridge.kernel.orgs.Area;
import org.maplebridge.kernel.orgs.Offices;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Tells the county's supervisors, and nobody else, that somebody looks at people's data unusually often.
@Component
class UnusualLooks implements LooksWatch {

    private static final String RAISE = "select alerts.unusual_looks(:id, :matter, :domain, :area, :who, :words)";

    private final JdbcClient db;
    private final Offices offices;

    UnusualLooks(JdbcClient db, Offices offices) {
        this.db = db;
        this.offices = offices;
    }

    @Override
    public void unusual(Work work, Actor actor, Matter matter, int count, int most) {
        var directory = offices.at(work);
        var office = actor.agency().flatMap(directory::agency).map(Agency::name).orElse("");
        db.sql(RAISE)
                .param("id", Ids.at(work.now()))
                .param("matter", matter.id())
                .param("domain", matter.domain())
                .param(
                        "area",
                        directory
                                .rootArea()
                                .map(Area::path)
                                .orElse(matter.office().area()))
                .param("who", actor.person().toString())
                .param("words", actor.name() + "（" + office + "）一小时内看了 " + count + " 次当事人信息，平常不超过 " + most + " 次，请了解原因")
                .query((row, at) -> at)
                .list();
    }
}
