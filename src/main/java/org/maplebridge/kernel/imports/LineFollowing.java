package org.maplebridge.kernel.imports;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.ground.Batch;
import org.maplebridge.kernel.ground.Hash;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.matters.Backlog;
import org.maplebridge.kernel.matters.Consequence;
import org.maplebridge.kernel.matters.Matter;
import org.springframework.stereotype.Component;

/// Writes what became of a line in the transaction that opens or withdraws its matter: either both stand or neither.
@Component
final class LineFollowing implements Consequence, Backlog {

    /// The line this thread is bringing in or taking back.
    static final ScopedValue<Mark> MARK = ScopedValue.newInstance();

    /// The line after the headings.
    private static final int FIRST = 2;

    // a second import of the line at the same moment changes no row here and is stopped by its key
    private static final String MADE = """
            insert into imports.line (batch, no, source, external, digest, state, matter)
            values (?, ?, ?, ?, ?, 'MADE', ?)
            on conflict (batch, no) do update
               set external = excluded.external, digest = excluded.digest, state = 'MADE',
                   matter = excluded.matter, reasons = '[]'
             where imports.line.state in ('KNOWN', 'REFUSED')""";

    private static final String UNDONE =
            "update imports.line set state = 'UNDONE' where batch = ? and no = ? and matter = ? and state = 'MADE'";

    /// Which line.
    sealed interface Mark {

        /// It is being opened.
        record Making(UUID batch, int no, String source, String external, Hash digest) implements Mark {}

        /// It is being withdrawn.
        record Undoing(UUID batch, int no) implements Mark {}
    }

    @Override
    public OptionalInt before() {
        return MARK.isBound() && MARK.get() instanceof Mark.Making line
                ? OptionalInt.of(Math.max(0, line.no() - FIRST))
                : OptionalInt.empty();
    }

    @Override
    public void of(Work work, Batch batch, Actor actor, Optional<Matter> before, Matter after) {
        if (!MARK.isBound()) {
            return;
        }
        boolean child = after.origin().parent().isPresent();
        switch (MARK.get()) {
            case Mark.Making line -> {
                if (before.isEmpty() && !child) {
                    batch.add(
                            MADE,
                            line.batch(),
                            line.no(),
                            line.source(),
                            line.external(),
                            line.digest().bytes(),
                            after.id());
                }
            }
            case Mark.Undoing line -> batch.expecting(1, UNDONE, line.batch(), line.no(), after.id());
        }
    }
}
