package org.maplebridge.scenes.disputes;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.maplebridge.kernel.evaluations.Evaluations;
import org.maplebridge.kernel.ground.Canonical;
import org.maplebridge.kernel.scores.Scored;
import org.maplebridge.scenes.disputes.Choices.AgreementForm;
import org.maplebridge.scenes.disputes.Choices.Channel;
import org.maplebridge.scenes.disputes.Choices.ConfirmChoice;
import org.maplebridge.scenes.disputes.Choices.Ending;
import org.maplebridge.scenes.disputes.Choices.ExemptReason;
import org.maplebridge.scenes.disputes.Choices.Grade;
import org.maplebridge.scenes.disputes.Choices.Result;
import org.maplebridge.scenes.disputes.Dispute.Agreement;
import org.maplebridge.scenes.disputes.Dispute.Confirmation;
import org.maplebridge.scenes.disputes.Dispute.Evaluation;
import org.maplebridge.scenes.disputes.Dispute.Performance;
import org.maplebridge.scenes.disputes.DisputesRulesOfIntensity.Colour;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Remembers disputes in the schema `disputes`, and reads no other.
@Component
class DisputesStore {

    private static final String SAVE = """
        insert into disputes.dispute
               (matter, words, place, category, category_said, anonymous, applicant_known, respondent_known,
                people, amount, vulnerable, threat, injury, violence, harassment, police_informed,
                intensity, colour, reasons, suggestion, route_reason, ending)
        values (:matter, :words, :place, :category, :categorySaid, :anonymous, :applicantKnown, :respondentKnown,
                :people, :amount, :vulnerable, :threat, :injury, :violence, :harassment, :policeInformed,
                :intensity, :colour, cast(:reasons as jsonb), cast(:suggestion as jsonb), :routeReason, :ending)
            on conflict (matter) do update
           set category = excluded.category, category_said = excluded.category_said,
               applicant_known = excluded.applicant_known, respondent_known = excluded.respondent_known,
               people = excluded.people, amount = excluded.amount, vulnerable = excluded.vulnerable,
               threat = excluded.threat, injury = excluded.injury, violence = excluded.violence,
               harassment = excluded.harassment, police_informed = excluded.police_informed,
               intensity = excluded.intensity, colour = excluded.colour, reasons = excluded.reasons,
               suggestion = excluded.suggestion,
               route_reason = excluded.route_reason, ending = excluded.ending
        """;
    private static final String FIND = """
        select words, place, category, category_said, anonymous, applicant_known, respondent_known,
               people, amount, vulnerable, threat, injury, violence, harassment, police_informed,
               intensity, d.colour, reasons, suggestion, route_reason, ending, decided.suggested, decided.chosen
          from disputes.dispute d
          left join lateral (select r.suggested, r.colour as chosen
                               from disputes.recolouring r
                              where r.matter = d.matter
                              order by r.no desc
                              limit 1) decided on true
         where d.matter = :matter
        """;
    private static final String AGREE = """
        insert into disputes.agreement
               (matter, form, facts, duties, content, way, perform_by, effective, status)
        values (:matter, :form, :facts, :duties, :content, :way, :performBy, :effective, :status)
        """;
    private static final String AGREEMENT = """
        select form, facts, duties, content, way, perform_by, effective, status
          from disputes.agreement
         where matter = :matter
        """;
    private static final String CONFIRM = """
        insert into disputes.confirmation (matter, choice, applied_on, court)
        values (:matter, :choice, :appliedOn, :court)
            on conflict (matter) do update
           set choice = excluded.choice, applied_on = excluded.applied_on, court = excluded.court
        """;
    private static final String CONFIRMATION = """
        select choice, applied_on, court
          from disputes.confirmation
         where matter = :matter
        """;
    private static final String PERFORM = """
        insert into disputes.performance (matter, no, day, result, amount, note)
        select :matter, coalesce(max(no), 0) + 1, :day, :result, :amount, :note
          from disputes.performance
         where matter = :matter
        """;
    private static final String PERFORMANCES = """
        select day, result, amount, note
          from disputes.performance
         where matter = :matter
         order by no
        """;
    /// What was kept before all scenes kept evaluations together; nothing is added to it.
    private static final String EVALUATION = """
        select grade, words, channel, exempt, exempt_note
          from disputes.evaluation
         where matter = :matter
        """;

