package org.maplebridge.kernel.ground;

import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Stream;

/// What PostgreSQL's codes of failure mean for whoever waits.
final class DatabaseStates {

    private static final String DISK_FULL = "53100";

    private DatabaseStates() {}

    /// Whether there is no room on the disk.
    static boolean full(Throwable failure) {
        return state(failure).filter(DISK_FULL::equals).isPresent();
    }

    /// Whether the database can't do it now, but may later: connection (08), resources (53), going down or coming up
    /// (57P), the machine below it (58).
    static boolean away(Throwable failure) {
        return state(failure)
                .filter(state -> state.startsWith("08")
                        || state.startsWith("53")
                        || state.startsWith("57P")
                        || state.startsWith("58"))
                .isPresent();
    }

    private static Optional<String> state(Throwable failure) {
        return Stream.<Throwable>iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(20)
                .filter(SQLException.class::isInstance)
                .map(cause -> ((SQLException) cause).getSQLState())
                .filter(state -> state != null)
                .findFirst();
    }
}
