package org.maplebridge.kernel.rolls;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.maplebridge.kernel.ground.Ids;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.rolls.RollWriter.Deed;
import org.springframework.stereotype.Component;

/// The register of mediators, for scenes in which something depends on who is one. Needs a transaction.
@Component
public class MediatorRoll {

    private static final String MEDIATORS = "mediators";
    private static final String GRADES = "grades";

    private final RollStore store;
    private final RollFinding finding;
    private final RollWriter writer;
    private final RollBook book;

    MediatorRoll(RollStore store, RollFinding finding, RollWriter writer, RollBook book) {
        this.store = store;
        this.finding = finding;
        this.writer = writer;
        this.book = book;
    }

    /// A mediator, in the version that was asked for.
    ///
    /// @param line what stays the same through all versions
    /// @param staff the member of staff, where they have an account
    /// @param since when they first became one
    /// @param grade as of the day asked about, `ONE` to `FIVE`; empty if they have none
    /// @param trainings the newest first
    public record Mediator(
            UUID line,
            String name,
            String area,
            Optional<UUID> staff,
            LocalDate since,
            Optional<String> grade,
            List<Training> trainings) {}

    /// @param exam out of 100; empty where there was none
    public record Training(String name, LocalDate day, int hours, Optional<Integer> exam) {}

    /// All those in office that day in an area and below, by name.
    public List<Mediator> inOffice(String area, LocalDate day) {
        return mediators(finding.within(MEDIATORS, area, day), day);
    }

    /// The one with this account who is in office that day: the last entered, if there are several.
    public Optional<Mediator> ofStaff(UUID staff, LocalDate day) {
        var found = finding.ofPerson(MEDIATORS, staff).stream()
                .filter(each -> each.counts(day))
                .toList();
        return found.isEmpty()
                ? Optional.empty()
                : mediators(List.of(found.getLast()), day).stream().findFirst();
    }

    /// The lines about this member of staff as they were entered last, also of somebody who has left.
    public List<UUID> linesOf(UUID staff) {
        var lines = finding.ofPerson(MEDIATORS, staff).stream()
                .map(RollEntry::line)
                .distinct()
                .toList();
        return store.newest(lines).values().stream()
                .filter(entry -> entry.person().filter(staff::equals).isPresent())
                .map(RollEntry::line)
                .toList();
    }

    /// Those of this name in office that day.
    public List<Mediator> named(String name, LocalDate day) {
        return mediators(finding.named(MEDIATORS, name, day), day);
    }

    /// A mediator by their line, whether in office or not; what they were called last.
    public Optional<Mediator> of(UUID line, LocalDate day) {
        return Optional.ofNullable(store.newest(List.of(line)).get(line))
                .filter(entry -> entry.roll().equals(MEDIATORS))
                .flatMap(entry -> mediators(List.of(entry), day).stream().findFirst());
    }

    /// Whether the mediator of this line is in office that day, whatever they are called.
    public boolean serves(UUID line, LocalDate day) {
        return store.versions(line).stream()
                .anyMatch(version -> version.roll().equals(MEDIATORS) && version.counts(day));
    }

    /// Whether a grade of this mediator stands in the register by this paper, whenever it counted.
    public boolean graded(UUID line, String paper) {
        return store.parts(List.of(line)).stream()
                .anyMatch(
                        part -> part.roll().equals(GRADES) && part.fact("paper").equals(paper));
    }

    /// What a grade is called.
    public String gradeTitle(String grade) {
        return book.roll(GRADES)
                .field("grade")
                .map(field -> field.choices().getOrDefault(grade, grade))
                .orElse(grade);
    }

    /// Who has decided.
    public record Decider(UUID person, String name) {}

