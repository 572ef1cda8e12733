package org.maplebridge.scenes.disputes;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.maplebridge.scenes.disputes.DisputesFurther.Channel;
import org.maplebridge.scenes.disputes.DisputesFurther.Doubt;
import org.maplebridge.scenes.disputes.DisputesFurther.Invitation;
import org.maplebridge.scenes.disputes.DisputesFurther.Part;
import org.maplebridge.scenes.disputes.DisputesFurther.Safety;
import org.maplebridge.scenes.disputes.DisputesFurther.Waiver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Remembers what only some disputes have, in the schema `disputes`.
@Component
class DisputesFurtherStore {

    private static final String CAME = """
        insert into disputes.channel (matter, source, sender, reference, received)
        values (:matter, :source, :sender, :reference, :received)
        """;
    private static final String TOLD =
            "update disputes.channel set told = :day, told_how = :how where matter = :matter";
    private static final String REPORTED = """
        update disputes.channel
           set reported = :day, report = :report, report_sign = :sign
         where matter = :matter
        """;
    private static final String CHANNEL = "select * from disputes.channel where matter = :matter";
    private static final String PLAN = """
        insert into disputes.instalment (matter, no, day, amount, what)
        select :matter, coalesce(max(no), 0) + 1, :day, :amount, :what
          from disputes.instalment
         where matter = :matter
        """;
    private static final String PLANNED =
            "select day, amount, what from disputes.instalment where matter = :matter order by no";
    private static final String KEEP_SAFE = """
        insert into disputes.safety (matter, no, kind, at, office, sign, note)
        select :matter, coalesce(max(no), 0) + 1, :kind, :at, :office, :sign, :note
          from disputes.safety
         where matter = :matter
        """;
    private static final String KEPT_SAFE =
            "select kind, at, office, sign, note from disputes.safety where matter = :matter order by no";
    private static final String ASK_WAIVER = """
        insert into disputes.waiver (matter, asked_on, asked_by) values (:matter, :day, :by)
            on conflict (matter) do update
           set asked_on = excluded.asked_on, asked_by = excluded.asked_by, decision = null, decided_on = null,
               sign = null, reason = null
        """;
    private static final String DECIDE_WAIVER = """
        update disputes.waiver
           set decision = :decision, decided_on = :day, sign = :sign, reason = :reason
         where matter = :matter
        """;
    private static final String WAIVER = "select * from disputes.waiver where matter = :matter";
    private static final String INVITE = """
        insert into disputes.invitation (matter, no, agency, office, force, what)
        select :matter, coalesce(max(no), 0) + 1, :agency, :office, :force, :what
          from disputes.invitation
         where matter = :matter
        """;
    private static final String INVITED =
            "select agency, office, force, what from disputes.invitation where matter = :matter order by no";
    private static final String DOUBT = """
        insert into disputes.doubt (matter, no, kind, words, explained)
        select :matter, coalesce(max(no), 0) + 1, :kind, :words, :explained
          from disputes.doubt
         where matter = :matter
        """;
    private static final String DOUBTS =
            "select kind, words, explained from disputes.doubt where matter = :matter order by no";
    private static final String SAME_THING = "select disputes.same_thing(:matter, :others)";
    private static final String LARGE = "select disputes.large_agreements(:others, :least)";
    private static final String SAME_WORDS = "select disputes.same_words(:matter)";

    private final JdbcClient db;

    DisputesFurtherStore(JdbcClient db) {
        this.db = db;
    }

    private JdbcClient.StatementSpec of(String sql, UUID matter) {
        return db.sql(sql).param("matter", matter);
    }

    void came(
            UUID matter,
            Choices.Source source,
            Optional<String> sender,
            Optional<String> reference,
            LocalDate received) {
        of(CAME, matter)
                .param("source", source.name())
                .param("sender", sender.orElse(null))
                .param("reference", reference.orElse(null))
                .param("received", received)
                .update();
    }

    void told(UUID matter, LocalDate day, Choices.ToldHow how) {
        of(TOLD, matter).param("day", day).param("how", how.name()).update();
    }

    void reported(UUID matter, LocalDate day, String report, Optional<String> sign) {
        of(REPORTED, matter)
                .param("day", day)
                .param("report", report)
                .param("sign", sign.orElse(null))
                .update();
    }

