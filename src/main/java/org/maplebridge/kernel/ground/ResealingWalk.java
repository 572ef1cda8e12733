package org.maplebridge.kernel.ground;

import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Goes through rows that are to be sealed again, some at a time, in order of their id.
@Component
final class ResealingWalk {

    /// Below every id.
    static final UUID START = new UUID(0, 0);

    private static final int AT_ONCE = 500;

    private final JdbcClient db;
    private final DataSource source;

    ResealingWalk(JdbcClient db, DataSource source) {
        this.db = db;
        this.source = source;
    }

    /// How far it came.
    ///
    /// @param last the last row looked at; empty when there was none left
    /// @param sealed how many were sealed again
    record Step(Optional<UUID> last, int sealed) {}

    /// Looks at the next rows and seals those again that need it.
    Step step(Resealing rows, UUID after) {
        var batch = new Batch();
        var seen = db.sql(rows.next())
                .param("after", after)
                .param("most", AT_ONCE)
                .query((row, at) -> {
                    rows.again(row, batch);
                    return row.getObject(1, UUID.class);
                })
                .list();
        batch.send(source);
        return new Step(seen.isEmpty() ? Optional.empty() : Optional.of(seen.getLast()), batch.size());
    }
}
