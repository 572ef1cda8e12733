package org.maplebridge.launch.demo.life;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.maplebridge.kernel.access.Access;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.ground.Scope;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.orgs.Agency;
import org.maplebridge.kernel.orgs.Directory;
import org.maplebridge.kernel.orgs.Level;
import org.maplebridge.kernel.orgs.Offices;
import org.maplebridge.kernel.orgs.Post;
import org.springframework.stereotype.Component;

/// Who is there to do something, as the directory says on that day.
@Component
final class LifeCast {

    static final String COUNTY = "33.07.02";
    static final String MEDIATOR = "disputes.mediator";
    static final String DISPATCHER = "disputes.dispatcher";
    static final String RESPONDER = "urgings.responder";

    private static final Scope SCOPE = Scope.job("demo");

    private final Transactions transactions;
    private final Offices offices;
    private final Access access;

    LifeCast(Transactions transactions, Offices offices, Access access) {
        this.transactions = transactions;
        this.offices = offices;
        this.access = access;
    }

    /// Mediators for the towns that have none: the county as it is seeded has them in one town only.
    void hire() {
        transactions.run(SCOPE, work -> {
            for (var town : Stories.TOWNS) {
                var agency = center(offices.at(work), town);
                if (post(offices.at(work), agency, MEDIATOR).isEmpty()) {
                    var post = offices.addPost(work, agency, "镇街调解岗", List.of(MEDIATOR, RESPONDER));
                    var number = town.substring(town.lastIndexOf('.') + 1);
                    var staff = offices.addStaff(work, "演示调解员" + number, agency);
                    offices.appoint(
                            work, new Offices.Appointment(post.id(), staff.id(), work.today(), Optional.empty()));
                }
            }
            return true;
        });
    }

    /// Somebody of the office who is there today, in the first of these roles that anybody has.
    Optional<Actor> of(UUID agency, List<String> roles) {
        return transactions.run(SCOPE, work -> {
            var directory = offices.at(work);
            return roles.stream()
                    .flatMap(role -> directory.posts(agency).stream()
                            .filter(post -> post.roles().contains(role))
                            .flatMap(post -> directory.holders(post.id(), work.today()).stream()
                                    .filter(holder -> holder.present())
                                    .map(holder ->
                                            access.officer(work, holder.staff().id(), Optional.of(post.id())))))
                    .findFirst();
        });
    }

    /// Lets the town's mediator stand in for the village's.
    void standIn(int days) {
        transactions.run(SCOPE, work -> {
            var directory = offices.at(work);
            var village = post(directory, office(directory, Story.To.VILLAGE, Stories.HOME), MEDIATOR)
                    .orElseThrow();
            var town =
                    post(directory, center(directory, Stories.HOME), MEDIATOR).orElseThrow();
            var other = directory.holders(town.id(), work.today()).getFirst().staff();
            var until = work.today().plusDays(days);
            return offices.standIn(
                    work, new Offices.StandIn(village.id(), other.id(), work.today(), until, "演示：请假期间代班"));
        });
    }

    UUID office(Story.To to, String town) {
        return transactions.run(SCOPE, work -> office(offices.at(work), to, town));
    }

    /// The office that has a grid.
    UUID grid() {
        return transactions.run(
                SCOPE,
                work -> offices.at(work)
                        .inCharge(Stories.GRID, Level.GRID)
                        .map(Agency::id)
                        .orElseThrow());
    }

    UUID county() {
        return transactions.run(
                SCOPE,
                work -> offices.at(work)
                        .inCharge(COUNTY, Level.COUNTY)
                        .map(Agency::id)
                        .orElseThrow());
    }

    private static UUID office(Directory directory, Story.To to, String town) {
        return switch (to) {
            case VILLAGE ->
                directory
                        .inCharge(Stories.VILLAGE, Level.VILLAGE)
                        .map(Agency::id)
                        .orElseThrow();
            case TOWN -> center(directory, town);
            case DEPARTMENT -> ofKind(directory, COUNTY, "DEPARTMENT");
            case POLICE -> ofKind(directory, Stories.HOME, "POLICE_STATION");
        };
    }

    private static UUID ofKind(Directory directory, String area, String kind) {
        return directory.agencies(area).stream()
                .filter(agency -> agency.kind().equals(kind))
                .map(Agency::id)
                .findFirst()
                .orElseThrow();
    }

    private static UUID center(Directory directory, String town) {
        return directory.inCharge(town, Level.TOWN).map(Agency::id).orElseThrow();
    }

    private static Optional<Post> post(Directory directory, UUID agency, String role) {
        return directory.posts(agency).stream()
                .filter(post -> post.roles().contains(role))
                .findFirst();
    }
}