    Optional<Channel> channel(UUID matter) {
        return of(CHANNEL, matter)
                .query((row, number) -> new Channel(
                        Choices.Source.valueOf(row.getString("source")),
                        text(row, "sender"),
                        text(row, "reference"),
                        row.getObject("received", LocalDate.class),
                        day(row, "told"),
                        day(row, "reported"),
                        text(row, "report"),
                        text(row, "report_sign")))
                .optional();
    }

    void plan(UUID matter, List<Part> parts) {
        parts.forEach(part -> of(PLAN, matter)
                .param("day", part.day())
                .param("amount", part.amount())
                .param("what", part.what().orElse(null))
                .update());
    }

    List<Part> planned(UUID matter) {
        return of(PLANNED, matter)
                .query((row, number) ->
                        new Part(row.getObject("day", LocalDate.class), row.getBigDecimal("amount"), text(row, "what")))
                .list();
    }

    void keepSafe(UUID matter, Safety done) {
        of(KEEP_SAFE, matter)
                .param("kind", done.kind().name())
                .param("at", done.at().atOffset(ZoneOffset.UTC))
                .param("office", done.office().orElse(null))
                .param("sign", done.sign().orElse(null))
                .param("note", done.note().orElse(null))
                .update();
    }

    List<Safety> keptSafe(UUID matter) {
        return of(KEPT_SAFE, matter)
                .query((row, number) -> new Safety(
                        Safety.Measure.valueOf(row.getString("kind")),
                        moment(row, "at"),
                        text(row, "office"),
                        text(row, "sign"),
                        text(row, "note")))
                .list();
    }

    void askWaiver(UUID matter, LocalDate day, Choices.WaiverBy by) {
        of(ASK_WAIVER, matter).param("day", day).param("by", by.name()).update();
    }

    void decideWaiver(
            UUID matter, Choices.WaiverDecision decision, LocalDate day, Optional<String> sign, String reason) {
        of(DECIDE_WAIVER, matter)
                .param("decision", decision.name())
                .param("day", day)
                .param("sign", sign.orElse(null))
                .param("reason", reason)
                .update();
    }

    Optional<Waiver> waiver(UUID matter) {
        return of(WAIVER, matter)
                .query((row, number) -> new Waiver(
                        row.getObject("asked_on", LocalDate.class),
                        Choices.WaiverBy.valueOf(row.getString("asked_by")),
                        text(row, "decision").map(Choices.WaiverDecision::valueOf),
                        day(row, "decided_on"),
                        text(row, "sign"),
                        text(row, "reason")))
                .optional();
    }

    void invite(UUID matter, Invitation invitation) {
        of(INVITE, matter)
                .param("agency", invitation.agency())
                .param("office", invitation.office())
                .param("force", invitation.force().name())
                .param("what", invitation.what())
                .update();
    }

    List<Invitation> invited(UUID matter) {
        return of(INVITED, matter)
                .query((row, number) -> new Invitation(
                        row.getObject("agency", UUID.class),
                        row.getString("office"),
                        Choices.Force.valueOf(row.getString("force")),
                        row.getString("what")))
                .list();
    }

    void doubt(UUID matter, Doubt doubt) {
        of(DOUBT, matter)
                .param("kind", doubt.kind().name())
                .param("words", doubt.words())
                .param("explained", doubt.explained())
                .update();
    }

    List<Doubt> doubts(UUID matter) {
        return of(DOUBTS, matter)
                .query((row, number) -> new Doubt(
                        Doubt.Kind.valueOf(row.getString("kind")), row.getString("words"), row.getString("explained")))
                .list();
    }

    /// How many of these disputes have the same sum and category; also beyond the reader's reach.
    int sameThing(UUID matter, List<UUID> others) {
        return of(SAME_THING, matter)
                .param("others", others.toArray(UUID[]::new))
                .query(Integer.class)
                .single();
    }

    /// How many of these disputes were agreed on for such a sum or more; also beyond the reader's reach.
    int largeAgreements(List<UUID> others, BigDecimal least) {
        return db.sql(LARGE)
                .param("others", others.toArray(UUID[]::new))
                .param("least", least)
                .query(Integer.class)
                .single();
    }

    /// How many other agreements have the same words; also beyond the reader's reach.
    int sameWords(UUID matter) {
        return of(SAME_WORDS, matter).query(Integer.class).single();
    }

    static BigDecimal sum(List<Part> parts) {
        return parts.stream().map(Part::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Optional<String> text(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }

    private static Optional<LocalDate> day(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, LocalDate.class));
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
