package org.maplebridge.kernel.laws;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.maplebridge.engines.search.Hit;
import org.maplebridge.engines.search.Question;
import org.maplebridge.engines.search.StatuteSearch;
import org.springframework.stereotype.Component;

/// Turns what the search finds into what is shown. Needs a transaction, anybody's.
@Component
class LawFinding {

    private final LawIndex index;
    private final LawReads reads;

    LawFinding(LawIndex index, LawReads reads) {
        this.index = index;
        this.reads = reads;
    }

    /// What the index holds; nothing while there is none.
    StatuteSearch.State state() {
        return index.search().map(StatuteSearch::state).orElse(new StatuteSearch.State(0, 0, false));
    }

    List<Hit> search(Question question) {
        return index.search().map(search -> search.search(question)).orElse(List.of());
    }

    /// How a question is read.
    LawWire.Understood understood(String words) {
        return index.search()
                .map(search -> ReadAs.of(search.understand(words)))
                .orElse(new LawWire.Understood(words, List.of(), List.of()));
    }

    List<Hit> similar(UUID article, int limit) {
        return index.search()
                .map(search -> search.similar(article.toString(), limit))
                .orElse(List.of());
    }

    /// In the order of the hits; what is no longer in the tables is left out.
    List<LawWire.FoundArticle> shown(List<Hit> hits, LocalDate on) {
        var rows = reads
                .placed(hits.stream().map(hit -> UUID.fromString(hit.id())).toList())
                .stream()
                .collect(Collectors.toMap(row -> row.text().id(), Function.identity()));
        return hits.stream()
                .flatMap(hit -> Optional.ofNullable(rows.get(UUID.fromString(hit.id()))).stream()
                        .map(row -> shown(hit, row, on)))
                .toList();
    }

    private static LawWire.FoundArticle shown(Hit hit, LawRow.Placed row, LocalDate on) {
        var text = row.text();
        boolean inForce =
                !on.isBefore(row.from()) && row.until().map(on::isBefore).orElse(true);
        return new LawWire.FoundArticle(
                text.id(),
                row.lawName(),
                row.law(),
                text.edition(),
                row.from(),
                row.until(),
                inForce,
                row.level(),
                row.area(),
                text.number(),
                text.label(),
                text.headings(),
                text.text(),
                hit.score(),
                hit.why().name(),
                hit.spans().stream()
                        .map(span -> new LawWire.AnsweringSpan(span.from(), span.to()))
                        .toList());
    }
}
