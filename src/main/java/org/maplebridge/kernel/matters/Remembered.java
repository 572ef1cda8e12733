package org.maplebridge.kernel.matters;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.maplebridge.kernel.ground.Hash;
import org.maplebridge.kernel.ground.SubmitKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What many requests of one actor through one route have left before, found in one statement.
@Component
class Remembered {

    private static final String STORED = """
        select key, body_hash, matter, seq
          from ground.request
         where principal = :principal and route = :route and key = any(:keys)\
        """;

    private final JdbcClient db;

    Remembered(JdbcClient db) {
        this.db = db;
    }

    private record Stored(String key, Hash bodyHash, UUID matter, int seq) {}

    /// What is known of some requests, by their keys.
    record Before(Map<String, Stored> stored) {

        /// The same request came before, and this is what it did.
        Optional<Outcome> repeated(Request request) {
            return Optional.ofNullable(stored.get(request.key().key())).map(before -> {
                if (!before.bodyHash().equals(request.bodyHash())) {
                    throw SubmitKey.reused();
                }
                return new Outcome.Repeat(before.matter(), before.seq());
            });
        }
    }

    /// Needs a transaction. There must be at least one request.
    Before among(List<Request> requests) {
        var first = requests.getFirst();
        return new Before(db
                .sql(STORED)
                .param("principal", first.actor().scope().principal())
                .param("route", first.key().route())
                .param("keys", requests.stream().map(each -> each.key().key()).toArray(String[]::new))
                .query((row, at) -> new Stored(
                        row.getString("key"),
                        Hash.of(row.getBytes("body_hash")),
                        row.getObject("matter", UUID.class),
                        row.getInt("seq")))
                .list()
                .stream()
                .collect(Collectors.toMap(Stored::key, each -> each)));
    }
}
