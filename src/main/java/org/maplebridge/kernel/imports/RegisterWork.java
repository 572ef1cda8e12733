package org.maplebridge.kernel.imports;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.maplebridge.kernel.ground.Loop;
import org.maplebridge.kernel.ground.Looping;
import org.maplebridge.kernel.ground.Problem;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.imports.RegisterStore.Counts;
import org.maplebridge.kernel.imports.RegisterStore.Register;
import org.maplebridge.kernel.imports.RegisterStore.State;
import org.maplebridge.kernel.orgs.Offices;
import org.maplebridge.kernel.parameters.Parameters;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// Does what takes long with registers, one after the other: checks, runs, undoing. What it is at stands in the table,
/// so that another process goes on where this one was switched off.
@Component
final class RegisterWork implements Looping {

    private static final Logger LOG = LoggerFactory.getLogger(RegisterWork.class);

    private final Transactions transactions;
    private final RegisterStore store;
    private final FindingStore findings;
    private final Registers registers;
    private final RegisterCheck check;
    private final Imports imports;
    private final Withdrawing withdrawing;
    private final Offices offices;
    private final Parameters parameters;
    private final boolean automatic;
    private final Loop loop = new Loop("registers", Duration.ofMillis(700), this::drain);

    RegisterWork(
            Transactions transactions,
            RegisterStore store,
            FindingStore findings,
            Registers registers,
            RegisterCheck check,
            Imports imports,
            Withdrawing withdrawing,
            Offices offices,
            Parameters parameters,
            Environment settings) {
        this.transactions = transactions;
        this.store = store;
        this.findings = findings;
        this.registers = registers;
        this.check = check;
        this.imports = imports;
        this.withdrawing = withdrawing;
        this.offices = offices;
        this.parameters = parameters;
        this.automatic = Looping.serving(settings);
    }

    /// Does everything that waits, and deletes files whose time is over.
    void drain() {
        for (var next = next(); next.isPresent(); next = next()) {
            one(next.get());
        }
        transactions.run(Imports.SCOPE, work -> {
            var root = offices.at(work).rootArea();
            root.ifPresent(area -> {
                int days = parameters
                        .at(work, "imports.kept-days", area.path(), work.today())
                        .whole();
                store.expire(work.now().minus(Duration.ofDays(days)));
            });
            return true;
        });
    }

    private Optional<Register> next() {
        return transactions.run(Imports.SCOPE, store::going);
    }

    private void one(Register register) {
        try {
            switch (register.state()) {
                case CHECKING -> checked(register);
                case RUNNING -> ran(register);
                case UNDOING -> undone(register);
                default -> throw new IllegalStateException("nothing to do");
            }
        } catch (Unreadable unreadable) {
            stopped(register, Optional.ofNullable(unreadable.getMessage()).orElse("文件读不了。"));
        } catch (RuntimeException failure) {
            LOG.warn("the register {} was broken off", register.id(), failure);
            stopped(register, "办到一半停下了。已经办好的都在，再点一次接着办；还不行，请把这句话告诉管理员：" + register.id());
        }
    }

    /// Back to where it can be tried again.
    private void stopped(Register register, String why) {
        var back = switch (register.state()) {
            case RUNNING -> State.CHECKED;
            case UNDOING -> State.DONE;
            default -> State.UPLOADED;
        };
        change(register.id(), back, Optional.of(why));
    }

    private void change(UUID id, State state, Optional<String> problem) {
        transactions.run(Imports.SCOPE, work -> {
            store.state(work, id, state, Optional.empty(), problem);
            return true;
        });
    }

    private Registers.Reading reading(Register register) {
        return transactions.run(
                Imports.SCOPE,
                work -> registers.reading(
                        work, registers.grid(register.id()), register.mapping().orElseThrow(), register.agency()));
    }

