package org.maplebridge.kernel.access;

import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.maplebridge.kernel.access.Me.Office;
import org.maplebridge.kernel.access.Me.Place;
import org.maplebridge.kernel.ground.Allowed;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.orgs.Agency;
import org.maplebridge.kernel.orgs.Directory;
import org.maplebridge.kernel.orgs.HeldPost;
import org.maplebridge.kernel.orgs.Offices;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// Tells whoever signed in who they are here.
@RestController
class MeDesk {

    private static final int NEWS = 10;

    private final Transactions transactions;
    private final AccountStore accounts;
    private final Offices offices;
    private final Roles roles;
    private final ObjectProvider<Introduction> introductions;
    private final boolean demo;

    MeDesk(
            Transactions transactions,
            AccountStore accounts,
            Offices offices,
            Roles roles,
            ObjectProvider<Introduction> introductions,
            @Value("${maple.demo:false}") boolean demo) {
        this.transactions = transactions;
        this.accounts = accounts;
        this.offices = offices;
        this.roles = roles;
        this.introductions = introductions;
        this.demo = demo;
    }

    @GetMapping("/api/me")
    @Allowed(Allowed.Door.SIGNED_IN)
    Me me(Identity identity, Actor actor) {
        return of(identity, actor);
    }

    Me of(Identity identity, Actor actor) {
        return transactions.run(actor.scope(), work -> {
            var directory = offices.at(work);
            return new Me(
                    new Me.Person(actor.person(), actor.name()),
                    actor.post(),
                    identity.posts().stream().map(held -> seat(directory, held)).toList(),
                    actor.roles().stream().sorted().toList(),
                    sight(directory, actor.scope().units()),
                    actor.roles().stream()
                            .flatMap(name -> roles.named(name).stream())
                            .anyMatch(Role::supervises),
                    demo,
                    work.now().atZone(Work.ZONE).toOffsetDateTime(),
                    directory.rootArea().map(area -> new Place(area.path(), area.name())),
                    counts(work, actor),
                    identity.standing().map(Identity.Standing::mustEnrol).orElse(false),
                    identity.standing().map(Identity.Standing::mustChange).orElse(false),
                    accounts.journal(identity.account(), true, NEWS).stream()
                            .map(AccountDesk.Noted::of)
                            .toList());
        });
    }

    private Me.Seat seat(Directory directory, HeldPost held) {
        var titles = roles.of(held).stream()
                .map(role -> new Me.Title(role.name(), role.title()))
                .toList();
        return new Me.Seat(
                held.post().id(),
                held.post().title(),
                held.standsIn(),
                office(held.agency()),
                place(directory, held.agency().area()),
                titles);
    }

    private static Office office(Agency agency) {
        return new Office(agency.id(), agency.name(), agency.level().name());
    }

    private static Place place(Directory directory, String path) {
        return new Place(path, directory.fullName(path));
    }

    private static Me.Sight sight(Directory directory, List<String> units) {
        return new Me.Sight(
                named(units, "a:").map(path -> place(directory, path)).toList(),
                named(units, "g:")
                        .flatMap(id -> directory.agency(UUID.fromString(id)).stream())
                        .map(MeDesk::office)
                        .toList());
    }

    private static java.util.stream.Stream<String> named(List<String> units, String sort) {
        return units.stream()
                .filter(unit -> unit.startsWith(sort))
                .map(unit -> unit.substring(sort.length(), unit.indexOf('|')))
                .distinct();
    }

    private Me.Counts counts(Work work, Actor actor) {
        var counts = new TreeMap<String, Integer>();
        introductions.orderedStream().forEach(module -> counts.putAll(module.counts(work, actor)));
        return new Me.Counts(
                counts.getOrDefault("inbox", 0),
                counts.getOrDefault("overdue", 0),
                counts.getOrDefault("alerts", 0),
                counts.getOrDefault("messages", 0));
    }
}
