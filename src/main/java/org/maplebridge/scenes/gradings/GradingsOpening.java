package org.maplebridge.scenes.gradings;

import static org.maplebridge.kernel.matters.Verdict.blocked;
import static org.maplebridge.kernel.matters.Verdict.invalid;
import static org.maplebridge.kernel.matters.Verdict.moved;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.matters.Act;
import org.maplebridge.kernel.matters.Verdict;
import org.maplebridge.kernel.rolls.MediatorRoll;
import org.maplebridge.kernel.rolls.MediatorRoll.Mediator;
import org.springframework.stereotype.Component;

/// Begins a grading: who in the register, which year. What is counted is counted by the system afterwards, with eyes
/// that see every file, whoever has begun it.
@Component
class GradingsOpening {

    private static final String LOCAL = "本地默认";
    private static final int FIRST_YEAR = 2011;
    private static final Pattern LINE = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

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
        if (said.line().isPresent() && !wellFormed(said.line().get())) {
            return invalid("line", "编号照抄名册里这一位的网页地址的最后一段，一共 36 个字符。", "gradings.line");
        }
        var found = GradingsRules.meant(
                roll.named(said.name().strip(), LocalDate.of(year, 12, 31)),
                said.area(),
                said.line().map(UUID::fromString));
        if (found.isEmpty()) {
            return invalid("name", "名册上没有 " + year + " 年底在任的这一位，请照名册写姓名和地方。", "gradings.name");
        }
        if (found.size() > 1) {
            boolean together = found.stream().map(Mediator::area).distinct().count() == 1;
            return together
                    ? invalid("line", "同一个地方有几位同名的，请填这一位在名册里的编号。", "gradings.same-name")
                    : invalid("area", "名册上有几位同名的，请选这一位所在的村（社区）或者乡镇。", "gradings.same-name");
        }
        if (store.taken(found.getFirst().line(), year)) {
            return invalid("year", said.name().strip() + "的 " + year + " 年已经评过，或者正在评。", "gradings.once");
        }
        return drafted(act, said, found.getFirst(), officer);
    }

    private static boolean wellFormed(String line) {
        return LINE.matcher(line).matches();
    }

    private Verdict drafted(Act act, Gradings.Open said, Mediator mediator, boolean officer) {
        var supervising = GradingsRules.supervising(act.offices(), mediator.area(), mediator.staff(), act.today());
        if (supervising.isEmpty()) {
            return blocked("这里和上级都没有既有经办人又有另一位审定人在岗的单位，没有人来评。", "gradings.office", LOCAL);
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
