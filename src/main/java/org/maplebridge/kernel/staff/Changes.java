package org.maplebridge.kernel.staff;

import java.time.LocalDate;
import java.util.ArrayList;
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
class Changes {

    private static final Scope JOB = Scope.job("staff");
    private static final String ARTICLE = "本地默认";

    private final Transactions transactions;
    private final StaffStore store;
    private final Offices offices;
    private final Access access;
    private final Desks desks;

    Changes(Transactions transactions, StaffStore store, Offices offices, Access access, Desks desks) {
        this.transactions = transactions;
        this.store = store;
        this.offices = offices;
        this.access = access;
        this.desks = desks;
    }

    /// Somebody new, with an account and no post yet.
    UUID join(Actor by, UUID agency, String name, String login, String password) {
        return transactions.run(JOB, work -> {
            var staff = offices.addStaff(work, name, agency);
            access.open(work, new AccountOpening(login, password, staff.id(), Actor.Kind.OFFICER, staff.name()));
            store.note(work, by, staff.id(), agency, Deed.JOIN, "入职，用户名 " + login, "");
            return staff.id();
        });
    }

    /// A post until further notice.
    void appoint(Actor by, UUID agency, UUID person, UUID post, Optional<LocalDate> firstDay) {
        notOneself(by, person);
        transactions.run(JOB, work -> {
            belongs(work, agency, person);
            var title = post(work, agency, post);
            offices.appoint(
                    work, new Offices.Appointment(post, person, firstDay.orElseGet(work::today), Optional.empty()));
            store.note(work, by, person, agency, Deed.APPOINT, "任“" + title + "”", "");
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
            return List.of(found);
        });
        cleared(by, agency, person, ending, to, reason, key);
        transactions.run(JOB, work -> {
            nothingLeft(work, agency, person, ending, Optional.empty());
            closed(work, by, person, ending, reason);
            return true;
        });
        access.changed(person);
    }

    /// Somebody goes: every post, the account, sessions and tokens end at once; what they had claimed is for others.
    void leave(Actor by, UUID agency, UUID person, Optional<UUID> to, String reason, String key) {
        notOneself(by, person);
        var ending = transactions.run(JOB, work -> {
            if (offices.at(work)
                    .staff(person)
                    .filter(each -> each.agency().equals(agency))
                    .isEmpty()) {
                throw Refused.notFound("工作人员");
            }
            return store.spells(work, List.of(person));
        });
        cleared(by, agency, person, ending, to, reason, key);
        transactions.run(JOB, work -> {
            nothingLeft(work, agency, person, ending, Optional.empty());
            closed(work, by, person, ending, reason);
            desks.release(work, person);
            access.leaves(work, person);
            store.note(work, by, person, agency, Deed.LEAVE, "离岗，账号停用", reason);
            return true;
        });
        access.changed(person);
    }

    /// What lies on desks that nobody would sit at goes to the desk named; without one, nothing is done.
    private void cleared(
            Actor by, UUID agency, UUID person, List<Spell> ending, Optional<UUID> to, String reason, String key) {
        var full = transactions.run(JOB, work -> {
            to.ifPresent(post -> post(work, agency, post));
            nothingLeft(work, agency, person, ending, to);
            return ending.stream()
                    .filter(spell -> spell.agency().equals(agency) && alone(work, person, spell))
                    .filter(spell -> desks.onDesk(work, spell.post()) > 0)
                    .toList();
        });
        var stayed = full.stream()
                .flatMap(spell -> desks.handOver(by, spell.post(), to.orElseThrow(), reason, key).stream())
                .distinct()
                .toList();
        if (!stayed.isEmpty()) {
            throw left(stayed);
        }
    }

    private boolean alone(Work work, UUID person, Spell spell) {
        return spell.counts(work.today())
                && offices.at(work).holders(spell.post(), work.today()).stream()
                        .allMatch(holder -> holder.staff().id().equals(person));
    }

    /// Refused, with everything that would be left with nobody.
    private void nothingLeft(Work work, UUID agency, UUID person, List<Spell> ending, Optional<UUID> to) {
        var left = new ArrayList<String>();
        var directory = offices.at(work);
        for (Spell spell : ending) {
            int open = alone(work, person, spell) ? desks.onDesk(work, spell.post()) : 0;
            boolean taken =
                    to.isPresent() && spell.agency().equals(agency) && !to.get().equals(spell.post());
            if (open > 0 && !taken) {
                var office = directory
                        .agency(spell.agency())
                        .map(each -> each.name())
                        .orElse("");
                left.add(office + "“" + spell.title() + "”桌上的 " + open + " 件");
            }
        }
        var offices = ending.stream().map(Spell::agency).distinct().toList();
        for (UUID office : offices) {
            var gone = ending.stream().map(Spell::post).toList();
            boolean empty = directory.posts(office).stream()
                    .allMatch(post -> directory.holders(post.id(), work.today()).stream()
                            .allMatch(holder -> holder.staff().id().equals(person) && gone.contains(post.id())));
            int open = empty ? desks.inOffice(work, office) : 0;
            if (open > 0) {
                left.add(directory.agency(office).map(each -> each.name()).orElse("") + "大家共有的 " + open + " 件");
            }
        }
        if (!left.isEmpty()) {
            throw left(left);
        }
    }

    private static Refused left(List<String> what) {
        return new Refused(Problem.of(409, "left-behind", "有事没人接", "这样一来没有人办：" + String.join("；", what) + "。")
                .withRule("staff.left-behind")
                .withArticle(ARTICLE)
                .withNext("选一个接手的岗位，或者先任命、指派别人，再办这一步。"));
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
