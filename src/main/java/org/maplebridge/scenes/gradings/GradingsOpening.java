package org.maplebridge.scenes.gradings;

import static org.maplebridge.kernel.matters.Verdict.blocked;
import static org.maplebridge.kernel.matters.Verdict.invalid;
import static org.maplebridge.kernel.matters.Verdict.moved;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.matters.Act;
import org.maplebridge.kernel.matters.Verdict;
import org.maplebridge.kernel.orgs.Area;
import org.maplebridge.kernel.rolls.MediatorRoll;
import org.maplebridge.kernel.rolls.MediatorRoll.Mediator;
import org.springframework.stereotype.Component;

/// Begins a grading: who in the register, which year. What is counted is counted by the system afterwards, with eyes
/// that see every file, whoever has begun it.
@Component
class GradingsOpening {

    private static final String LOCAL = "本地默认";
    private static final int FIRST_YEAR = 2011;

    private final GradingsStore store;
    private final MediatorRoll roll;

    GradingsOpening(GradingsStore store, MediatorRoll roll) {
        this.store = store;
        this.roll = roll;
    }

    Verdict open(Act act, Gradings.Open said) {
        int year = said.year();
        if (year < FIRST_YEAR || year >= act.today().getYear()) {
            return invalid("year", "填已经过完的一年，最近是 " + (act.today().getYear() - 1) + " 年。", "gradings.year");
        }
        boolean officer = act.actor().kind() == Actor.Kind.OFFICER;
        if (officer && said.reason().isEmpty()) {
            return invalid("reason", "写明为什么现在评这一位：系统每年会自己列出任职满一年的。", "gradings.reason");
        }
        var found = roll.named(said.name().strip(), LocalDate.of(year, 12, 31)).stream()
                .filter(each -> said.area()
                        .filter(area -> !Area.covers(area, each.area()))
                        .isEmpty())
                .toList();
        if (found.isEmpty()) {
            return invalid("name", "名册上没有 " + year + " 年底在任的这一位，请照名册写姓名和地方。", "gradings.name");
        }
        var left =
                found.stream().filter(each -> !store.taken(each.line(), year)).toList();
        if (left.isEmpty()) {
            return invalid("year", said.name().strip() + "的 " + year + " 年已经评过，或者正在评。", "gradings.once");
        }
        if (officer && left.size() > 1) {
            return invalid("area", "名册上有几位同名的，请选这一位所在的村（社区）或者乡镇。", "gradings.same-name");
        }
        return drafted(act, said, left.getFirst(), officer);
    }

    private Verdict drafted(Act act, Gradings.Open said, Mediator mediator, boolean officer) {
        var supervising = GradingsRules.supervising(act.offices(), mediator.area());
        if (supervising.isEmpty()) {
            return blocked("这里和上级都没有既有经办人又有审定人的单位，没有人来评。", "gradings.office", LOCAL);
        }
        var own = act.actor()
                .agency()
                .filter(office -> office.equals(supervising.get().id()));
        if (officer && own.isEmpty()) {
            return invalid("name", "这一位由“" + supervising.get().name() + "”评定，不在您的单位。", "gradings.office");
        }
        var person = act.actor().person();
        if (officer && mediator.staff().filter(person::equals).isPresent()) {
            return invalid("name", "评的是您本人，由别人办理。", "gradings.oneself");
        }
        var subject = new Grading.Subject(
                mediator.line(),
                mediator.name(),
                mediator.area(),
                act.offices().fullName(mediator.area()),
                said.year());
        store.draft(
                act.id(), subject, said.reason(), supervising.get().id(), officer ? Set.of(person) : Set.<UUID>of());
        return moved().title("等级评定：" + mediator.name() + " " + said.year() + " 年")
                .area(mediator.area())
                .agency(supervising.get().id());
    }
}
