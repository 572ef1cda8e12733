package org.maplebridge.kernel.stats;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.maplebridge.kernel.ground.DataFiles;
import org.maplebridge.kernel.ground.Work;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// Who has finished what: the closed files of those scenes whose data files say in a section `caseload` how to
/// tell what came of one, and by which verbs whoever worked on it is known. How hard a file was and what reviewers
/// found wrong with it is told by other scenes, in sections `caseload-weights` and `caseload-faults`. A file that
/// was merged, reopened or sealed is none. Needs a transaction; sees as far as its scope does.
@Component
public class Caseloads {

    private static final String CASES = """
        select m.id, m.scene, m.area, m.agency, coalesce(m.category, '') as category, m.closed_day,
               extract(epoch from m.closed_at - m.opened_at)::bigint as took, w.form, w.agreed, w.settled,
               case when CLEARED then 0 else w.doubts end as doubts,
               w.grade,
               (select e.actor from trail.entry e
                 where e.matter = m.id and e.verb = any(:verbs)
                 order by e.seq desc limit 1) as doer,
               (select x.weight from (WEIGHTS) x where x.about = m.id limit 1) as weight,
               (select string_agg(f.words, '；' order by f.words) from (FAULTS) f where f.about = m.id) as faults
          from stats.ours m
          join (ROWS) w on w.matter = m.id
         where m.scene = :scene and m.stage = 'CLOSED' and m.closed_day is not null\
        """;

    private static final String BETWEEN = """

           and m.closed_at >= :from and m.closed_at < :until
           and (m.area = :area or m.area like :below)
         order by m.id\
        """;

    private static final String AMONG = """

           and m.id = any(:ids)
         order by m.id\
        """;

    private static final String NO_WEIGHTS = "select null::uuid as about, null::text as weight where false";
    private static final String NO_FAULTS = "select null::uuid as about, null::text as words where false";
    private static final String OFFICER = "officer:";

    private final JdbcClient db;
    private final List<Source> sources;
    private final String weights;
    private final String faults;
    private final String cleared;

    private record Source(String scene, List<String> verbs, String rows) {}

    Caseloads(JdbcClient db, DataFiles files) {
        this.db = db;
        var found = new ArrayList<Source>();
        for (var file : files.all()) {
            var section = file.section("caseload");
            if (!section.isMissingNode()) {
                found.add(new Source(
                        file.section("scene").path("name").asString(""),
                        section.path("verbs")
                                .valueStream()
                                .map(JsonNode::asString)
                                .toList(),
                        section.path("rows").asString("").strip()));
            }
        }
        this.sources = List.copyOf(found);
        this.weights = together(files, "caseload-weights", NO_WEIGHTS);
        this.faults = together(files, "caseload-faults", NO_FAULTS);
        this.cleared = cleared(files);
    }

    /// Whether somebody who had no hand in it has found nothing serious in the file `m` as it was closed last, as SQL.
    static String cleared(DataFiles files) {
        var closings = files.all().stream()
                .map(file -> file.section("caseload-cleared").asString("").strip())
                .filter(closing -> !closing.isEmpty())
                .collect(Collectors.joining(", "));
        return closings.isEmpty() ? "false" : "coalesce(greatest(" + closings + ") >= m.closed_at, false)";
    }

    private static String together(DataFiles files, String section, String none) {
        var all = files.all().stream()
                .map(file -> file.section(section).asString("").strip())
                .filter(rows -> !rows.isEmpty())
                .collect(Collectors.joining("\nunion all\n"));
        return all.isEmpty() ? none : all;
    }

    /// How hard a file was, as somebody has judged it.
    public enum Weight {
        SIMPLE("简易"),
        PLAIN("一般"),
        HARD("疑难");

        private final String title;

        Weight(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    /// A file that was finished.
    ///
    /// @param closed  the legal day
    /// @param took    seconds from the day it came in to its close
    /// @param form    `WRITTEN`, `ORAL`; empty where nothing was agreed
    /// @param agreed  whether the parties came to an agreement
    /// @param settled whether it was performed, too
    /// @param doubts  how many signs of a false close no reviewer has cleared; whoever closes it may explain them,
    ///                not clear them
    /// @param grade   what a party said of it: `SATISFIED`, `FAIRLY`, `DISSATISFIED`; empty if nobody was
    ///                heard. For sums only: who judged is nobody's business
    /// @param doer    the member of staff who brought about the agreement, or ended it without one; empty where
    ///                the system or a party did
    /// @param weight  empty where nobody has judged it
    /// @param faults  what reviewers found wrong, in words
    public record Case(
            UUID matter,
            String scene,
            String area,
            Optional<UUID> agency,
            String category,
            LocalDate closed,
            long took,
            Optional<String> form,
            boolean agreed,
            boolean settled,
            int doubts,
            Optional<String> grade,
            Optional<UUID> doer,
            Optional<Weight> weight,
            Optional<String> faults) {}

    /// What was closed in an area and below from the first day to the last, in order of id.
    public List<Case> closed(String area, LocalDate from, LocalDate to) {
        var all = new ArrayList<Case>();
        for (var source : sources) {
            all.addAll(statement(source, BETWEEN)
                    .param("from", start(from))
                    .param("until", start(to.plusDays(1)))
                    .param("area", area)
                    .param("below", area + ".%")
                    .query((row, at) -> read(row))
                    .list());
        }
        return all;
    }

    /// Those of these that are closed files still, in order of id.
    public List<Case> among(List<UUID> matters) {
        var all = new ArrayList<Case>();
        for (var source : sources) {
            all.addAll(statement(source, AMONG)
                    .param("ids", matters.toArray(UUID[]::new))
                    .query((row, at) -> read(row))
                    .list());
        }
        return all;
    }

    private static OffsetDateTime start(LocalDate day) {
        return day.atStartOfDay(Work.ZONE).toOffsetDateTime();
    }

    private JdbcClient.StatementSpec statement(Source source, String where) {
        var sql = CASES.replace("WEIGHTS", weights)
                .replace("FAULTS", faults)
                .replace("CLEARED", cleared)
                .replace("ROWS", source.rows());
        return db.sql(sql + where)
                .param("verbs", source.verbs().toArray(String[]::new))
                .param("scene", source.scene());
    }

    private static Case read(ResultSet row) throws SQLException {
        return new Case(
                row.getObject("id", UUID.class),
                row.getString("scene"),
                row.getString("area"),
                Optional.ofNullable(row.getObject("agency", UUID.class)),
                row.getString("category"),
                row.getObject("closed_day", LocalDate.class),
                row.getLong("took"),
                Optional.ofNullable(row.getString("form")),
                row.getBoolean("agreed"),
                row.getBoolean("settled"),
                row.getInt("doubts"),
                Optional.ofNullable(row.getString("grade")),
                Optional.ofNullable(row.getString("doer"))
                        .filter(actor -> actor.startsWith(OFFICER))
                        .map(actor -> UUID.fromString(actor.substring(OFFICER.length()))),
                Optional.ofNullable(row.getString("weight")).map(Weight::valueOf),
                Optional.ofNullable(row.getString("faults")));
    }
}
