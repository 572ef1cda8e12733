package org.maplebridge.kernel.evaluations;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.ground.Allowed;
import org.maplebridge.kernel.ground.Takes;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.matters.Incoming;
import org.maplebridge.kernel.matters.Matters;
import org.maplebridge.kernel.matters.PartyDoor;
import org.maplebridge.kernel.orgs.Agency;
import org.maplebridge.kernel.orgs.Offices;
import org.maplebridge.kernel.parameters.Parameters;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// A party is told what was recorded as theirs, and by whom, and until when they may say otherwise.
@RestController
class OwnEvaluationsDesk {

    private final Transactions transactions;
    private final PartyDoor door;
    private final Evaluations evaluations;
    private final Matters matters;
    private final Offices offices;
    private final Parameters parameters;

    OwnEvaluationsDesk(
            Transactions transactions,
            PartyDoor door,
            Evaluations evaluations,
            Matters matters,
            Offices offices,
            Parameters parameters) {
        this.transactions = transactions;
        this.door = door;
        this.evaluations = evaluations;
        this.matters = matters;
        this.offices = offices;
        this.parameters = parameters;
    }

    /// The code on the receipt and four digits.
    record OwnCode(String code, String phoneLast4) {}

    /// What was recorded.
    ///
    /// @param mayCorrect whether they may say otherwise now
    /// @param until the last moment to do so, if there is one
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record OwnEvaluations(boolean mayCorrect, Optional<Instant> until, List<OwnEvaluation> items) {}

    /// @param gradeTitle what was said; absent where nobody was asked
    /// @param by who wrote it down, in words
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record OwnEvaluation(
            int no,
            Instant at,
            Optional<String> gradeTitle,
            Optional<String> words,
            Optional<String> exemptNote,
            boolean byYou,
            String by,
            boolean counts) {}

    @PostMapping("/api/public/own/evaluations")
    @Allowed(Allowed.Door.PUBLIC)
    @Takes(body = OwnCode.class)
    OwnEvaluations own(Actor visitor, HttpServletRequest http) {
        var known = door.known(visitor, Incoming.body(http));
        return transactions.run(known.actor().scope(), work -> {
            var all = evaluations.of(known.matter());
            var matter = matters.find(known.matter()).orElseThrow();
            // what the one who filed has said of it is nobody else's business, whoever else holds a code
            if (all.isEmpty() || !door.filed(known)) {
                return new OwnEvaluations(false, Optional.empty(), List.of());
            }
            int days = parameters
                    .at(work, "evaluations.correct-days", matter.office().area(), work.today())
                    .whole();
            var latest = all.getLast();
            var until = Optional.of(latest.at().plus(Duration.ofDays(days)))
                    .filter(end -> !matter.stage().open() && !latest.byParty());
            boolean may = matter.stage().open()
                    || until.filter(end -> !work.now().isAfter(end)).isPresent();
            return new OwnEvaluations(
                    may, until, all.stream().map(given -> row(work, given)).toList());
        });
    }

    private OwnEvaluation row(Work work, Evaluations.Given given) {
        var office = given.office()
                .flatMap(offices.at(work)::agency)
                .map(Agency::name)
                .orElse("承办单位");
        return new OwnEvaluation(
                given.no(),
                given.at(),
                given.grade().map(Grade::title),
                given.words(),
                given.note(),
                given.byParty(),
                given.byParty() ? "您自己" : office + "的工作人员代记",
                !given.superseded());
    }
}
