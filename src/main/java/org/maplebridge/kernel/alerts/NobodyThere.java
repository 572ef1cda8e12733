package org.maplebridge.kernel.alerts;

import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.maplebridge.kernel.ground.Loop;
import org.maplebridge.kernel.ground.Looping;
import org.maplebridge.kernel.ground.Scope;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.matters.Matter;
import org.maplebridge.kernel.matters.Matters;
import org.maplebridge.kernel.orgs.Agency;
import org.maplebridge.kernel.orgs.Directory;
import org.maplebridge.kernel.orgs.Holder;
import org.maplebridge.kernel.orgs.Offices;
import org.maplebridge.kernel.tasks.Desks;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Tells the level above that something waits in an office where everybody is away who could do the next step. Once a
/// day for each office and secrecy domain, as long as it lasts. Doing it twice changes nothing.
@Component
public final class NobodyThere implements Looping {

    private static final Scope SCOPE = Scope.job("absences");
    private static final Duration PAUSE = Duration.ofSeconds(20);

    private static final String TOLD =
            "select exists (select from alerts.alert a where a.about = :about and a.raised_at >= :day)";

    private final Transactions transactions;
    private final Offices offices;
    private final Desks desks;
    private final Matters matters;
    private final OfficeAlerts alerts;
    private final JdbcClient db;
    private final boolean automatic;
    private final Loop loop = new Loop("who is there", PAUSE, this::sweep);

    NobodyThere(
            Transactions transactions,
            Offices offices,
            Desks desks,
            Matters matters,
            OfficeAlerts alerts,
            JdbcClient db,
            Environment settings) {
        this.transactions = transactions;
        this.offices = offices;
        this.desks = desks;
        this.matters = matters;
        this.alerts = alerts;
        this.db = db;
        this.automatic = settings.getProperty("maple.alarms", Boolean.class, Looping.serving(settings));
    }

    /// Looks once; returns how many alerts were raised.
    public int sweep() {
        return transactions.run(SCOPE, work -> {
            var directory = offices.at(work);
            var suspected = directory.away(work.today()).stream()
                    .flatMap(absence -> directory.heldBy(absence.staff(), work.today()).stream())
                    .map(held -> held.agency().id())
                    .distinct()
                    .toList();
            int raised = 0;
            for (var waiting : desks.waiting(suspected)) {
                raised += matters.find(waiting.matter())
                        .filter(matter -> nobodyCan(work, directory, waiting.agency(), matters.rolesNext(matter)))
                        .map(matter -> raise(work, directory, matter, waiting))
                        .orElse(0);
            }
            return raised;
        });
    }

    /// Whether those who may do it are all away. Where nobody was ever appointed, that is another fault.
    private static boolean nobodyCan(Work work, Directory directory, UUID agency, Set<String> needed) {
        var able = directory.posts(agency).stream()
                .filter(post -> post.roles().stream().anyMatch(needed::contains))
                .flatMap(post -> directory.holders(post.id(), work.today()).stream())
                .toList();
        return !able.isEmpty() && able.stream().noneMatch(Holder::present);
    }

    private int raise(Work work, Directory directory, Matter matter, Desks.Waiting waiting) {
        var ladder = Ladder.of(matter, directory);
        var unit = ladder.units().get(Math.min(1, ladder.top()));
        var office = directory.agency(waiting.agency());
        var words = office.map(Agency::name).orElse("") + "今天没有能办的人在岗（" + away(work, directory, office) + "），有 "
                + waiting.many() + " 件等着，请安排代班或改派";
        var day = work.today().atStartOfDay(Work.ZONE).toOffsetDateTime();
        var told = new OfficeAlerts.Told(
                "NOBODY_THERE", matter.id(), words, day, "office:" + waiting.agency() + "|" + matter.domain());
        return told(told) ? 0 : alerts.raise(work, new OfficeAlerts.Whom(1, unit, matter.domain()), told);
    }

    /// Whether the office above has heard of this one that day, by whichever matter.
    private boolean told(OfficeAlerts.Told told) {
        return db.sql(TOLD)
                .param("about", told.about())
                .param("day", told.due())
                .query(Boolean.class)
                .single();
    }

    private static String away(Work work, Directory directory, Optional<Agency> office) {
        var named = new HashSet<UUID>();
        return office.stream()
                .flatMap(at -> directory.posts(at.id()).stream())
                .flatMap(post -> directory.holders(post.id(), work.today()).stream())
                .filter(holder -> !holder.present() && named.add(holder.staff().id()))
                .flatMap(holder -> Stream.of(holder.shown()))
                .limit(5)
                .collect(Collectors.joining("、"));
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
