package org.maplebridge.scenes.lawchanges;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.access.Takings;
import org.maplebridge.kernel.ground.Allowed;
import org.maplebridge.kernel.ground.Page;
import org.maplebridge.kernel.ground.Problem;
import org.maplebridge.kernel.ground.Refused;
import org.maplebridge.kernel.ground.Sheet;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.matters.Matters;
import org.maplebridge.scenes.lawchanges.LawChange.Kind;
import org.maplebridge.scenes.lawchanges.LawChange.Line;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The lines of revisions with both texts, for whoever sees the matter; how far all of them have come, for legal
/// officers.
@RestController
class LawChangesDesk {

    private final Transactions transactions;
    private final LawChangesStore store;
    private final LawChangesListing listing;
    private final LawChangesWords words;
    private final LawChangesShown shown;
    private final ObjectProvider<Matters> matters;
    private final Takings takings;

    LawChangesDesk(
            Transactions transactions,
            LawChangesStore store,
            LawChangesListing listing,
            LawChangesWords words,
            LawChangesShown shown,
            ObjectProvider<Matters> matters,
            Takings takings) {
        this.transactions = transactions;
        this.store = store;
        this.listing = listing;
        this.words = words;
        this.shown = shown;
        this.matters = matters;
        this.takings = takings;
    }

    @GetMapping("/api/lawchanges")
    @Allowed(value = Allowed.Door.OFFICERS, roles = LawChangesLifecycle.OFFICER)
    Page<LawChangesListing.LawChangeRow> list(
            Actor actor, @RequestParam Optional<String> after, @RequestParam Optional<Integer> limit) {
        int most = Page.limit(limit);
        var from = after.filter(text -> !text.isEmpty()).map(LawChangesListing::from);
        return transactions.run(actor.scope(), work -> listing.page(from, most));
    }

    @GetMapping("/api/lawchanges/{id}/lines")
    @Allowed(Allowed.Door.OFFICERS)
    LawChangesShown.LawChangeLines lines(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam Optional<LawChangesShown.Standing> standing,
            @RequestParam Optional<Kind> kind,
            @RequestParam Optional<String> after,
            @RequestParam Optional<Integer> limit) {
        int most = Page.limit(limit);
        int from = after.filter(text -> !text.isEmpty())
                .map(text -> Page.decode(text, 1).path(0).asInt(0))
                .orElse(0);
        return transactions.run(actor.scope(), work -> {
            var seen = shown.seen(id);
            Predicate<Line> asked = line -> standing.map(each -> each.of(line)).orElse(true)
                    && kind.map(each -> each == line.kind()).orElse(true);
            var all = store.lines(id);
            var page = Page.cut(
                    all.stream()
                            .filter(asked)
                            .filter(line -> line.no() > from)
                            .limit(most + 1L)
                            .toList(),
                    most,
                    line -> List.of(line.no()));
            return shown.shown(actor, seen, all, page);
        });
    }

    record LawChangeMarks(List<LawChangesShown.LawChangeMark> items) {}

    /// Everything that was said of a line, the last first.
    @GetMapping("/api/lawchanges/{id}/lines/{no}/marks")
    @Allowed(Allowed.Door.OFFICERS)
    LawChangeMarks marks(Actor actor, @PathVariable UUID id, @PathVariable int no) {
        return transactions.run(actor.scope(), work -> {
            shown.found(id, no);
            return new LawChangeMarks(
                    store.marks(id, no).stream().map(shown::mark).toList());
        });
    }

    /// The matters in which limits ran by a number.
    ///
    /// @param counted how many limits there were
    /// @param items those the reader sees
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record LawChangeMatters(int counted, int looked, List<LawChangeMatter> items, Optional<String> next) {}

    /// A number, and no words of what it is about: titles may name somebody.
    record LawChangeMatter(UUID id, String code, boolean open) {}

    @GetMapping("/api/lawchanges/{id}/lines/{no}/matters")
    @Allowed(Allowed.Door.OFFICERS)
    LawChangeMatters behind(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable int no,
            @RequestParam Optional<String> after,
            @RequestParam Optional<Integer> limit) {
        int most = Page.limit(limit);
        int from = after.filter(text -> !text.isEmpty())
                .map(text -> Page.decode(text, 1).path(0).asInt(0))
                .orElse(0);
        return transactions.run(actor.scope(), work -> {
            var line = shown.found(id, no);
            if (from < 0 || from > line.about().size()) {
                throw Page.foreign();
            }
            int until = Math.min(line.about().size(), from + most);
            var items = line.about().subList(from, until).stream()
                    .flatMap(each -> matters.getObject().find(each).stream())
                    .map(each -> new LawChangeMatter(
                            each.id(), each.label().code(), each.stage().open()))
                    .toList();
            var next =
                    until < line.about().size() ? Optional.of(Page.encode(List.of(until))) : Optional.<String>empty();
            return new LawChangeMatters(line.counted(), until, items, next);
        });
    }

    /// The lines as a workbook.
    @GetMapping("/api/lawchanges/{id}/book")
    @Allowed(Allowed.Door.OFFICERS)
    ResponseEntity<Resource> book(Actor actor, @PathVariable UUID id) {
        return transactions.run(actor.scope(), work -> {
            var seen = shown.seen(id);
            var lines = store.lines(id);
            if (lines.size() > Sheet.MOST) {
                throw new Refused(Problem.of(409, "blocked", "太多了", "一张表装不下这么多行，请在页面上看。"));
            }
            var name = seen.change().edition().name();
            takings.book(work, actor, new Takings.Book("法规修订核对", name, List.of()), lines.size());
            return Sheet.saved(
                    "法规修订核对 " + seen.matter().label().code(),
                    Sheet.of("逐处核对", LawChangesSheet.rows(seen.change(), lines, words, work.today())));
        });
    }
}
