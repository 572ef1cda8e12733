package org.maplebridge.scenes.requests;

import java.util.Optional;
import java.util.UUID;
import org.maplebridge.kernel.matters.PartyRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The SQL of requests.
@Component
class RequestsStore {

    private static final String ASK =
            "insert into requests.asked (matter, kind, words, subject) values (:matter, :kind, :words, :subject)";

    private static final String DECIDE =
            "update requests.asked set answer = :answer, article = :article where matter = :matter";

    private static final String FIND = "select * from requests.asked where matter = :matter";

    private final JdbcClient db;

    RequestsStore(JdbcClient db) {
        this.db = db;
    }

    /// A request as it is kept.
    ///
    /// @param subject the matter it is about, if it is about one
    /// @param answer what was done, or why not; empty until then
    /// @param article on what a refusal rests
    record Kept(
            PartyRequest.Kind kind,
            String words,
            Optional<UUID> subject,
            Optional<String> answer,
            Optional<String> article) {}

    void ask(UUID matter, PartyRequest.Kind kind, String words, Optional<UUID> subject) {
        db.sql(ASK)
                .param("matter", matter)
                .param("kind", kind.name())
                .param("words", words)
                .param("subject", subject.orElse(null))
                .update();
    }

    void decide(UUID matter, String answer, Optional<String> article) {
        db.sql(DECIDE)
                .param("matter", matter)
                .param("answer", answer)
                .param("article", article.orElse(null))
                .update();
    }

    Kept find(UUID matter) {
        return db.sql(FIND)
                .param("matter", matter)
                .query((row, at) -> new Kept(
                        PartyRequest.Kind.valueOf(row.getString("kind")),
                        row.getString("words"),
                        Optional.ofNullable(row.getObject("subject", UUID.class)),
                        Optional.ofNullable(row.getString("answer")),
                        Optional.ofNullable(row.getString("article"))))
                .single();
    }
}