    private void checked(Register register) {
        var reading = reading(register);
        transactions.run(Imports.SCOPE, work -> {
            findings.clear(register.id());
            return true;
        });
        var form = registers.form(register.mapping().orElseThrow().scene());
        check.run(
                reading.source(),
                reading.table(),
                form,
                part -> transactions.run(Imports.SCOPE, work -> {
                    findings.note(register.id(), part.findings());
                    store.counted(work, register.id(), part.counts());
                    return true;
                }));
        change(register.id(), State.CHECKED, Optional.empty());
    }

    private void ran(Register register) {
        var reading = reading(register);
        var table = register.mapping().orElseThrow().skipLikely()
                ? without(reading.table(), likely(register.id()))
                : reading.table();
        transactions.run(Imports.SCOPE, work -> {
            findings.clear(register.id());
            return true;
        });
        var told = new ToldLines(register.id(), table.lines().size());
        var result = imports.run(reading.source(), table, register.by(), told);
        transactions.run(Imports.SCOPE, work -> {
            store.batch(register.id(), result.batch());
            return true;
        });
        change(register.id(), State.DONE, Optional.empty());
    }

    private Map<Integer, String> likely(UUID id) {
        var found = new HashMap<Integer, String>();
        transactions
                .run(
                        Imports.SCOPE,
                        work -> findings.findings(id, 0, "", List.of(Finding.Kind.LIKELY.name()), Integer.MAX_VALUE))
                .forEach(each -> found.put(each.no(), each.other().orElse("")));
        return found;
    }

    private static TableFile without(TableFile table, Map<Integer, String> likely) {
        var lines = table.lines().stream()
                .map(line -> likely.containsKey(line.no()) && line.faults().isEmpty()
                        ? new TableFile.Line(
                                line.no(),
                                line.cells(),
                                line.digest(),
                                List.of(new Problem.Field("整行", "像是已经有了（" + likely.get(line.no()) + "），按您的选择没有收。")))
                        : line)
                .toList();
        return new TableFile(table.name(), table.digest(), lines);
    }

    /// Writes down how far a run has come.
    private final class ToldLines implements Imports.Listener {

        private final UUID id;
        private Counts counts;

        ToldLines(UUID id, int lines) {
            this.id = id;
            this.counts = new Counts(lines, 0, 0, 0, 0);
        }

        @Override
        public void begun(UUID batch) {
            transactions.run(Imports.SCOPE, work -> {
                store.batch(id, batch);
                return true;
            });
        }

        @Override
        public void done(List<Came> part) {
            var told = new ArrayList<Finding>();
            int made = 0;
            for (var came : part) {
                switch (came.state()) {
                    case MADE -> made++;
                    case KNOWN -> {}
                    case REFUSED ->
                        told.add(new Finding(came.no(), Finding.Kind.REFUSED, Optional.empty(), came.faults()));
                }
            }
            counts = new Counts(
                    counts.lines(),
                    counts.done() + part.size(),
                    counts.good() + made,
                    counts.refused() + told.size(),
                    counts.likely() + part.size() - made - told.size());
            transactions.run(Imports.SCOPE, work -> {
                findings.note(id, told);
                store.counted(work, id, counts);
                return true;
            });
        }
    }

    private void undone(Register register) {
        var counts = register.counts();
        var result = withdrawing.undo(
                register.batch().orElseThrow(),
                done -> transactions.run(Imports.SCOPE, work -> {
                    store.counted(
                            work,
                            register.id(),
                            new Counts(counts.lines(), done, counts.good(), counts.refused(), counts.likely()));
                    return true;
                }));
        transactions.run(Imports.SCOPE, work -> {
            findings.note(
                    register.id(),
                    result.kept().stream()
                            .map(kept -> new Finding(
                                    kept.no(),
                                    Finding.Kind.KEPT,
                                    Optional.of(kept.code()),
                                    List.of(new Problem.Field("整行", kept.why()))))
                            .toList());
            return true;
        });
        change(register.id(), result.kept().isEmpty() ? State.UNDONE : State.DONE, Optional.empty());
    }

    @Override
    public Loop loop() {
        return loop;
    }

    @Override
    public boolean automatic() {
        return automatic;
    }
}
