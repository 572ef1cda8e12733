package org.maplebridge.kernel.staff;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.maplebridge.kernel.access.Access;
import org.maplebridge.kernel.access.AccountOpening;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.ground.Problem;
import org.maplebridge.kernel.ground.Refused;
import org.maplebridge.kernel.ground.Scope;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.orgs.Offices;
import org.maplebridge.kernel.staff.StaffStore.Deed;
import org.maplebridge.kernel.staff.StaffStore.Spell;
import org.maplebridge.kernel.tasks.Desks;
import org.springframework.stereotype.Component;

/// Somebody comes, gets a post, stands in, gives a post up, goes. Each change is written down with who made it and
/// counts from the next request on.
@Component
public class Changes {

    static final Scope JOB = Scope.job("staff");

    private final Transactions transactions;
    private final StaffStore store;
    private final Offices offices;
    private final Access access;
    private final Desks desks;
    private final Leftovers leftovers;

    Changes(
            Transactions transactions,
            StaffStore store,
            Offices offices,
            Access access,
            Desks desks,
            Leftovers leftovers) {
        this.transactions = transactions;
        this.store = store;
        this.offices = offices;
        this.access = access;
        this.desks = desks;
        this.leftovers = leftovers;
    }

    /// What is written together with a change, or not at all.
    public interface Along {
        void write(Work work, UUID person);
    }

    /// Somebody new.
    ///
    /// @param password the first one
    /// @param told     whether whoever lets them join tells it to them; if not, nobody knows it
    /// @param posts    from today on
    public record Joiner(String name, String login, String password, boolean told, List<UUID> posts, String reason) {

        @Override
        public String toString() {
            return "joiner " + login;
        }
    }

    /// What becomes of somebody who stays.
    ///
    /// @param name   how they are called from now on
    /// @param coming posts from today on
    /// @param ending spells that end at once
    /// @param to     the desk that takes what would be left with nobody
    public record Move(Optional<String> name, List<UUID> coming, List<Spell> ending, Optional<UUID> to) {}

    /// Somebody new, with an account; without a post they see nothing.
    public UUID join(Actor by, UUID agency, Joiner joiner, Along along) {
        return transactions.run(JOB, work -> {
            var login = joiner.login();
            var staff = offices.addStaff(work, joiner.name(), agency);
            access.open(
                    work,
                    new AccountOpening(
                            login,
                            joiner.password(),
                            staff.id(),
                            Actor.Kind.OFFICER,
                            staff.name(),
                            joiner.told() ? Optional.of(by.person()) : Optional.empty()));
            store.note(work, by, staff.id(), agency, Deed.JOIN, "入职，用户名 " + login, joiner.reason());
            joiner.posts()
                    .forEach(post -> appointed(work, by, agency, staff.id(), post, work.today(), joiner.reason()));
            along.write(work, staff.id());
            return staff.id();
        });
    }

    /// Another name, other posts: all of it or nothing.
    public void move(Actor by, UUID agency, UUID person, Move move, String reason, String key, Along along) {
        notOneself(by, person);
        var giving = new Leftovers.Giving(agency, person, move.ending(), move.coming(), move.to());
        transactions.run(JOB, work -> {
            belongs(work, agency, person);
            move.to().ifPresent(post -> post(work, agency, post));
            return true;
        });
        leftovers.clear(by, giving, reason, key);
        transactions.run(JOB, work -> {
            leftovers.refuseAgain(work, giving);
            move.name().ifPresent(said -> {
                var name = offices.rename(work, person, said);
                access.rename(work, person, name);
                store.note(work, by, person, agency, Deed.RENAME, "改名为“" + name + "”", reason);
            });
            move.coming().forEach(post -> appointed(work, by, agency, person, post, work.today(), reason));
            closed(work, by, person, move.ending(), reason);
            along.write(work, person);
            return true;
        });
        access.changed(person);
    }

    /// The account of somebody who goes ends at once although work still lies on their desk: they keep the posts until
    /// an administrator says who goes on.
    public void shut(Actor by, UUID agency, UUID person, String reason) {
        notOneself(by, person);
        transactions.run(JOB, work -> {
            belongs(work, agency, person);
            desks.release(work, person);
            access.leaves(work, person);
            store.note(work, by, person, agency, Deed.SHUT, "账号停用，桌上的事待交接", reason);
            return true;
        });
        access.changed(person);
    }

