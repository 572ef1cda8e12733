package org.maplebridge.kernel.access;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.maplebridge.kernel.ground.Hash;
import org.maplebridge.kernel.ground.Ids;
import org.maplebridge.kernel.ground.Work;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Calls the narrow functions in front of accounts and the journal of what was done to them.
@Component
final class AccountStore {

    private static final String ACCOUNT = """
            select login, person, name, kind, opened_at, coded_at, codes_left from access.account_of(:account)""";
    private static final String ACCOUNTS = """
            select id, login, person, coded, sessions, tokens, seen_at from access.accounts_of(:persons, :idle)""";
    private static final String SET_PASSWORD =
            "select access.set_password(:account, :secret, cast(:but as bytea), cast(:teller as uuid))";
    private static final String WHOSE = "select whose from access.whose(:login) as whose";
    private static final String NOTE = "select access.note(:id, :account, :deed, :by, :name, :reason)";
    private static final String JOURNAL = """
            select id, deed, by, by_name, reason, at from access.journal_of(:account, :untold, :most)""";
    private static final String TOLD = "select access.told(:account, :last)";

    private final JdbcClient db;

    AccountStore(JdbcClient db) {
        this.db = db;
    }

    /// @param codedAt when one-time codes were confirmed
    record Account(
            String login,
            UUID person,
            String name,
            Actor.Kind kind,
            OffsetDateTime openedAt,
            Optional<OffsetDateTime> codedAt,
            int codesLeft) {}

    /// An account as its registrar sees it.
    record OfStaff(
            UUID id,
            String login,
            UUID person,
            boolean coded,
            int sessions,
            int tokens,
            Optional<OffsetDateTime> seenAt) {}

    /// One entry of the journal.
    record Note(UUID id, String deed, UUID by, String byName, String reason, OffsetDateTime at) {}

    Optional<Account> account(UUID id) {
        return db.sql(ACCOUNT)
                .param("account", id)
                .query((row, number) -> new Account(
                        row.getString("login"),
                        row.getObject("person", UUID.class),
                        row.getString("name"),
                        Actor.Kind.valueOf(row.getString("kind")),
                        TicketStore.here(row, "opened_at"),
                        row.getObject("coded_at") == null
                                ? Optional.empty()
                                : Optional.of(TicketStore.here(row, "coded_at")),
                        row.getInt("codes_left")))
                .optional();
    }

    List<OfStaff> of(Collection<UUID> persons, int idleMinutes) {
        return db.sql(ACCOUNTS)
                .param("persons", persons.toArray(UUID[]::new))
                .param("idle", idleMinutes)
                .query((row, number) -> new OfStaff(
                        row.getObject("id", UUID.class),
                        row.getString("login"),
                        row.getObject("person", UUID.class),
                        row.getBoolean("coded"),
                        row.getInt("sessions"),
                        row.getInt("tokens"),
                        row.getObject("seen_at") == null
                                ? Optional.empty()
                                : Optional.of(TicketStore.here(row, "seen_at"))))
                .list();
    }

    /// Who of the staff signs in so.
    Optional<UUID> whose(String login) {
        return db.sql(WHOSE).param("login", login).query(UUID.class).optional();
    }

    /// @param but    the browser that stays known
    /// @param toldBy who else knows it, and tells its owner; empty if they chose it
    void setPassword(UUID account, String secret, Optional<Hash> but, Optional<UUID> toldBy) {
        db.sql(SET_PASSWORD)
                .param("account", account)
                .param("secret", secret)
                .param("but", but.map(Hash::bytes).orElse(null))
                .param("teller", toldBy.orElse(null))
                .query(row -> {});
    }

    /// Something somebody did to their own account on a way on which nobody is signed in.
    void noteOwn(Work work, UUID account, Deed deed, String reason) {
        account(account).ifPresent(own -> note(work, account, deed.name(), own.person(), own.name(), reason));
    }

    void note(Work work, UUID account, String deed, Actor by, String reason) {
        note(work, account, deed, by.person(), by.name(), reason);
    }

    private void note(Work work, UUID account, String deed, UUID by, String name, String reason) {
        db.sql(NOTE)
                .param("id", Ids.at(work.now()))
                .param("account", account)
                .param("deed", deed)
                .param("by", by)
                .param("name", name)
                .param("reason", reason)
                .query(row -> {});
    }

    List<Note> journal(UUID account, boolean untold, int most) {
        return db.sql(JOURNAL)
                .param("account", account)
                .param("untold", untold)
                .param("most", most)
                .query((row, number) -> new Note(
                        row.getObject("id", UUID.class),
                        row.getString("deed"),
                        row.getObject("by", UUID.class),
                        row.getString("by_name"),
                        row.getString("reason"),
                        TicketStore.here(row, "at")))
                .list();
    }

    void told(UUID account, UUID last) {
        db.sql(TOLD).param("account", account).param("last", last).query(row -> {});
    }
}
