package org.maplebridge.scenes.disputes;

import java.util.List;
import java.util.UUID;
import org.maplebridge.scenes.disputes.DisputesRulesOfIntensity.Colour;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Remembers where a person decided for a colour.
@Component
class DisputesColours {

    private static final String KEEP = """
        insert into disputes.recolouring (matter, no, suggested, colour, reason)
        select :matter, coalesce(max(no), 0) + 1, :suggested, :colour, :reason
          from disputes.recolouring
         where matter = :matter
        """;
    private static final String ALL = """
        select suggested, colour, reason
          from disputes.recolouring
         where matter = :matter
         order by no
        """;

    private final JdbcClient db;

    DisputesColours(JdbcClient db) {
        this.db = db;
    }

    /// @param suggested what the card suggested then
    record Recoloured(Colour suggested, Colour colour, String reason) {}

    void keep(UUID matter, Recoloured said) {
        db.sql(KEEP)
                .param("matter", matter)
                .param("suggested", said.suggested().name())
                .param("colour", said.colour().name())
                .param("reason", said.reason())
                .update();
    }

    List<Recoloured> all(UUID matter) {
        return db.sql(ALL)
                .param("matter", matter)
                .query((row, number) -> new Recoloured(
                        Colour.valueOf(row.getString("suggested")),
                        Colour.valueOf(row.getString("colour")),
                        row.getString("reason")))
                .list();
    }
}
