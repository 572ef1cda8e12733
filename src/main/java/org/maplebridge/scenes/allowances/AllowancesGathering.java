package org.maplebridge.scenes.allowances;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.maplebridge.kernel.ground.DataFiles;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.matters.Matters;
import org.maplebridge.kernel.parameters.Parameters;
import org.maplebridge.kernel.rolls.MediatorRoll;
import org.maplebridge.kernel.stats.Caseloads;
import org.maplebridge.kernel.stats.Caseloads.Case;
import org.maplebridge.scenes.allowances.Allowance.Back;
import org.maplebridge.scenes.allowances.Allowance.File;
import org.maplebridge.scenes.allowances.Allowance.Form;
import org.maplebridge.scenes.allowances.Allowance.Graded;
import org.maplebridge.scenes.allowances.Allowance.Hands;
import org.maplebridge.scenes.allowances.Allowance.Line;
import org.maplebridge.scenes.allowances.Allowance.Mediator;
import org.maplebridge.scenes.allowances.Allowance.State;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Lists the files of a sheet, and looks again at those listed. In the work of a job only: doubts, reviews and other
/// sheets lie beyond the keeper's reach.
@Component
class AllowancesGathering {

    private static final String GONE = "这一件已经重新打开、并入别的件，或者封存";
    private static final String OTHERWISE = "办结情况变了，按新的办结月再列";
    private static final Graded UNGRADED = new Graded(Optional.empty(), Optional.empty());

    private final Caseloads caseloads;
    private final MediatorRoll roll;
    private final AllowancesBook book;
    private final Parameters parameters;
    private final DataFiles files;
    private final ObjectProvider<Matters> matters;

    /// @param matters asked for late: they know every scene, this one too
    AllowancesGathering(
            Caseloads caseloads,
            MediatorRoll roll,
            AllowancesBook book,
            Parameters parameters,
            DataFiles files,
            ObjectProvider<Matters> matters) {
        this.caseloads = caseloads;
        this.roll = roll;
        this.book = book;
        this.parameters = parameters;
        this.files = files;
        this.matters = matters;
    }

    /// All lines of a sheet: the files of its month, those held back before that are good now, sums to be taken back.
    List<Line> listed(Work work, Allowance sheet) {
        var area = sheet.place().area();
        var month = sheet.month();
        var own = caseloads.closed(area, month, month.plusMonths(1).minusDays(1)).stream()
                .filter(Case::agreed)
                .toList();
        var since = month.minusMonths(parameters
                .at(work, "allowances.again-months", area, work.today())
                .whole());
        var held = book.heldBefore(sheet.place().office(), since, month);
        own.forEach(each -> held.remove(each.matter()));
        var again = caseloads.among(List.copyOf(held)).stream()
                .filter(each -> each.agreed() && each.closed().isBefore(month))
                .toList();
        var all = Stream.concat(own.stream(), again.stream()).toList();
        var known = known(sheet.id(), all.stream().map(Case::matter).toList());
        var lines = new ArrayList<Line>();
        for (var each : all) {
            var line = line(lines.size() + 1, each, known);
            if (each.closed().isBefore(month) && !line.payable()) {
                continue;
            }
            lines.add(line);
        }
        back(work, sheet, lines);
        return lines;
    }

    private record Known(Map<UUID, String> standing, Map<UUID, Integer> rounds) {}

    private Known known(UUID sheet, List<UUID> ids) {
        return new Known(book.standing(sheet, ids), book.rounds(ids));
    }

    private Line line(int no, Case each, Known known) {
        var mediator = each.doer()
                .flatMap(staff -> roll.ofStaff(staff, each.closed()))
                .map(found -> new Mediator(found.line(), found.name(), found.staff()));
        var why = reasons(each, mediator, known);
        return new Line(
                no,
                new File(each.matter(), code(each.matter()), each.closed(), category(each), form(each), each.doer()),
                mediator,
                UNGRADED,
                why.isEmpty() ? State.PAYABLE : State.HELD,
                why,
                known.rounds().getOrDefault(each.matter(), 0),
                AllowancesRules.NOTHING,
                Optional.empty(),
                false,
                Optional.empty(),
                Hands.NONE);
    }

    private static Optional<Form> form(Case each) {
        return each.form().filter(AllowancesGathering::known).map(Form::valueOf);
    }

    private static boolean known(String form) {
        return Arrays.stream(Form.values()).anyMatch(each -> each.name().equals(form));
    }

