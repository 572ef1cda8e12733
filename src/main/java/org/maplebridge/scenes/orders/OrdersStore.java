package org.maplebridge.scenes.orders;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The SQL of orders.
@Component
class OrdersStore {

    private static final String ASK = """
            insert into orders.ordered (matter, kind, code, party, other_code, other_party, domain, hours, article,
                                        reason, asker, asker_post, subject, persona)
            values (:matter, :kind, :code, :party, :otherCode, :otherParty, :domain, :hours, :article, :reason,
                    :asker, :post, :subject, :persona)""";

    private static final String FIND = "select * from orders.ordered where matter = :matter";

    private static final String APPROVE = """
            update orders.ordered
               set subject = :subject, persona = :persona, other_persona = :other, opinion = :opinion, waiting = true
             where matter = :matter""";

    private static final String REFUSE = "update orders.ordered set opinion = :opinion where matter = :matter";

    private static final String CARRIED_OUT = """
            update orders.ordered
               set outcome = :outcome, until = :until, waiting = false
             where matter = :matter""";

    private static final String REVIEWED = "update orders.ordered set review = :words where matter = :matter";

    private static final String WAITING = "select matter from orders.ordered where waiting order by matter limit 50";

    private final JdbcClient db;

    OrdersStore(JdbcClient db) {
        this.db = db;
    }

    void ask(UUID matter, Orders.Open said, Order.Found seen, UUID asker, UUID post) {
        db.sql(ASK)
                .param("matter", matter)
                .param("kind", said.kind().name())
                .param("code", said.code())
                .param("party", said.party().orElse(null))
                .param("otherCode", said.otherCode().orElse(null))
                .param("otherParty", said.otherParty().orElse(null))
                .param("domain", said.domain().map(Enum::name).orElse(null))
                .param("hours", said.hours().orElse(null))
                .param("article", said.article())
                .param("reason", said.reason())
                .param("asker", asker)
                .param("post", post)
                .param("subject", seen.matter().orElse(null))
                .param("persona", seen.persona().orElse(null))
                .update();
    }

    Order find(UUID matter) {
        return db.sql(FIND)
                .param("matter", matter)
                .query((row, at) -> order(row))
                .single();
    }

    /// What the review said; empty until then.
    Optional<String> review(UUID matter) {
        return db.sql(FIND)
                .param("matter", matter)
                .query((row, at) -> Optional.ofNullable(row.getString("review")))
                .single();
    }

    void approve(UUID matter, Order.Found found, String opinion) {
        db.sql(APPROVE)
                .param("matter", matter)
                .param("subject", found.matter().orElse(null))
                .param("persona", found.persona().orElse(null))
                .param("other", found.otherPersona().orElse(null))
                .param("opinion", opinion)
                .update();
    }

    void refuse(UUID matter, String opinion) {
        db.sql(REFUSE).param("matter", matter).param("opinion", opinion).update();
    }

    void carriedOut(UUID matter, String outcome, Optional<Instant> until) {
        db.sql(CARRIED_OUT)
                .param("matter", matter)
                .param("outcome", outcome)
                .param("until", until.map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null))
                .update();
    }

    void reviewed(UUID matter, String words) {
        db.sql(REVIEWED).param("matter", matter).param("words", words).update();
    }

    List<UUID> waiting() {
        return db.sql(WAITING)
                .query((row, at) -> row.getObject("matter", UUID.class))
                .list();
    }

    private static Order order(ResultSet row) throws SQLException {
        return new Order(
                new Order.Wanted(
                        Order.Kind.valueOf(row.getString("kind")),
                        row.getString("code"),
                        whole(row, "party"),
                        Optional.ofNullable(row.getString("other_code")),
                        whole(row, "other_party"),
                        Optional.ofNullable(row.getString("domain")).map(Order.Domain::valueOf),
                        whole(row, "hours"),
                        row.getString("article"),
                        row.getString("reason")),
                row.getObject("asker", UUID.class),
                row.getObject("asker_post", UUID.class),
                new Order.Found(id(row, "subject"), id(row, "persona"), id(row, "other_persona")),
                Optional.ofNullable(row.getString("opinion")),
                Optional.ofNullable(row.getString("outcome")),
                Optional.ofNullable(row.getObject("until", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }

    private static Optional<UUID> id(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, UUID.class));
    }

    private static OptionalInt whole(ResultSet row, String column) throws SQLException {
        int value = row.getInt(column);
        return row.wasNull() ? OptionalInt.empty() : OptionalInt.of(value);
    }
}
