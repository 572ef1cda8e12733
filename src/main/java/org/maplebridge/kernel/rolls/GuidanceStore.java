package org.maplebridge.kernel.rolls;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Which mediation was guided by whom, and at which stationing a matter is mediated.
@Component
class GuidanceStore {

    private static final String GUIDED = """
        insert into rolls.guidance (matter, no, guide, name, kind, day, way, words)
        select :matter, count(*) + 1, :guide, :name, :kind, :day, :way, :words
          from rolls.guidance where matter = :matter\
        """;

    private static final String GUIDANCES = "select * from rolls.guidance where matter = :matter order by no";

    private static final String STATIONED = """
        insert into rolls.stationed (matter, stationing, name, kind) values (:matter, :stationing, :name, :kind)
        on conflict (matter) do update set stationing = excluded.stationing, name = excluded.name, kind = excluded.kind\
        """;

    private static final String STATIONING =
            "select name from rolls.stationed where matter = :matter and stationing is not null";

    private final JdbcClient db;

    GuidanceStore(JdbcClient db) {
        this.db = db;
    }

    /// A guidance as it is kept.
    record GuidanceRow(int no, String name, String kind, LocalDate day, String way, String words) {}

    void guided(UUID matter, RollEntry guide, LocalDate day, String way, String words) {
        db.sql(GUIDED)
                .param("matter", matter)
                .param("guide", guide.line())
                .param("name", guide.name())
                .param("kind", guide.fact("kind"))
                .param("day", day)
                .param("way", way)
                .param("words", words)
                .update();
    }

    List<GuidanceRow> guidances(UUID matter) {
        return db.sql(GUIDANCES)
                .param("matter", matter)
                .query((row, at) -> new GuidanceRow(
                        row.getInt("no"),
                        row.getString("name"),
                        row.getString("kind"),
                        row.getObject("day", LocalDate.class),
                        row.getString("way"),
                        row.getString("words")))
                .list();
    }

    /// Puts it down to a stationing, or to none.
    void stationed(UUID matter, Optional<RollEntry> stationing) {
        db.sql(STATIONED)
                .param("matter", matter)
                .param("stationing", stationing.map(RollEntry::line).orElse(null))
                .param("name", stationing.map(RollEntry::name).orElse(""))
                .param("kind", stationing.map(entry -> entry.fact("kind")).orElse(""))
                .update();
    }

    Optional<String> stationing(UUID matter) {
        return db.sql(STATIONING).param("matter", matter).query(String.class).optional();
    }
}
