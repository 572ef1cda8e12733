package org.maplebridge.kernel.matters;

import java.util.List;
import javax.sql.DataSource;
import org.maplebridge.kernel.calendar.Calendars;
import org.maplebridge.kernel.ground.Batch;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.orgs.Offices;
import org.maplebridge.kernel.parameters.Parameters;
import org.maplebridge.kernel.people.Personas;
import org.maplebridge.kernel.people.Ties;
import org.maplebridge.kernel.trail.Trail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Everything a [Pen] writes with.
@Component
record Writing(
        JdbcClient db,
        DataSource source,
        SceneBook scenes,
        Facts facts,
        Trail trail,
        Offices offices,
        Parameters parameters,
        Calendars calendars,
        Personas personas,
        Ties ties,
        Codes codes,
        PartySides sides,
        Conflicts conflicts,
        Stops stops,
        Takers takers,
        List<Consequence> consequences,
        List<Backlog> backlogs) {

    /// A pen for one transaction.
    Pen begin(Work work, Request request) {
        var batch = new Batch();
        return new Pen(Ink.of(this, work, request, batch, batch));
    }

    /// A pen whose batch is sent together with others'.
    Pen begin(Work work, Request request, Batch batch) {
        return new Pen(Ink.of(this, work, request, batch, batch));
    }

    /// Opens a matter beside others.
    ///
    /// @param batch what all of them write
    /// @param people takes the personas, which the next one must find
    Births beside(Work work, Request request, Batch batch, Batch people) {
        return new Births(Ink.of(this, work, request, batch, people));
    }
}
