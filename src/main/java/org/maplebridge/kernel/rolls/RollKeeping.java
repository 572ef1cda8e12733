package org.maplebridge.kernel.rolls;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.ground.Ids;
import org.maplebridge.kernel.ground.Refused;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.orgs.Agency;
import org.maplebridge.kernel.orgs.Area;
import org.maplebridge.kernel.orgs.Directory;
import org.maplebridge.kernel.orgs.Offices;
import org.maplebridge.kernel.parameters.Parameters;
import org.maplebridge.kernel.rolls.RollWriter.Deed;
import org.springframework.stereotype.Component;

/// A line begins: with who wrote it down, and nobody their own. Runs in the work of a job: whose area it is is known
/// here.
@Component
class RollKeeping {

    private static final int YEAR = 366;

    private final RollStore store;
    private final RollFinding finding;
    private final RollWriter writer;
    private final Offices offices;
    private final Parameters parameters;

    RollKeeping(RollStore store, RollFinding finding, RollWriter writer, Offices offices, Parameters parameters) {
        this.store = store;
        this.finding = finding;
        this.writer = writer;
        this.offices = offices;
        this.parameters = parameters;
    }

    /// What is said of a line.
    ///
    /// @param parent of which line it is a part
    /// @param area   where; of a part only if it says a place of its own
    /// @param firstDay when it begins; of a change, from when on it holds
    record Said(
            @Nullable UUID parent,
            @Nullable String area,
            @Nullable String name,
            @Nullable LocalDate firstDay,
            @Nullable LocalDate lastDay,
            @Nullable Map<String, String> facts,
            @Nullable String reason) {}

    /// A new line. Returns its id.
    UUID begin(Work work, Actor by, Roll roll, Said said) {
        var directory = offices.at(work);
        var form = new RollForm();
        var parent = parent(roll, said);
        var area = area(form, directory, by, roll, parent, said.area());
        var name = form.name(roll, said.name());
        var facts = form.facts(roll, facts(said), directory, this::counts);
        var first = day(form, work, roll, said.firstDay());
        var reason = form.words("reason", "依据或者原因", said.reason(), 0, 200, false);
        form.settle();
        var last = last(work, form, roll, area, first, said.lastDay());
        var called = name.orElseGet(() -> called(roll, directory, area, facts));
        notOneself(by, roll, facts, parent);
        var siblings = parent.map(each -> store.parts(List.of(each.line())).stream()
                        .filter(part -> part.roll().equals(roll.name()))
                        .toList())
                .orElse(List.of());
        lawful(form, work, roll, parent, first, facts, siblings);
        if (roll.unique()) {
            form.require(
                    finding.named(roll.name(), called, first).isEmpty(), "name", "已经有一个叫“" + called + "”的，名称要能区分。");
        }
        boolean twin = store.twin(roll.name(), parent.map(RollEntry::line), area, called, first);
        form.require(!twin, "name", "同一天的“" + called + "”已经登记过。");
        form.settle();
        if (roll.single()) {
            endBefore(work, by, form, siblings, first);
        }
        var entry = new RollEntry(
                Ids.at(work.now()),
                Ids.at(work.now()),
                roll.name(),
                parent.map(RollEntry::line),
                area,
                called,
                RollForm.id(facts.getOrDefault("staff", "")),
                facts,
                first,
                last,
                false,
                by.person(),
                by.name(),
                work.now());
        writer.add(entry);
        writer.note(
                work, by, entry.line(), Deed.BEGIN, "登记" + roll.one() + "“" + called + "”，从 " + first + " 起", reason);
        return entry.line();
    }

    static Map<String, String> facts(Said said) {
        return Optional.ofNullable(said.facts()).orElse(Map.of());
    }

    private Optional<RollEntry> parent(Roll roll, Said said) {
        if (roll.of().isEmpty()) {
            return Optional.empty();
        }
        var found = Optional.ofNullable(said.parent())
                .map(id -> newest(id))
                .filter(entry -> entry.roll().equals(roll.of().get()))
                .orElseThrow(() -> Refused.notFound("名册里的这一条"));
        return Optional.of(found);
    }

    /// The last version of a line.
    RollEntry newest(UUID line) {
        return Optional.ofNullable(store.newest(List.of(line)).get(line))
                .orElseThrow(() -> Refused.notFound("名册里的这一条"));
    }

    boolean counts(String roll, UUID line) {
        return Optional.ofNullable(store.newest(List.of(line)).get(line))
                .filter(entry -> entry.roll().equals(roll) && entry.lastDay().isEmpty())
                .isPresent();
    }

    private static String area(
            RollForm form,
            Directory directory,
            Actor by,
            Roll roll,
            Optional<RollEntry> parent,
            @Nullable String said) {
        if (parent.isPresent() && !roll.placed()) {
            own(directory, by, parent.get().area());
            return parent.get().area();
        }
        parent.ifPresent(each -> own(directory, by, each.area()));
        var area = Optional.ofNullable(said).orElse("");
        boolean known = directory.area(area).isPresent();
        form.require(known, "area", "请选择是哪个地方。");
        if (known && parent.isEmpty()) {
            own(directory, by, area);
        }
        parent.ifPresent(each ->
                form.require(Area.covers(each.area(), area), "area", "应在" + directory.fullName(each.area()) + "以内。"));
        return area;
    }

