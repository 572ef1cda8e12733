package org.maplebridge.kernel.access;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.maplebridge.kernel.ground.Hash;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What becomes of the accounts of staff who come and go. In the work of a job.
@Component
final class LeavingStore {

    private static final String END = "select hash from access.end_person(:person) as hash";
    private static final String LOGINS = "select person, login from access.logins(:people)";

    private static final String SIGN_INS = "select person, login, open from access.sign_ins(:people)";
    private static final String RENAME = "select access.rename(:person, :name)";

    private final JdbcClient db;

    LeavingStore(JdbcClient db) {
        this.db = db;
    }

    /// The hashes of sessions and tokens that ended.
    List<Hash> end(UUID person) {
        return db.sql(END)
                .param("person", person)
                .query((row, at) -> Hash.of(row.getBytes("hash")))
                .list();
    }

    Map<UUID, String> logins(List<UUID> people) {
        return db
                .sql(LOGINS)
                .param("people", people.toArray(UUID[]::new))
                .query((row, at) -> Map.entry(row.getObject("person", UUID.class), row.getString("login")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one));
    }

    Map<UUID, Access.SignIn> signIns(List<UUID> people) {
        return db
                .sql(SIGN_INS)
                .param("people", people.toArray(UUID[]::new))
                .query((row, at) -> Map.entry(
                        row.getObject("person", UUID.class),
                        new Access.SignIn(row.getString("login"), row.getBoolean("open"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    void rename(UUID person, String name) {
        db.sql(RENAME).param("person", person).param("name", name).query(row -> {});
    }
}
