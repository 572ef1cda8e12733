package org.maplebridge.scenes.lawchanges;

import static org.maplebridge.kernel.matters.Verdict.blocked;
import static org.maplebridge.kernel.matters.Verdict.invalid;
import static org.maplebridge.kernel.matters.Verdict.moved;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.maplebridge.kernel.laws.LawRevisions;
import org.maplebridge.kernel.laws.LawRevisions.Article;
import org.maplebridge.kernel.laws.LawRevisions.Revision;
import org.maplebridge.kernel.laws.LawRevisions.Text;
import org.maplebridge.kernel.matters.Act;
import org.maplebridge.kernel.matters.Matters;
import org.maplebridge.kernel.matters.Matters.Running;
import org.maplebridge.kernel.matters.Moved;
import org.maplebridge.kernel.matters.Verdict;
import org.maplebridge.kernel.orgs.Area;
import org.maplebridge.kernel.parameters.Parameter;
import org.maplebridge.kernel.parameters.Parameters;
import org.maplebridge.scenes.lawchanges.LawChange.Kind;
import org.maplebridge.scenes.lawchanges.LawChange.Line;
import org.maplebridge.scenes.lawchanges.LawChange.Side;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Raises a revision: one line for each place that cites a changed article, and one for each number of the law by which
/// limits run.
@Component
class LawChangesOpening {

    /// Nothing cites what changed: no matter, and no failure.
    static final String NOTHING = "lawchanges.nothing";

    /// Of how many limits behind a line it is kept which they are.
    private static final int MOST_ABOUT = 2_000;

    private static final String LOCAL = "本地默认";

    private final LawChangesStore store;
    private final LawRevisions revisions;
    private final Parameters parameters;
    private final ObjectProvider<Matters> matters;

    /// @param matters asked for late: they know every scene, this one too
    LawChangesOpening(
            LawChangesStore store, LawRevisions revisions, Parameters parameters, ObjectProvider<Matters> matters) {
        this.store = store;
        this.revisions = revisions;
        this.parameters = parameters;
        this.matters = matters;
    }

    Verdict open(Act act, LawChanges.Open said) {
        var found = edition(said.edition()).flatMap(id -> revisions.of(act.work(), id));
        if (found.isEmpty()) {
            return invalid("edition", "法规库里没有这个版本，或者它前面没有别的版本。", "lawchanges.edition");
        }
        var revision = found.get();
        if (store.taken(revision.edition())) {
            return blocked("这个版本已经核对过，或者正在核对。", "lawchanges.once", LOCAL);
        }
        var lines = lines(act, revision);
        if (lines.isEmpty()) {
            return blocked("改动的条文没有一处引用。", NOTHING, LOCAL);
        }
        var office = LawChangesRules.office(act.offices(), act.today());
        if (office.isEmpty()) {
            return blocked("还没有法制员在岗，没有人来核对。", "lawchanges.office", LOCAL);
        }
        var edition = new LawChange.Edition(
                revision.edition(),
                revision.before(),
                revision.lawId(),
                revision.law(),
                revision.passed(),
                revision.from(),
                revision.changed().size(),
                act.today());
        store.raise(act.id(), edition, lines);
        var raised = moved().title("法规修订核对：" + revision.law())
                .area(office.get().area())
                .agency(office.get().id());
        return inForce(raised, act.today(), revision.from());
    }

    /// Until the day the edition is in force, where that lies ahead.
    static Moved inForce(Moved moved, LocalDate today, LocalDate from) {
        return from.isAfter(today) ? moved.runs(LawChangesLifecycle.IN_FORCE, from.minusDays(1)) : moved;
    }

    private static Optional<UUID> edition(String said) {
        try {
            return Optional.of(UUID.fromString(said));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private List<Line> lines(Act act, Revision revision) {
        var lines = new ArrayList<Line>();
        for (var place : revision.places()) {
            var kind = switch (place.kind()) {
                case PARAMETER -> Kind.PARAMETER;
                case GUIDE -> Kind.GUIDE;
                case TEMPLATE -> Kind.TEMPLATE;
                case PROGRAM -> Kind.PROGRAM;
            };
            lines.add(line(
                    lines.size() + 1, kind, place.where(), place.title(), place.text(), place.article(), List.of()));
        }
        limits(act, revision, lines);
        return lines;
    }

    /// A number under which limits run, as it cites a changed article.
    private record Citing(Parameter number, List<Article> articles) {}

    private void limits(Act act, Revision revision, List<Line> lines) {
        var citing =
                parameters
                        .inForce(
                                act.work(),
                                act.offices().rootArea().map(Area::path).orElse(""),
                                act.today())
                        .stream()
                        .map(Parameter::name)
                        .distinct()
                        .flatMap(name -> parameters.versions(act.work(), name).stream())
                        .map(number -> new Citing(number, revisions.named(revision, cited(number))))
                        .filter(each -> !each.articles().isEmpty())
                        .toList();
        if (citing.isEmpty()) {
            return;
        }
        var running =
                matters
                        .getObject()
                        .runningBy(citing.stream()
                                .map(each -> each.number().version())
                                .toList())
                        .stream()
                        .collect(Collectors.groupingBy(
                                Running::edition, Collectors.mapping(Running::matter, Collectors.toList())));
        for (var each : citing) {
            var number = each.number();
            var about = running.getOrDefault(number.version(), List.of());
            if (!about.isEmpty()) {
                each.articles()
                        .forEach(article -> lines.add(line(
                                lines.size() + 1,
                                Kind.LIMIT,
                                number.name() + " / " + number.from() + " 起",
                                number.title(),
                                cited(number),
                                article,
                                about)));
            }
        }
    }

    /// Some say it in their title.
    private static String cited(Parameter number) {
        return number.article().orElse(number.title());
    }

    private static Line line(
            int no, Kind kind, String place, String title, String cited, Article article, List<UUID> about) {
        return new Line(
                no,
                kind,
                place,
                title,
                cited,
                article.label(),
                article.change().name(),
                article.before().map(LawChangesOpening::side),
                article.after().map(LawChangesOpening::side),
                about.size(),
                about.stream().limit(MOST_ABOUT).toList(),
                Optional.empty());
    }

    private static Side side(Text text) {
        return new Side(text.label(), text.text());
    }
}
