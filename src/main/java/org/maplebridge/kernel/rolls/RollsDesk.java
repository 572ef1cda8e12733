package org.maplebridge.kernel.rolls;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.access.Takings;
import org.maplebridge.kernel.ground.Allowed;
import org.maplebridge.kernel.ground.Page;
import org.maplebridge.kernel.ground.Problem;
import org.maplebridge.kernel.ground.Refused;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.ground.Words;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.orgs.Agency;
import org.maplebridge.kernel.orgs.Offices;
import org.maplebridge.kernel.rolls.RollReading.LineShown;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Registers, for any officer: of an area and below, as of any day, page by page and as a workbook.
@RestController
class RollsDesk {

    static final String REGISTRAR = "kernel.registrar";
    static final String KEEPER = "rolls.keeper";
    private static final String SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final int MOST_IN_BOOK = 20_000;
    private static final int MOST_DUE = 200;
    private static final UUID FIRST = new UUID(0, 0);
    private static final List<String> STATES = List.of("current", "ended", "all");

    private final Transactions transactions;
    private final RollBook book;
    private final RollStore store;
    private final RollReading reading;
    private final RollKeeping keeping;
    private final Offices offices;
    private final Takings takings;

    RollsDesk(
            Transactions transactions,
            RollBook book,
            RollStore store,
            RollReading reading,
            RollKeeping keeping,
            Offices offices,
            Takings takings) {
        this.transactions = transactions;
        this.book = book;
        this.store = store;
        this.reading = reading;
        this.keeping = keeping;
        this.offices = offices;
        this.takings = takings;
    }

    /// @param due how many end soon, or have ended without another, in the reader's area; at most two hundred are
    /// counted
    record RollShown(Roll roll, List<Roll> parts, int due) {}

    /// @param keeps whether the reader may write
    record AllRolls(List<RollShown> items, String area, String areaName, boolean keeps) {}

    @GetMapping("/api/rolls")
    @Allowed(Allowed.Door.OFFICERS)
    AllRolls all(Actor actor) {
        return transactions.run(actor.scope(), work -> {
            var area = own(work, actor);
            var items = book.all().stream()
                    .filter(roll -> roll.of().isEmpty())
                    .map(roll -> new RollShown(
                            roll,
                            book.partsOf(roll.name()),
                            store.listed(
                                            wanted(work, roll, new Asked(area, "", "", "current", work.today(), true)),
                                            "",
                                            FIRST,
                                            MOST_DUE)
                                    .size()))
                    .toList();
            boolean keeps = actor.has(REGISTRAR) || actor.has(KEEPER);
            return new AllRolls(items, area, offices.at(work).fullName(area), keeps);
        });
    }

    private record Asked(String area, String words, String kind, String state, LocalDate day, boolean due) {}

    private String own(Work work, Actor actor) {
        return actor.agency()
                .flatMap(offices.at(work)::agency)
                .map(Agency::area)
                .orElseThrow(() -> Refused.notYours("名册按岗位所在的区域看，请先选定岗位。"));
    }

    /// The register of any area may be read: whom to ask in the next town is no secret.
    private Asked asked(
            Work work,
            Actor actor,
            Roll roll,
            Optional<String> area,
            Optional<String> q,
            Optional<String> kind,
            Optional<String> state,
            Optional<LocalDate> on,
            boolean due) {
        var form = new RollForm();
        var place = area.filter(path -> !path.isBlank()).orElseGet(() -> own(work, actor));
        form.require(offices.at(work).area(place).isPresent(), "area", "没有这个地方。");
        var words = Words.kept(q.orElse(""));
        Words.fault(words, 60, false).ifPresent(fault -> form.require(false, "q", fault));
        require(form, on);
        var kinds = roll.field("kind").map(Roll.Field::choices).orElse(java.util.Map.of());
        var one = kind.filter(word -> !word.isBlank());
        form.require(one.map(kinds::containsKey).orElse(true), "kind", "没有这一类，请从列出的里面选。");
        var wanted = state.filter(word -> !word.isBlank()).orElse("current");
        form.require(STATES.contains(wanted), "state", "应是 current（现行）、ended（已结束）、all（全部）之一。");
        form.settle();
        return new Asked(place, words, one.orElse(""), wanted, on.orElseGet(work::today), due);
    }

    private static void require(RollForm form, Optional<LocalDate> on) {
        form.require(on.map(RollForm::known).orElse(true), "on", "日子不对，请核对年份。");
    }

    private RollStore.Wanted wanted(Work work, Roll roll, Asked asked) {
        int warn = keeping.numbers(work, asked.area(), work.today()).applyAsInt("rolls.warn-days");
        var single = book.partsOf(roll.name()).stream()
                .filter(part -> part.name().equals("terms"))
                .map(Roll::name)
                .toList();
        return new RollStore.Wanted(
                roll.name(),
                asked.area(),
                Optional.of(asked.words()).filter(words -> !words.isEmpty()),
                Optional.of(asked.kind()).filter(words -> !words.isEmpty()),
                asked.state(),
                asked.day(),
                asked.due(),
                asked.day().plusDays(warn),
                single);
    }

