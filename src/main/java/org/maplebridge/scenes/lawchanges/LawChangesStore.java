package org.maplebridge.scenes.lawchanges;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.maplebridge.scenes.lawchanges.LawChange.Kind;
import org.maplebridge.scenes.lawchanges.LawChange.Line;
import org.maplebridge.scenes.lawchanges.LawChange.Mark;
import org.maplebridge.scenes.lawchanges.LawChange.Note;
import org.maplebridge.scenes.lawchanges.LawChange.Result;
import org.maplebridge.scenes.lawchanges.LawChange.Side;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The SQL of revisions.
@Component
class LawChangesStore {

    private static final String TAKEN = "select lawchanges.taken(:edition)";

    private static final String RAISE = """
        insert into lawchanges.revision
               (matter, edition, before, law, law_name, passed, from_day, changed, opened_on)
        values (:matter, :edition, :before, :law, :name, :passed, :from, :changed, :opened)\
        """;

    private static final String LINE = """
        insert into lawchanges.line
               (matter, no, kind, place, title, cited, label, change, before_label, before_text, after_label,
                after_text, counted, about)
        values (:matter, :no, :kind, :place, :title, :cited, :label, :change, :beforeLabel, :beforeText, :afterLabel,
                :afterText, :counted, :about)\
        """;

    private static final String FIND = "select * from lawchanges.revision where matter = :matter";

    private static final String LINES = """
        select l.*, k.no as mark_no, k.result, k.reason, k.done, k.by_day, k.person, k.name, k.at
          from lawchanges.line l
          left join lateral (select *
                               from lawchanges.mark k
                              where k.matter = l.matter and k.line = l.no
                              order by k.no desc
                              limit 1) k on true
         where l.matter = :matter and l.no > :after
         order by l.no
         limit :limit\
        """;

    private static final String MARK = """
        insert into lawchanges.mark (matter, line, no, result, reason, done, by_day, person, name, at)
        values (:matter, :line, :no, :result, :reason, :done, :by, :person, :name, :at)\
        """;

    private static final String MARKS =
            "select * from lawchanges.mark where matter = :matter and line = :line order by no desc";

    private static final String SUBMIT = """
        update lawchanges.revision
           set submitter = :person, submitted = :words, confirmer = null, confirmed = null
         where matter = :matter\
        """;

    private static final String CONFIRM =
            "update lawchanges.revision set confirmer = :person, confirmed = :words where matter = :matter";

    private static final String SEND_BACK =
            "update lawchanges.revision set sent_back = :words, submitter = null where matter = :matter";

    private static final String SETTLE = "update lawchanges.revision set settled = :words where matter = :matter";

    private static final String WITHDRAW = "update lawchanges.revision set withdrawn = :words where matter = :matter";

    private static final String REOPEN = """
        update lawchanges.revision
           set reopened = :words, submitter = null, confirmer = null
         where matter = :matter\
        """;

    private final JdbcClient db;

    LawChangesStore(JdbcClient db) {
        this.db = db;
    }

    /// Whether an edition is looked through already, whoever may see it.
    boolean taken(UUID edition) {
        return db.sql(TAKEN).param("edition", edition).query(Boolean.class).single();
    }

    void raise(UUID matter, LawChange.Edition edition, List<Line> lines) {
        db.sql(RAISE)
                .param("matter", matter)
                .param("edition", edition.id())
                .param("before", edition.before())
                .param("law", edition.law())
                .param("name", edition.name())
                .param("passed", edition.passed())
                .param("from", edition.from())
                .param("changed", edition.changed())
                .param("opened", edition.opened())
                .update();
        for (var line : lines) {
            db.sql(LINE)
                    .param("matter", matter)
                    .param("no", line.no())
                    .param("kind", line.kind().name())
                    .param("place", line.place())
                    .param("title", line.title())
                    .param("cited", line.cited())
                    .param("label", line.label())
                    .param("change", line.change())
                    .param("beforeLabel", line.before().map(Side::label).orElse(null))
                    .param("beforeText", line.before().map(Side::text).orElse(null))
                    .param("afterLabel", line.after().map(Side::label).orElse(null))
                    .param("afterText", line.after().map(Side::text).orElse(null))
                    .param("counted", line.counted())
                    .param("about", line.about().toArray(UUID[]::new))
                    .update();
        }
    }

