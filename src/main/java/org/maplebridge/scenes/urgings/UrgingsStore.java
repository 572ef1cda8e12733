package org.maplebridge.scenes.urgings;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The SQL of urgings.
@Component
class UrgingsStore {

    private static final String DRAW = """
        insert into urgings.urging (matter, about, code, cause, wrong, wanted, suggested, suggested_why, supervising)
        values (:matter, :about, :code, :cause, :wrong, :wanted, :suggested, :why, :supervising)\
        """;

    private static final String FIND = "select * from urgings.urging where matter = :matter";

    private static final String ISSUE = """
        update urgings.urging
           set cadre = :cadre, cadre_name = :cadreName, handler = :handler, handler_name = :handlerName,
               required = :required, finish_by = :by
         where matter = :matter\
        """;

    private static final String DROP = "update urgings.urging set dropped = :words where matter = :matter";

    private static final String REPLY =
            "update urgings.urging set reply_cause = :cause, reply = :done where matter = :matter";

    private static final String SEND_BACK = """
        update urgings.urging
           set sent_back = sent_back + 1, back_reason = :words
         where matter = :matter\
        """;

    private static final String ACCEPT = "update urgings.urging set accepted = :words where matter = :matter";

    private static final String DEDUCT = """
        update urgings.urging
           set points = :points, ground = :ground, rule = :rule, deducted_by = :by
         where matter = :matter\
        """;

    private static final String CONTEST = "update urgings.urging set contest = :words where matter = :matter";

    private static final String DECIDE = "update urgings.urging set decision = :words where matter = :matter";

    private final JdbcClient db;

    UrgingsStore(JdbcClient db) {
        this.db = db;
    }

    void draw(UUID matter, Urging.Drawn drawn, UUID supervising) {
        db.sql(DRAW)
                .param("matter", matter)
                .param("about", drawn.about())
                .param("code", drawn.code())
                .param("cause", drawn.cause().name())
                .param("wrong", drawn.wrong())
                .param("wanted", drawn.wanted())
                .param("suggested", drawn.suggested().names())
                .param("why", drawn.suggested().why())
                .param("supervising", supervising)
                .update();
    }

    void issue(UUID matter, Urging.Charge charge) {
        db.sql(ISSUE)
                .param("matter", matter)
                .param("cadre", charge.cadre())
                .param("cadreName", charge.name())
                .param("handler", charge.office())
                .param("handlerName", charge.officeName())
                .param("required", charge.required())
                .param("by", charge.by())
                .update();
    }

    void drop(UUID matter, String words) {
        say(DROP, matter, words);
    }

    void reply(UUID matter, Urging.Reply reply) {
        db.sql(REPLY)
                .param("matter", matter)
                .param("cause", reply.cause())
                .param("done", reply.done())
                .update();
    }

    /// Once more to the office that answers.
    void sendBack(UUID matter, String words) {
        say(SEND_BACK, matter, words);
    }

    void accept(UUID matter, String words) {
        say(ACCEPT, matter, words);
    }

    void deduct(UUID matter, int points, String ground, String rule, UUID by) {
        db.sql(DEDUCT)
                .param("matter", matter)
                .param("points", points)
                .param("ground", ground)
                .param("rule", rule)
                .param("by", by)
                .update();
    }

    void contest(UUID matter, String words) {
        say(CONTEST, matter, words);
    }

    void decide(UUID matter, String words) {
        say(DECIDE, matter, words);
    }

    private void say(String sql, UUID matter, String words) {
        db.sql(sql).param("matter", matter).param("words", words).update();
    }

    Urging find(UUID matter) {
        return db.sql(FIND)
                .param("matter", matter)
                .query((row, at) -> urging(row))
                .single();
    }

    private static Urging urging(ResultSet row) throws SQLException {
        return new Urging(
                new Urging.Drawn(
                        row.getObject("about", UUID.class),
                        row.getString("code"),
                        Urging.Cause.valueOf(row.getString("cause")),
                        row.getString("wrong"),
                        row.getString("wanted"),
                        new Urging.Suggested(row.getString("suggested"), row.getString("suggested_why"))),
                row.getObject("supervising", UUID.class),
                text(row, "dropped"),
                row.getObject("cadre") == null ? Optional.empty() : Optional.of(charge(row)),
                text(row, "reply").isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Urging.Reply(row.getString("reply_cause"), row.getString("reply"))),
                row.getInt("sent_back"),
                text(row, "back_reason"),
                text(row, "accepted"),
                row.getObject("deducted_by") == null ? Optional.empty() : Optional.of(deduction(row)));
    }

    private static Urging.Charge charge(ResultSet row) throws SQLException {
        return new Urging.Charge(
                row.getObject("cadre", UUID.class),
                row.getString("cadre_name"),
                row.getObject("handler", UUID.class),
                row.getString("handler_name"),
                row.getString("required"),
                row.getObject("finish_by", LocalDate.class));
    }

    private static Urging.Deduction deduction(ResultSet row) throws SQLException {
        return new Urging.Deduction(
                row.getInt("points"),
                row.getString("ground"),
                row.getString("rule"),
                row.getObject("deducted_by", UUID.class),
                text(row, "contest"),
                text(row, "decision"));
    }

    private static Optional<String> text(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }
}
