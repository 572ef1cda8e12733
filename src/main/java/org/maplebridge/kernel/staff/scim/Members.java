package org.maplebridge.kernel.staff.scim;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.maplebridge.kernel.access.Access;
import org.maplebridge.kernel.ground.Refused;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.orgs.Agency;
import org.maplebridge.kernel.orgs.Offices;
import org.maplebridge.kernel.orgs.Staff;
import org.maplebridge.kernel.staff.StaffStore;
import org.springframework.stereotype.Component;

/// The members of staff of an office who have, or had, an account.
@Component
class Members {

    private final Offices offices;
    private final Access access;
    private final StaffStore staff;
    private final ProvisionedStore store;

    Members(Offices offices, Access access, StaffStore staff, ProvisionedStore store) {
        this.offices = offices;
        this.access = access;
        this.staff = staff;
        this.store = store;
    }

    /// @param active whether they can sign in
    record Member(UUID id, String name, String login, boolean active, Optional<String> externalId) {}

    /// All of them but those the platform has taken from its lists, whoever came first in front.
    List<Member> of(Work work, UUID agency) {
        var people = offices.at(work).staffOf(agency);
        var signIns = access.signIns(work, people.stream().map(Staff::id).toList());
        var known = store.of(agency);
        return people.stream()
                .filter(each -> signIns.containsKey(each.id()))
                .filter(each -> Optional.ofNullable(known.get(each.id()))
                        .filter(ProvisionedStore.Known::removed)
                        .isEmpty())
                .sorted(Comparator.comparing(Staff::id))
                .map(each -> {
                    var signIn = java.util.Objects.requireNonNull(signIns.get(each.id()));
                    return new Member(
                            each.id(),
                            each.name(),
                            signIn.login(),
                            signIn.open(),
                            Optional.ofNullable(known.get(each.id())).flatMap(ProvisionedStore.Known::externalId));
                })
                .toList();
    }

    Member one(Work work, UUID agency, UUID id) {
        return of(work, agency).stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Refused.notFound("工作人员"));
    }

    /// What they sit at in the office until further notice, now or soon.
    List<StaffStore.Spell> spells(Work work, UUID agency, UUID person) {
        return staff.spells(work, List.of(person)).stream()
                .filter(spell -> spell.agency().equals(agency) && !spell.standsIn())
                .toList();
    }

    /// Whether they sit anywhere at all, here or elsewhere.
    boolean sits(Work work, UUID person) {
        return !staff.spells(work, List.of(person)).isEmpty();
    }

    Draft draft(Work work, UUID agency) {
        return new Draft(name(work, agency), offices.at(work).posts(agency));
    }

    private String name(Work work, UUID agency) {
        return offices.at(work).agency(agency).map(Agency::name).orElse("");
    }

    List<User> shown(Work work, UUID agency, List<Member> some) {
        var ids = some.stream().map(Member::id).toList();
        var spells = staff.spells(work, ids);
        var changed = store.changed(ids);
        var office = new User.Enterprise(name(work, agency));
        return some.stream()
                .map(each -> new User(
                        List.of(Scim.USER, Scim.ENTERPRISE, Scim.POSTS),
                        each.id(),
                        each.externalId(),
                        each.login(),
                        each.name(),
                        new User.Name(each.name()),
                        each.active(),
                        meta(each.id(), Optional.ofNullable(changed.get(each.id()))),
                        office,
                        new User.Own(spells.stream()
                                .filter(spell -> spell.staff().equals(each.id())
                                        && spell.agency().equals(agency)
                                        && !spell.standsIn())
                                .map(spell -> new User.Held(spell.post(), spell.title()))
                                .distinct()
                                .toList())))
                .toList();
    }

    private static User.Meta meta(UUID id, Optional<ProvisionedStore.Changed> changed) {
        return new User.Meta(
                "User",
                changed.map(each -> each.first().atZoneSameInstant(Work.ZONE).toOffsetDateTime()),
                changed.map(each -> each.last().atZoneSameInstant(Work.ZONE).toOffsetDateTime()),
                Scim.PATH + "/Users/" + id);
    }
}