    /// Whoever keeps a register keeps it for the area of their office and below.
    static void own(Directory directory, Actor by, String area) {
        if (by.agency()
                .flatMap(directory::agency)
                .map(Agency::area)
                .filter(office -> Area.covers(office, area))
                .isEmpty()) {
            throw Refused.notYours("只能登记本单位辖区里的，" + directory.fullName(area) + "不在其中。");
        }
    }

    static LocalDate day(RollForm form, Work work, Roll roll, @Nullable LocalDate said) {
        var day = Optional.ofNullable(said);
        form.require(day.isPresent(), "firstDay", "还没填“" + roll.begins() + "”。");
        day.ifPresent(each -> {
            form.require(each.getYear() >= 1949, "firstDay", "日子不对，请核对年份。");
            form.require(
                    !each.isAfter(roll.moment() ? work.today() : work.today().plusDays(YEAR)),
                    "firstDay",
                    roll.moment() ? "不能在今天之后。" : "最多提前一年登记。");
        });
        return day.orElseGet(work::today);
    }

    /// Of a term it is computed: nobody says how long one lasts.
    private Optional<LocalDate> last(
            Work work, RollForm form, Roll roll, String area, LocalDate first, @Nullable LocalDate said) {
        if (roll.moment()) {
            return Optional.of(first);
        }
        if (roll.name().equals("terms")) {
            int years =
                    parameters.at(work, "rolls.committee-years", area, first).whole();
            return Optional.of(first.plusYears(years).minusDays(1));
        }
        var last = Optional.ofNullable(said);
        form.require(last.map(day -> !day.isBefore(first)).orElse(true), "lastDay", "结束的日子不能早于开始的日子。");
        return last;
    }

    /// What has no name is called by its place or by what it says first.
    private static String called(Roll roll, Directory directory, String area, Map<String, String> facts) {
        return roll.placed()
                ? directory.fullName(area)
                : roll.fields().stream()
                        .filter(field -> facts.containsKey(field.name()))
                        .map(field -> RollBook.shown(field, facts.getOrDefault(field.name(), "")))
                        .findFirst()
                        .orElse(roll.one());
    }

    private void lawful(
            RollForm form,
            Work work,
            Roll roll,
            Optional<RollEntry> parent,
            LocalDate first,
            Map<String, String> facts,
            List<RollEntry> siblings) {
        if (roll.name().equals("terms")) {
            var committee = parent.orElseThrow();
            form.require(!first.isAfter(work.today()), "firstDay", "还没有推选产生，不能宣布成立。");
            var members = store.parts(List.of(committee.line())).stream()
                    .filter(part -> part.roll().equals("members"))
                    .toList();
            form.add(RollRules.unlawful(members, first, numbers(work, committee.area(), first)));
        }
        if (roll.name().equals("members") && facts.getOrDefault("role", "").equals("CHAIR")) {
            boolean taken = siblings.stream()
                    .anyMatch(other -> other.counts(first) && other.fact("role").equals("CHAIR"));
            form.require(!taken, "facts.role", "主任只设一人，请先登记原主任不再担任。");
        }
        if (roll.name().equals("mediators") && facts.containsKey("staff")) {
            var person = RollForm.id(facts.getOrDefault("staff", "")).orElseThrow();
            boolean there = finding.ofPerson(roll.name(), person).stream().anyMatch(other -> other.counts(first));
            form.require(!there, "facts.staff", "这位工作人员已经在名册里。");
        }
    }

    ToIntFunction<String> numbers(Work work, String area, LocalDate day) {
        return name -> parameters.at(work, name, area, day).whole();
    }

    /// What is aimed at for a year, where something is, with who says so.
    Optional<RollsDesk.RollGoal> goal(Work work, String roll, String area) {
        if (!roll.equals("studios")) {
            return Optional.empty();
        }
        var goal = parameters.at(work, "rolls.studios-goal", area, work.today());
        return Optional.of(new RollsDesk.RollGoal(goal.whole(), goal.article().orElse("本地默认")));
    }

    private void endBefore(Work work, Actor by, RollForm form, List<RollEntry> siblings, LocalDate first) {
        for (var other : siblings) {
            if (!other.lastDay().map(last -> last.isBefore(first)).orElse(false)) {
                form.require(
                        other.firstDay().isBefore(first), "firstDay", "已经有从 " + other.firstDay() + " 起的，新的应当在那以后。");
                form.settle();
                writer.end(other.id(), first.minusDays(1));
                writer.note(
                        work,
                        by,
                        other.line(),
                        Deed.END,
                        "“" + other.name() + "”到 " + first.minusDays(1) + " 为止",
                        "有了新的");
            }
        }
    }

    /// Nobody writes down their own grade, honour or standing.
    static void notOneself(Actor by, Roll roll, Map<String, String> facts, Optional<RollEntry> parent) {
        boolean own = RollForm.id(facts.getOrDefault("staff", ""))
                .or(() -> parent.flatMap(RollEntry::person))
                .filter(by.person()::equals)
                .isPresent();
        if (own) {
            throw Refused.notYours("不能登记自己的" + roll.title() + "，请由别的管理员或上级登记。");
        }
    }
}
