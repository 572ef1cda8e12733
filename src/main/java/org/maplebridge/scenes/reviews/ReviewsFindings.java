package org.maplebridge.scenes.reviews;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What reviews have found, counted over those the reader sees.
@Component
class ReviewsFindings {

    private static final String COUNTED = """
        select r.scene, r.handling, d.question, d.severity,
               count(*)::int as found, (count(*) filter (where d.struck))::int as struck
          from reviews.review r
          join reviews.defect d on d.matter = r.matter
         where r.concluded_on between :from and :until
           %s
         group by r.scene, r.handling, d.question, d.severity\
        """;

    private static final String CONCLUDED = """
        select r.scene, r.handling, count(*)::int as files,
               (count(*) filter (where exists (select from reviews.defect d
                                                where d.matter = r.matter and not d.struck)))::int as faulty,
               (count(*) filter (where r.confirmer is not null))::int as confirmed
          from reviews.review r
         where r.concluded_on between :from and :until
           %s
         group by r.scene, r.handling\
        """;

    /// Each kind is counted for itself and along an index of its own: what is over does not stand in the way.
    private static final String PROGRESS = """
        select (select count(*)::int
                  from (select from reviews.review
                         where concluded_on is null and first is null
                         limit :most) r) as waiting,
               (select count(*)::int
                  from (select from reviews.review
                         where concluded_on is null and first is not null and second is null
                         limit :most) r) as half,
               (select count(*)::int
                  from (select from reviews.review
                         where concluded_on is null and second is not null
                         limit :most) r) as deciding,
               (select count(*)::int
                  from (select from reviews.review
                         where concluded_on is not null
                         limit :most) r) as concluded\
        """;

    /// Where counting stops.
    private static final int COUNTED_TO = 1000;

    private final JdbcClient db;

    ReviewsFindings(JdbcClient db) {
        this.db = db;
    }

    /// Defects of one kind at one office.
    record Counted(String scene, Optional<UUID> handling, String question, String severity, int found, int struck) {}

    /// Files whose review was concluded.
    record Concluded(String scene, Optional<UUID> handling, int files, int faulty, int confirmed) {}

    /// How far reviews have come.
    ///
    /// @param most where counting stops: a figure that reaches it means "as many or more"
    record Progress(int waiting, int half, int deciding, int concluded, int most) {}

    /// Only what is asked for stands in the statement: it is planned once, whatever the values.
    private static String of(String statement, Optional<String> scene) {
        return statement.formatted(scene.map(name -> "and r.scene = :scene").orElse(""));
    }

    List<Counted> counted(Optional<String> scene, LocalDate from, LocalDate until) {
        return db.sql(of(COUNTED, scene))
                .param("scene", scene.orElse(null))
                .param("from", from)
                .param("until", until)
                .query((row, at) -> new Counted(
                        row.getString("scene"),
                        Optional.ofNullable(row.getObject("handling", UUID.class)),
                        row.getString("question"),
                        row.getString("severity"),
                        row.getInt("found"),
                        row.getInt("struck")))
                .list();
    }

    List<Concluded> concluded(Optional<String> scene, LocalDate from, LocalDate until) {
        return db.sql(of(CONCLUDED, scene))
                .param("scene", scene.orElse(null))
                .param("from", from)
                .param("until", until)
                .query((row, at) -> new Concluded(
                        row.getString("scene"),
                        Optional.ofNullable(row.getObject("handling", UUID.class)),
                        row.getInt("files"),
                        row.getInt("faulty"),
                        row.getInt("confirmed")))
                .list();
    }

    Progress progress() {
        return db.sql(PROGRESS)
                .param("most", COUNTED_TO)
                .query((row, at) -> new Progress(
                        row.getInt("waiting"),
                        row.getInt("half"),
                        row.getInt("deciding"),
                        row.getInt("concluded"),
                        COUNTED_TO))
                .single();
    }
}
