package org.maplebridge.kernel.ground;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The first statement of every transaction: sets the scope for the row policies and brings back the moment.
final class ScopeCall {

    static final ScopedValue<ScopeCall> CURRENT = ScopedValue.newInstance();

    private static final String ENTER = "select * from ground.enter(?, ?, ?, ?, ?)";

    private final Scope scope;
    private final Optional<Work.Key> key;
    private final boolean opens;
    private @Nullable Work work;

    /// @param opens whether a matter is to be opened, and so an id for it is needed
    ScopeCall(Scope scope, Optional<Work.Key> key, boolean opens) {
        this.scope = scope;
        this.key = key;
        this.opens = opens;
    }

    Scope scope() {
        return scope;
    }

    Work work() {
        if (work == null) {
            throw new IllegalStateException("no transaction has begun");
        }
        return work;
    }

    void enter(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(ENTER)) {
            statement.setString(1, scope.principal());
            statement.setArray(2, connection.createArrayOf("text", scope.units().toArray()));
            statement.setString(3, key.map(Work.Key::route).orElse(null));
            statement.setString(4, key.map(Work.Key::key).orElse(null));
            statement.setBoolean(5, opens);
            try (var row = statement.executeQuery()) {
                row.next();
                var now = row.getObject(1, OffsetDateTime.class).toInstant();
                byte[] hash = row.getBytes(3);
                Optional<Work.Stored> stored = hash == null
                        ? Optional.empty()
                        : Optional.of(new Work.Stored(Hash.of(hash), row.getObject(4, UUID.class), row.getInt(5)));
                work = new Work(now, row.getLong(2), stored, Optional.ofNullable(row.getObject(6, UUID.class)));
            }
        }
    }
}
