package org.maplebridge.kernel.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.maplebridge.fixtures.MapleTest;
import org.maplebridge.kernel.orgs.Agency;
import org.maplebridge.kernel.orgs.HeldPost;
import org.maplebridge.kernel.orgs.Level;
import org.maplebridge.kernel.orgs.Post;
import org.springframework.beans.factory.annotation.Autowired;

@MapleTest
class RolesTest {

    private static final Agency TOWN = new Agency(
            new UUID(0, 2), "镇中心", "TOWN_CENTER", Level.TOWN, "33.07.02.103", Optional.empty(), Optional.empty());

    @Autowired
    Roles roles;

    @Test
    void aRoleSeesAsFarAsItSays() {
        assertThat(units("trial.worker")).containsExactly("t:" + id(1) + "|general");
        assertThat(units("trial.chief"))
                .containsExactly("t:" + id(1) + "|general", "g:" + TOWN.id() + "|general", "a:33.07.02.103|general");
    }

    @Test
    void aRoleNobodyDeclaredAndARoleOfAnotherLevelOpenNothing() {
        assertThat(units("trial.unheard-of")).isEmpty();
        assertThat(units("trial.villager")).isEmpty();
    }

    @Test
    void aSealedDomainOpensOnlyUnderThePostThatHasIt() {
        var clerk = held(1, "trial.clerk");
        var worker = held(2, "trial.worker");
        assertThat(roles.units(List.of(clerk, worker), clerk))
                .contains("t:" + id(1) + "|sealed", "t:" + id(2) + "|general");
        assertThat(roles.units(List.of(clerk, worker), worker))
                .contains("t:" + id(1) + "|general", "t:" + id(2) + "|general")
                .noneMatch(unit -> unit.endsWith("|sealed"));
    }

    @Test
    void somebodyActsInTheRolesOfOnePost() {
        var identity = new Identity(
                new Secret("x").hash(),
                id(9),
                Actor.Kind.OFFICER,
                "赵",
                List.of(held(1, "trial.clerk"), held(2, "trial.worker")),
                Optional.empty());
        assertThat(identity.actor(Optional.empty(), roles).roles()).containsExactly("trial.clerk");
        assertThat(identity.actor(Optional.of(id(2)), roles).roles()).containsExactly("trial.worker");
        var nowhere = new Identity(new Secret("x").hash(), id(9), Actor.Kind.OFFICER, "赵", List.of(), Optional.empty());
        assertThat(nowhere.actor(Optional.empty(), roles).scope().units()).isEmpty();
    }

    @Test
    void supervisorsAreKnownByTheirRole() {
        assertThat(roles.named("kernel.supervisor")).map(Role::supervises).contains(true);
    }

    private List<String> units(String role) {
        var held = held(1, role);
        return roles.units(List.of(held), held);
    }

    private static HeldPost held(int number, String role) {
        return new HeldPost(new Post(id(number), TOWN.id(), "岗", List.of(role)), TOWN, false);
    }

    private static UUID id(int number) {
        return new UUID(0, number);
    }
}
