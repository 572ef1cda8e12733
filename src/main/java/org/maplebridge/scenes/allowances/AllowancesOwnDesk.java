package org.maplebridge.scenes.allowances;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.ground.Allowed;
import org.maplebridge.kernel.ground.Canonical;
import org.maplebridge.kernel.ground.Problem;
import org.maplebridge.kernel.ground.Refused;
import org.maplebridge.kernel.ground.Scope;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.matters.Matters;
import org.maplebridge.kernel.matters.Outcome;
import org.maplebridge.kernel.matters.Request;
import org.maplebridge.kernel.parameters.Parameters;
import org.maplebridge.scenes.allowances.Allowance.Line;
import org.maplebridge.scenes.allowances.Allowance.Objection;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// A mediator's own lines: the sheets lie beyond their reach.
@RestController
class AllowancesOwnDesk {

    private static final String JOB = "allowances";
    private static final int MOST_OWN = 24;
    private static final int LEAST_WORDS = 4;
    private static final int MOST_WORDS = 1000;

    private final Transactions transactions;
    private final AllowancesStore store;
    private final AllowancesBook book;
    private final AllowancesTitles titles;
    private final Parameters parameters;
    private final ObjectProvider<Matters> matters;

    AllowancesOwnDesk(
            Transactions transactions,
            AllowancesStore store,
            AllowancesBook book,
            AllowancesTitles titles,
            Parameters parameters,
            ObjectProvider<Matters> matters) {
        this.transactions = transactions;
        this.store = store;
        this.book = book;
        this.titles = titles;
        this.parameters = parameters;
        this.matters = matters;
    }

    /// A line of one's own.
    ///
    /// @param sum in yuan
    /// @param mayContest whether its owner may object to it today
    /// @param next what its owner can do so that it is paid
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record OwnLine(
            int no,
            String code,
            LocalDate closed,
            String category,
            String form,
            String weight,
            String state,
            String sum,
            List<String> said,
            List<OwnObjection> objections,
            boolean mayContest,
            Optional<String> next) {}

    record OwnObjection(LocalDate day, String reason, String answer) {}

    /// A sheet, with one's own lines only.
    ///
    /// @param until the last day on which one may object
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record OwnSheet(
            UUID id,
            String code,
            LocalDate month,
            String office,
            String stageTitle,
            Optional<LocalDate> until,
            Optional<LocalDate> paidOn,
            String sum,
            List<OwnLine> lines) {}

    record OwnSheets(List<OwnSheet> items) {}

    /// By the register's member of staff, and what waits for somebody to be registered by its doer: nobody is shown
    /// anybody else's lines or sums.
    @GetMapping("/api/allowances/mine")
    @Allowed(Allowed.Door.OFFICERS)
    OwnSheets mine(Actor actor) {
        return transactions.run(Scope.job(JOB), work -> own(work, actor.person()));
    }

    private OwnSheets own(Work work, UUID person) {
        return new OwnSheets(book.own(person, work.today().minusMonths(MOST_OWN), MOST_OWN).stream()
                .map(id -> own(work, person, store.find(id)))
                .toList());
    }

    private OwnSheet own(Work work, UUID person, Allowance sheet) {
        var stage = matters.getObject().find(sheet.id()).orElseThrow().stage().name();
        var objections = store.objections(sheet.id());
        var lines = store.lines(sheet.id()).stream()
                .filter(line -> line.shownTo(person))
                .toList();
        return new OwnSheet(
                sheet.id(),
                sheet.code(),
                sheet.month(),
                sheet.place().name(),
                titles.stage(stage),
                sheet.shownUntil(),
                sheet.paidOn(),
                AllowancesRules.totals(lines).all().toPlainString(),
                lines.stream()
                        .map(line -> own(
                                line,
                                objections.stream()
                                        .filter(each -> each.line() == line.no())
                                        .toList(),
                                open(work, sheet, stage, line, objections),
                                next(work, sheet, line)))
                        .toList());
    }

    private static OwnLine own(Line line, List<Objection> objections, boolean open, Optional<String> next) {
        return new OwnLine(
                line.no(),
                line.file().code(),
                line.file().closed(),
                line.file().category(),
                AllowancesWords.form(line),
                AllowancesWords.weight(line),
                AllowancesWords.state(line),
                line.sum().toPlainString(),
                AllowancesWords.said(line),
                objections.stream()
                        .map(each -> new OwnObjection(each.day(), each.reason(), AllowancesWords.answer(each)))
                        .toList(),
                open,
                next);
    }

    private Optional<String> next(Work work, Allowance sheet, Line line) {
        if (!line.missesDoer()) {
            return Optional.empty();
        }
        int months = parameters
                .at(work, "allowances.again-months", sheet.place().area(), work.today())
                .whole();
        return Optional.of("办结那天的人民调解员名册上没有您。您是人民调解员的，请本单位或者司法所的名册管理员登记，写上您的账号；登记以后 " + months
                + " 个月内由系统在后面的补贴单上列出。是别人主持调解的，请核算员“改由谁调的”。");
    }

    private static boolean open(Work work, Allowance sheet, String stage, Line line, List<Objection> objections) {
        var since = AllowancesRules.sinceShown(sheet, objections);
        return Set.of("SHOWN", "DRAWN", "CHECKED").contains(stage)
                && AllowancesRules.contestable(line.no(), work.today(), sheet.shownUntil(), since)
                        .isEmpty();
    }

    /// @param sheet the sheet's id
    /// @param line  the number of one's own line
    record Contesting(UUID sheet, int line, String reason) {

        /// What was not said at all counts as too short.
        Contesting {
            reason = Objects.requireNonNullElse(reason, "");
        }
    }

    /// The system moves the sheet, which the mediator doesn't reach, after it has seen that the line is theirs. For
    /// whom it does so stands in the trail.
    @PostMapping("/api/allowances/mine/contests")
    @Allowed(Allowed.Door.OFFICERS)
    OwnSheets contest(Actor actor, @RequestBody Contesting said) {
        int length = said.reason().strip().length();
        if (length < LEAST_WORDS || length > MOST_WORDS) {
            throw new Refused(Problem.fields(
                    List.of(new Problem.Field("reason", "写明为什么不同意，" + LEAST_WORDS + " 到 " + MOST_WORDS + " 个字。"))));
        }
        boolean theirs = transactions.run(
                Scope.job(JOB),
                work -> store.maybe(said.sheet())
                                .filter(sheet -> sheet.shownAt().isPresent())
                                .isPresent()
                        && store.lines(said.sheet()).stream()
                                .anyMatch(line -> line.no() == said.line() && line.shownTo(actor.person())));
        if (!theirs) {
            throw Refused.notFound("补贴");
        }
        var outcome = matters.getObject().move(said.sheet(), "contest", request(actor, said));
        if (outcome instanceof Outcome.Refusal refusal) {
            throw refusal.refused();
        }
        return mine(actor);
    }

    private static Request request(Actor actor, Contesting said) {
        var body = Canonical.MAPPER
                .createObjectNode()
                .put("line", said.line())
                .put("reason", said.reason().strip());
        // one objection a line and showing: a second request is refused by the rule, not taken for a repeat
        return new Request(
                Actor.system(JOB).onBehalfOf(actor),
                body,
                new Work.Key("allowances/contest", UUID.randomUUID().toString()),
                OptionalInt.empty(),
                Optional.empty());
    }
}
