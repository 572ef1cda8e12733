package org.maplebridge.kernel.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.maplebridge.kernel.ground.Hash;
import org.maplebridge.kernel.ground.Sm3;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Calls the narrow functions in front of accounts and tickets; the tables themselves are closed to the program.
@Component
final class AccessStore {

    private static final String KNOCK =
            "select account, secret, locked, until from access.knock(:login, :hash, :most, :minutes)";
    private static final String ADMIT = "select access.admit(:account, :loginHash, :ticket, :hash, :hours)";
    private static final String KNOWN = "select person, kind, name from access.known(:hash, :kind, :idle)";
    private static final String LEAVE = "select access.leave(:hash)";
    private static final String ISSUE = "select access.issue(:own, :ticket, :hash, :name, :until)";
    private static final String TOKENS = "select id, name, opened_at, seen_at, ends_at from access.tokens(:own)";
    private static final String REVOKE = "select access.revoke(:own, :id)";
    private static final String OPEN = "select access.open(:id, :login, :secret, :person, :kind, :name)";
    private static final String DISABLE = "select access.disable(:id)";

    private final JdbcClient db;

    AccessStore(JdbcClient db) {
        this.db = db;
    }

    /// An attempt to sign in, counted.
    ///
    /// @param locked refused unseen until `until`; otherwise `until` is when a lock ends that this attempt brings
    record Knock(Optional<UUID> account, Optional<String> secret, boolean locked, Optional<Instant> until) {}

    /// Whose ticket it is.
    record Known(UUID person, Actor.Kind kind, String name) {}

    /// A bearer token as its owner sees it: never the token itself.
    record Token(UUID id, String name, OffsetDateTime openedAt, OffsetDateTime seenAt, OffsetDateTime endsAt) {}

    Knock knock(String login, Hash loginHash, AccessSettings settings) {
        return db.sql(KNOCK)
                .param("login", login)
                .param("hash", loginHash.bytes())
                .param("most", settings.failures())
                .param("minutes", settings.lockMinutes())
                .query((row, number) -> new Knock(
                        Optional.ofNullable(row.getObject("account", UUID.class)),
                        Optional.ofNullable(row.getString("secret")),
                        row.getBoolean("locked"),
                        Optional.ofNullable(row.getObject("until", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)))
                .single();
    }

    void admit(UUID account, Hash loginHash, UUID ticket, Hash hash, int hours) {
        db.sql(ADMIT)
                .param("account", account)
                .param("loginHash", loginHash.bytes())
                .param("ticket", ticket)
                .param("hash", hash.bytes())
                .param("hours", hours)
                .query(row -> {});
    }

    Optional<Known> known(Hash hash, String kind, int idleMinutes) {
        return db.sql(KNOWN)
                .param("hash", hash.bytes())
                .param("kind", kind)
                .param("idle", idleMinutes)
                .query((row, number) -> new Known(
                        row.getObject("person", UUID.class),
                        Actor.Kind.valueOf(row.getString("kind")),
                        row.getString("name")))
                .optional();
    }

    void leave(Hash hash) {
        db.sql(LEAVE).param("hash", hash.bytes()).query(row -> {});
    }

    boolean issue(Hash own, UUID ticket, Hash hash, String name, Instant until) {
        return db.sql(ISSUE)
                .param("own", own.bytes())
                .param("ticket", ticket)
                .param("hash", hash.bytes())
                .param("name", name)
                .param("until", until.atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }

    List<Token> tokens(Hash own) {
        return db.sql(TOKENS)
                .param("own", own.bytes())
                .query((row, number) -> new Token(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        here(row, "opened_at"),
                        here(row, "seen_at"),
                        here(row, "ends_at")))
                .list();
    }

    private static OffsetDateTime here(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class)
                .atZoneSameInstant(org.maplebridge.kernel.ground.Work.ZONE)
                .toOffsetDateTime();
    }

    /// The hash of the token that ended; empty if there was none to end.
    Optional<Hash> revoke(Hash own, UUID id) {
        return db.sql(REVOKE)
                .param("own", own.bytes())
                .param("id", id)
                .query((row, number) -> Optional.ofNullable(row.getBytes(1)))
                .single()
                .filter(bytes -> bytes.length == Sm3.LENGTH)
                .map(Hash::of);
    }

    /// Whether it was opened; not if the login is taken.
    boolean open(UUID id, AccountOpening given, String secret) {
        return db.sql(OPEN)
                .param("id", id)
                .param("login", given.login())
                .param("secret", secret)
                .param("person", given.person())
                .param("kind", given.kind().name())
                .param("name", given.name())
                .query(Boolean.class)
                .single();
    }

    void disable(UUID account) {
        db.sql(DISABLE).param("id", account).query(row -> {});
    }
}
