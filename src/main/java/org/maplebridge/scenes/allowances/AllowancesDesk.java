package org.maplebridge.scenes.allowances;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.access.Takings;
import org.maplebridge.kernel.ground.Allowed;
import org.maplebridge.kernel.ground.AskedDay;
import org.maplebridge.kernel.ground.Items;
import org.maplebridge.kernel.ground.Page;
import org.maplebridge.kernel.ground.Problem;
import org.maplebridge.kernel.ground.Refused;
import org.maplebridge.kernel.ground.Sheet;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.matters.Matters;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The sheets somebody may see.
@RestController
class AllowancesDesk {

    private static final List<String> HEADS = List.of("月份", "单位", "编号", "环节", "计发和扣回的行", "暂不计发的行", "扣回（元）", "合计（元）");

    private final Transactions transactions;
    private final AllowancesStore store;
    private final AllowancesListing listing;
    private final AllowancesTitles titles;
    private final ObjectProvider<Matters> matters;
    private final Takings takings;

    AllowancesDesk(
            Transactions transactions,
            AllowancesStore store,
            AllowancesListing listing,
            AllowancesTitles titles,
            ObjectProvider<Matters> matters,
            Takings takings) {
        this.transactions = transactions;
        this.store = store;
        this.listing = listing;
        this.titles = titles;
        this.matters = matters;
        this.takings = takings;
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

    /// The newest month first.
    ///
    /// @param month any day of it; all, if not said
    /// @param stage the name of a stage
    /// @param agency whose sheets
    @GetMapping("/api/allowances")
    @Allowed(Allowed.Door.OFFICERS)
    Page<SheetRow> sheets(
            Actor actor,
            @RequestParam Optional<LocalDate> month,
            @RequestParam Optional<String> stage,
            @RequestParam Optional<UUID> agency,
            @RequestParam Optional<String> after,
            @RequestParam Optional<Integer> limit) {
        int most = Page.limit(limit);
        var wanted = wanted(month, stage, agency);
        var from = after.filter(text -> !text.isEmpty()).map(AllowancesListing::from);
        return transactions
                .run(actor.scope(), work -> listing.page(wanted, from, most))
                .map(this::row);
    }

    private AllowancesListing.Wanted wanted(Optional<LocalDate> month, Optional<String> stage, Optional<UUID> agency) {
        var asked = stage.filter(name -> !name.isBlank());
        if (asked.filter(name -> !titles.stages().contains(name)).isPresent()) {
            throw new Refused(Problem.fields(List.of(new Problem.Field("stage", "没有这个环节，请从列表里选。"))));
        }
        return new AllowancesListing.Wanted(
                month.map(day -> AskedDay.within("month", day).withDayOfMonth(1)), asked, agency);
    }

    private SheetRow row(AllowancesListing.Found found) {
        return new SheetRow(
                found.id(),
                found.code(),
                found.month(),
                found.office(),
                titles.stage(found.stage()),
                found.totals().lines(),
                found.totals().held(),
                found.totals().back().toPlainString(),
                found.totals().all().toPlainString());
    }

    record OfficeRow(UUID id, String name) {}

    /// Whose sheets there are, to choose among.
    @GetMapping("/api/allowances/offices")
    @Allowed(Allowed.Door.OFFICERS)
    Items<OfficeRow> offices(Actor actor) {
        return transactions.run(actor.scope(), work -> new Items<>(listing.offices(actor.scope())));
    }

    /// The list as a workbook.
    @GetMapping("/api/allowances/book")
    @Allowed(Allowed.Door.OFFICERS)
    ResponseEntity<Resource> list(
            Actor actor,
            @RequestParam Optional<LocalDate> month,
            @RequestParam Optional<String> stage,
            @RequestParam Optional<UUID> agency) {
        var wanted = wanted(month, stage, agency);
        return transactions.run(actor.scope(), work -> {
            var found = listing.page(wanted, Optional.empty(), Sheet.MOST);
            if (found.next().isPresent()) {
                throw Sheet.tooMany("allowances.book");
            }
            var rows = new ArrayList<List<String>>();
            rows.add(List.of("以案定补", "截至 " + work.today(), found.items().size() + " 张"));
            rows.add(HEADS);
            found.items().stream().map(this::row).map(AllowancesDesk::cells).forEach(rows::add);
            takings.book(
                    work,
                    actor,
                    new Takings.Book("以案定补", said(wanted), HEADS),
                    found.items().size());
            return Sheet.saved("以案定补 " + work.today(), Sheet.of("补贴单", rows));
        });
    }

    private String said(AllowancesListing.Wanted wanted) {
        return Stream.of(
                        wanted.month().map(Allowance::monthTitle),
                        wanted.stage().map(titles::stage),
                        wanted.agency().map(one -> "一个单位"))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("，"));
    }

    private static List<String> cells(SheetRow row) {
        return List.of(
                Allowance.monthTitle(row.month()),
                row.office(),
                row.code(),
                row.stageTitle(),
                "" + row.lines(),
                "" + row.held(),
                row.back(),
                row.sum());
    }

    /// One sheet as a workbook.
    @GetMapping("/api/allowances/{id}/book")
    @Allowed(Allowed.Door.OFFICERS)
    ResponseEntity<Resource> book(Actor actor, @PathVariable UUID id) {
        return transactions.run(actor.scope(), work -> {
            var sheet = matters.getObject()
                    .find(id)
                    .flatMap(seen -> store.maybe(id))
                    .orElseThrow(() -> Refused.notFound("补贴单"));
            var name = "以案定补 " + sheet.place().name() + " " + sheet.title();
            var lines = store.lines(id);
            takings.book(work, actor, new Takings.Book(name, "", List.of()), lines.size());
            return Sheet.saved(name, AllowancesSheet.of(sheet, lines));
        });
    }
}