    private static String name(String after) {
        if (Words.fault(after, 200, false).isPresent()) {
            throw Page.foreign();
        }
        return after;
    }

    /// @param q     a piece of the name, the speciality or the office
    /// @param kind  one of the register's kinds
    /// @param state `current` (the default), `ended` or `all`
    /// @param on    as of that day; today, if not said
    /// @param due   only what ends soon
    @GetMapping("/api/rolls/{roll}")
    @Allowed(Allowed.Door.OFFICERS)
    Page<LineShown> list(
            Actor actor,
            @PathVariable String roll,
            @RequestParam Optional<String> area,
            @RequestParam Optional<String> q,
            @RequestParam Optional<String> kind,
            @RequestParam Optional<String> state,
            @RequestParam Optional<LocalDate> on,
            @RequestParam(defaultValue = "false") boolean due,
            @RequestParam Optional<String> after,
            @RequestParam Optional<Integer> limit) {
        var found = book.whole(roll);
        int most = Page.limit(limit);
        return transactions.run(actor.scope(), work -> {
            var asked = asked(work, actor, found, area, q, kind, state, on, due);
            var key = after.filter(text -> !text.isEmpty()).map(text -> Page.decode(text, 2));
            var rows = store.listed(
                    wanted(work, found, asked),
                    key.map(node -> name(node.path(0).asString(""))).orElse(""),
                    key.map(node -> RollForm.id(node.path(1).asString("")).orElseThrow(Page::foreign))
                            .orElse(FIRST),
                    most + 1);
            var page =
                    Page.cut(rows, most, row -> List.of(row.name(), row.line().toString()));
            return new Page<>(reading.lines(work, page.items(), asked.day()), page.next());
        });
    }

    /// How many of each kind, and how many of the year.
    ///
    /// @param goal what is aimed at for the year, with where that is said
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Counted(int current, int begun, int year, List<OfKind> kinds, Optional<RollGoal> goal) {}

    record OfKind(String kind, String title, int current, int begun) {}

    record RollGoal(int value, String source) {}

    @GetMapping("/api/rolls/{roll}/counts")
    @Allowed(Allowed.Door.OFFICERS)
    Counted counts(
            Actor actor,
            @PathVariable String roll,
            @RequestParam Optional<String> area,
            @RequestParam Optional<LocalDate> on) {
        var found = book.whole(roll);
        return transactions.run(actor.scope(), work -> {
            var asked =
                    asked(work, actor, found, area, Optional.empty(), Optional.empty(), Optional.empty(), on, false);
            var counts = store.counts(roll, asked.area(), asked.day());
            var titles = found.field("kind").map(Roll.Field::choices).orElse(java.util.Map.of());
            return new Counted(
                    counts.stream().mapToInt(RollStore.Count::current).sum(),
                    counts.stream().mapToInt(RollStore.Count::begun).sum(),
                    asked.day().getYear(),
                    counts.stream()
                            .filter(each -> titles.containsKey(each.kind()))
                            .map(each -> new OfKind(
                                    each.kind(), titles.getOrDefault(each.kind(), ""), each.current(), each.begun()))
                            .toList(),
                    keeping.goal(work, roll, asked.area()));
        });
    }

    /// As a workbook; nothing in it is a formula.
    @GetMapping("/api/rolls/{roll}/book")
    @Allowed(Allowed.Door.OFFICERS)
    ResponseEntity<Resource> book(
            Actor actor,
            @PathVariable String roll,
            @RequestParam Optional<String> area,
            @RequestParam Optional<String> q,
            @RequestParam Optional<String> kind,
            @RequestParam Optional<String> state,
            @RequestParam Optional<LocalDate> on,
            @RequestParam(defaultValue = "false") boolean due) {
        var found = book.whole(roll);
        var bytes = transactions.run(actor.scope(), work -> {
            var asked = asked(work, actor, found, area, q, kind, state, on, due);
            var rows = store.listed(wanted(work, found, asked), "", FIRST, MOST_IN_BOOK + 1);
            if (rows.size() > MOST_IN_BOOK) {
                throw new Refused(Problem.of(422, "too-many", "一份表格装不下", "最多导出 " + MOST_IN_BOOK + " 条。")
                        .withRule("rolls.book")
                        .withNext("选一个小一些的地方，或者加上筛选，再导出。"));
            }
            var filters = offices.at(work).fullName(asked.area()) + "，截至 " + asked.day();
            takings.book(work, actor, new Takings.Book(found.title(), filters, List.of()), rows.size());
            return RollSheet.of(found, reading.lines(work, rows, asked.day()), asked.day());
        });
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(SHEET))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(found.title() + ".xlsx", java.nio.charset.StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(new ByteArrayResource(bytes));
    }
}
