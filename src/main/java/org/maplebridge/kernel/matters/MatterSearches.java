package org.maplebridge.kernel.matters;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.maplebridge.kernel.matters.Matters.Ended;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Finds matters for rules that look at many.
@Component
class MatterSearches {

    private static final String SAME_PARTIES = "select matter from matters.same_parties(:matter, :since)";

    private static final String ENDED = """
        select m.id, m.agency
          from matters.matter m
         where m.scene = :scene and not m.open and m.closed_at >= :from and m.closed_at < :until
           and (m.area = :area or starts_with(m.area, :area || '.'))
           and (cast(:stage as text) is null or m.stage = :stage)
           and m.merged_into is null
           and not exists (select from trail.matter_key k where k.matter = m.id and k.wrapped is null)
           and not exists (select from ground.reach r
                            where r.matter = m.id and r.basis = 'keeper' and r.until is null)
         order by m.id\
        """;

    private final JdbcClient db;

    MatterSearches(JdbcClient db) {
        this.db = db;
    }

    List<UUID> sameParties(UUID matter, Instant since) {
        return db.sql(SAME_PARTIES)
                .param("matter", matter)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query((row, at) -> row.getObject("matter", UUID.class))
                .list();
    }

    List<Ended> ended(String scene, String area, Optional<String> stage, Instant from, Instant until) {
        return db.sql(ENDED)
                .param("scene", scene)
                .param("area", area)
                .param("stage", stage.orElse(null))
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("until", until.atOffset(ZoneOffset.UTC))
                .query((row, at) -> new Ended(
                        row.getObject("id", UUID.class), Optional.ofNullable(row.getObject("agency", UUID.class))))
                .list();
    }
}
