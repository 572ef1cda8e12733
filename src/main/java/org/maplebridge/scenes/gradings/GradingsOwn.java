package org.maplebridge.scenes.gradings;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.maplebridge.kernel.matters.Matter;
import org.maplebridge.kernel.matters.Matters;
import org.maplebridge.scenes.gradings.Grading.Factor;
import org.maplebridge.scenes.gradings.Grading.Part;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// A grading as the mediator reads it: all of it that is about them, from the day it is shown to them.
@Component
class GradingsOwn {

    private static final Set<String> OPEN_TO_THEM = Set.of("SHOWN", "DECIDED", "RECORDED");

    private final GradingsStore store;
    private final GradingsBook book;
    private final GradingsWords words;
    private final GradingsView view;
    private final ObjectProvider<Matters> matters;

    /// @param matters asked for late: they know every scene, this one too
    GradingsOwn(
            GradingsStore store,
            GradingsBook book,
            GradingsWords words,
            GradingsView view,
            ObjectProvider<Matters> matters) {
        this.store = store;
        this.book = book;
        this.words = words;
        this.view = view;
        this.matters = matters;
    }

    /// @param contestTo the last day to contest
    /// @param contestable the factors they may contest now
    /// @param files how many files were counted
    /// @param seen those of them they may open
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record OwnGrading(
            UUID id,
            String code,
            int year,
            String stage,
            String stageTitle,
            List<OwnFactor> factors,
            String total,
            String suggested,
            LocalDate contestTo,
            List<Factor> contestable,
            List<OwnBreach> breaches,
            List<OwnContest> contests,
            List<OwnDecision> decisions,
            int files,
            List<OwnFile> seen) {}

    /// @param points empty: nobody knows
    /// @param before what was counted at first, where a contest has put it right
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record OwnFactor(
            Factor factor,
            String title,
            Optional<BigDecimal> points,
            int worth,
            String words,
            Optional<String> before) {}

    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record OwnBreach(
            int no, String item, String office, LocalDate day, String paper, String reason, Optional<String> struck) {}

    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record OwnContest(int no, String factor, String words, String wanted, LocalDate day, Optional<OwnAnswer> answer) {}

    record OwnAnswer(String ruling, String words, LocalDate day) {}

    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record OwnDecision(String grade, Optional<String> reason, String paper, LocalDate day, Optional<String> outcome) {}

    record OwnFile(UUID id, String code) {}

    /// What the system has read for them; which files they see is theirs to find.
    record Read(OwnGrading shown, List<UUID> behind) {

        Read with(List<OwnFile> seen) {
            var all = shown;
            return new Read(
                    new OwnGrading(
                            all.id(),
                            all.code(),
                            all.year(),
                            all.stage(),
                            all.stageTitle(),
                            all.factors(),
                            all.total(),
                            all.suggested(),
                            all.contestTo(),
                            all.contestable(),
                            all.breaches(),
                            all.contests(),
                            all.decisions(),
                            all.files(),
                            seen),
                    behind);
        }
    }

    /// The files they reach, in their own scope.
    List<OwnFile> files(List<UUID> behind) {
        return behind.stream()
                .limit(GradingsView.MOST_LISTED)
                .flatMap(each -> matters.getObject().find(each).stream())
                .map(each -> new OwnFile(each.id(), each.label().code()))
                .toList();
    }

    /// Needs the scope of a job; whose it is was checked before.
    Optional<Read> read(UUID id, LocalDate today) {
        var matter = matters.getObject()
                .find(id)
                .filter(each -> OPEN_TO_THEM.contains(each.stage().name()));
        var grading = store.find(id);
        return matter.flatMap(each -> grading.counted()
                .flatMap(counted -> grading.shown()
                        .map(shown -> new Read(shown(each, grading, counted, shown, today), grading.behind()))));
    }

    private OwnGrading shown(
            Matter matter, Grading grading, Grading.Counted counted, Grading.Shown shown, LocalDate today) {
        var parts = store.parts(matter.id());
        var contests = book.contests(matter.id());
        var stage = matter.stage().name();
        boolean inTime = stage.equals("SHOWN") && !today.isAfter(shown.contestTo());
        var waiting = contests.stream()
                .filter(each -> each.answered().isEmpty())
                .map(Grading.Contest::factor)
                .toList();
        return new OwnGrading(
                matter.id(),
                matter.label().code(),
                grading.subject().year(),
                stage,
                words.of("stages", stage),
                parts.stream().map(this::factor).toList(),
                GradingsView.total(counted, parts),
                view.suggested(counted),
                shown.contestTo(),
                parts.stream()
                        .map(part -> part.found().factor())
                        .filter(factor -> inTime && !waiting.contains(factor))
                        .toList(),
                breaches(matter.id()),
                contests.stream().map(this::contest).toList(),
                decisions(matter.id()),
                grading.behind().size(),
                List.of());
    }

    private OwnFactor factor(Part part) {
        var stands = part.stands();
        return new OwnFactor(
                part.found().factor(),
                words.of(part.found().factor()),
                stands.share().map(share -> part.points()),
                part.worth(),
                stands.words(),
                part.right().map(right -> part.found().words()));
    }

    private List<OwnBreach> breaches(UUID matter) {
        return book.breaches(matter).stream()
                .map(each -> new OwnBreach(
                        each.no(),
                        words.of("Item", each.item()),
                        each.office(),
                        each.day(),
                        each.paper(),
                        each.reason(),
                        each.struck()))
                .toList();
    }

    private OwnContest contest(Grading.Contest each) {
        return new OwnContest(
                each.no(),
                words.of(each.factor()),
                each.words(),
                each.wanted(),
                each.day(),
                each.answered()
                        .map(answer -> new OwnAnswer(
                                words.of("Ruling", answer.upheld() ? "UPHELD" : "REJECTED"),
                                answer.words(),
                                answer.day())));
    }

    private List<OwnDecision> decisions(UUID matter) {
        return book.decisions(matter).stream()
                .map(each -> new OwnDecision(
                        words.of(each.grade()), each.reason(), each.paper(), each.day(), each.outcome()))
                .toList();
    }
}
