package org.maplebridge.kernel.access;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.maplebridge.kernel.ground.Hash;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Calls the narrow functions in front of the secrets of one-time codes and of recovery codes.
@Component
final class CodeStore {

    private static final String OF = "select sealed, key_version, last_step, confirmed from access.code_of(:account)";
    private static final String BEGIN = "select access.begin_code(:account, :sealed, :version)";
    private static final String USE_STEP = "select access.use_step(:account, :step, :confirms)";
    private static final String USE_RECOVERY = "select access.use_recovery(:account, :hash)";
    private static final String SET_RECOVERY = "select access.set_recovery(:account, :hashes)";
    private static final String DROP = "select access.drop_code(:account)";

    private final JdbcClient db;

    CodeStore(JdbcClient db) {
        this.db = db;
    }

    /// What is kept of an account's one-time codes.
    ///
    /// @param lastStep the step of time of the code used last; it and those before it are not taken again
    record Kept(CodeSecrets.Sealed secret, long lastStep, boolean confirmed) {}

    Optional<Kept> of(UUID account) {
        return db.sql(OF)
                .param("account", account)
                .query((row, number) -> new Kept(
                        CodeSecrets.Sealed.of(row.getBytes("sealed"), row.getString("key_version")),
                        row.getLong("last_step"),
                        row.getBoolean("confirmed")))
                .optional();
    }

    /// Whether the secret was kept; not if the account has confirmed codes.
    boolean begin(UUID account, CodeSecrets.Sealed secret) {
        return db.sql(BEGIN)
                .param("account", account)
                .param("sealed", secret.bytes())
                .param("version", secret.version())
                .query(Boolean.class)
                .single();
    }

    /// Whether the step was still free.
    boolean useStep(UUID account, long step, boolean confirms) {
        return db.sql(USE_STEP)
                .param("account", account)
                .param("step", step)
                .param("confirms", confirms)
                .query(Boolean.class)
                .single();
    }

    boolean useRecovery(UUID account, Hash hash) {
        return db.sql(USE_RECOVERY)
                .param("account", account)
                .param("hash", hash.bytes())
                .query(Boolean.class)
                .single();
    }

    void setRecovery(UUID account, List<Hash> hashes) {
        db.sql(SET_RECOVERY)
                .param("account", account)
                .param("hashes", hashes.stream().map(Hash::toString).toArray(String[]::new))
                .query(row -> {});
    }

    boolean drop(UUID account) {
        return db.sql(DROP).param("account", account).query(Boolean.class).single();
    }
}