    private final JdbcClient db;
    private final Evaluations evaluations;

    DisputesStore(JdbcClient db, Evaluations evaluations) {
        this.db = db;
        this.evaluations = evaluations;
    }

    void save(UUID matter, Dispute dispute) {
        var told = dispute.told();
        var flags = dispute.flags();
        var judged = dispute.judged();
        db.sql(SAVE)
                .param("matter", matter)
                .param("words", told.words())
                .param("place", told.place().orElse(null))
                .param("category", told.category().name())
                .param("categorySaid", told.categorySaid())
                .param("anonymous", dispute.sides().anonymous())
                .param("applicantKnown", dispute.sides().applicantKnown())
                .param("respondentKnown", dispute.sides().respondentKnown())
                .param("people", dispute.extent().people().orElse(null))
                .param("amount", dispute.extent().amount().orElse(null))
                .param("vulnerable", flags.vulnerable().orElse(null))
                .param("threat", flags.threat().orElse(null))
                .param("injury", flags.injury().orElse(null))
                .param("violence", flags.violence().orElse(null))
                .param("harassment", flags.harassment().orElse(null))
                .param("policeInformed", flags.policeInformed())
                .param("intensity", judged.intensity().orElse(null))
                .param("colour", judged.colour().name())
                .param("reasons", Canonical.MAPPER.writeValueAsString(judged.reasons()))
                .param(
                        "suggestion",
                        Canonical.MAPPER.writeValueAsString(
                                new Suggested(judged.suggestion(), judged.hints(), judged.count())))
                .param("routeReason", dispute.routeReason().orElse(null))
                .param("ending", dispute.ending().map(Enum::name).orElse(null))
                .update();
    }

    /// As it stands in the column `suggestion`.
    record Suggested(DisputesClassifier.Suggestion category, List<String> hints, Optional<Scored> count) {}

    private record Reasons(List<String> all) {}

    Optional<Dispute> find(UUID matter) {
        return db.sql(FIND)
                .param("matter", matter)
                .query((row, number) -> dispute(row))
                .optional();
    }

    private static Dispute dispute(ResultSet row) throws SQLException {
        var suggested = Canonical.MAPPER.readValue(row.getString("suggestion"), Suggested.class);
        var reasons = Canonical.MAPPER.readValue("{\"all\":" + row.getString("reasons") + "}", Reasons.class);
        return new Dispute(
                new Dispute.Told(
                        row.getString("words"),
                        Optional.ofNullable(row.getString("place")),
                        Category.valueOf(row.getString("category")),
                        row.getBoolean("category_said")),
                new Dispute.Sides(
                        row.getBoolean("anonymous"),
                        row.getBoolean("applicant_known"),
                        row.getBoolean("respondent_known")),
                new Dispute.Flags(
                        said(row, "vulnerable"),
                        said(row, "threat"),
                        said(row, "injury"),
                        said(row, "violence"),
                        said(row, "harassment"),
                        row.getBoolean("police_informed")),
                new Dispute.Extent(
                        Optional.ofNullable(row.getObject("people", Integer.class)),
                        Optional.ofNullable(row.getBigDecimal("amount"))),
                new Dispute.Judged(
                        Optional.ofNullable(row.getObject("intensity", Integer.class)),
                        Colour.valueOf(row.getString("colour")),
                        reasons.all(),
                        suggested.category(),
                        suggested.hints(),
                        suggested.count(),
                        raised(row)),
                Optional.ofNullable(row.getString("route_reason")),
                Optional.ofNullable(row.getString("ending")).map(Ending::valueOf));
    }