    /// Gives a mediator another grade from a day on; the one before ends the day before. In the work of a job,
    /// after a person has decided. Done twice, it is done once.
    ///
    /// @param paper the number of the decision
    public void regrade(Work work, UUID line, String grade, String paper, LocalDate day, Decider by) {
        var mediator = Optional.ofNullable(store.newest(List.of(line)).get(line))
                .orElseThrow(() -> new IllegalArgumentException("no mediator " + line));
        var title = gradeTitle(grade);
        var grades = store.parts(List.of(line)).stream()
                .filter(part -> part.roll().equals(GRADES))
                .toList();
        if (grades.stream().anyMatch(each -> each.fact("paper").equals(paper) && each.counts(day))) {
            return;
        }
        for (var each : grades) {
            if (each.counts(day) && each.firstDay().isBefore(day)) {
                writer.end(each.id(), day.minusDays(1));
            } else if (!each.firstDay().isBefore(day)) {
                writer.withdraw(each.id());
            }
        }
        var entry = new RollEntry(
                Ids.at(work.now()),
                Ids.at(work.now()),
                GRADES,
                Optional.of(line),
                mediator.area(),
                title,
                Optional.empty(),
                java.util.Map.of("grade", grade, "paper", paper),
                day,
                Optional.empty(),
                false,
                by.person(),
                by.name(),
                work.now());
        writer.add(entry);
        writer.note(
                work, by, entry.line(), Deed.BEGIN, "评定“" + mediator.name() + "”为" + title + "，从 " + day + " 起", paper);
    }

    /// Takes back the grades that stand by these papers, as given by mistake; the one that each had ended goes on
    /// for as long as it would have. In the work of a job, after a person has decided. Done twice, it is done once.
    ///
    /// @param paper the number of the decision that takes them back
    /// @return whether any stood or had stood
    public boolean ungrade(Work work, UUID line, List<String> papers, String paper, Decider by) {
        var grades = store.parts(List.of(line)).stream()
                .filter(part -> part.roll().equals(GRADES))
                .sorted(java.util.Comparator.comparing(RollEntry::firstDay).reversed())
                .toList();
        var wrong = grades.stream()
                .filter(each -> papers.contains(each.fact("paper")))
                .toList();
        for (var each : wrong) {
            writer.withdraw(each.id());
        }
        if (wrong.isEmpty()) {
            return store.gradesTakenBack(line, papers);
        }
        var first = wrong.getLast().firstDay();
        var last = wrong.getFirst().lastDay();
        grades.stream()
                .filter(each -> !wrong.contains(each))
                .filter(each ->
                        each.lastDay().filter(first.minusDays(1)::equals).isPresent())
                .findFirst()
                .ifPresent(before -> writer.reopen(before.id(), last));
        writer.note(work, by, wrong.getFirst().line(), Deed.WITHDRAW, "撤销评定的等级，以前的照旧", paper);
        return true;
    }

    private List<Mediator> mediators(List<RollEntry> entries, LocalDate day) {
        var parts = store.parts(entries.stream().map(RollEntry::line).toList()).stream()
                .collect(Collectors.groupingBy(part -> part.parent().orElseThrow()));
        var since = finding.since(entries.stream().map(RollEntry::line).toList());
        var all = new ArrayList<Mediator>();
        for (var entry : entries) {
            var own = parts.getOrDefault(entry.line(), List.of());
            all.add(new Mediator(
                    entry.line(),
                    entry.name(),
                    entry.area(),
                    entry.person(),
                    since.getOrDefault(entry.line(), entry.firstDay()),
                    own.stream()
                            .filter(part -> part.roll().equals(GRADES) && part.counts(day))
                            .map(part -> part.fact("grade"))
                            .findFirst(),
                    own.stream()
                            .filter(part -> part.roll().equals("trainings"))
                            .map(MediatorRoll::training)
                            .toList()));
        }
        return all;
    }

    private static Training training(RollEntry part) {
        return new Training(
                part.name(),
                part.firstDay(),
                Integer.parseInt(part.fact("hours")),
                Optional.of(part.fact("exam")).filter(exam -> !exam.isEmpty()).map(Integer::valueOf));
    }
}
