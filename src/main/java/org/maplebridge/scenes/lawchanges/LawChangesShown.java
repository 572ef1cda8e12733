package org.maplebridge.scenes.lawchanges;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.ground.Page;
import org.maplebridge.kernel.ground.Refused;
import org.maplebridge.kernel.laws.LawRevisions;
import org.maplebridge.kernel.matters.Matter;
import org.maplebridge.kernel.matters.Matters;
import org.maplebridge.scenes.lawchanges.LawChange.Kind;
import org.maplebridge.scenes.lawchanges.LawChange.Line;
import org.maplebridge.scenes.lawchanges.LawChange.Mark;
import org.maplebridge.scenes.lawchanges.LawChange.Result;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// The lines of a revision as a reader gets them, with where the two texts differ.
@Component
class LawChangesShown {

    private final LawChangesStore store;
    private final LawChangesWords words;
    private final LawRevisions revisions;
    private final ObjectProvider<Matters> matters;

    /// @param matters asked for late: they know every scene, this one too
    LawChangesShown(
            LawChangesStore store, LawChangesWords words, LawRevisions revisions, ObjectProvider<Matters> matters) {
        this.store = store;
        this.words = words;
        this.revisions = revisions;
        this.matters = matters;
    }

    /// How a line stands.
    enum Standing {
        OPEN,
        TO_CHANGE,
        SETTLED;

        boolean of(Line line) {
            return switch (this) {
                case OPEN -> line.mark().isEmpty();
                case TO_CHANGE ->
                    line.mark()
                            .filter(mark -> mark.result() == Result.TO_CHANGE)
                            .isPresent();
                case SETTLED -> line.settled();
            };
        }
    }

    /// The lines of a revision.
    ///
    /// @param version what `If-Match` names when something is said of them
    /// @param canMark whether the lines can be marked now, by whoever handles it
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record LawChangeLines(
            UUID id,
            String code,
            String law,
            LocalDate passed,
            LocalDate from,
            UUID edition,
            UUID before,
            String stage,
            String stageTitle,
            int version,
            boolean canMark,
            int lines,
            int open,
            int toChange,
            int settled,
            List<LawChangeLine> items,
            Optional<String> next) {}

    /// @param before the article until the edition; absent where it is new
    /// @param after absent where it is gone
    /// @param parts where the words differ; empty unless there are two sides
    /// @param counted how many limits ran by it when this was raised
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record LawChangeLine(
            int no,
            Kind kind,
            String kindTitle,
            String place,
            String title,
            String cited,
            String label,
            String change,
            String changeTitle,
            Optional<LawChange.Side> before,
            Optional<LawChange.Side> after,
            List<LawRevisions.Part> parts,
            int counted,
            Optional<LawChangeMark> mark) {}

    /// @param times how often something was said of the line
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record LawChangeMark(
            Result result,
            String resultTitle,
            String reason,
            Optional<String> done,
            Optional<LocalDate> by,
            String name,
            Instant at,
            int times) {}

    record Seen(Matter matter, LawChange change) {}

    /// @throws Refused where the reader sees no such revision
    Seen seen(UUID id) {
        var matter = matters.getObject().find(id);
        var change = store.find(id);
        if (matter.isEmpty() || change.isEmpty()) {
            throw Refused.notFound("法规修订核对");
        }
        return new Seen(matter.get(), change.get());
    }

    LawChangeLines shown(Actor actor, Seen seen, List<Line> all, Page<Line> page) {
        var edition = seen.change().edition();
        var matter = seen.matter();
        var stage = matter.stage().name();
        boolean can = stage.equals(LawChangesLifecycle.Stage.CHECKING.name())
                && actor.has(LawChangesLifecycle.OFFICER)
                && actor.agency().equals(matter.office().agency());
        return new LawChangeLines(
                matter.id(),
                matter.label().code(),
                edition.name(),
                edition.passed(),
                edition.from(),
                edition.id(),
                edition.before(),
                stage,
                words.of("stages", stage),
                matter.chain().version(),
                can,
                all.size(),
                count(all, Standing.OPEN),
                count(all, Standing.TO_CHANGE),
                count(all, Standing.SETTLED),
                page.items().stream().map(this::line).toList(),
                page.next());
    }

    private static int count(List<Line> all, Standing standing) {
        return (int) all.stream().filter(standing::of).count();
    }

    private LawChangeLine line(Line line) {
        var both = line.before().flatMap(old -> line.after().map(fresh -> revisions.parts(old.text(), fresh.text())));
        return new LawChangeLine(
                line.no(),
                line.kind(),
                words.of(line.kind()),
                line.place(),
                line.title(),
                line.cited(),
                line.label(),
                line.change(),
                words.of("Change", line.change()),
                line.before(),
                line.after(),
                both.orElse(List.of()),
                line.counted(),
                line.mark().map(this::mark));
    }

    LawChangeMark mark(Mark mark) {
        return new LawChangeMark(
                mark.result(),
                words.of(mark.result()),
                mark.reason(),
                mark.done(),
                mark.by(),
                mark.name(),
                mark.at(),
                mark.no());
    }

    /// @throws Refused where there is no such line
    Line found(UUID id, int no) {
        seen(id);
        return store.lines(id, no - 1, 1).stream()
                .filter(line -> line.no() == no)
                .findFirst()
                .orElseThrow(() -> Refused.notFound("行"));
    }
}