    Optional<LawChange> find(UUID matter) {
        return db.sql(FIND)
                .param("matter", matter)
                .query((row, at) -> change(row))
                .optional();
    }

    List<Line> lines(UUID matter) {
        return lines(matter, 0, Integer.MAX_VALUE);
    }

    List<Line> lines(UUID matter, int after, int limit) {
        return db.sql(LINES)
                .param("matter", matter)
                .param("after", after)
                .param("limit", limit)
                .query((row, at) -> line(row))
                .list();
    }

    void mark(UUID matter, int line, Mark mark) {
        db.sql(MARK)
                .param("matter", matter)
                .param("line", line)
                .param("no", mark.no())
                .param("result", mark.result().name())
                .param("reason", mark.reason())
                .param("done", mark.done().orElse(null))
                .param("by", mark.by().orElse(null))
                .param("person", mark.person())
                .param("name", mark.name())
                .param("at", mark.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    /// Everything that was said of a line, the last first.
    List<Mark> marks(UUID matter, int line) {
        return db.sql(MARKS)
                .param("matter", matter)
                .param("line", line)
                .query((row, at) -> mark(row, row.getInt("no")))
                .list();
    }

    void submit(UUID matter, UUID person, String words) {
        say(SUBMIT, matter, person, words);
    }

    void confirm(UUID matter, UUID person, String words) {
        say(CONFIRM, matter, person, words);
    }

    private void say(String sql, UUID matter, UUID person, String words) {
        db.sql(sql)
                .param("matter", matter)
                .param("person", person)
                .param("words", words)
                .update();
    }

    void sendBack(UUID matter, String words) {
        say(SEND_BACK, matter, words);
    }

    void settle(UUID matter, String words) {
        say(SETTLE, matter, words);
    }

    void withdraw(UUID matter, String words) {
        say(WITHDRAW, matter, words);
    }

    void reopen(UUID matter, String words) {
        say(REOPEN, matter, words);
    }

    private void say(String sql, UUID matter, String words) {
        db.sql(sql).param("matter", matter).param("words", words).update();
    }

    private static LawChange change(ResultSet row) throws SQLException {
        var notes = new ArrayList<Note>();
        note(notes, row, "退回的意见", "sent_back");
        note(notes, row, "报复核的说明", "submitted");
        note(notes, row, "复核意见", "confirmed");
        note(notes, row, "核完的说明", "settled");
        note(notes, row, "撤回的理由", "withdrawn");
        note(notes, row, "重新核对的理由", "reopened");
        return new LawChange(
                row.getObject("matter", UUID.class),
                new LawChange.Edition(
                        row.getObject("edition", UUID.class),
                        row.getObject("before", UUID.class),
                        row.getObject("law", UUID.class),
                        row.getString("law_name"),
                        row.getObject("passed", LocalDate.class),
                        row.getObject("from_day", LocalDate.class),
                        row.getInt("changed"),
                        row.getObject("opened_on", LocalDate.class)),
                Optional.ofNullable(row.getObject("submitter", UUID.class)),
                Optional.ofNullable(row.getObject("confirmer", UUID.class)),
                List.copyOf(notes));
    }

    private static void note(List<Note> notes, ResultSet row, String title, String column) throws SQLException {
        text(row, column).ifPresent(words -> notes.add(new Note(title, words)));
    }

    private static Line line(ResultSet row) throws SQLException {
        int said = row.getInt("mark_no");
        return new Line(
                row.getInt("no"),
                Kind.valueOf(row.getString("kind")),
                row.getString("place"),
                row.getString("title"),
                row.getString("cited"),
                row.getString("label"),
                row.getString("change"),
                side(row, "before"),
                side(row, "after"),
                row.getInt("counted"),
                List.of((UUID[]) row.getArray("about").getArray()),
                said == 0 ? Optional.empty() : Optional.of(mark(row, said)));
    }

    private static Optional<Side> side(ResultSet row, String which) throws SQLException {
        var label = text(row, which + "_label");
        var text = text(row, which + "_text");
        return label.flatMap(name -> text.map(words -> new Side(name, words)));
    }

    private static Mark mark(ResultSet row, int no) throws SQLException {
        return new Mark(
                no,
                Result.valueOf(row.getString("result")),
                row.getString("reason"),
                text(row, "done"),
                Optional.ofNullable(row.getObject("by_day", LocalDate.class)),
                row.getObject("person", UUID.class),
                row.getString("name"),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }

    private static Optional<String> text(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }
}
