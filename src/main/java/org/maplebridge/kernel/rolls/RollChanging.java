package org.maplebridge.kernel.rolls;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.ground.Ids;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.orgs.Offices;
import org.maplebridge.kernel.rolls.RollWriter.Deed;
import org.springframework.stereotype.Component;

/// A line changes from a day on, ends, or is taken back because it was a mistake. What it said before stays.
@Component
class RollChanging {

    private static final int YEAR = 366;

    private final RollStore store;
    private final RollWriter writer;
    private final RollKeeping keeping;
    private final Offices offices;

    RollChanging(RollStore store, RollWriter writer, RollKeeping keeping, Offices offices) {
        this.store = store;
        this.writer = writer;
        this.keeping = keeping;
        this.offices = offices;
    }

    /// What a line says from a day on. What it said before stays.
    void change(Work work, Actor by, Roll roll, UUID line, RollKeeping.Said said) {
        var directory = offices.at(work);
        var old = keeping.newest(line);
        RollKeeping.own(directory, by, old.area());
        var form = new RollForm();
        var area = Optional.ofNullable(said.area()).orElse(old.area());
        form.require(directory.area(area).isPresent(), "area", "没有这个地方。");
        var name = form.name(roll, said.name());
        var facts = form.facts(roll, RollKeeping.facts(said), directory, keeping::counts);
        var first = RollKeeping.day(form, work, roll, said.firstDay());
        var earliest = old.lastDay().map(last -> last.plusDays(1)).orElse(old.firstDay());
        form.require(!first.isBefore(earliest), "firstDay", "不能早于 " + earliest + "。");
        var reason = form.words("reason", "为什么改", said.reason(), 2, 200, false);
        form.settle();
        RollKeeping.own(directory, by, area);
        RollKeeping.notOneself(by, roll, old.facts(), Optional.empty());
        RollKeeping.notOneself(by, roll, facts, Optional.empty());
        if (old.lastDay().isEmpty()) {
            if (first.equals(old.firstDay())) {
                writer.withdraw(old.id());
            } else {
                writer.end(old.id(), first.minusDays(1));
            }
        }
        var entry = new RollEntry(
                Ids.at(work.now()),
                line,
                roll.name(),
                Optional.empty(),
                area,
                name.orElse(old.name()),
                RollForm.id(facts.getOrDefault("staff", "")),
                facts,
                first,
                Optional.empty(),
                false,
                by.person(),
                by.name(),
                work.now());
        writer.add(entry);
        writer.note(work, by, line, Deed.CHANGE, "改了“" + entry.name() + "”，从 " + first + " 起", reason);
    }

    /// A line ends with a day; what belongs to it ends with it.
    void end(Work work, Actor by, Roll roll, UUID line, @Nullable LocalDate said, @Nullable String why) {
        var old = keeping.newest(line);
        RollKeeping.own(offices.at(work), by, root(old).area());
        RollKeeping.notOneself(by, roll, old.facts(), old.parent().map(keeping::newest));
        var form = new RollForm();
        var day = Optional.ofNullable(said);
        form.require(!roll.moment(), "lastDay", "这一条只有一天，不用结束；登错了请撤回。");
        form.require(day.isPresent(), "lastDay", "还没填“" + roll.ends().orElse("结束的日子") + "”。");
        form.require(
                day.map(each -> !each.isBefore(old.firstDay())).orElse(true),
                "lastDay",
                "不能早于 " + old.firstDay() + "。");
        form.require(day.map(each -> !each.isAfter(work.today().plusDays(YEAR))).orElse(true), "lastDay", "最多提前一年登记。");
        var reason = form.words("reason", "为什么结束", why, 2, 200, false);
        form.settle();
        var last = day.orElseThrow();
        writer.end(old.id(), last);
        writer.note(work, by, line, Deed.END, "“" + old.name() + "”到 " + last + " 为止", reason);
        for (var part : store.parts(List.of(line))) {
            if (part.lastDay().isEmpty() && !part.firstDay().isAfter(last)) {
                writer.end(part.id(), last);
            }
        }
    }

    /// A line was a mistake: it and its parts stay and have never counted.
    void withdraw(Work work, Actor by, Roll roll, UUID line, @Nullable String why) {
        var old = keeping.newest(line);
        RollKeeping.own(offices.at(work), by, root(old).area());
        RollKeeping.notOneself(by, roll, old.facts(), old.parent().map(keeping::newest));
        var form = new RollForm();
        var reason = form.words("reason", "为什么撤回", why, 2, 200, false);
        form.settle();
        store.versions(line).forEach(each -> writer.withdraw(each.id()));
        store.parts(List.of(line)).forEach(part -> writer.withdraw(part.id()));
        writer.note(work, by, line, Deed.WITHDRAW, "撤回登错的“" + old.name() + "”", reason);
    }

    private RollEntry root(RollEntry entry) {
        return entry.parent().map(keeping::newest).orElse(entry);
    }
}
