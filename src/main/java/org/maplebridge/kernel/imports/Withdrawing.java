package org.maplebridge.kernel.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.IntConsumer;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.ground.Canonical;
import org.maplebridge.kernel.ground.Refused;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.imports.ImportStore.Made;
import org.maplebridge.kernel.matters.Matters;
import org.maplebridge.kernel.matters.Matters.Revoking;
import org.maplebridge.kernel.matters.Outcome;
import org.maplebridge.kernel.matters.Request;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/// Withdraws what a batch brought in, as far as nobody has acted on it. What was said stays in the trail.
@Component
class Withdrawing {

    private static final Logger LOG = LoggerFactory.getLogger(Withdrawing.class);

    private final Transactions transactions;
    private final ImportStore store;
    private final Matters matters;

    Withdrawing(Transactions transactions, ImportStore store, Matters matters) {
        this.transactions = transactions;
        this.store = store;
        this.matters = matters;
    }

    /// What came of it.
    ///
    /// @param kept those somebody has acted on
    record Result(int withdrawn, List<Kept> kept) {}

    /// A matter that stays.
    record Kept(int no, UUID matter, String code, String why) {}

    Result undo(UUID batch) {
        return undo(batch, done -> {});
    }

    /// @param told hears how many have been looked at
    Result undo(UUID batch, IntConsumer told) {
        int looked = 0;
        int withdrawn = 0;
        var kept = new ArrayList<Kept>();
        for (var part = made(batch, 0);
                !part.isEmpty();
                part = made(batch, part.getLast().no())) {
            var asked = new ArrayList<Callable<List<Kept>>>();
            for (int from = 0; from < part.size(); from += LineOpening.TOGETHER) {
                var some = part.subList(from, Math.min(part.size(), from + LineOpening.TOGETHER));
                asked.add(() -> together(batch, some));
            }
            var stays = Abreast.run(asked).stream().flatMap(List::stream).toList();
            withdrawn += part.size() - stays.size();
            kept.addAll(stays);
            looked += part.size();
            told.accept(looked);
        }
        transactions.run(Imports.SCOPE, work -> {
            store.undone(work, batch);
            return true;
        });
        return new Result(withdrawn, List.copyOf(kept));
    }

    private List<Made> made(UUID batch, int after) {
        return transactions.run(Imports.SCOPE, work -> store.made(batch, after));
    }

    /// In one transaction. If anything unforeseen stops it, once more, and then one by one, so that it stops no other.
    private List<Kept> together(UUID batch, List<Made> lines) {
        for (int attempt = 0; attempt < 2; attempt++) {
            try {
                return revoke(batch, lines);
            } catch (DataAccessException | Refused | IllegalStateException stopped) {
                LOG.info("{} lines of {} could not be withdrawn together: {}", lines.size(), batch, stopped.toString());
            }
        }
        return lines.stream()
                .flatMap(line -> revoke(batch, List.of(line)).stream())
                .toList();
    }

    /// Those that stay.
    private List<Kept> revoke(UUID batch, List<Made> lines) {
        var asked = lines.stream()
                .map(line -> new Revoking(line.matter(), request(batch, line)))
                .toList();
        var outcomes = matters.revokeAll(
                asked,
                (at, part) -> ScopedValue.where(
                                LineFollowing.MARK,
                                new LineFollowing.Mark.Undoing(
                                        batch, lines.get(at).no()))
                        .run(part));
        var stays = new ArrayList<Kept>();
        for (int i = 0; i < lines.size(); i++) {
            if (outcomes.get(i) instanceof Outcome.Refusal refusal) {
                var line = lines.get(i);
                stays.add(new Kept(line.no(), line.matter(), code(line.matter()), LineOpening.why(refusal.verdict())));
            }
        }
        return stays;
    }

    private static Request request(UUID batch, Made line) {
        return new Request(
                Actor.system(Imports.JOB),
                Canonical.MAPPER.valueToTree(Map.of("reason", "撤回导入批次 " + batch)),
                new Work.Key("import/undo", line.matter().toString()),
                OptionalInt.empty(),
                Optional.empty());
    }

    private String code(UUID matter) {
        return transactions.run(
                Imports.SCOPE,
                work -> matters.find(matter).map(found -> found.label().code()).orElse("?"));
    }
}
