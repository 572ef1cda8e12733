package org.maplebridge.kernel.messages;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
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
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.matters.MatterRow;
import org.maplebridge.kernel.matters.MatterRowsView;
import org.maplebridge.kernel.trail.Trail;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Whom my office has to call because nothing written has reached them. The number is shown by a look with its purpose,
/// the result is kept by the verb `called`.
@RestController
class CallsDesk {

    private static final UUID FIRST = new UUID(0, 0);
    private static final List<String> HEADS = List.of("编号", "事项", "第几位当事人", "当事人", "为什么打电话", "几次没有接", "号码", "从哪天起");

    private final Transactions transactions;
    private final CallStore store;
    private final MatterRowsView rows;
    private final Trail trail;
    private final Takings takings;

    CallsDesk(Transactions transactions, CallStore store, MatterRowsView rows, Trail trail, Takings takings) {
        this.transactions = transactions;
        this.store = store;
        this.rows = rows;
        this.trail = trail;
        this.takings = takings;
    }

    /// Somebody to call.
    ///
    /// @param party their place among the parties; with it the number is asked for
    /// @param name masked
    /// @param say what to tell them
    /// @param caution what to heed
    /// @param unanswered how often nobody has answered
    /// @param wrong whether the number is not theirs and has to be put right first
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Call(
            UUID id,
            CallFor matter,
            int party,
            String name,
            String say,
            String why,
            Optional<String> caution,
            int unanswered,
            boolean wrong,
            Instant since) {}

    record CallFor(UUID id, String code, String title) {}

    /// @param why a reason by its name, such as `LANDLINE`
    /// @param wrong only those whose number has to be put right first
    /// @param from the first day since when they wait
    /// @param until the last
    @GetMapping("/api/calls")
    @Allowed(Allowed.Door.OFFICERS)
    Page<Call> calls(
            @RequestParam Optional<String> why,
            @RequestParam(defaultValue = "false") boolean wrong,
            @RequestParam Optional<LocalDate> from,
            @RequestParam Optional<LocalDate> until,
            @RequestParam Optional<String> after,
            @RequestParam Optional<Integer> limit,
            Actor actor) {
        int most = Page.limit(limit);
        var wanted = wanted(why, wrong, from, until);
        var begin = after.filter(text -> !text.isEmpty()).map(Boxes::key).orElse(FIRST);
        return transactions.run(actor.scope(), work -> page(work, actor, wanted, begin, most));
    }

    private static CallStore.Wanted wanted(
            Optional<String> why, boolean wrong, Optional<LocalDate> from, Optional<LocalDate> until) {
        var asked = why.filter(name -> !name.isBlank());
        var known = asked.flatMap(name -> Arrays.stream(Why.values())
                .filter(each -> each.name().equals(name))
                .findFirst());
        if (asked.isPresent() && known.isEmpty()) {
            throw new Refused(Problem.fields(List.of(new Problem.Field("why", "没有这个原因，请从列表里选。"))));
        }
        return new CallStore.Wanted(
                known,
                wrong,
                from.map(day -> AskedDay.within("from", day)),
                until.map(day -> AskedDay.within("until", day)));
    }

    private Page<Call> page(Work work, Actor actor, CallStore.Wanted wanted, UUID after, int most) {
        var lines = lines(work, actor, wanted, after, most);
        return new Page<>(
                lines.items().stream().flatMap(line -> shown(line).stream()).toList(), lines.next());
    }

    /// A call and what stands beside it.
    private record CallLine(MessageStore.Kept call, MatterRow row, CallStore.Beside beside) {}