    private static Optional<Colour> raised(ResultSet row) throws SQLException {
        var chosen = Optional.ofNullable(row.getString("chosen")).map(Colour::valueOf);
        var suggested = Optional.ofNullable(row.getString("suggested")).map(Colour::valueOf);
        return chosen.filter(
                colour -> suggested.filter(below -> colour.compareTo(below) < 0).isPresent());
    }

    private static Optional<Boolean> said(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, Boolean.class));
    }

    void agree(UUID matter, Agreement agreement) {
        db.sql(AGREE)
                .param("matter", matter)
                .param("form", agreement.form().name())
                .param("facts", agreement.facts())
                .param("duties", agreement.duties())
                .param("content", agreement.content())
                .param("way", agreement.way())
                .param("performBy", agreement.performBy())
                .param("effective", agreement.effective())
                .param("status", agreement.status())
                .update();
    }

    Optional<Agreement> agreement(UUID matter) {
        return db.sql(AGREEMENT)
                .param("matter", matter)
                .query((row, number) -> new Agreement(
                        AgreementForm.valueOf(row.getString("form")),
                        row.getString("facts"),
                        row.getString("duties"),
                        row.getString("content"),
                        row.getString("way"),
                        row.getObject("perform_by", LocalDate.class),
                        row.getObject("effective", LocalDate.class),
                        row.getBoolean("status")))
                .optional();
    }

    void confirm(UUID matter, Confirmation confirmation) {
        db.sql(CONFIRM)
                .param("matter", matter)
                .param("choice", confirmation.choice().name())
                .param("appliedOn", confirmation.appliedOn().orElse(null))
                .param("court", confirmation.court().orElse(null))
                .update();
    }

    Optional<Confirmation> confirmation(UUID matter) {
        return db.sql(CONFIRMATION)
                .param("matter", matter)
                .query((row, number) -> new Confirmation(
                        ConfirmChoice.valueOf(row.getString("choice")),
                        Optional.ofNullable(row.getObject("applied_on", LocalDate.class)),
                        Optional.ofNullable(row.getString("court"))))
                .optional();
    }

    void perform(UUID matter, Performance performance) {
        db.sql(PERFORM)
                .param("matter", matter)
                .param("day", performance.day())
                .param("result", performance.result().name())
                .param("amount", performance.amount().orElse(null))
                .param("note", performance.note().orElse(null))
                .update();
    }

    List<Performance> performances(UUID matter) {
        return db.sql(PERFORMANCES)
                .param("matter", matter)
                .query((row, number) -> new Performance(
                        row.getObject("day", LocalDate.class),
                        Result.valueOf(row.getString("result")),
                        Optional.<BigDecimal>ofNullable(row.getBigDecimal("amount")),
                        Optional.ofNullable(row.getString("note"))))
                .list();
    }

    Optional<Evaluation> evaluation(UUID matter) {
        return evaluations.latest(matter).map(DisputesStore::evaluation).or(() -> before(matter));
    }

    private static Evaluation evaluation(Evaluations.Given given) {
        return new Evaluation(
                given.grade().map(Enum::name).map(Grade::valueOf),
                given.words(),
                given.channel().map(Channel::valueOf),
                given.exempt().map(ExemptReason::valueOf),
                given.note());
    }

    private Optional<Evaluation> before(UUID matter) {
        return db.sql(EVALUATION)
                .param("matter", matter)
                .query((row, number) -> new Evaluation(
                        Optional.ofNullable(row.getString("grade")).map(Grade::valueOf),
                        Optional.ofNullable(row.getString("words")),
                        Optional.ofNullable(row.getString("channel")).map(Channel::valueOf),
                        Optional.ofNullable(row.getString("exempt")).map(ExemptReason::valueOf),
                        Optional.ofNullable(row.getString("exempt_note"))))
                .optional();
    }
}
