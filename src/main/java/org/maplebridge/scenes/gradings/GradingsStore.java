package org.maplebridge.scenes.gradings;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.maplebridge.scenes.gradings.Grading.Counted;
import org.maplebridge.scenes.gradings.Grading.Factor;
import org.maplebridge.scenes.gradings.Grading.Found;
import org.maplebridge.scenes.gradings.Grading.Grade;
import org.maplebridge.scenes.gradings.Grading.Part;
import org.maplebridge.scenes.gradings.Grading.Shown;
import org.maplebridge.scenes.gradings.Grading.Subject;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The SQL of gradings: whom they are about and what was counted.
@Component
class GradingsStore {

    private static final String TAKEN = "select gradings.taken(:line, :year)";

    private static final String DRAFT = """
        insert into gradings.grading (matter, line, year, name, area, area_name, reason, supervising, hands)
        values (:matter, :line, :year, :name, :area, :areaName, :reason, :supervising, :hands)\
        """;

    private static final String FIND = "select * from gradings.grading where matter = :matter";

    private static final String RECOUNT = "update gradings.grading set waiting = true where matter = :matter";

    private static final String HAND = """
        update gradings.grading
           set hands = array_append(hands, :person)
         where matter = :matter and not :person = any (hands)\
        """;

    private static final String WAITING = """
        select *
          from gradings.grading
         where waiting and not matter = any (:resting)
         order by matter
         limit 200\
        """;

    private static final String BEHIND = """
        update gradings.grading
           set staff = :staff, behind = :behind
         where matter = :matter\
        """;

    private static final String FACTOR = """
        insert into gradings.factor (matter, factor, share, words, points, worth)
        values (:matter, :factor, :share, :words, :points, :worth)
        on conflict (matter, factor) do update
           set share = excluded.share, words = excluded.words, points = excluded.points, worth = excluded.worth\
        """;

    private static final String RIGHT = """
        update gradings.factor
           set right_share = :share, right_words = :words
         where matter = :matter and factor = :factor\
        """;

    private static final String COUNTED = """
        update gradings.grading
           set waiting = false, counts = counts + 1, counted_on = :day, points = :points, out_of = :outOf,
               suggested = :suggested, edition = :edition
         where matter = :matter\
        """;

    private static final String FACTORS = "select * from gradings.factor where matter = :matter";

    private static final String SHOW = """
        update gradings.grading
           set shown_on = :day, contest_to = :to
         where matter = :matter\
        """;

    private static final String DROP =
            "update gradings.grading set dropped = :words, waiting = false where matter = :matter";

    private static final String REVISE = "update gradings.grading set revised = :words where matter = :matter";

    private static final String OF_YEAR = "select line from gradings.grading where year = :year";

    private static final String OWN = "select matter from gradings.grading where line = :line order by year desc";

    private final JdbcClient db;

    GradingsStore(JdbcClient db) {
        this.db = db;
    }

    /// Whether there is one already, whoever may see it.
    boolean taken(UUID line, int year) {
        return db.sql(TAKEN)
                .param("line", line)
                .param("year", year)
                .query(Boolean.class)
                .single();
    }

    void draft(UUID matter, Subject subject, Optional<String> reason, UUID supervising, Set<UUID> hands) {
        db.sql(DRAFT)
                .param("matter", matter)
                .param("line", subject.line())
                .param("year", subject.year())
                .param("name", subject.name())
                .param("area", subject.area())
                .param("areaName", subject.areaName())
                .param("reason", reason.orElse(null))
                .param("supervising", supervising)
                .param("hands", hands.toArray(UUID[]::new))
                .update();
    }

    Grading find(UUID matter) {
        return db.sql(FIND)
                .param("matter", matter)
                .query((row, at) -> grading(row))
                .single();
    }

    /// Somebody has prepared it.
    void hand(UUID matter, UUID person) {
        db.sql(HAND).param("matter", matter).param("person", person).update();
    }

    void recount(UUID matter) {
        db.sql(RECOUNT).param("matter", matter).update();
    }

    /// @param counts how often it was counted before
    record Waiting(UUID matter, Subject subject, int counts) {}

    /// Those to be counted, but for those that rest.
    List<Waiting> waiting(Collection<UUID> resting) {
        return db.sql(WAITING)
                .param("resting", resting.toArray(UUID[]::new))
                .query((row, at) ->
                        new Waiting(row.getObject("matter", UUID.class), subject(row), row.getInt("counts")))
                .list();
    }