    /// Of those whose matters the actor sees; however many there are, in a handful of statements.
    private Page<CallLine> lines(Work work, Actor actor, CallStore.Wanted wanted, UUID after, int most) {
        if (actor.agency().isEmpty()) {
            return new Page<>(List.of(), Optional.empty());
        }
        var page = Page.cut(
                store.calls(actor.agency().get(), wanted, after, most + 1),
                most,
                call -> List.of(call.id().toString()));
        var beside = store.beside(page.items());
        Map<UUID, MatterRow> found = new HashMap<>();
        var matters =
                page.items().stream().map(MessageStore.Kept::about).distinct().toList();
        rows.rows(work, actor, matters).forEach(row -> found.put(row.id(), row));
        return new Page<>(
                page.items().stream()
                        .filter(call -> found.containsKey(call.about()))
                        .map(call -> new CallLine(
                                call,
                                Objects.requireNonNull(found.get(call.about())),
                                beside.getOrDefault(call.id(), CallStore.Beside.NOTHING)))
                        .toList(),
                page.next());
    }

    record Reason(String name, String title) {}

    /// Why somebody is called, to choose among.
    @GetMapping("/api/calls/reasons")
    @Allowed(Allowed.Door.OFFICERS)
    Items<Reason> reasons() {
        return new Items<>(Arrays.stream(Why.values())
                .map(each -> new Reason(each.name(), each.title()))
                .toList());
    }

    /// The list as a workbook: no number, no words to be said, names as masked as on the page.
    @GetMapping("/api/calls/book")
    @Allowed(Allowed.Door.OFFICERS)
    ResponseEntity<Resource> book(
            @RequestParam Optional<String> why,
            @RequestParam(defaultValue = "false") boolean wrong,
            @RequestParam Optional<LocalDate> from,
            @RequestParam Optional<LocalDate> until,
            Actor actor) {
        var wanted = wanted(why, wrong, from, until);
        return transactions.run(actor.scope(), work -> {
            var page = lines(work, actor, wanted, FIRST, Sheet.MOST);
            if (page.next().isPresent()) {
                throw Sheet.tooMany("messages.book");
            }
            var rows = new ArrayList<List<String>>();
            rows.add(List.of("电话通知", "截至 " + work.today(), page.items().size() + " 位"));
            rows.add(HEADS);
            page.items().forEach(line -> rows.add(cells(line)));
            takings.book(
                    work,
                    actor,
                    new Takings.Book("电话通知", wanted.why().map(Why::title).orElse(""), HEADS),
                    page.items().size());
            return Sheet.saved("电话通知 " + work.today(), Sheet.of("电话通知", rows));
        });
    }

    private static List<String> cells(CallLine line) {
        return List.of(
                line.row().code(),
                line.row().title(),
                "" + line.call().party(),
                line.beside().name(),
                Why.valueOf(line.call().why()).title(),
                "" + line.beside().unanswered(),
                wrong(line.call()) ? "不是本人的，要更正" : "",
                line.call().createdAt().atZone(Work.ZONE).toLocalDate().toString());
    }

    private static boolean wrong(MessageStore.Kept call) {
        return call.state().equals("WRONG");
    }

    private Optional<Call> shown(CallLine line) {
        var call = line.call();
        var key = trail.key(call.about());
        if (key.isEmpty() || call.sealed().isEmpty()) {
            return Optional.empty();
        }
        var opened = Sealed.opened(key.get(), call.id(), call.sealed().get());
        boolean shared = call.why().equals(Why.SHARED.name());
        var caution = call.careful()
                ? Optional.of(shared ? "不要打这个电话：与对方共用，或者有危险。请当面告知本人。" : "先确认接电话的是本人、说话方便，再说事；不是本人就说打错了。")
                : Optional.of("这个电话不止一位当事人在用，先确认接电话的是谁。").filter(words -> shared);
        return Optional.of(new Call(
                call.id(),
                new CallFor(line.row().id(), line.row().code(), line.row().title()),
                call.party(),
                line.beside().name(),
                opened.text(),
                Why.valueOf(call.why()).title(),
                caution,
                line.beside().unanswered(),
                wrong(call),
                call.createdAt()));
    }
}