    private static Optional<String> reasons(Case each, Optional<Mediator> mediator, Known known) {
        var all = AllowancesRules.heldBack(new AllowancesRules.Facts(
                each.settled(),
                each.doubts(),
                each.faults(),
                form(each).isPresent(),
                mediator.isPresent(),
                Optional.ofNullable(known.standing().get(each.matter()))));
        return all.isEmpty() ? Optional.empty() : Optional.of(String.join("；", all));
    }

    private String code(UUID matter) {
        return matters.getObject().find(matter).map(each -> each.label().code()).orElse("");
    }

    private String category(Case each) {
        return files.all().stream()
                .filter(file -> file.section("scene").path("name").asString("").equals(each.scene()))
                .map(file -> file.section("Category").path(each.category()).asString(""))
                .filter(title -> !title.isEmpty())
                .findFirst()
                .orElse(each.category());
    }

    /// What was paid and would not be paid today.
    private void back(Work work, Allowance sheet, List<Line> lines) {
        var months = parameters
                .at(work, "allowances.back-months", sheet.place().area(), work.today())
                .whole();
        var paid = book.paid(sheet.place().office(), work.today().minusMonths(months));
        var now = byId(paid.stream().map(each -> each.line().file().id()).toList());
        for (var each : paid) {
            var line = each.line();
            var found = Optional.ofNullable(now.get(line.file().id()));
            var why = found.isEmpty()
                    ? Optional.of(GONE)
                    : AllowancesRules.wrong(
                            found.get().settled(),
                            found.get().doubts(),
                            found.get().faults());
            if (why.isPresent() && line.sum().signum() > 0) {
                lines.add(new Line(
                        lines.size() + 1,
                        line.file(),
                        line.mediator(),
                        UNGRADED,
                        State.BACK,
                        why,
                        line.round(),
                        line.sum().negate(),
                        Optional.of(new Back(each.sheet(), Optional.empty())),
                        false,
                        Optional.empty(),
                        Hands.NONE));
            }
        }
    }

    private Map<UUID, Case> byId(List<UUID> ids) {
        var all = new HashMap<UUID, Case>();
        caseloads.among(ids).forEach(each -> all.put(each.matter(), each));
        return all;
    }

    /// Those lines with which it is otherwise now than they say.
    ///
    /// @param back whether what is good now may be paid, too
    List<Line> changed(Work work, Allowance sheet, List<Line> lines, boolean back) {
        var looked = lines.stream()
                .filter(line -> line.payable() || (back && line.state() == State.HELD))
                .toList();
        var ids = looked.stream().map(line -> line.file().id()).toList();
        var now = byId(ids);
        var known = known(sheet.id(), ids);
        return looked.stream()
                .map(line -> again(
                        work,
                        sheet,
                        line,
                        Optional.ofNullable(now.get(line.file().id())),
                        known))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Line> again(Work work, Allowance sheet, Line line, Optional<Case> now, Known known) {
        var found = line.mediator()
                .or(() -> now.flatMap(Case::doer)
                        .flatMap(staff -> roll.ofStaff(staff, line.file().closed()))
                        .map(each -> new Mediator(each.line(), each.name(), each.staff())));
        var why = now.map(each -> line.file().sameAs(each.closed(), form(each), each.doer())
                        ? reasons(each, found, known)
                        : Optional.of(OTHERWISE))
                .orElse(Optional.of(GONE));
        var state = why.isEmpty() ? State.PAYABLE : State.HELD;
        if (state == line.state() && why.equals(line.why())) {
            return Optional.empty();
        }
        var sum = why.isEmpty()
                ? line.graded()
                        .weight()
                        .flatMap(weight -> line.file()
                                .form()
                                .map(form -> sum(
                                        work,
                                        AllowancesRules.parameter(weight, form),
                                        sheet.place().area(),
                                        line.file().closed())))
                        .orElse(AllowancesRules.NOTHING)
                : AllowancesRules.NOTHING;
        var same = found.map(line::by).orElse(line).as(state, why, sum);
        int round = known.rounds().getOrDefault(line.file().id(), line.round());
        return Optional.of(new Line(
                same.no(),
                same.file(),
                same.mediator(),
                same.graded(),
                same.state(),
                same.why(),
                round,
                same.sum(),
                same.back(),
                same.drawn(),
                same.checked(),
                same.hands()));
    }

    private BigDecimal sum(Work work, String parameter, String area, LocalDate day) {
        return AllowancesRules.money(parameters.at(work, parameter, area, day).decimal());
    }
}
