package org.maplebridge.kernel.tasks;

import java.util.UUID;
import org.maplebridge.kernel.access.Access;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.access.Role;
import org.maplebridge.kernel.ground.Problem;
import org.maplebridge.kernel.ground.Refused;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.matters.Conflicts;
import org.maplebridge.kernel.orgs.Agency;
import org.maplebridge.kernel.orgs.Offices;
import org.maplebridge.kernel.orgs.Post;
import org.maplebridge.kernel.orgs.Staff;
import org.springframework.stereotype.Component;

/// Taking a task and giving it back. Nobody's sight of the matter changes, so nothing goes into its trail.
@Component
class Claims {

    private static final String REGISTRAR = "kernel.registrar";

    private final TaskStore store;
    private final Offices offices;
    private final Access access;
    private final Conflicts conflicts;

    Claims(TaskStore store, Offices offices, Access access, Conflicts conflicts) {
        this.store = store;
        this.offices = offices;
        this.access = access;
        this.conflicts = conflicts;
    }

    /// The actor takes it; taking it twice is taking it once.
    void claim(Work work, Actor actor, UUID id) {
        var task = seen(id);
        if (!task.within(actor)) {
            throw Refused.notYours("这件在" + place(work, task) + "，不在您的桌上，不能签收。");
        }
        offices.at(work).away(actor.person(), work.today()).ifPresent(away -> {
            throw new Refused(Problem.of(409, "away", "您登记了不在岗", "到 " + away.lastDay() + " 为止的事由别人办，签收了也会自动放回。")
                    .withRule("tasks.claim-present")
                    .withArticle("本地默认")
                    .withNext("已经回来的，先在“值班与请假”里撤销，再签收。"));
        });
        if (conflicts.certain(task.matter(), actor.person())) {
            throw new Refused(Problem.of(409, "interest", "请回避", "这件的当事人与您有利害关系（您本人申报过），不能由您办。")
                    .withRule("matters.interest")
                    .withArticle("本地默认")
                    .withNext("请“自行回避”，由别人签收。"));
        }
        if (!store.claim(work, id, actor.person())) {
            var now = seen(id);
            if (now.state() == Task.State.DONE) {
                throw gone();
            }
            if (!now.mine(actor)) {
                throw taken(work, now);
            }
        }
        if (store.keptOut(task.matter())) {
            throw Refused.notYours("您已经回避这件事，由别人办理。");
        }
    }

    /// Whoever has it gives it back; whoever hands out work in the office may take it back from them.
    void release(Work work, Actor actor, UUID id) {
        var task = seen(id);
        if (task.state() == Task.State.DONE) {
            throw gone();
        }
        var holder = task.staff();
        if (holder.isEmpty()) {
            if (!task.within(actor)) {
                throw Refused.notYours("这件在" + place(work, task) + "，不在您的桌上。");
            }
            return;
        }
        if (!holder.get().equals(actor.person()) && !handsOut(actor, task.agency())) {
            throw Refused.notYours("这件由" + name(work, holder.get()) + "签收，只有本人或本单位派件的人能放回。");
        }
        store.release(id, holder.get());
    }

    /// Whether the actor hands out the work of an office: its registrar, or a role there that sees the whole office.
    boolean handsOut(Actor actor, UUID agency) {
        return actor.agency().filter(agency::equals).isPresent()
                && (actor.has(REGISTRAR)
                        || actor.roles().stream()
                                .flatMap(name -> access.role(name).stream())
                                .anyMatch(role -> role.sees() != Role.Sees.POST));
    }

    private Task seen(UUID id) {
        return store.find(id).orElseThrow(() -> Refused.notFound("待办"));
    }

    private Refused taken(Work work, Task task) {
        var who = task.staff().map(staff -> name(work, staff)).orElse("别人");
        var when = task.claimedAt()
                .map(at -> at.atZone(Work.ZONE).toLocalDateTime())
                .map(at -> "%d月%d日%02d:%02d"
                        .formatted(at.getMonthValue(), at.getDayOfMonth(), at.getHour(), at.getMinute()))
                .orElse("刚才");
        return new Refused(Problem.of(409, "claimed", "已经有人签收", "这件已由" + who + "于" + when + "签收。")
                .withRule("tasks.claim-once")
                .withNext("可以看这件的进展；要接手，请对方放回，或请派件的人指派。"));
    }

    private static Refused gone() {
        return new Refused(
                Problem.of(409, "task-done", "已不在这张桌上", "这件已办到下一个单位或岗位，或者已经办结。").withNext("刷新待办再看。"));
    }

    private String name(Work work, UUID staff) {
        return offices.at(work).staff(staff).map(Staff::name).orElse("别人");
    }

    private String place(Work work, Task task) {
        var directory = offices.at(work);
        var office = directory.agency(task.agency()).map(Agency::name).orElse("别的单位");
        return task.post()
                .flatMap(directory::post)
                .map(Post::title)
                .map(title -> office + "的“" + title + "”")
                .orElse(office);
    }
}
