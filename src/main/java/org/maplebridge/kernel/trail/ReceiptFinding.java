package org.maplebridge.kernel.trail;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Finds the matter a receipt was given for.
@Component
public final class ReceiptFinding {

    private static final String OF = "select matter from trail.receipt where code = :code";

    private final JdbcClient db;

    ReceiptFinding(JdbcClient db) {
        this.db = db;
    }

    /// By the code as it stands on the receipt, as far as the scope reaches. Needs a transaction.
    public Optional<UUID> matter(String code) {
        return db.sql(OF)
                .param("code", code)
                .query((row, at) -> row.getObject("matter", UUID.class))
                .optional();
    }
}