    private void appointed(
            Work work, Actor by, UUID agency, UUID person, UUID post, LocalDate firstDay, String reason) {
        var title = post(work, agency, post);
        offices.appoint(work, new Offices.Appointment(post, person, firstDay, Optional.empty()));
        store.note(work, by, person, agency, Deed.APPOINT, "任“" + title + "”", reason);
    }

    /// A post until further notice.
    void appoint(Actor by, UUID agency, UUID person, UUID post, Optional<LocalDate> firstDay) {
        notOneself(by, person);
        transactions.run(JOB, work -> {
            belongs(work, agency, person);
            appointed(work, by, agency, person, post, firstDay.orElseGet(work::today), "");
            return true;
        });
        access.changed(person);
    }

    void standIn(Actor by, UUID agency, UUID person, UUID post, LocalDate firstDay, LocalDate lastDay, String reason) {
        notOneself(by, person);
        transactions.run(JOB, work -> {
            belongs(work, agency, person);
            var title = post(work, agency, post);
            if (lastDay.isBefore(work.today())) {
                throw new Refused(Problem.fields(List.of(new Problem.Field("lastDay", "截止日期已经过了。"))));
            }
            offices.standIn(work, new Offices.StandIn(post, person, firstDay, lastDay, reason));
            store.note(
                    work, by, person, agency, Deed.STAND_IN, "代“" + title + "”，" + firstDay + " 至 " + lastDay, reason);
            return true;
        });
        access.changed(person);
    }

    /// One post ends at once.
    ///
    /// @param to whose desk takes what lies on it, where nobody else sits there
    void end(Actor by, UUID agency, UUID person, UUID spell, Optional<UUID> to, String reason, String key) {
        var ending = transactions.run(JOB, work -> {
            var found = store.spells(work, List.of(person)).stream()
                    .filter(each -> each.id().equals(spell) && each.agency().equals(agency))
                    .findFirst()
                    .orElseThrow(() -> Refused.notFound("任职"));
            to.ifPresent(desk -> post(work, agency, desk));
            return new Leftovers.Giving(agency, person, List.of(found), List.of(), to);
        });
        leftovers.clear(by, ending, reason, key);
        transactions.run(JOB, work -> {
            leftovers.refuseAgain(work, ending);
            closed(work, by, person, ending.ending(), reason);
            return true;
        });
        access.changed(person);
    }

    /// Somebody goes: every post, the account, sessions and tokens end at once; what they had claimed is for others.
    public void leave(Actor by, UUID agency, UUID person, Optional<UUID> to, String reason, String key) {
        notOneself(by, person);
        var ending = transactions.run(JOB, work -> {
            if (offices.at(work)
                    .staff(person)
                    .filter(each -> each.agency().equals(agency))
                    .isEmpty()) {
                throw Refused.notFound("工作人员");
            }
            to.ifPresent(desk -> post(work, agency, desk));
            return new Leftovers.Giving(agency, person, store.spells(work, List.of(person)), List.of(), to);
        });
        leftovers.clear(by, ending, reason, key);
        transactions.run(JOB, work -> {
            leftovers.refuseAgain(work, ending);
            closed(work, by, person, ending.ending(), reason);
            desks.release(work, person);
            access.leaves(work, person);
            store.note(work, by, person, agency, Deed.LEAVE, "离岗，账号停用", reason);
            return true;
        });
        access.changed(person);
    }

    private void closed(Work work, Actor by, UUID person, List<Spell> ending, String reason) {
        for (Spell spell : ending) {
            store.end(work, spell.id());
            store.note(work, by, person, spell.agency(), Deed.END, "不再任“" + spell.title() + "”", reason);
        }
    }

    private void belongs(Work work, UUID agency, UUID person) {
        if (offices.at(work)
                .staff(person)
                .filter(each -> each.agency().equals(agency))
                .isEmpty()) {
            throw Refused.notFound("工作人员");
        }
    }

    private String post(Work work, UUID agency, UUID post) {
        return offices.at(work)
                .post(post)
                .filter(each -> each.agency().equals(agency))
                .map(each -> each.title())
                .orElseThrow(() -> Refused.notFound("岗位"));
    }

    /// Nobody gives themselves power, nor takes away the account they act with.
    private static void notOneself(Actor by, UUID person) {
        if (by.person().equals(person)) {
            throw Refused.notYours("不能给自己办，请由别的机构管理员或上级办理。");
        }
    }
}
