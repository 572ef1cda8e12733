package org.maplebridge.kernel.evaluations;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.maplebridge.kernel.ground.Work;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The SQL of figures over evaluations. In the work of a job, which counts and names nobody; for whom, the caller has
/// checked.
@Component
class SummaryStore {

    private static final String ASKED = """
          from evaluations.given g
         where not g.superseded and g.at >= :from and g.at < :after
           and (g.area = :area or starts_with(g.area, :area || '.'))
           and g.domain = any(:domains)
           and (cast(:scene as text) is null or g.scene = :scene)\
        """;

    private static final String FIGURES =
            "select g.area, g.scene, g.agency, g.grade, g.exempt, count(*)::int as many\n" + ASKED + """

                 group by g.area, g.scene, g.agency, g.grade, g.exempt\
                """;

    private static final String MONTHS =
            "select to_char(g.at at time zone 'Asia/Shanghai', 'YYYY-MM') as month, count(*) as many\n" + ASKED + """

                   and g.grade is not null and (not :worded or g.words is not null)
                 group by 1\
                """;

    /// Shuffled anew each time: from any fixed order somebody who knows the matters could tell who said it.
    private static final String WORDS = "select g.grade, g.words\n" + ASKED + """

           and g.grade is not null and g.words is not null
         order by random()
         limit 200\
        """;

    private final JdbcClient db;

    SummaryStore(JdbcClient db) {
        this.db = db;
    }

    /// What is asked for, both days included.
    record Asked(Optional<String> scene, String area, List<String> domains, LocalDate from, LocalDate until) {

        Asked in(String other) {
            return new Asked(scene, other, domains, from, until);
        }

        Asked over(LocalDate first, LocalDate last) {
            return new Asked(scene, area, domains, first, last);
        }

        Asked ofAllScenes() {
            return new Asked(Optional.empty(), area, domains, from, until);
        }
    }

    /// So many of one kind in one place.
    record Figure(
            String area,
            String scene,
            Optional<UUID> agency,
            Optional<Grade> grade,
            Optional<String> exempt,
            int many) {}

    /// What somebody said.
    record Word(Grade grade, String words) {}

    List<Figure> figures(Asked asked) {
        return asked(FIGURES, asked)
                .query((row, at) -> new Figure(
                        row.getString("area"),
                        row.getString("scene"),
                        Optional.ofNullable(row.getObject("agency", UUID.class)),
                        Optional.ofNullable(row.getString("grade")).map(Grade::valueOf),
                        Optional.ofNullable(row.getString("exempt")),
                        row.getInt("many")))
                .list();
    }

    /// How many have judged, by month.
    ///
    /// @param worded only those who said something in words
    Map<YearMonth, Long> months(Asked asked, boolean worded) {
        var months = new TreeMap<YearMonth, Long>();
        asked(MONTHS, asked).param("worded", worded).query(row -> {
            months.put(YearMonth.parse(row.getString("month")), row.getLong("many"));
        });
        return months;
    }

    List<Word> words(Asked asked) {
        return asked(WORDS, asked)
                .query((row, at) -> new Word(Grade.valueOf(row.getString("grade")), row.getString("words")))
                .list();
    }

    private JdbcClient.StatementSpec asked(String sql, Asked asked) {
        return db.sql(sql)
                .param("from", asked.from().atStartOfDay(Work.ZONE).toOffsetDateTime())
                .param(
                        "after",
                        asked.until().plusDays(1).atStartOfDay(Work.ZONE).toOffsetDateTime())
                .param("area", asked.area())
                .param("domains", asked.domains().toArray(String[]::new))
                .param("scene", asked.scene().orElse(null));
    }
}
