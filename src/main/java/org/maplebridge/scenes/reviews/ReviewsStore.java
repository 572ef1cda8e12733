package org.maplebridge.scenes.reviews;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.maplebridge.kernel.ground.Canonical;
import org.maplebridge.scenes.reviews.Review.Defect;
import org.maplebridge.scenes.reviews.Review.Mark;
import org.maplebridge.scenes.reviews.Review.Result;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The SQL of reviews.
@Component
class ReviewsStore {

    private static final String ADD = """
        insert into reviews.review (matter, subject, subject_code, scene, reason, plan, handling, office, handlers,
                                    closing)
        values (:matter, :subject, :code, :scene, :reason, :plan, :handling, :office, :handlers, :closing)\
        """;

    private static final String FIND = "select * from reviews.review where matter = :matter";

    private static final String DRAFT =
            "select marks::text from reviews.draft where about = :about and reviewer = :who";

    private static final String SAVE = """
        insert into reviews.draft (about, reviewer, marks, saved_at)
        values (:about, :who, cast(:marks as jsonb), :at)
        on conflict (about, reviewer) do update
           set marks = excluded.marks, saved_at = excluded.saved_at
         where not reviews.draft.given\
        """;

    private static final String GIVE = "update reviews.draft set given = true where about = :about and reviewer = :who";

    private static final String MARK = """
        insert into reviews.mark (matter, who, question, result, words)
        values (:matter, :who, :question, :result, :words)\
        """;

    private static final String MARKS =
            "select * from reviews.mark where matter = :matter and who = :who order by question";

    private static final String ADD_DEFECT = """
        insert into reviews.defect (matter, question, severity, words)
        values (:matter, :question, :severity, :words)\
        """;

    private static final String DEFECTS = "select * from reviews.defect where matter = :matter order by question";

    private static final String STRIKE =
            "update reviews.defect set struck = true where matter = :matter and question = any(:questions)";

    private final JdbcClient db;

    ReviewsStore(JdbcClient db) {
        this.db = db;
    }

    /// @param office that reviews it
    /// @param closing when the file was closed, as it is reviewed
    void add(
            UUID matter,
            Review.Subject subject,
            Optional<UUID> plan,
            String reason,
            UUID office,
            Optional<Instant> closing) {
        db.sql(ADD)
                .param("matter", matter)
                .param("subject", subject.matter())
                .param("code", subject.code())
                .param("scene", subject.scene())
                .param("reason", reason)
                .param("plan", plan.orElse(null))
                .param("handling", subject.handling().orElse(null))
                .param("office", office)
                .param("handlers", subject.handlers().toArray(UUID[]::new))
                .param(
                        "closing",
                        closing.map(moment -> moment.atOffset(ZoneOffset.UTC)).orElse(null))
                .update();
    }

    Optional<Review> find(UUID matter) {
        return db.sql(FIND)
                .param("matter", matter)
                .query((row, at) -> review(row))
                .optional();
    }

    private void set(UUID matter, String assignments, Object... values) {
        db.sql("update reviews.review set " + assignments + " where matter = ?")
                .params(java.util.stream.Stream.concat(Arrays.stream(values), java.util.stream.Stream.of(matter))
                        .toList())
                .update();
    }

    void first(UUID matter, UUID person, String hash) {
        set(matter, "first = ?, first_hash = ?", person, hash);
    }

    void second(UUID matter, UUID person) {
        set(matter, "second = ?", person);
    }

    void arbiter(UUID matter, UUID person) {
        set(matter, "arbiter = ?", person);
    }

    void concluded(UUID matter, LocalDate day, UUID office) {
        set(matter, "concluded_on = ?, office = ?", day, office);
    }

    void objected(UUID matter, UUID person, String words) {
        set(matter, "objector = ?, objection = ?", person, words);
    }

    void decided(UUID matter, UUID person, String words) {
        set(matter, "decider = ?, decision = ?", person, words);
    }

    void rectified(UUID matter, UUID person, String words) {
        set(matter, "rectifier = ?, rectified = ?", person, words);
    }

    void confirmed(UUID matter, UUID person, String words) {
        set(matter, "confirmer = ?, confirmed = ?", person, words);
    }

    /// What somebody has written down so far; empty if nothing.
    List<Mark> draft(UUID about, UUID who) {
        return db.sql(DRAFT)
                .param("about", about)
                .param("who", who)
                .query(String.class)
                .optional()
                .map(text -> Arrays.asList(Canonical.MAPPER.readValue(text, Mark[].class)))
                .orElse(List.of());
    }

    /// Returns false if they have been given and stay as they are.
    boolean save(UUID about, UUID who, List<Mark> marks, Instant now) {
        return db.sql(SAVE)
                        .param("about", about)
                        .param("who", who)
                        .param("marks", Canonical.MAPPER.writeValueAsString(marks))
                        .param("at", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    void give(UUID about, UUID who) {
        db.sql(GIVE).param("about", about).param("who", who).update();
    }

    void open(UUID matter, int who, List<Mark> marks) {
        for (var mark : marks) {
            db.sql(MARK)
                    .param("matter", matter)
                    .param("who", who)
                    .param("question", mark.question())
                    .param("result", mark.result().name())
                    .param("words", mark.words().orElse(null))
                    .update();
        }
    }

    /// @param who 1, 2 or 3
    List<Mark> marks(UUID matter, int who) {
        return db.sql(MARKS)
                .param("matter", matter)
                .param("who", who)
                .query((row, at) -> new Mark(
                        row.getString("question"),
                        Result.valueOf(row.getString("result")),
                        Optional.ofNullable(row.getString("words"))))
                .list();
    }

    void defect(UUID matter, String question, String severity, String words) {
        db.sql(ADD_DEFECT)
                .param("matter", matter)
                .param("question", question)
                .param("severity", severity)
                .param("words", words)
                .update();
    }

    List<Defect> defects(UUID matter) {
        return db.sql(DEFECTS)
                .param("matter", matter)
                .query((row, at) -> new Defect(
                        row.getString("question"),
                        row.getString("severity"),
                        row.getString("words"),
                        row.getBoolean("struck")))
                .list();
    }

    void strike(UUID matter, List<String> questions) {
        db.sql(STRIKE)
                .param("matter", matter)
                .param("questions", questions.toArray(String[]::new))
                .update();
    }

    private static Review review(ResultSet row) throws SQLException {
        return new Review(
                row.getObject("matter", UUID.class),
                new Review.Subject(
                        row.getObject("subject", UUID.class),
                        row.getString("subject_code"),
                        row.getString("scene"),
                        id(row, "handling"),
                        List.of((UUID[]) row.getArray("handlers").getArray())),
                id(row, "plan"),
                row.getString("reason"),
                row.getObject("office", UUID.class),
                new Review.Hands(
                        id(row, "first"),
                        text(row, "first_hash"),
                        id(row, "second"),
                        id(row, "arbiter"),
                        Optional.ofNullable(row.getObject("concluded_on", LocalDate.class)),
                        id(row, "objector"),
                        id(row, "decider"),
                        id(row, "rectifier"),
                        id(row, "confirmer")),
                new Review.Answered(
                        text(row, "objection"), text(row, "decision"), text(row, "rectified"), text(row, "confirmed")));
    }

    private static Optional<UUID> id(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, UUID.class));
    }

    private static Optional<String> text(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }
}
