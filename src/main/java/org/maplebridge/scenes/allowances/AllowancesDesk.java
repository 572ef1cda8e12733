package org.maplebridge.scenes.allowances;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
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
import org.maplebridge.kernel.matters.Matter;
import org.maplebridge.kernel.matters.Matters;
import org.maplebridge.kernel.matters.Outcome;
import org.maplebridge.kernel.matters.Request;
import org.maplebridge.scenes.allowances.Allowance.Line;
import org.maplebridge.scenes.allowances.Allowance.Objection;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The sheets somebody may see; and for a mediator, who sees none of them, their own lines.
@RestController
class AllowancesDesk {

    private static final String BOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String JOB = "allowances";
    private static final int MOST_SHEETS = 200;
    private static final int MOST_OWN = 24;
    private static final int LEAST_WORDS = 4;
    private static final int MOST_WORDS = 1000;

    private final Transactions transactions;
    private final AllowancesStore store;
    private final AllowancesBook book;
    private final AllowancesTitles titles;
    private final ObjectProvider<Matters> matters;

    AllowancesDesk(
            Transactions transactions,
            AllowancesStore store,
            AllowancesBook book,
            AllowancesTitles titles,
            ObjectProvider<Matters> matters) {
        this.transactions = transactions;
        this.store = store;
        this.book = book;
        this.titles = titles;
        this.matters = matters;
    }

    /// @param sum in yuan, what is taken back already off
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record SheetRow(
            UUID id,
            String code,
            LocalDate month,
            String office,
            String stageTitle,
            int lines,
            int held,
            String back,
            String sum) {}

    record SheetRows(List<SheetRow> items) {}

    /// @param month its first day; all, if not said
    @GetMapping("/api/allowances")
    @Allowed(Allowed.Door.OFFICERS)
    SheetRows sheets(Actor actor, @RequestParam Optional<LocalDate> month) {
        return transactions.run(
                actor.scope(),
                work -> new SheetRows(book.sheets(month.map(day -> day.withDayOfMonth(1)), MOST_SHEETS).stream()
                        .flatMap(sheet ->
                                matters.getObject().find(sheet.id()).map(matter -> row(sheet, matter)).stream())
                        .toList()));
    }

    private SheetRow row(Allowance sheet, Matter matter) {
        var lines = store.lines(sheet.id());
        var totals = AllowancesRules.totals(lines);
        return new SheetRow(
                sheet.id(),
                sheet.code(),
                sheet.month(),
                sheet.place().name(),
                titles.stage(matter.stage().name()),
                totals.lines(),
                (int) lines.stream()
                        .filter(line -> line.state() == Allowance.State.HELD)
                        .count(),
                totals.back().toPlainString(),
                totals.all().toPlainString());
    }

    /// A line of one's own.
    ///
    /// @param sum in yuan
    /// @param mayContest whether its owner may object to it today
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
            boolean mayContest) {}

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

    /// By the register's member of staff: nobody is shown anybody else's lines or sums.
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
        var lines =
                store.lines(sheet.id()).stream().filter(line -> line.of(person)).toList();
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
                                open(work, sheet, stage, line, objections)))
                        .toList());
    }

    private static OwnLine own(Line line, List<Objection> objections, boolean open) {
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
                open);
    }

    private static boolean open(Work work, Allowance sheet, String stage, Line line, List<Objection> objections) {
        var since =
                sheet.shownAt().map(at -> at.atZone(Work.ZONE).toLocalDate()).orElse(work.today());
        return Set.of("SHOWN", "DRAWN", "CHECKED").contains(stage)
                && AllowancesRules.contestable(line.no(), work.today(), sheet.shownUntil(), since, objections)
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
                                .anyMatch(line -> line.no() == said.line() && line.of(actor.person())));
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
        var system = new Actor(
                Actor.Kind.SYSTEM,
                Actor.NOBODY,
                JOB,
                Optional.empty(),
                Optional.empty(),
                Optional.of(actor.id()),
                Set.of(),
                Scope.job(JOB));
        var body = Canonical.MAPPER
                .createObjectNode()
                .put("line", said.line())
                .put("reason", said.reason().strip());
        // one objection a line and showing: a second request is refused by the rule, not taken for a repeat
        return new Request(
                system,
                body,
                new Work.Key("allowances/contest", UUID.randomUUID().toString()),
                OptionalInt.empty(),
                Optional.empty());
    }

    /// As a workbook.
    @GetMapping("/api/allowances/{id}/book")
    @Allowed(Allowed.Door.OFFICERS)
    ResponseEntity<Resource> book(Actor actor, @PathVariable UUID id) {
        return transactions.run(actor.scope(), work -> {
            var sheet = matters.getObject()
                    .find(id)
                    .flatMap(seen -> store.maybe(id))
                    .orElseThrow(() -> Refused.notFound("补贴单"));
            var name = "以案定补 " + sheet.place().name() + " " + sheet.title() + ".xlsx";
            return ResponseEntity.ok()
                    .contentType(MediaType.parseMediaType(BOOK))
                    .header(
                            HttpHeaders.CONTENT_DISPOSITION,
                            ContentDisposition.attachment()
                                    .filename(name, StandardCharsets.UTF_8)
                                    .build()
                                    .toString())
                    .body(new ByteArrayResource(AllowancesSheet.of(sheet, store.lines(id))));
        });
    }
}
