package org.maplebridge.scenes.allowances;

import static org.maplebridge.kernel.matters.Verdict.blocked;
import static org.maplebridge.kernel.matters.Verdict.invalid;
import static org.maplebridge.kernel.matters.Verdict.moved;

import java.util.Optional;
import java.util.UUID;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.calendar.Calendars;
import org.maplebridge.kernel.calendar.Due;
import org.maplebridge.kernel.matters.Act;
import org.maplebridge.kernel.matters.Verdict;
import org.maplebridge.kernel.orgs.Level;
import org.springframework.stereotype.Component;

/// Opens a sheet, lists what belongs on it, shows it.
@Component
class AllowancesOpening {

    private static final int LONGEST_HOLIDAY = 10;

    private final AllowancesStore store;
    private final AllowancesGathering gathering;
    private final Calendars calendars;

    AllowancesOpening(AllowancesStore store, AllowancesGathering gathering, Calendars calendars) {
        this.store = store;
        this.gathering = gathering;
        this.calendars = calendars;
    }

    /// Once per office and month; by the keeper for their own office, by the system for any.
    Verdict open(Act act, Allowances.Open said) {
        boolean person = act.actor().kind() == Actor.Kind.OFFICER;
        if (person
                && !said.office()
                        .or(() -> act.actor().agency())
                        .equals(act.actor().agency())) {
            return invalid("office", "只能给本单位开补贴单，这一项不用填。", "allowances.office");
        }
        Optional<UUID> wanted = person ? act.actor().agency() : said.office();
        var office = wanted.flatMap(act.offices()::agency).filter(each -> each.level() == Level.TOWN);
        if (office.isEmpty()) {
            return blocked("补贴单由乡镇（街道）一级的单位开立。", "allowances.office", AllowancesRules.LOCAL);
        }
        var month = said.month().withDayOfMonth(1);
        if (!month.isBefore(act.today().withDayOfMonth(1))) {
            return invalid("month", "这个月还没有过完，下个月再开。", "allowances.month");
        }
        if (store.taken(office.get().id(), month)) {
            return invalid("month", Allowance.monthTitle(month) + "的补贴单已经有了，到事项列表里找。", "allowances.once");
        }
        var place = new Allowance.Place(
                office.get().id(), office.get().name(), office.get().area());
        store.open(act.id(), act.matter().label().code(), place, month);
        return moved().title("以案定补：" + act.offices().fullName(place.area()) + " " + Allowance.monthTitle(month))
                .area(place.area())
                .agency(place.office());
    }

    Verdict gather(Act act) {
        var sheet = store.find(act.id());
        gathering.listed(act.work(), sheet).forEach(line -> store.add(act.id(), line));
        return moved();
    }

    /// What is on a sheet that is shown is held back only; nothing is added to it behind anybody's back.
    Verdict refresh(Act act) {
        boolean back = act.matter().stage().name().equals("DRAFTED");
        gathering
                .changed(act.work(), store.find(act.id()), store.lines(act.id()), back)
                .forEach(line -> store.keep(act.id(), line));
        return moved();
    }

    Verdict show(Act act) {
        return AllowancesRules.unready(store.lines(act.id())).orElseGet(() -> {
            var sheet = store.find(act.id());
            var due = calendars
                    .at(act.work())
                    .due(act.number(AllowancesLifecycle.WINDOW).term(), act.today());
            // while the holidays of a year aren't known the end may lie later: nobody's time is cut short
            var until = due instanceof Due.Awaiting ? due.earliestDay().plusDays(LONGEST_HOLIDAY) : due.earliestDay();
            store.show(act.id(), act.now(), until, plan(act, sheet));
            return moved();
        });
    }

    /// What is fixed before the root is known that makes the seed.
    private static String plan(Act act, Allowance sheet) {
        return String.join(
                "/",
                "maplebridge/allowances/1",
                sheet.id().toString(),
                sheet.month().toString(),
                act.now().toString(),
                sheet.whole() ? "all" : act.number("allowances.share").value());
    }
}
