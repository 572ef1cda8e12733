package org.maplebridge.kernel.alerts;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.IntStream;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.alerts.Supervision.Asked;
import org.maplebridge.kernel.alerts.Supervision.Figures;
import org.maplebridge.kernel.calendar.Calendars;
import org.maplebridge.kernel.ground.Allowed;
import org.maplebridge.kernel.ground.Refused;
import org.maplebridge.kernel.ground.Scope;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.orgs.Area;
import org.maplebridge.kernel.orgs.Directory;
import org.maplebridge.kernel.orgs.Offices;
import org.maplebridge.kernel.parameters.Parameters;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// How a supervisor's area stands, and each area right below it.
@RestController
class SupervisionDesk {

    /// Where counting stops, for the whole and for each part.
    private static final int MOST = 10_000;

    private static final int MOST_OF_PART = 2_000;

    private final Transactions transactions;
    private final Supervision supervision;
    private final Offices offices;
    private final Parameters parameters;
    private final Calendars calendars;

    SupervisionDesk(
            Transactions transactions,
            Supervision supervision,
            Offices offices,
            Parameters parameters,
            Calendars calendars) {
        this.transactions = transactions;
        this.supervision = supervision;
        this.offices = offices;
        this.parameters = parameters;
        this.calendars = calendars;
    }

    /// @param atLeast the figures that reached the cut-off, so "as many or more"
    /// @param most the cut-off of the whole
    /// @param mostOfPart the cut-off of each town
    record Summary(
            OffsetDateTime asOf,
            int open,
            int overdue,
            int dueSoon,
            int returned,
            List<String> atLeast,
            int most,
            int mostOfPart,
            List<Town> byTown) {}

    record Town(Place area, int open, int overdue, int dueSoon, int returned, List<String> atLeast) {}

    record Place(String path, String name) {}

    @GetMapping("/api/supervision/summary")
    @Allowed(Allowed.Door.OFFICERS)
    Summary summary(Actor actor) {
        var whole = actor.scope().units().stream()
                .filter(unit -> unit.startsWith("a:"))
                .map(unit -> asked(unit, MOST))
                .toList();
        if (whole.isEmpty()) {
            throw Refused.notYours("这一页给看得到整个区域的岗位用，您现在的岗位只看本单位或本岗位的事项。");
        }
        var directory = transactions.run(actor.scope(), offices::at);
        var asked = new ArrayList<>(whole);
        whole.forEach(each -> directory
                .children(each.path())
                .forEach(child -> asked.add(new Asked(child.path(), each.domain(), MOST_OF_PART))));
        return transactions.run(widened(actor.scope(), asked), work -> summary(work, directory, whole.size(), asked));
    }

    /// Whoever sees an area sees every area in it.
    private static Scope widened(Scope scope, List<Asked> asked) {
        var wide = scope;
        for (var each : asked) {
            wide = wide.with("a:" + each.path() + "|" + each.domain());
        }
        return wide;
    }

    private static Asked asked(String unit, int most) {
        int bar = unit.indexOf('|');
        return new Asked(unit.substring(2, bar), unit.substring(bar + 1), most);
    }

    private Summary summary(Work work, Directory directory, int whole, List<Asked> asked) {
        var found = supervision.figures(asked, work.now(), soon(work, directory));
        var total = found.subList(0, whole).stream().reduce(Figures.NONE, Figures::plus);
        var towns = new LinkedHashMap<String, Figures>();
        IntStream.range(whole, asked.size())
                .forEach(at -> towns.merge(asked.get(at).path(), found.get(at), Figures::plus));
        return new Summary(
                work.now().atZone(Work.ZONE).toOffsetDateTime(),
                total.open(),
                total.overdue(),
                total.dueSoon(),
                total.returned(),
                total.atLeast(MOST),
                MOST,
                MOST_OF_PART,
                towns.entrySet().stream()
                        .map(town -> town(directory, town.getKey(), town.getValue()))
                        .toList());
    }

    private static Town town(Directory directory, String path, Figures figures) {
        return new Town(
                new Place(path, directory.area(path).map(Area::name).orElse(path)),
                figures.open(),
                figures.overdue(),
                figures.dueSoon(),
                figures.returned(),
                figures.atLeast(MOST_OF_PART));
    }

    private Instant soon(Work work, Directory directory) {
        var root = directory.rootArea().map(Area::path).orElse("");
        var soon = parameters.at(work, "matters.due-soon", root, work.today()).span();
        return soon.later(work.now(), calendars.at(work));
    }
}
