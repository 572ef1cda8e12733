package org.maplebridge.kernel.access;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.maplebridge.kernel.ground.Scope;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.orgs.Agency;
import org.maplebridge.kernel.orgs.Area;
import org.maplebridge.kernel.orgs.Level;
import org.maplebridge.kernel.orgs.Offices;

/// A town with a center, for the tests of this module.
final class Town {

    static final Scope JOB = Scope.job("test");
    static final String PASSWORD = "correct-horse";

    private final Transactions transactions;
    private final Offices offices;
    private final Access access;
    private Optional<Agency> center = Optional.empty();

    Town(Transactions transactions, Offices offices, Access access) {
        this.transactions = transactions;
        this.offices = offices;
        this.access = access;
    }

    Agency center() {
        return center.orElseGet(() -> {
            var built = transactions.run(JOB, this::build);
            center = Optional.of(built);
            return built;
        });
    }

    private Agency build(Work work) {
        offices.importAreas(work, List.of(new Area("33.07.02", "婺城区"), new Area("33.07.02.103", "白龙桥镇")));
        return offices.addAgency(
                work,
                new Offices.NewAgency(
                        "中心" + UUID.randomUUID(),
                        "TOWN_CENTER",
                        Level.TOWN,
                        "33.07.02.103",
                        Optional.empty(),
                        Optional.empty()));
    }

    /// Somebody with an account and a post for each role. Returns the account's id.
    UUID officer(String login, String... roles) {
        var agency = center();
        return transactions.run(JOB, work -> {
            var staff = offices.addStaff(work, "姓" + login, agency.id());
            for (var role : roles) {
                var post = offices.addPost(work, agency.id(), login + role, List.of(role));
                offices.appoint(work, new Offices.Appointment(post.id(), staff.id(), work.today(), Optional.empty()));
            }
            return access.open(work, new AccountOpening(login, PASSWORD, staff.id(), Actor.Kind.OFFICER, staff.name()));
        });
    }
}
