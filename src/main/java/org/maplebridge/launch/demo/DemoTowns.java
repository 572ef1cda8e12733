package org.maplebridge.launch.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.maplebridge.kernel.access.Access;
import org.maplebridge.kernel.access.AccountOpening;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.ground.Scope;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.orgs.Directory;
import org.maplebridge.kernel.orgs.Level;
import org.maplebridge.kernel.orgs.Offices;
import org.maplebridge.kernel.orgs.Post;
import org.maplebridge.launch.demo.life.LifeAccount;
import org.springframework.stereotype.Component;

/// Gets the towns ready for the past: a mediator for those that have none, and accounts for whoever works there and
/// has none. The county as it is seeded has people who can sign in at one town only.
@Component
final class DemoTowns {

    private static final String DUTY = "disputes.dispatcher";
    private static final String MEDIATOR = "disputes.mediator";

    private final Transactions transactions;
    private final Offices offices;
    private final Access access;
    private final DemoPlan plan;

    DemoTowns(Transactions transactions, Offices offices, Access access, DemoPlan plan) {
        this.transactions = transactions;
        this.offices = offices;
        this.access = access;
        this.plan = plan;
    }

    private record Wanted(String login, String name) {}

    /// Does so for these towns.
    ///
    /// @return all of the county who can sign in, those of the plan first
    List<LifeAccount> ready(List<String> towns) {
        return transactions.run(Scope.job("demo"), work -> {
            var all = new ArrayList<String>();
            plan.named().forEach(post -> post.user().ifPresent(all::add));
            for (var town : towns) {
                var number = town.substring(town.lastIndexOf('.') + 1);
                all.add(login(work, town, DUTY, new Wanted("zhiban" + number, "演示值班员" + number)));
                all.add(login(work, town, MEDIATOR, new Wanted("tiaojie" + number, "演示调解员" + number)));
            }
            return all.stream()
                    .distinct()
                    .map(login -> new LifeAccount(login, DemoPlan.PASSWORD))
                    .toList();
        });
    }

    /// How whoever has this role in the center of a town signs in, from now on at the latest.
    private String login(Work work, String town, String role, Wanted wanted) {
        var center = offices.at(work).inCharge(town, Level.TOWN).orElseThrow().id();
        var person = holder(work, center, role).orElseGet(() -> mediator(work, center, wanted.name()));
        var known = access.logins(work, List.of(person));
        return Optional.ofNullable(known.get(person)).orElseGet(() -> {
            access.open(
                    work,
                    new AccountOpening(wanted.login(), DemoPlan.PASSWORD, person, Actor.Kind.OFFICER, wanted.name()));
            return wanted.login();
        });
    }

    private Optional<UUID> holder(Work work, UUID center, String role) {
        Directory directory = offices.at(work);
        return directory.posts(center).stream()
                .filter(post -> post.roles().contains(role))
                .map(Post::id)
                .flatMap(post -> directory.holders(post, work.today()).stream())
                .map(holder -> holder.staff().id())
                .findFirst();
    }

    private UUID mediator(Work work, UUID center, String name) {
        var post = offices.addPost(work, center, "镇街调解岗", List.of(MEDIATOR, "urgings.responder"));
        var staff = offices.addStaff(work, name, center);
        offices.appoint(work, new Offices.Appointment(post.id(), staff.id(), work.today(), Optional.empty()));
        return staff.id();
    }
}
