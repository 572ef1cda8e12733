package org.maplebridge.kernel.matters;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.calendar.Calendars;
import org.maplebridge.kernel.calendar.LegalCalendar;
import org.maplebridge.kernel.calendar.Term;
import org.maplebridge.kernel.ground.ColourName;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.orgs.Directory;
import org.maplebridge.kernel.orgs.Level;
import org.maplebridge.kernel.orgs.Offices;
import org.maplebridge.kernel.parameters.Parameter;
import org.maplebridge.kernel.parameters.Parameters;
import org.maplebridge.kernel.parameters.Verification;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Turns ids into rows for lists, in one statement.
@Component
public class MatterRowsView {

    private static final String ROWS = """
        select m.*, d.*
          from unnest(cast(:ids as uuid[])) with ordinality as asked(asked_id, place)
          join matters.matter m on m.id = asked.asked_id
          left join lateral (
               select to_jsonb(n)::text as nearest
                 from matters.deadline n
                where n.matter = m.id and n.state in ('RUNNING', 'SUSPENDED')
                order by n.state = 'SUSPENDED', n.due
                limit 1) d on true
         order by asked.place\
        """;

    private final JdbcClient db;
    private final SceneBook scenes;
    private final Offices offices;
    private final Parameters parameters;
    private final Calendars calendars;

    MatterRowsView(JdbcClient db, SceneBook scenes, Offices offices, Parameters parameters, Calendars calendars) {
        this.db = db;
        this.scenes = scenes;
        this.offices = offices;
        this.parameters = parameters;
        this.calendars = calendars;
    }

    /// The rows of these matters, as far as the scope sees them, in the order given.
    public List<MatterRow> rows(Work work, Actor actor, List<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        var directory = offices.at(work);
        return db.sql(ROWS)
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, at) -> row(work, directory, row))
                .list();
    }

    private MatterRow row(Work work, Directory directory, ResultSet row) throws SQLException {
        var matter = MatterStore.matter(row);
        var nearest = row.getString("nearest");
        var due = nearest == null
                ? Optional.<Deadline>empty()
                : MatterRows.deadlines("[" + nearest + "]").stream().findFirst();
        return of(work, directory, matter, due);
    }

    MatterRow of(Work work, Directory directory, Matter matter, Optional<Deadline> nearest) {
        var scene = scenes.scene(matter.scene());
        var label = matter.label();
        var office = matter.office();
        return new MatterRow(
                matter.id(),
                label.code(),
                label.title(),
                scene.name(),
                scene.title(),
                matter.stage().name(),
                scene.stageTitle(matter.stage().name()),
                office.level(),
                Level.valueOf(office.level()).title(),
                matter.chain().version(),
                place(directory, office.area()),
                office.agency().flatMap(directory::agency).map(a -> new MatterRow.Named(a.id(), a.name())),
                label.colour().map(ColourName::of).map(name -> new MatterRow.Colour(name, name.title())),
                label.category().map(code -> scene.word("Category", code)),
                label.parties().map(names -> List.of(names.split("、"))).orElse(List.of()),
                matter.origin().openedAt(),
                nearest.map(deadline -> due(work, matter, deadline)),
                matter.standing().returns(),
                matter.stage().open());
    }

    static MatterRow.Place place(Directory directory, String path) {
        var name = directory.area(path).map(area -> area.name()).orElse(path);
        return new MatterRow.Place(path, name, directory.fullName(path));
    }

    MatterRow.DueView due(Work work, Matter matter, Deadline deadline) {
        var number = parameters.version(work, deadline.edition());
        var now = work.now();
        long secondsLeft = Duration.between(now, deadline.due()).toSeconds();
        return new MatterRow.DueView(
                deadline.due(),
                deadline.lastDay(),
                deadline.parameter(),
                number.map(each -> each.title()).orElse(deadline.parameter()),
                state(deadline),
                deadline.state() == Deadline.State.RUNNING && !now.isBefore(deadline.due()),
                calendars.at(work).workingDaysBetween(LegalCalendar.legalDay(now), deadline.lastDay()),
                ChronoUnit.DAYS.between(LegalCalendar.legalDay(now), deadline.lastDay()),
                secondsLeft,
                used(deadline, now),
                Term.parse(deadline.term()).label(),
                number.flatMap(each -> each.article()),
                number.map(Parameter::verification).orElse(Verification.UNVERIFIED));
    }

    static MatterRow.DueState state(Deadline deadline) {
        if (deadline.state() == Deadline.State.RUNNING && !deadline.settled()) {
            return MatterRow.DueState.AWAITING_CALENDAR;
        }
        return switch (deadline.state()) {
            case RUNNING -> MatterRow.DueState.RUNNING;
            case SUSPENDED -> MatterRow.DueState.SUSPENDED;
            case MET -> MatterRow.DueState.MET;
            case LAPSED -> MatterRow.DueState.ENDED;
        };
    }

    private static double used(Deadline deadline, Instant now) {
        double whole =
                Math.max(1, Duration.between(deadline.from(), deadline.due()).toSeconds());
        double used = Duration.between(deadline.from(), now).toSeconds() / whole;
        return Math.round(Math.max(0, used) * 1000) / 1000.0;
    }
}