    void behind(UUID matter, Optional<UUID> staff, List<UUID> files) {
        db.sql(BEHIND)
                .param("matter", matter)
                .param("staff", staff.orElse(null))
                .param("behind", files.toArray(UUID[]::new))
                .update();
    }

    void keep(UUID matter, Found found, GradingsCard.Points points) {
        db.sql(FACTOR)
                .param("matter", matter)
                .param("factor", found.factor().name())
                .param("share", found.share().orElse(null))
                .param("words", found.words())
                .param("points", points.points())
                .param("worth", points.worth())
                .update();
    }

    /// What a contest has put right, beside what was counted.
    void right(UUID matter, Found found) {
        db.sql(RIGHT)
                .param("matter", matter)
                .param("factor", found.factor().name())
                .param("share", found.share().orElse(null))
                .param("words", found.words())
                .update();
    }

    void counted(UUID matter, Counted counted) {
        db.sql(COUNTED)
                .param("matter", matter)
                .param("day", counted.day())
                .param("points", counted.points())
                .param("outOf", counted.outOf())
                .param("suggested", counted.suggested().map(Enum::name).orElse(null))
                .param("edition", counted.edition())
                .update();
    }

    /// The factors, in the order of the card.
    List<Part> parts(UUID matter) {
        return db.sql(FACTORS).param("matter", matter).query((row, at) -> part(row)).list().stream()
                .sorted(java.util.Comparator.comparing(part -> part.found().factor()))
                .toList();
    }

    void show(UUID matter, Shown shown) {
        db.sql(SHOW)
                .param("matter", matter)
                .param("day", shown.day())
                .param("to", shown.contestTo())
                .update();
    }

    /// Why what was decided is looked at again.
    void revise(UUID matter, String words) {
        db.sql(REVISE).param("matter", matter).param("words", words).update();
    }

    void drop(UUID matter, String words) {
        db.sql(DROP).param("matter", matter).param("words", words).update();
    }

    /// Whose year there is one for. In the work of a job.
    List<UUID> of(int year) {
        return db.sql(OF_YEAR)
                .param("year", year)
                .query((row, at) -> row.getObject("line", UUID.class))
                .list();
    }

    /// The gradings of one mediator, the newest year first.
    List<UUID> own(UUID line) {
        return db.sql(OWN)
                .param("line", line)
                .query((row, at) -> row.getObject("matter", UUID.class))
                .list();
    }

    private static Part part(ResultSet row) throws SQLException {
        var factor = Factor.valueOf(row.getString("factor"));
        var right = Optional.ofNullable(row.getBigDecimal("right_share"));
        return new Part(
                new Found(factor, Optional.ofNullable(row.getBigDecimal("share")), row.getString("words")),
                Optional.ofNullable(row.getString("right_words")).map(words -> new Found(factor, right, words)),
                row.getBigDecimal("points"),
                row.getInt("worth"));
    }

    private static Subject subject(ResultSet row) throws SQLException {
        return new Subject(
                row.getObject("line", UUID.class),
                row.getString("name"),
                row.getString("area"),
                row.getString("area_name"),
                row.getInt("year"));
    }

    private static Grading grading(ResultSet row) throws SQLException {
        return new Grading(
                subject(row),
                Optional.ofNullable(row.getString("reason")),
                row.getObject("supervising", UUID.class),
                Optional.ofNullable(row.getObject("staff", UUID.class)),
                List.of((UUID[]) row.getArray("behind").getArray()),
                counted(row),
                Set.of((UUID[]) row.getArray("hands").getArray()),
                shown(row),
                Optional.ofNullable(row.getString("revised")),
                Optional.ofNullable(row.getString("dropped")));
    }

    private static Optional<Shown> shown(ResultSet row) throws SQLException {
        var day = row.getObject("shown_on", LocalDate.class);
        return day == null
                ? Optional.empty()
                : Optional.of(new Shown(day, row.getObject("contest_to", LocalDate.class)));
    }

    /// What was counted doesn't stand while it is to be counted anew.
    private static Optional<Counted> counted(ResultSet row) throws SQLException {
        var day = row.getObject("counted_on", LocalDate.class);
        if (day == null || row.getBoolean("waiting")) {
            return Optional.empty();
        }
        return Optional.of(new Counted(
                day,
                row.getBigDecimal("points"),
                row.getInt("out_of"),
                Optional.ofNullable(row.getString("suggested")).map(Grade::valueOf),
                row.getString("edition")));
    }
}
