package org.maplebridge.kernel.messages;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.access.DigestPart;
import org.maplebridge.kernel.ground.Allowed;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.matters.MatterRow;
import org.maplebridge.kernel.matters.MatterRowsView;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// My list of the day as it stands now.
@RestController
class TodayDesk {

    private final Transactions transactions;
    private final Today today;
    private final MatterRowsView rows;

    TodayDesk(Transactions transactions, Today today, MatterRowsView rows) {
        this.transactions = transactions;
        this.today = today;
        this.rows = rows;
    }

    /// @param count how many there are, also of those not listed
    record TodaySection(String name, String title, int count, List<TodayLine> lines) {}

    record TodayLine(UUID matter, String code, String title, String stageTitle, String words, OffsetDateTime at) {}

    record TodayList(LocalDate day, OffsetDateTime asOf, String who, List<TodaySection> sections) {}

    @GetMapping("/api/today")
    @Allowed(Allowed.Door.OFFICERS)
    TodayList today(Actor actor) {
        return transactions.run(actor.scope(), work -> {
            var sections = today.sections(work, actor);
            Map<UUID, MatterRow> found = new HashMap<>();
            rows.rows(
                            work,
                            actor,
                            sections.stream()
                                    .flatMap(section -> section.lines().stream())
                                    .map(DigestPart.Line::matter)
                                    .distinct()
                                    .toList())
                    .forEach(row -> found.put(row.id(), row));
            return new TodayList(
                    work.today(),
                    work.now().atZone(Work.ZONE).toOffsetDateTime(),
                    actor.name(),
                    sections.stream().map(section -> shown(section, found)).toList());
        });
    }

    private static TodaySection shown(DigestPart.Section section, Map<UUID, MatterRow> found) {
        return new TodaySection(
                section.name(),
                section.title(),
                section.count(),
                section.lines().stream()
                        .flatMap(line -> Optional.ofNullable(found.get(line.matter())).stream()
                                .map(row -> new TodayLine(
                                        row.id(),
                                        row.code(),
                                        row.title(),
                                        row.stageTitle(),
                                        line.words(),
                                        line.at().atZone(Work.ZONE).toOffsetDateTime())))
                        .toList());
    }
}
