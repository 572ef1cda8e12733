package org.maplebridge.kernel.laws;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.maplebridge.engines.search.Hit;
import org.maplebridge.engines.search.StatuteSearch;
import org.maplebridge.kernel.ground.Problem;
import org.maplebridge.kernel.ground.Refused;
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

    /// @throws Refused with 503 while there is no index
    StatuteSearch open() {
        return index.search()
                .orElseThrow(() -> new Refused(
                        Problem.of(503, "search-not-ready", "检索还没有准备好", "法条的索引打不开。")
                                .withNext("稍后再试；法律目录和条文照常可以翻看。"),
                        30));
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
