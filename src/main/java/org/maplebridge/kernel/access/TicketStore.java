package org.maplebridge.kernel.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maplebridge.kernel.ground.Hash;
import org.maplebridge.kernel.ground.Work;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Calls the narrow functions in front of what is open for an account: sessions and tokens.
@Component
final class TicketStore {

    private static final String ISSUE = """
            select access.issue(:own, :ticket, :hash, :name, :until, :readsOnly, :scenes, :verbs, :areas)""";
    private static final String TICKETS = """
            select id, hash, kind, name, opened_at, seen_at, ends_at, means, device, address, reads_only, scenes,
                   verbs, areas
              from access.tickets(:account, :idle)""";
    private static final String END = """
            select t from access.end_tickets(:account, :kind, cast(:id as uuid), cast(:but as bytea)) as t""";

    private final JdbcClient db;

    TicketStore(JdbcClient db) {
        this.db = db;
    }

    /// A session or token as it is kept, found by the hash of what its holder shows.
    record Ticket(
            UUID id,
            Hash hash,
            boolean session,
            String name,
            OffsetDateTime openedAt,
            OffsetDateTime seenAt,
            OffsetDateTime endsAt,
            Means means,
            String device,
            String address,
            Limits limits) {}

    /// A token to be issued.
    record Issue(UUID ticket, Hash hash, String name, Instant until, Limits limits) {}

    boolean issue(Hash own, Issue wanted) {
        return db.sql(ISSUE)
                .param("own", own.bytes())
                .param("ticket", wanted.ticket())
                .param("hash", wanted.hash().bytes())
                .param("name", wanted.name())
                .param("until", wanted.until().atOffset(ZoneOffset.UTC))
                .param("readsOnly", wanted.limits().readsOnly())
                .param("scenes", wanted.limits().scenes().toArray(String[]::new))
                .param("verbs", wanted.limits().verbs().toArray(String[]::new))
                .param("areas", wanted.limits().areas().toArray(String[]::new))
                .query(Boolean.class)
                .single();
    }

    List<Ticket> of(UUID account, int idleMinutes) {
        return db.sql(TICKETS)
                .param("account", account)
                .param("idle", idleMinutes)
                .query((row, number) -> new Ticket(
                        row.getObject("id", UUID.class),
                        Hash.of(row.getBytes("hash")),
                        row.getString("kind").equals("SESSION"),
                        row.getString("name"),
                        here(row, "opened_at"),
                        here(row, "seen_at"),
                        here(row, "ends_at"),
                        Means.valueOf(row.getString("means")),
                        row.getString("device"),
                        row.getString("address"),
                        AccessStore.limits(row)))
                .list();
    }

    static OffsetDateTime here(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class)
                .atZoneSameInstant(Work.ZONE)
                .toOffsetDateTime();
    }

    /// Ends one session or token; its hash, if there was one to end.
    Optional<Hash> end(UUID account, Optional<String> kind, UUID id) {
        return end(account, kind.orElse(null), id, null).stream().findFirst();
    }

    /// Ends all sessions and tokens but one.
    List<Hash> endOthers(UUID account, Hash but) {
        return end(account, null, null, but.bytes());
    }

    List<Hash> endAll(UUID account) {
        return end(account, null, null, null);
    }

    private List<Hash> end(UUID account, @Nullable String kind, @Nullable UUID id, byte @Nullable [] but) {
        return db.sql(END)
                .param("account", account)
                .param("kind", kind)
                .param("id", id)
                .param("but", but)
                .query((row, number) -> Hash.of(row.getBytes(1)))
                .list();
    }
}
