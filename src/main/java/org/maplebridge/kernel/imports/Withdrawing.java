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
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.imports.ImportStore.Made;
import org.maplebridge.kernel.matters.KernelVerb;
import org.maplebridge.kernel.matters.Matters;
import org.maplebridge.kernel.matters.Outcome;
import org.maplebridge.kernel.matters.Request;
import org.springframework.stereotype.Component;

/// Withdraws what a batch brought in, as far as nobody has acted on it. What was said stays in the trail.
@Component
class Withdrawing {

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
            var asked = new ArrayList<Callable<Optional<Kept>>>();
            part.forEach(each -> asked.add(() -> revoke(batch, each)));
            var stays = Abreast.run(asked).stream().flatMap(Optional::stream).toList();
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

    private Optional<Kept> revoke(UUID batch, Made line) {
        var request = new Request(
                Actor.system(Imports.JOB),
                Canonical.MAPPER.valueToTree(Map.of("reason", "撤回导入批次 " + batch)),
                new Work.Key("import/undo", line.matter().toString()),
                OptionalInt.empty(),
                Optional.empty());
        var mark = new LineFollowing.Mark.Undoing(batch, line.no());
        var outcome = ScopedValue.where(LineFollowing.MARK, mark)
                .call(() -> matters.move(line.matter(), KernelVerb.REVOKE.wireName(), request));
        if (!(outcome instanceof Outcome.Refusal refusal)) {
            return Optional.empty();
        }
        var code = transactions.run(
                Imports.SCOPE,
                work -> matters.find(line.matter())
                        .map(matter -> matter.label().code())
                        .orElse("?"));
        return Optional.of(new Kept(line.no(), line.matter(), code, LineOpening.why(refusal.verdict())));
    }
}
