package org.maplebridge.kernel.access;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.maplebridge.kernel.ground.Hash;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Calls the narrow functions in front of attempts and sessions; the tables themselves are closed to the program.
@Component
final class AccessStore {

    private static final String KNOCK = """
            select account, secret, locked, until, place
              from access.knock(:login, :hash, :address, :browser, :most, :minutes, :strangers)""";
    private static final String FORGIVE = "select access.forgive(:hash, :place)";
    private static final String ADMIT = """
            select access.admit(:account, :loginHash, :place, :browser, :ticket, :hash, :hours, :means, :device,
                                :address)""";
    private static final String KNOWN = """
            select account, person, kind, name, means, opened_at, coded, told, reads_only, scenes, verbs, areas
              from access.known(:hash, :kind, :idle)""";
    private static final String LEAVE = "select access.leave(:hash)";
    private static final String OPEN =
            "select access.open(:id, :login, :secret, :person, :kind, :name, cast(:teller as uuid))";
    private static final String DISABLE = "select access.disable(:id)";

    private final JdbcClient db;

    AccessStore(JdbcClient db) {
        this.db = db;
    }

    /// An attempt to sign in, counted.
    ///
    /// @param locked refused unseen until `until`; otherwise `until` is when the next is let in if this one fails
    /// @param place  where it counts: a known browser, or an address
    record Knock(
            Optional<UUID> account, Optional<String> secret, boolean locked, Optional<Instant> until, Hash place) {}

    /// Whose ticket it is.
    ///
    /// @param openedAt when the account was opened
    /// @param coded    whether it has one-time codes
    /// @param told     whether somebody else told them the password
    record Known(
            UUID account,
            UUID person,
            Actor.Kind kind,
            String name,
            Means means,
            Instant openedAt,
            boolean coded,
            boolean told,
            Limits limits) {}

    Knock knock(Login login, Place from, AccessSettings settings) {
        return db.sql(KNOCK)
                .param("login", login.name())
                .param("hash", login.hash().bytes())
                .param("address", from.address().bytes())
                .param("browser", from.browser().map(Hash::bytes).orElse(null))
                .param("most", settings.failures())
                .param("minutes", settings.lockMinutes())
                .param("strangers", settings.failuresOfStrangers())
                .query((row, number) -> new Knock(
                        Optional.ofNullable(row.getObject("account", UUID.class)),
                        Optional.ofNullable(row.getString("secret")),
                        row.getBoolean("locked"),
                        Optional.ofNullable(row.getObject("until", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant),
                        Hash.of(row.getBytes("place"))))
                .single();
    }

    void forgive(Login login, Hash place) {
        db.sql(FORGIVE)
                .param("hash", login.hash().bytes())
                .param("place", place.bytes())
                .query(row -> {});
    }

    /// A session to be opened.
    ///
    /// @param counted what was counted on the way and where; empty where no password was asked
    record Opening(
            UUID account,
            Optional<Counted> counted,
            Optional<Hash> browser,
            UUID ticket,
            Hash hash,
            Means means,
            String device,
            String address) {}

    /// Where an attempt was counted.
    record Counted(Login login, Hash place) {}

    void admit(Opening session, int hours) {
        db.sql(ADMIT)
                .param("account", session.account())
                .param(
                        "loginHash",
                        session.counted()
                                .map(counted -> counted.login().hash().bytes())
                                .orElse(null))
                .param(
                        "place",
                        session.counted()
                                .map(counted -> counted.place().bytes())
                                .orElse(null))
                .param("browser", session.browser().map(Hash::bytes).orElse(null))
                .param("ticket", session.ticket())
                .param("hash", session.hash().bytes())
                .param("hours", hours)
                .param("means", session.means().name())
                .param("device", session.device())
                .param("address", session.address())
                .query(row -> {});
    }

    Optional<Known> known(Hash hash, String kind, int idleMinutes) {
        return db.sql(KNOWN)
                .param("hash", hash.bytes())
                .param("kind", kind)
                .param("idle", idleMinutes)
                .query((row, number) -> new Known(
                        row.getObject("account", UUID.class),
                        row.getObject("person", UUID.class),
                        Actor.Kind.valueOf(row.getString("kind")),
                        row.getString("name"),
                        Means.valueOf(row.getString("means")),
                        row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                        row.getBoolean("coded"),
                        row.getBoolean("told"),
                        limits(row)))
                .optional();
    }

    static Limits limits(ResultSet row) throws SQLException {
        return new Limits(
                row.getBoolean("reads_only"),
                texts(row.getArray("scenes")),
                texts(row.getArray("verbs")),
                texts(row.getArray("areas")));
    }

    private static List<String> texts(Array column) throws SQLException {
        return List.of((String[]) column.getArray());
    }

    void leave(Hash hash) {
        db.sql(LEAVE).param("hash", hash.bytes()).query(row -> {});
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
                .param("teller", given.toldBy().orElse(null))
                .query(Boolean.class)
                .single();
    }

    void disable(UUID account) {
        db.sql(DISABLE).param("id", account).query(row -> {});
    }
}
