package org.maplebridge.kernel.ground;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The first statement of every transaction: sets the scope for the row policies and brings back the moment.
///
/// @param <A> what is read along with it
final class ScopeCall<A> {

    static final ScopedValue<ScopeCall<?>> CURRENT = ScopedValue.newInstance();

    private static final String ENTER = "select * from ground.enter(?, ?, ?, ?, ?)";

    /// What was read along may have waited for a lock; only now does the work begin.
    private static final String MOMENT = "select ground.moment()";

    private final Scope scope;
    private final Optional<Work.Key> key;
    private final boolean opens;
    private final Optional<Ahead<A>> ahead;
    private List<A> read = List.of();
    private @Nullable Work work;

    /// @param opens whether a matter is to be opened, and so an id for it is needed
    ScopeCall(Scope scope, Optional<Work.Key> key, boolean opens, Optional<Ahead<A>> ahead) {
        this.scope = scope;
        this.key = key;
        this.opens = opens;
        this.ahead = ahead;
    }

    /// What was read along.
    List<A> read() {
        return read;
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
        var sql = ahead.map(reading -> ENTER + ";\n" + reading.sql() + ";\n" + MOMENT)
                .orElse(ENTER);
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, scope.principal());
            statement.setArray(2, connection.createArrayOf("text", scope.units().toArray()));
            statement.setString(3, key.map(Work.Key::route).orElse(null));
            statement.setString(4, key.map(Work.Key::key).orElse(null));
            statement.setBoolean(5, opens);
            if (ahead.isPresent()) {
                ahead.get().bind(statement, 6, connection);
            }
            statement.execute();
            var entered = entered(statement);
            if (ahead.isPresent()) {
                read = ahead.get().read(statement);
                statement.getMoreResults();
                try (var row = statement.getResultSet()) {
                    row.next();
                    entered = entered.notBefore(moment(row));
                }
            }
            work = entered;
        }
    }

    private static Work entered(PreparedStatement statement) throws SQLException {
        try (var row = statement.getResultSet()) {
            row.next();
            byte[] hash = row.getBytes(3);
            Optional<Work.Stored> stored = hash == null
                    ? Optional.empty()
                    : Optional.of(new Work.Stored(Hash.of(hash), row.getObject(4, UUID.class), row.getInt(5)));
            return new Work(moment(row), row.getLong(2), stored, Optional.ofNullable(row.getObject(6, UUID.class)));
        }
    }

    private static Instant moment(ResultSet row) throws SQLException {
        return row.getObject(1, OffsetDateTime.class).toInstant();
    }
}
