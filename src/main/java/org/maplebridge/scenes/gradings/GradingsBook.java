package org.maplebridge.scenes.gradings;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.maplebridge.scenes.gradings.Grading.Answered;
import org.maplebridge.scenes.gradings.Grading.Breach;
import org.maplebridge.scenes.gradings.Grading.Contest;
import org.maplebridge.scenes.gradings.Grading.Decision;
import org.maplebridge.scenes.gradings.Grading.Factor;
import org.maplebridge.scenes.gradings.Grading.Grade;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The SQL of gradings: what was contested, found and decided.
@Component
class GradingsBook {

    private static final String CONTEST = """
        insert into gradings.contest (matter, no, factor, words, wanted, day, received, written_by)
        values (:matter, :no, :factor, :words, :wanted, :day, :received, :by)\
        """;

    private static final String ANSWER = """
        update gradings.contest
           set upheld = :upheld, answer = :words, answered = :day
         where matter = :matter and no = :no\
        """;

    private static final String CONTESTS = "select * from gradings.contest where matter = :matter order by no";

    private static final String BREACH = """
        insert into gradings.breach (matter, no, item, paper, day, office, reason)
        select :matter, coalesce(max(no), 0) + 1, :item, :paper, :day, :office, :reason
          from gradings.breach
         where matter = :matter\
        """;

    private static final String STRIKE = """
        update gradings.breach
           set struck = :words
         where matter = :matter and no = :no\
        """;

    private static final String BREACHES = "select * from gradings.breach where matter = :matter order by no";

    private static final String DECIDE = """
        insert into gradings.decision (matter, no, grade, reason, paper, day, by, by_name)
        select :matter, coalesce(max(no), 0) + 1, :grade, :reason, :paper, :day, :by, :byName
          from gradings.decision
         where matter = :matter\
        """;

    private static final String DECISIONS = "select * from gradings.decision where matter = :matter order by no";

    private static final String RECORDED = """
        update gradings.decision
           set recorded = :day, outcome = :outcome
         where matter = :matter and recorded is null\
        """;

    private static final String DECIDED = "select gradings.decided(:line, :paper)";

    private static final String LATER = """
        select exists (select from gradings.grading g
                         join gradings.decision d on d.matter = g.matter
                        where g.line = :line and g.year > :year and d.recorded is not null and d.grade <> 'NONE')\
        """;

    private static final String WAITING = """
        select matter
          from gradings.decision
         where recorded is null and not matter = any (:resting)
         order by matter
         limit 50\
        """;

    private final JdbcClient db;

    GradingsBook(JdbcClient db) {
        this.db = db;
    }

    void contest(UUID matter, Contest contest) {
        db.sql(CONTEST)
                .param("matter", matter)
                .param("no", contest.no())
                .param("factor", contest.factor().name())
                .param("words", contest.words())
                .param("wanted", contest.wanted())
                .param("day", contest.day())
                .param("received", contest.received().orElse(null))
                .param("by", contest.writtenBy().orElse(null))
                .update();
    }

    void answer(UUID matter, int no, Answered answered) {
        db.sql(ANSWER)
                .param("matter", matter)
                .param("no", no)
                .param("upheld", answered.upheld())
                .param("words", answered.words())
                .param("day", answered.day())
                .update();
    }

    List<Contest> contests(UUID matter) {
        return db.sql(CONTESTS)
                .param("matter", matter)
                .query((row, at) -> contest(row))
                .list();
    }

    void found(UUID matter, GradingsObjections.FindBreach said) {
        db.sql(BREACH)
                .param("matter", matter)
                .param("item", said.item().name())
                .param("paper", said.paper())
                .param("day", said.day())
                .param("office", said.office())
                .param("reason", said.reason())
                .update();
    }

    void strike(UUID matter, int no, String words) {
        db.sql(STRIKE)
                .param("matter", matter)
                .param("no", no)
                .param("words", words)
                .update();
    }

    List<Breach> breaches(UUID matter) {
        return db.sql(BREACHES)
                .param("matter", matter)
                .query((row, at) -> new Breach(
                        row.getInt("no"),
                        row.getString("item"),
                        row.getString("paper"),
                        row.getObject("day", LocalDate.class),
                        row.getString("office"),
                        row.getString("reason"),
                        Optional.ofNullable(row.getString("struck"))))
                .list();
    }

    void decide(UUID matter, Decision decision) {
        db.sql(DECIDE)
                .param("matter", matter)
                .param("grade", decision.grade().name())
                .param("reason", decision.reason().orElse(null))
                .param("paper", decision.paper())
                .param("day", decision.day())
                .param("by", decision.by())
                .param("byName", decision.byName())
                .update();
    }

    /// Every decision, the one that stands last.
    List<Decision> decisions(UUID matter) {
        return db.sql(DECISIONS)
                .param("matter", matter)
                .query((row, at) -> new Decision(
                        row.getInt("no"),
                        Grade.valueOf(row.getString("grade")),
                        Optional.ofNullable(row.getString("reason")),
                        row.getString("paper"),
                        row.getObject("day", LocalDate.class),
                        row.getObject("by", UUID.class),
                        row.getString("by_name"),
                        Optional.ofNullable(row.getString("outcome"))))
                .list();
    }

    /// Whether some grading of this mediator was decided by this paper, whoever may see it.
    boolean decided(UUID line, String paper) {
        return db.sql(DECIDED)
                .param("line", line)
                .param("paper", paper)
                .query(Boolean.class)
                .single();
    }

    /// Whether the register has the grade of a later year already. In the work of a job.
    boolean later(UUID line, int year) {
        return db.sql(LATER)
                .param("line", line)
                .param("year", year)
                .query(Boolean.class)
                .single();
    }

    /// Those to be carried into the register, but for those that rest.
    List<UUID> waiting(Collection<UUID> resting) {
        return db.sql(WAITING)
                .param("resting", resting.toArray(UUID[]::new))
                .query((row, at) -> row.getObject("matter", UUID.class))
                .list();
    }

    void recorded(UUID matter, LocalDate day, String outcome) {
        db.sql(RECORDED)
                .param("matter", matter)
                .param("day", day)
                .param("outcome", outcome)
                .update();
    }

    private static Contest contest(ResultSet row) throws SQLException {
        var answer = row.getString("answer");
        return new Contest(
                row.getInt("no"),
                Factor.valueOf(row.getString("factor")),
                row.getString("words"),
                row.getString("wanted"),
                row.getObject("day", LocalDate.class),
                Optional.ofNullable(row.getString("received")),
                Optional.ofNullable(row.getObject("written_by", UUID.class)),
                answer == null
                        ? Optional.empty()
                        : Optional.of(new Answered(
                                row.getBoolean("upheld"), answer, row.getObject("answered", LocalDate.class))));
    }
}
