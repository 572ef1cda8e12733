package org.maplebridge.scenes.disputes;

import static org.maplebridge.kernel.matters.Verdict.blocked;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.maplebridge.kernel.calendar.Calendars;
import org.maplebridge.kernel.calendar.Due;
import org.maplebridge.kernel.matters.Act;
import org.maplebridge.kernel.matters.Verdict;
import org.maplebridge.scenes.disputes.Choices.CourtResult;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Remembers what came of applications for judicial confirmation, and knows their days.
@Component
class DisputesRulings {

    /// Until when the parties may apply. People's Mediation Law (人民调解法) art. 33.
    static final String APPLYING = "disputes.confirm";
    /// Within which time the court rules. Civil Procedure Law (民事诉讼法, 2023) art. 187.
    static final String RULING = "disputes.ruling";

    private static final String APPLIED = """
        insert into disputes.ruling (matter, applied_on, court, ruling_by)
        values (:matter, :appliedOn, :court, :rulingBy)
            on conflict (matter) do update
           set applied_on = excluded.applied_on, court = excluded.court, ruling_by = excluded.ruling_by,
               case_no = null, result = null, ruled_on = null, reason = null
        """;
    private static final String RULED = """
        update disputes.ruling
           set case_no = :caseNo, result = :result, ruled_on = :ruledOn, reason = :reason
         where matter = :matter
        """;
    private static final String FIND = "select * from disputes.ruling where matter = :matter";
    private static final String GIVEN_UP = "delete from disputes.ruling where matter = :matter";

    private final JdbcClient db;
    private final Calendars calendars;

    DisputesRulings(JdbcClient db, Calendars calendars) {
        this.db = db;
        this.calendars = calendars;
    }

    /// An application, and what the court made of it.
    ///
    /// @param rulingBy by when the court is to rule, counted from the day of the application
    record Ruling(LocalDate appliedOn, Optional<String> court, LocalDate rulingBy, Optional<Ruled> ruled) {}

    record Ruled(String caseNo, CourtResult result, LocalDate day, Optional<String> reason) {}

    void applied(Act act, LocalDate day, Optional<String> court) {
        var by = calendars
                .at(act.work())
                .due(act.number(RULING, day).term(), day)
                .earliestDay();
        db.sql(APPLIED)
                .param("matter", act.id())
                .param("appliedOn", day)
                .param("court", court.orElse(null))
                .param("rulingBy", by)
                .update();
    }

    void givenUp(UUID matter) {
        db.sql(GIVEN_UP).param("matter", matter).update();
    }

    void ruled(UUID matter, Ruled ruled) {
        db.sql(RULED)
                .param("matter", matter)
                .param("caseNo", ruled.caseNo())
                .param("result", ruled.result().name())
                .param("ruledOn", ruled.day())
                .param("reason", ruled.reason().orElse(null))
                .update();
    }

    Optional<Ruling> find(UUID matter) {
        return db.sql(FIND)
                .param("matter", matter)
                .query((row, number) -> new Ruling(
                        row.getObject("applied_on", LocalDate.class),
                        Optional.ofNullable(row.getString("court")),
                        row.getObject("ruling_by", LocalDate.class),
                        row.getString("result") == null
                                ? Optional.empty()
                                : Optional.of(new Ruled(
                                        row.getString("case_no"),
                                        CourtResult.valueOf(row.getString("result")),
                                        row.getObject("ruled_on", LocalDate.class),
                                        Optional.ofNullable(row.getString("reason"))))))
                .optional();
    }

    /// What a court has decided on isn't applied for again, nor given up; a withdrawn application may be made again.
    Optional<Verdict> decided(UUID matter) {
        return result(matter)
                .filter(result -> result != CourtResult.WITHDRAWN)
                .map(result -> blocked(
                        result == CourtResult.CONFIRMED
                                ? "法院已经裁定确认有效，不再申请，也不再放弃。记错了的，用“记录法院裁定”更正。"
                                : "法院已经驳回，同一份协议不再申请。可以“重新调解”，也可以起诉；记错了的，用“记录法院裁定”更正。",
                        "disputes.confirm-ruled",
                        DisputesRuling.DISMISSED));
    }

    /// Only what a court has turned down goes back to mediation; any other agreement holds.
    Optional<Verdict> upheld(UUID matter) {
        return result(matter).filter(CourtResult.DISMISSED::equals).isPresent()
                ? Optional.empty()
                : Optional.of(blocked(
                        "法院驳回了司法确认的，才回到调处。协议有效的，照协议履行；没有履行的，如实记“不履行”。",
                        "disputes.mediate-again",
                        DisputesRuling.DISMISSED));
    }

    private Optional<CourtResult> result(UUID matter) {
        return find(matter).flatMap(Ruling::ruled).map(Ruled::result);
    }

    /// The last day to apply as the limit shows it; without one, by the number in force on the day the agreement took
    /// effect. Empty while the calendar isn't known.
    Optional<LocalDate> lastDay(Act act, Dispute.Agreement agreement) {
        return act.limit(APPLYING)
                .map(limit -> limit.settled() ? Optional.of(limit.lastDay()) : Optional.<LocalDate>empty())
                .orElseGet(() -> {
                    var term = act.number(APPLYING, agreement.effective()).term();
                    return calendars.at(act.work()).due(term, agreement.effective()) instanceof Due.Settled settled
                            ? Optional.of(settled.lastDay())
                            : Optional.empty();
                });
    }
}
