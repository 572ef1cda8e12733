package org.maplebridge.kernel.access;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Which names are locked by wrong passwords, somewhere or for strangers everywhere.
@Component
final class LockStore {

    private static final String LOCKS = "select hash, until from access.locks_of(:hashes)";
    private static final String UNLOCK = "select access.unlock(:hash)";

    private final JdbcClient db;

    LockStore(JdbcClient db) {
        this.db = db;
    }

    /// Until when at most, by name; nothing for names that are not locked.
    Map<String, OffsetDateTime> of(Collection<String> logins) {
        var names = logins.stream()
                .collect(Collectors.toMap(login -> Login.of(login).hash().toString(), login -> login));
        return db
                .sql(LOCKS)
                .param("hashes", names.keySet().toArray(String[]::new))
                .query((row, number) -> Map.entry(row.getString("hash"), TicketStore.here(row, "until")))
                .list()
                .stream()
                .collect(Collectors.toMap(
                        found -> java.util.Objects.requireNonNull(names.get(found.getKey())), Map.Entry::getValue));
    }

    /// Forgets every attempt under the name; whether there was any.
    boolean unlock(String login) {
        return db.sql(UNLOCK)
                .param("hash", Login.of(login).hash().bytes())
                .query(Boolean.class)
                .single();
    }
}
