package org.maplebridge.kernel.staff;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.ground.Problem;
import org.maplebridge.kernel.ground.Refused;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.orgs.Agency;
import org.maplebridge.kernel.orgs.Offices;
import org.maplebridge.kernel.staff.StaffStore.Spell;
import org.maplebridge.kernel.tasks.Desks;
import org.springframework.stereotype.Component;

/// What would lie there with nobody when somebody gives up posts.
@Component
public class Leftovers {

    /// The rule by which no work is left with nobody.
    public static final String RULE = "staff.left-behind";

    private static final String ARTICLE = "本地默认";

    private final Transactions transactions;
    private final Offices offices;
    private final Desks desks;

    Leftovers(Transactions transactions, Offices offices, Desks desks) {
        this.transactions = transactions;
        this.offices = offices;
        this.desks = desks;
    }

    /// Posts given up, and what is known of who goes on.
    ///
    /// @param ending the spells that end
    /// @param coming posts they get in the same act
    /// @param to     the desk that takes what would be left
    record Giving(UUID agency, UUID person, List<Spell> ending, List<UUID> coming, Optional<UUID> to) {}

    /// What lies on desks that nobody would sit at goes to the desk named; without one, nothing is done.
    void clear(Actor by, Giving giving, String reason, String key) {
        var full = transactions.run(Changes.JOB, work -> {
            refuse(work, giving);
            return giving.ending().stream()
                    .filter(spell -> spell.agency().equals(giving.agency()) && alone(work, giving.person(), spell))
                    .filter(spell -> desks.onDesk(work, spell.post()) > 0)
                    .toList();
        });
        var stayed = full.stream()
                .flatMap(spell -> desks.handOver(by, spell.post(), giving.to().orElseThrow(), reason, key).stream())
                .distinct()
                .toList();
        if (!stayed.isEmpty()) {
            throw left(stayed);
        }
    }

    /// Refuses once more, in the work in which the posts end: nothing may have come to the desks meanwhile.
    void refuseAgain(Work work, Giving giving) {
        refuse(work, new Giving(giving.agency(), giving.person(), giving.ending(), giving.coming(), Optional.empty()));
    }

    private boolean alone(Work work, UUID person, Spell spell) {
        return spell.counts(work.today())
                && offices.at(work).holders(spell.post(), work.today()).stream()
                        .allMatch(holder -> holder.staff().id().equals(person));
    }

    /// Refused, with everything that would be left with nobody.
    private void refuse(Work work, Giving giving) {
        var left = new ArrayList<String>();
        var directory = offices.at(work);
        for (Spell spell : giving.ending()) {
            int open = alone(work, giving.person(), spell) ? desks.onDesk(work, spell.post()) : 0;
            boolean taken = spell.agency().equals(giving.agency())
                    && giving.to().filter(to -> !to.equals(spell.post())).isPresent();
            if (open > 0 && !taken) {
                left.add(name(work, spell.agency()) + "“" + spell.title() + "”桌上的 " + open + " 件");
            }
        }
        var gone = giving.ending().stream().map(Spell::post).toList();
        for (UUID office :
                giving.ending().stream().map(Spell::agency).distinct().toList()) {
            boolean empty = directory.posts(office).stream()
                    .allMatch(post -> !giving.coming().contains(post.id())
                            && directory.holders(post.id(), work.today()).stream()
                                    .allMatch(holder ->
                                            holder.staff().id().equals(giving.person()) && gone.contains(post.id())));
            int open = empty ? desks.inOffice(work, office) : 0;
            if (open > 0) {
                left.add(name(work, office) + "大家共有的 " + open + " 件");
            }
        }
        if (!left.isEmpty()) {
            throw left(left);
        }
    }

    private String name(Work work, UUID agency) {
        return offices.at(work).agency(agency).map(Agency::name).orElse("");
    }

    private static Refused left(List<String> what) {
        return new Refused(Problem.of(409, "left-behind", "有事没人接", "这样一来没有人办：" + String.join("；", what) + "。")
                .withRule(RULE)
                .withArticle(ARTICLE)
                .withNext("选一个接手的岗位，或者先任命、指派别人，再办这一步。"));
    }
}
