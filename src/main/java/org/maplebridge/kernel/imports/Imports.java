package org.maplebridge.kernel.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.maplebridge.kernel.ground.Problem;
import org.maplebridge.kernel.ground.Scope;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.imports.ImportStore.Before;
import org.maplebridge.kernel.imports.Source.Row;
import org.maplebridge.kernel.imports.TableFile.Line;
import org.maplebridge.kernel.orgs.Offices;
import org.springframework.stereotype.Component;

/// Brings a file in, some lines at a time. Whenever it is broken off, the next run of the same file goes on: each
/// line is noted in the transaction that opens its matter, and known again by its number.
@Component
class Imports {

    static final String JOB = "import";
    static final Scope SCOPE = Scope.job(JOB);

    private static final int AT_A_TIME = 3 * LineOpening.TOGETHER;

    private final Transactions transactions;
    private final ImportStore store;
    private final Offices offices;
    private final LineOpening opening;

    Imports(Transactions transactions, ImportStore store, Offices offices, LineOpening opening) {
        this.transactions = transactions;
        this.store = store;
        this.offices = offices;
        this.opening = opening;
    }

    /// What came of a file.
    ///
    /// @param resumed whether an earlier run of the same file had been broken off
    /// @param unplaced names of places for which no area is known, and in how many lines
    record Result(UUID batch, boolean resumed, List<Came> lines, Map<String, Integer> unplaced) {

        long count(Came.State state) {
            return lines.stream().filter(line -> line.state() == state).count();
        }
    }

    /// Hears of each part that is done.
    @FunctionalInterface
    interface Listener {

        /// Before the first: under which number it will be found.
        default void begun(UUID batch) {}

        void done(List<Came> part);
    }

    /// What is wrong with names of places and the areas they are to stand for, in Chinese.
    List<String> faults(Map<String, String> places) {
        return transactions.run(SCOPE, work -> {
            var directory = offices.at(work);
            return places.entrySet().stream()
                    .filter(place -> directory.area(place.getValue()).isEmpty())
                    .map(place -> "“" + place.getKey() + "”：没有区划 " + place.getValue())
                    .toList();
        });
    }

    /// Brings in what isn't there yet. Throws whatever stops it; what was done till then stands.
    Result run(Source source, TableFile file, String by, Listener listener) {
        var running = transactions.run(SCOPE, work -> store.running(source.name(), file.digest()));
        var batch = running.orElseGet(() -> transactions.run(SCOPE, work -> store.begin(work, source, file, by)));
        listener.begun(batch);
        var all = new ArrayList<Came>();
        var seen = new HashMap<String, Integer>();
        var unplaced = new TreeMap<String, Integer>();
        var lines = file.lines();
        for (int from = 0; from < lines.size(); from += AT_A_TIME) {
            var part = lines.subList(from, Math.min(lines.size(), from + AT_A_TIME));
            var came = part(source, batch, part, seen, unplaced);
            all.addAll(came);
            listener.done(came);
        }
        transactions.run(SCOPE, work -> {
            store.finish(work, batch);
            return true;
        });
        return new Result(batch, running.isPresent(), List.copyOf(all), unplaced);
    }

    private List<Came> part(
            Source source, UUID batch, List<Line> lines, Map<String, Integer> seen, Map<String, Integer> unplaced) {
        var sorted = transactions.run(SCOPE, work -> {
            var directory = offices.at(work);
            var rows = lines.stream()
                    .map(line -> line.faults().isEmpty()
                            ? source.read(line.cells(), directory, work.now())
                            : new Row.Faulty("", line.faults()))
                    .toList();
            rows.forEach(row -> count(row, unplaced));
            var before = store.before(source.name(), externals(rows));
            var decided = new ArrayList<Decided>();
            for (int i = 0; i < rows.size(); i++) {
                decided.add(decide(source, lines.get(i), rows.get(i), before, seen));
            }
            return decided;
        });
        var came = opening.all(source, batch, sorted);
        var silent =
                came.stream().filter(line -> line.state() != Came.State.MADE).toList();
        if (!silent.isEmpty()) {
            transactions.run(SCOPE, work -> {
                store.note(batch, source.name(), silent);
                return true;
            });
        }
        return came;
    }

    private static void count(Row row, Map<String, Integer> unplaced) {
        if (row instanceof Row.Ready ready) {
            ready.unplaced().ifPresent(name -> unplaced.merge(name, 1, Integer::sum));
        }
    }

    private static List<String> externals(List<Row> rows) {
        return rows.stream()
                .flatMap(row -> row instanceof Row.Ready ready
                        ? Optional.of(ready.external()).stream()
                        : Optional.<String>empty().stream())
                .distinct()
                .toList();
    }

    /// A line before it is opened.
    ///
    /// @param came what came of it already, if it need not be opened
    /// @param attempt how often its number was brought in and withdrawn before
    record Decided(Line line, Row row, Optional<Came> came, int attempt) {}

    private static Decided decide(
            Source source, Line line, Row row, Map<String, Before> before, Map<String, Integer> seen) {
        return switch (row) {
            case Row.Faulty faulty ->
                new Decided(line, row, Optional.of(Came.refused(line, faulty.external(), faulty.faults())), 0);
            case Row.Ready ready -> {
                var earlier = before.getOrDefault(ready.external(), Before.NEVER);
                var first = Optional.ofNullable(seen.putIfAbsent(ready.external(), line.no()));
                yield new Decided(line, row, came(source, line, ready, earlier, first), earlier.undone());
            }
        };
    }

    private static Optional<Came> came(
            Source source, Line line, Row.Ready ready, Before earlier, Optional<Integer> first) {
        var column = source.numberColumn();
        if (first.isPresent()) {
            var why = source.twice(first.get());
            return Optional.of(Came.refused(line, ready.external(), List.of(new Problem.Field(column, why))));
        }
        return earlier.standing()
                .map(standing -> standing.digest().equals(line.digest())
                        ? Came.known(line, ready.external(), Optional.of(standing.matter()))
                        : Came.refused(line, ready.external(), column, "这个编号以前导入过，内容却不同；原来的事项没有改动。"));
    }
}
