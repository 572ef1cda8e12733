package org.maplebridge.scenes.lessons;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.maplebridge.scenes.lessons.Lesson.Answer;
import org.maplebridge.scenes.lessons.Lesson.Counted;
import org.maplebridge.scenes.lessons.Lesson.Finding;
import org.maplebridge.scenes.lessons.Lesson.Subject;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The SQL of lessons.
@Component
class LessonsStore {

    private static final String TAKEN = "select lessons.taken(:scene, :area, :category, :quarter)";

    private static final String DRAFT = """
        insert into lessons.lesson
               (matter, scene, metric, area, area_name, category, category_name, quarter, counted, before, of_all,
                of_all_before, cut_off, compared_from, reason, behind, supervising)
        values (:matter, :scene, :metric, :area, :areaName, :category, :categoryName, :quarter, :counted, :before, :all,
                :allBefore, :cutOff, :comparedFrom, :reason, :behind, :supervising)\
        """;

    private static final String FIND = "select * from lessons.lesson where matter = :matter";

    private static final String EDIT = """
        update lessons.lesson
           set causes = :causes, subjects = :subjects, proposal = :proposal
         where matter = :matter\
        """;

    private static final String ISSUE = """
        update lessons.lesson
           set department = :department, department_name = :name
         where matter = :matter\
        """;

    private static final String GIVEN_BACK = """
        update lessons.lesson
           set department = null, department_name = null
         where matter = :matter\
        """;

    private static final String DROP = "update lessons.lesson set dropped = :words where matter = :matter";

    private static final String JUDGE = "update lessons.lesson set judged = :words where matter = :matter";

    private static final String SEND_BACK =
            "update lessons.lesson set sent_back = sent_back + 1 where matter = :matter";

    private static final String PRESS = "update lessons.lesson set pressed = true where matter = :matter";

    private static final String BACK = """
        update lessons.answer
           set back = :words
         where matter = :matter and no = (select max(no) from lessons.answer where matter = :matter)\
        """;

    private static final String ANSWER = """
        insert into lessons.answer (matter, no, day, adopted, rule, in_force, words)
        select :matter, coalesce(max(no), 0) + 1, :day, :adopted, :rule, :inForce, :words
          from lessons.answer
         where matter = :matter\
        """;

    private static final String ANSWERS = "select * from lessons.answer where matter = :matter order by no";

    private final JdbcClient db;

    LessonsStore(JdbcClient db) {
        this.db = db;
    }

    /// Whether there is one already, whoever may see it.
    boolean taken(String scene, String area, String category, Quarter quarter) {
        return db.sql(TAKEN)
                .param("scene", scene)
                .param("area", area)
                .param("category", category)
                .param("quarter", quarter.from())
                .query(Boolean.class)
                .single();
    }

    void draft(UUID matter, Counted counted, UUID supervising) {
        var subject = counted.subject();
        db.sql(DRAFT)
                .param("matter", matter)
                .param("scene", subject.scene())
                .param("metric", subject.metric())
                .param("area", subject.area())
                .param("areaName", subject.areaName())
                .param("category", subject.category())
                .param("categoryName", subject.categoryName())
                .param("quarter", subject.quarter().from())
                .param("counted", counted.count())
                .param("before", counted.before())
                .param("all", counted.all())
                .param("allBefore", counted.allBefore())
                .param("cutOff", counted.cutOff().atOffset(ZoneOffset.UTC))
                .param("comparedFrom", counted.comparedFrom())
                .param("reason", counted.reason().orElse(null))
                .param("behind", counted.behind().toArray(UUID[]::new))
                .param("supervising", supervising)
                .update();
    }

    Lesson find(UUID matter) {
        return db.sql(FIND)
                .param("matter", matter)
                .query((row, at) -> lesson(row))
                .single();
    }

    void edit(UUID matter, Finding finding) {
        db.sql(EDIT)
                .param("matter", matter)
                .param("causes", finding.causes())
                .param("subjects", finding.subjects())
                .param("proposal", finding.proposal())
                .update();
    }

    void issue(UUID matter, UUID department, String name) {
        db.sql(ISSUE)
                .param("matter", matter)
                .param("department", department)
                .param("name", name)
                .update();
    }

    void givenBack(UUID matter) {
        db.sql(GIVEN_BACK).param("matter", matter).update();
    }

    void drop(UUID matter, String words) {
        db.sql(DROP).param("matter", matter).param("words", words).update();
    }

    void judge(UUID matter, String words) {
        db.sql(JUDGE).param("matter", matter).param("words", words).update();
    }

    void sendBack(UUID matter, String words) {
        db.sql(SEND_BACK).param("matter", matter).update();
        db.sql(BACK).param("matter", matter).param("words", words).update();
    }

    void press(UUID matter, String words) {
        db.sql(PRESS).param("matter", matter).update();
        db.sql(BACK).param("matter", matter).param("words", words).update();
    }

    void answer(UUID matter, Answer answer) {
        db.sql(ANSWER)
                .param("matter", matter)
                .param("day", answer.day())
                .param("adopted", answer.adopted())
                .param("rule", answer.rule().orElse(null))
                .param("inForce", answer.inForce().orElse(null))
                .param("words", answer.words())
                .update();
    }

    List<Answer> answers(UUID matter) {
        return db.sql(ANSWERS)
                .param("matter", matter)
                .query((row, at) -> new Answer(
                        row.getObject("day", LocalDate.class),
                        row.getBoolean("adopted"),
                        text(row, "rule"),
                        Optional.ofNullable(row.getObject("in_force", LocalDate.class)),
                        row.getString("words"),
                        text(row, "back")))
                .list();
    }

    private static Lesson lesson(ResultSet row) throws SQLException {
        return new Lesson(
                counted(row),
                row.getObject("supervising", UUID.class),
                row.getString("causes") == null
                        ? Optional.empty()
                        : Optional.of(new Finding(
                                row.getString("causes"), row.getString("subjects"), row.getString("proposal"))),
                row.getString("department_name") == null
                        ? Optional.empty()
                        : Optional.of(new Lesson.Charge(
                                row.getObject("department", UUID.class), row.getString("department_name"))),
                row.getInt("sent_back"),
                row.getBoolean("pressed"),
                text(row, "judged"),
                text(row, "dropped"));
    }

    private static Counted counted(ResultSet row) throws SQLException {
        return new Counted(
                new Subject(
                        row.getString("scene"),
                        row.getString("metric"),
                        row.getString("area"),
                        row.getString("area_name"),
                        row.getString("category"),
                        row.getString("category_name"),
                        new Quarter(row.getObject("quarter", LocalDate.class))),
                row.getLong("counted"),
                row.getLong("before"),
                row.getLong("of_all"),
                row.getLong("of_all_before"),
                row.getObject("cut_off", OffsetDateTime.class).toInstant(),
                row.getInt("compared_from"),
                text(row, "reason"),
                List.of((UUID[]) row.getArray("behind").getArray()));
    }

    private static Optional<String> text(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }
}
