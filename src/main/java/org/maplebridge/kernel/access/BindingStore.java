package org.maplebridge.kernel.access;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.maplebridge.kernel.ground.Hash;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Calls the narrow functions in front of what else vouches for accounts.
@Component
final class BindingStore {

    private static final String BOUND = "select b from access.bound(:kind, :issuer, :subject) as b";
    private static final String BIND = "select access.bind(:account, :kind, :issuer, :subject)";
    private static final String UNBIND = "select access.unbind(:account, :kind, :issuer, :subject)";
    private static final String OF = "select kind, issuer, subject, at from access.bindings_of(:account)";
    private static final String HOLDER = "select h from access.holder(:hash) as h";

    private final JdbcClient db;

    BindingStore(JdbcClient db) {
        this.db = db;
    }

    /// Who vouches.
    ///
    /// @param kind    OIDC or CERTIFICATE
    /// @param issuer  of the identity provider; empty for a certificate
    /// @param subject how the provider names the person; the fingerprint of a certificate
    record Voucher(Means kind, String issuer, String subject) {}

    record Binding(Voucher voucher, OffsetDateTime at) {}

    Optional<UUID> account(Voucher voucher) {
        return with(db.sql(BOUND), voucher).query(UUID.class).optional();
    }

    /// Whether it is now bound to this account; not if another has it.
    boolean bind(UUID account, Voucher voucher) {
        return with(db.sql(BIND), voucher)
                .param("account", account)
                .query(Boolean.class)
                .single();
    }

    boolean unbind(UUID account, Voucher voucher) {
        return with(db.sql(UNBIND), voucher)
                .param("account", account)
                .query(Boolean.class)
                .single();
    }

    private static JdbcClient.StatementSpec with(JdbcClient.StatementSpec statement, Voucher voucher) {
        return statement
                .param("kind", voucher.kind().name())
                .param("issuer", voucher.issuer())
                .param("subject", voucher.subject());
    }

    List<Binding> of(UUID account) {
        return db.sql(OF)
                .param("account", account)
                .query((row, number) -> new Binding(
                        new Voucher(
                                Means.valueOf(row.getString("kind")),
                                row.getString("issuer"),
                                row.getString("subject")),
                        TicketStore.here(row, "at")))
                .list();
    }

    /// The account of a living session.
    Optional<UUID> holder(Hash session) {
        return db.sql(HOLDER).param("hash", session.bytes()).query(UUID.class).optional();
    }
}
