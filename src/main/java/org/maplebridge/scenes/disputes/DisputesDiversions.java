package org.maplebridge.scenes.disputes;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Remembers where disputes were led to, and how whoever has them was told.
@Component
class DisputesDiversions {

    private static final String KEEP = """
        insert into disputes.diversion (matter, destination, office, reason, told_on, told_how)
        values (:matter, :destination, :office, :reason, :toldOn, :toldHow)
        """;
    private static final String FIND = "select * from disputes.diversion where matter = :matter";

    private final JdbcClient db;

    DisputesDiversions(JdbcClient db) {
        this.db = db;
    }

    void keep(UUID matter, DisputesDiverting.Divert said) {
        db.sql(KEEP)
                .param("matter", matter)
                .param("destination", said.to().name())
                .param("office", said.office().orElse(null))
                .param("reason", said.reason())
                .param("toldOn", said.toldOn().orElse(null))
                .param("toldHow", said.toldHow().map(Enum::name).orElse(null))
                .update();
    }

    Optional<DisputesDiverting.Divert> of(UUID matter) {
        return db.sql(FIND)
                .param("matter", matter)
                .query((row, number) -> new DisputesDiverting.Divert(
                        Choices.Elsewhere.valueOf(row.getString("destination")),
                        text(row, "office"),
                        row.getString("reason"),
                        true,
                        Optional.ofNullable(row.getObject("told_on", LocalDate.class)),
                        text(row, "told_how").map(Choices.ToldHow::valueOf)))
                .optional();
    }

    private static Optional<String> text(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }
}
