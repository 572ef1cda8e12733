package org.maplebridge.kernel.laws;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.ground.Allowed;
import org.maplebridge.kernel.ground.Items;
import org.maplebridge.kernel.ground.Page;
import org.maplebridge.kernel.ground.Refused;
import org.maplebridge.kernel.ground.Transactions;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// An article: what it says, said before, names, and who names it. For anybody.
@RestController
class LawArticlesDesk {

    private static final int LIKE = 8;
    private static final int MOST_LIKE = 30;
    private static final double ALIKE = 0.5;
    private static final UUID FIRST = new UUID(0, 0);

    private final Transactions transactions;
    private final LawReads reads;
    private final LawList laws;
    private final LawFinding finding;

    LawArticlesDesk(Transactions transactions, LawReads reads, LawList laws, LawFinding finding) {
        this.transactions = transactions;
        this.reads = reads;
        this.laws = laws;
        this.finding = finding;
    }

    @GetMapping("/api/laws/articles/{id}")
    @Allowed(Allowed.Door.PUBLIC)
    LawWire.ArticleShown one(Actor anybody, @PathVariable UUID id, @RequestParam Optional<LocalDate> on) {
        return transactions.run(anybody.scope(), work -> {
            var day = LawDay.of(work, on);
            var placed = placed(id);
            var text = placed.text();
            var law = law(placed);
            var edition = reads.edition(text.edition()).orElseThrow(() -> Refused.notFound("个版本"));
            var shown = LawWire.ArticleText.of(text);
            var beside = reads.beside(text);
            return new LawWire.ArticleShown(
                    id,
                    text.number(),
                    text.suffix(),
                    text.label(),
                    text.headings(),
                    text.text(),
                    shown.paragraphs(),
                    new LawWire.LawNamed(law.id(), law.name(), law.called(), law.level(), law.area()),
                    new LawWire.EditionNamed(edition.id(), edition.from(), edition.until(), edition.state(day)),
                    edition.holds(day),
                    neighbour(beside, text, true),
                    neighbour(beside, text, false),
                    then(text, law.id()),
                    cites(id, day),
                    text.number() == 0 ? 0 : reads.citedTimes(law.key(), text, day));
        });
    }

    private LawRow.Placed placed(UUID id) {
        return reads.placed(List.of(id)).stream().findFirst().orElseThrow(() -> Refused.notFound("个条文"));
    }

    private LawList.One law(LawRow.Placed placed) {
        return laws.law(placed.law()).orElseThrow(() -> Refused.notFound("部法律"));
    }

    private static Optional<UUID> neighbour(List<LawReads.Beside> beside, LawRow.Text text, boolean before) {
        return beside.stream()
                .filter(each -> before == each.place() < text.place())
                .map(LawReads.Beside::id)
                .findFirst();
    }

    /// The same article in every edition: by its words, since numbers move.
    private List<LawWire.ArticleThen> then(LawRow.Text text, UUID law) {
        var found = new ArrayList<LawWire.ArticleThen>();
        var own = LawLikeness.pairs(text.text());
        for (var edition : reads.editions(law)) {
            Optional<LawRow.Text> alike = Optional.of(text);
            if (!edition.id().equals(text.edition())) {
                double best = ALIKE;
                alike = Optional.empty();
                for (var each : reads.texts(edition.id())) {
                    double likeness =
                            LawLikeness.of(own, LawLikeness.pairs(each.text())) + (each.sameNumber(text) ? 0.1 : 0);
                    if (likeness > best) {
                        best = likeness;
                        alike = Optional.of(each);
                    }
                }
            }
            boolean changed =
                    alike.map(each -> !each.plain().equals(text.plain())).orElse(true);
            found.add(new LawWire.ArticleThen(
                    alike.map(LawRow.Text::id),
                    alike.map(LawRow.Text::label),
                    edition.id(),
                    edition.from(),
                    edition.until(),
                    changed));
        }
        return found;
    }

    private List<LawWire.CitedArticle> cites(UUID id, LocalDate day) {
        return reads.cites(id).stream()
                .map(cited -> {
                    var article = reads.onTheDay(cited.key(), cited.number(), cited.suffix(), day);
                    return new LawWire.CitedArticle(
                            cited.name(),
                            Numerals.label(cited.number(), cited.suffix()),
                            article.map(LawRow.Text::id),
                            article.isPresent() || reads.known(cited.key()));
                })
                .toList();
    }

    @GetMapping("/api/laws/articles/{id}/cited-by")
    @Allowed(Allowed.Door.PUBLIC)
    Page<LawWire.CitingArticle> citedBy(
            Actor anybody,
            @PathVariable UUID id,
            @RequestParam Optional<LocalDate> on,
            @RequestParam Optional<String> after,
            @RequestParam Optional<Integer> limit) {
        int most = Page.limit(limit);
        return transactions.run(anybody.scope(), work -> {
            var placed = placed(id);
            var text = placed.text();
            if (text.number() == 0) {
                return new Page<>(List.of(), Optional.empty());
            }
            var rows = reads.citedBy(
                    law(placed).key(),
                    text,
                    LawDay.of(work, on),
                    after.map(LawArticlesDesk::after).orElse(FIRST),
                    most + 1);
            return Page.cut(rows, most, row -> List.of(row.text().id()))
                    .map(row -> new LawWire.CitingArticle(
                            row.text().id(),
                            row.lawName(),
                            row.text().label(),
                            row.text().text(),
                            row.from()));
        });
    }

    private static UUID after(String said) {
        try {
            return UUID.fromString(Page.decode(said, 1).get(0).asString());
        } catch (IllegalArgumentException foreign) {
            throw Page.foreign();
        }
    }

    @GetMapping("/api/laws/articles/{id}/similar")
    @Allowed(Allowed.Door.PUBLIC)
    Items<LawWire.FoundArticle> similar(Actor anybody, @PathVariable UUID id, @RequestParam Optional<Integer> limit) {
        int most = limit.orElse(LIKE);
        if (most < 1 || most > MOST_LIKE) {
            throw LawDay.fault("limit", "条数应在 1 到 " + MOST_LIKE + " 之间。");
        }
        return transactions.run(anybody.scope(), work -> {
            placed(id);
            return new Items<>(finding.shown(finding.similar(id, most), work.today()));
        });
    }
}
