package org.maplebridge.scenes.gradings;

import java.util.Optional;
import java.util.UUID;
import org.maplebridge.scenes.gradings.GradingsFactors.Judged;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What was told of how parties judged, whichever grading of the year it was told in: counted a day later, one more
/// would say how that one judged (decision 0031). In the work of a job.
@Component
class GradingsTold {

    private static final String LAST = """
        select t.heard, t.content
          from gradings.told t
          join gradings.grading g on g.matter = t.matter
         where g.line = :line and g.year = :year and t.staff = :staff
         order by t.heard desc
         limit 1\
        """;

    private static final String KEEP = """
        insert into gradings.told (matter, staff, heard, content)
        values (:matter, :staff, :heard, :content)
        on conflict (matter) do update
           set staff = excluded.staff, heard = excluded.heard, content = excluded.content\
        """;

    private final JdbcClient db;

    GradingsTold(JdbcClient db) {
        this.db = db;
    }

    Optional<Judged> last(Grading.Subject subject, UUID staff) {
        return db.sql(LAST)
                .param("line", subject.line())
                .param("year", subject.year())
                .param("staff", staff)
                .query((row, at) -> new Judged(row.getInt("heard"), row.getInt("content")))
                .optional();
    }

    void keep(UUID matter, UUID staff, Judged told) {
        db.sql(KEEP)
                .param("matter", matter)
                .param("staff", staff)
                .param("heard", told.heard())
                .param("content", told.content())
                .update();
    }
}
