package org.maplebridge.kernel.alerts;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.maplebridge.kernel.ground.Loop;
import org.maplebridge.kernel.ground.Looping;
import org.maplebridge.kernel.ground.Scope;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.matters.Matter;
import org.maplebridge.kernel.matters.Matters;
import org.maplebridge.kernel.matters.Stops;
import org.maplebridge.kernel.orgs.Offices;
import org.maplebridge.kernel.orgs.Staff;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// Tells the office that somebody at work on a matter has an interest in it, so that it is given to another: once for
/// each declaration or party that came. Where nobody else there may hand it out, the level above is told too. Doing it
/// twice changes nothing.
@Component
public final class InterestWatch implements Looping {

    private static final Scope SCOPE = Scope.job("interests");
    private static final Duration PAUSE = Duration.ofSeconds(20);

    /// The units of whoever supervises an area begin with it.
    private static final String SUPERVISORS = "s:";

    private final Transactions transactions;
    private final Stops stops;
    private final Matters matters;
    private final Offices offices;
    private final OfficeAlerts alerts;
    private final boolean automatic;
    private final Loop loop = new Loop("interests of those at work", PAUSE, this::sweep);

    InterestWatch(
            Transactions transactions,
            Stops stops,
            Matters matters,
            Offices offices,
            OfficeAlerts alerts,
            Environment settings) {
        this.transactions = transactions;
        this.stops = stops;
        this.matters = matters;
        this.offices = offices;
        this.alerts = alerts;
        this.automatic = settings.getProperty("maple.alarms", Boolean.class, Looping.serving(settings));
    }

    /// Looks once; returns how many alerts were raised.
    public int sweep() {
        return transactions.run(SCOPE, work -> {
            int raised = 0;
            for (var met : stops.open()) {
                raised += matters.find(met.matter())
                        .filter(matter -> stops.atWork(work, matter, met.person()))
                        .map(matter -> raise(work, matter, met))
                        .orElse(0);
            }
            return raised;
        });
    }

    private int raise(Work work, Matter matter, Stops.Met met) {
        var ladder = Ladder.of(matter, offices.at(work));
        var name = offices.at(work).staff(met.person()).map(Staff::name).orElse("承办人");
        var told = new OfficeAlerts.Told(
                AlertKind.KEEPS_OUT.name(),
                matter.id(),
                name + "应当回避（" + met.words() + "），已经不能再办，请改派别人",
                met.since().atOffset(ZoneOffset.UTC),
                "officer:" + met.person());
        int raised = alerts.raise(work, whom(matter, ladder, 0), told);
        for (var withdrawn : met.withdrawn().stream().toList()) {
            raised += withdrawn(work, matter, met, name, withdrawn);
        }
        boolean alone = !stops.othersHandOut(work, matter, met.person());
        return alone && ladder.top() > 0 ? raised + alerts.raise(work, whom(matter, ladder, 1), told) : raised;
    }

    /// Whoever supervises the area of the office, or one above it: they may let the officer go on.
    private int withdrawn(Work work, Matter matter, Stops.Met met, String name, Instant at) {
        var told = new OfficeAlerts.Told(
                AlertKind.KEEPS_OUT.name(),
                matter.id(),
                name + "撤了利害关系申报，这件事仍要回避，直到您决定：没有利害关系了的，“解除回避”；否则不用办",
                at.atOffset(ZoneOffset.UTC),
                "officer:" + met.person());
        int raised = 0;
        for (String area : Ladder.areas(matter, offices.at(work))) {
            raised += alerts.raise(work, new OfficeAlerts.Whom(0, SUPERVISORS + area, matter.domain()), told);
        }
        return raised;
    }

    private static OfficeAlerts.Whom whom(Matter matter, Ladder ladder, int level) {
        return new OfficeAlerts.Whom(level, ladder.units().get(level), matter.domain());
    }

    @Override
    public Loop loop() {
        return loop;
    }

    @Override
    public boolean automatic() {
        return automatic;
    }
}
