package org.maplebridge.scenes.gradings;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.access.Takings;
import org.maplebridge.kernel.ground.Allowed;
import org.maplebridge.kernel.ground.Canonical;
import org.maplebridge.kernel.ground.Page;
import org.maplebridge.kernel.ground.Problem;
import org.maplebridge.kernel.ground.Refused;
import org.maplebridge.kernel.ground.Sheet;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.matters.Matters;
import org.maplebridge.kernel.matters.Outcome;
import org.maplebridge.kernel.matters.Request;
import org.maplebridge.kernel.rolls.MediatorRoll;
import org.maplebridge.scenes.gradings.Grading.Factor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What a mediator sees of their own gradings, and the list for those who prepare them. A mediator often sits where
/// the matter is out of reach: whose it is, is told by the register, and only then the system reads it for them.
@RestController
class GradingsDesk {

    private static final String JOB = "gradings";
    private static final Actor SYSTEM = Actor.system(JOB);
    private static final Set<String> STAGES =
            GradingsLifecycle.LIFE.stages().stream().map(Enum::name).collect(Collectors.toSet());

    private final Transactions transactions;
    private final GradingsStore store;
    private final GradingsBook book;
    private final GradingsOwn own;
    private final GradingsListing listing;
    private final MediatorRoll roll;
    private final ObjectProvider<Matters> matters;
    private final Takings takings;

    GradingsDesk(
            Transactions transactions,
            GradingsStore store,
            GradingsBook book,
            GradingsOwn own,
            GradingsListing listing,
            MediatorRoll roll,
            ObjectProvider<Matters> matters,
            Takings takings) {
        this.transactions = transactions;
        this.store = store;
        this.book = book;
        this.own = own;
        this.listing = listing;
        this.roll = roll;
        this.matters = matters;
        this.takings = takings;
    }

    /// @param registered whether the register has a mediator with this account
    record OwnGradings(boolean registered, List<GradingsOwn.OwnGrading> items) {}

    @GetMapping("/api/gradings/mine")
    @Allowed(Allowed.Door.OFFICERS)
    OwnGradings mine(Actor actor) {
        var lines = lines(actor);
        var found = of(lines);
        var seen = transactions.run(
                actor.scope(),
                work -> found.stream()
                        .map(each -> each.with(own.files(each.behind())))
                        .toList());
        return new OwnGradings(
                !lines.isEmpty(), seen.stream().map(GradingsOwn.Read::shown).toList());
    }

    /// Somebody may stand in the register more than once, and may have left.
    private List<UUID> lines(Actor actor) {
        return transactions.run(actor.scope(), work -> roll.linesOf(actor.person()));
    }

    private List<GradingsOwn.Read> of(List<UUID> lines) {
        return transactions.run(
                SYSTEM.scope(),
                work -> lines.stream()
                        .flatMap(line -> store.own(line).stream())
                        .flatMap(each -> own.read(each, work.today()).stream())
                        .sorted(Comparator.comparingInt(each -> -each.shown().year()))
                        .toList());
    }

    /// What a mediator says against a factor. What is missing is named by the form of the verb.
    record Objection(Optional<Factor> factor, Optional<String> words, Optional<String> wanted) {}

    @PostMapping("/api/gradings/mine/{id}/contest")
    @Allowed(Allowed.Door.OFFICERS)
    OwnGradings contest(Actor actor, @PathVariable UUID id, @RequestBody Objection said) {
        var lines = lines(actor);
        int before = transactions.run(
                SYSTEM.scope(),
                work -> lines.stream().anyMatch(each -> store.own(each).contains(id))
                                && own.read(id, work.today()).isPresent()
                        ? book.contests(id).size()
                        : -1);
        if (before < 0) {
            throw Refused.notFound("等级评定");
        }
        var body = Canonical.MAPPER.createObjectNode();
        said.factor().ifPresent(factor -> body.put("factor", factor.name()));
        said.words().ifPresent(words -> body.put("words", words));
        said.wanted().ifPresent(wanted -> body.put("wanted", wanted));
        var request = new Request(
                SYSTEM.onBehalfOf(actor),
                body,
                new Work.Key("gradings/contest", "contest-" + id + "-" + before),
                OptionalInt.empty(),
                Optional.empty());
        if (matters.getObject().move(id, "contest", request) instanceof Outcome.Refusal refusal) {
            throw refusal.refused();
        }
        return mine(actor);
    }

    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record GradingRow(
            UUID id,
            String name,
            String areaName,
            int year,
            String stage,
            String stageTitle,
            Optional<String> grade,
            Optional<String> paper,
            Optional<LocalDate> day) {}

    /// By name, never by points.
    @GetMapping("/api/gradings")
    @Allowed(
            value = Allowed.Door.OFFICERS,
            roles = {GradingsLifecycle.KEEPER, GradingsLifecycle.DECIDER})
    Page<GradingRow> list(
            Actor actor,
            @RequestParam Optional<Integer> year,
            @RequestParam Optional<String> stage,
            @RequestParam Optional<String> after,
            @RequestParam Optional<Integer> limit) {
        int most = Page.limit(limit);
        var from = after.filter(text -> !text.isEmpty()).map(GradingsListing::from);
        var asked = stage.filter(name -> !name.isBlank());
        if (asked.filter(name -> !STAGES.contains(name)).isPresent()) {
            throw new Refused(Problem.fields(List.of(new Problem.Field("stage", "没有这个环节，请从列表里选。"))));
        }
        return transactions.run(
                actor.scope(), work -> listing.page(year.orElse(work.today().getYear() - 1), asked, from, most));
    }

    /// The decided grades of a year as a workbook.
    @GetMapping("/api/gradings/book")
    @Allowed(
            value = Allowed.Door.OFFICERS,
            roles = {GradingsLifecycle.KEEPER, GradingsLifecycle.DECIDER})
    ResponseEntity<Resource> book(Actor actor, @RequestParam Optional<Integer> year) {
        return transactions.run(actor.scope(), work -> {
            int asked = year.orElse(work.today().getYear() - 1);
            var decided = listing.decided(asked);
            takings.book(work, actor, new Takings.Book("调解员等级", asked + " 年", List.of()), decided.size());
            return Sheet.saved("调解员等级-" + asked, GradingsListing.sheet(asked, work.today(), decided));
        });
    }
}
