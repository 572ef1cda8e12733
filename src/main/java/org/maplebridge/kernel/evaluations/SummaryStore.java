package org.maplebridge.kernel.evaluations;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The SQL of figures over evaluations. In the work of a job, which counts and names nobody; for whom, the caller has
/// checked.
@Component
class SummaryStore {

    private static final String FIGURES = """
        select g.area, g.agency, g.grade, g.exempt, count(*)::int as many
          from evaluations.given g
         where not g.superseded and g.at >= :from and g.at < :until
           and (g.area = :area or starts_with(g.area, :area || '.'))
           and g.domain = any(:domains)
           and (cast(:scene as text) is null or g.scene = :scene)
         group by g.area, g.agency, g.grade, g.exempt\
        """;

    /// By a digest, not by time: nobody is to tell by the order who said it.
    private static final String WORDS = """
        select g.grade, g.words
          from evaluations.given g
         where not g.superseded and g.words is not null and g.at >= :from and g.at < :until
           and (g.area = :area or starts_with(g.area, :area || '.'))
           and g.domain = any(:domains)
           and (cast(:scene as text) is null or g.scene = :scene)
         order by md5(g.matter::text || g.words)
         limit 200\
        """;

    private final JdbcClient db;

    SummaryStore(JdbcClient db) {
        this.db = db;
    }

    /// What is asked for.
    record Asked(Optional<String> scene, String area, List<String> domains, Instant from, Instant until) {}

    /// So many of one kind in one place.
    record Figure(String area, Optional<UUID> agency, Optional<Grade> grade, Optional<String> exempt, int many) {}

    /// What somebody said.
    record Word(Grade grade, String words) {}

    List<Figure> figures(Asked asked) {
        return asked(FIGURES, asked)
                .query((row, at) -> new Figure(
                        row.getString("area"),
                        Optional.ofNullable(row.getObject("agency", UUID.class)),
                        Optional.ofNullable(row.getString("grade")).map(Grade::valueOf),
                        Optional.ofNullable(row.getString("exempt")),
                        row.getInt("many")))
                .list();
    }

    List<Word> words(Asked asked) {
        return asked(WORDS, asked)
                .query((row, at) -> new Word(Grade.valueOf(row.getString("grade")), row.getString("words")))
                .list();
    }

    private JdbcClient.StatementSpec asked(String sql, Asked asked) {
        return db.sql(sql)
                .param("from", asked.from().atOffset(ZoneOffset.UTC))
                .param("until", asked.until().atOffset(ZoneOffset.UTC))
                .param("area", asked.area())
                .param("domains", asked.domains().toArray(String[]::new))
                .param("scene", asked.scene().orElse(null));
    }
}
