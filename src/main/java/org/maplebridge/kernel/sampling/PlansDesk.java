package org.maplebridge.kernel.sampling;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.ground.Allowed;
import org.maplebridge.kernel.ground.Hash;
import org.maplebridge.kernel.ground.Ids;
import org.maplebridge.kernel.ground.Page;
import org.maplebridge.kernel.ground.Problem;
import org.maplebridge.kernel.ground.Refused;
import org.maplebridge.kernel.ground.SubmitKey;
import org.maplebridge.kernel.ground.Takes;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.orgs.Agency;
import org.maplebridge.kernel.orgs.Area;
import org.maplebridge.kernel.orgs.Offices;
import org.maplebridge.kernel.parameters.Parameters;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Samples are ordered here, and computed again by whoever doubts them.
@RestController
class PlansDesk {

    private static final String ORGANISER = "sampling.organiser";

    private final Transactions transactions;
    private final PlanStore store;
    private final Offices offices;
    private final Parameters parameters;

    PlansDesk(Transactions transactions, PlanStore store, Offices offices, Parameters parameters) {
        this.transactions = transactions;
        this.store = store;
        this.offices = offices;
        this.parameters = parameters;
    }

    /// What is ordered.
    ///
    /// @param percent of a hundred, or else
    /// @param number how many in all
    record NewPlan(
            String title,
            String purpose,
            String scene,
            String area,
            Optional<String> stage,
            LocalDate from,
            LocalDate until,
            Optional<Integer> percent,
            Optional<Integer> number) {}

    /// A sample and how far it has come.
    ///
    /// @param drawnAt when it was drawn; until then it waits for its last day and the next root of the log
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record PlanRow(
            UUID id,
            String kind,
            String kindTitle,
            String title,
            String purpose,
            String scene,
            String area,
            String areaName,
            LocalDate from,
            LocalDate until,
            Optional<Integer> percent,
            Optional<Integer> number,
            String orderer,
            Optional<String> office,
            Instant orderedAt,
            Optional<Instant> drawnAt,
            int population,
            int drawn,
            int dropped) {}

    @GetMapping("/api/reviews/plans")
    @Allowed(value = Allowed.Door.OFFICERS, roles = ORGANISER)
    Page<PlanRow> plans(Actor actor, @RequestParam Optional<UUID> after) {
        return transactions.run(actor.scope(), work -> {
            var found = store.newest(after, 51);
            var rows = rows(work, found.subList(0, Math.min(50, found.size())));
            var next = found.size() > 50 ? Optional.of(rows.getLast().id().toString()) : Optional.<String>empty();
            return new Page<>(rows, next);
        });
    }

    @PostMapping("/api/reviews/plans")
    @Allowed(value = Allowed.Door.OFFICERS, roles = ORGANISER)
    @Takes(key = true)
    @ResponseStatus(HttpStatus.CREATED)
    PlanRow order(
            Actor actor,
            @RequestBody NewPlan said,
            @RequestHeader(name = SubmitKey.HEADER, required = false) Optional<String> key) {
        var once = SubmitKey.read(key);
        return transactions.run(actor.scope(), work -> {
            var ordered = checked(work, actor, said);
            var orderer = new Plan.Orderer(actor.id(), actor.name(), actor.agency());
            var id = Ids.at(work.now());
            var text = Plan.text(id, ordered, orderer, work.now());
            var plan = store.add(new Plan(id, ordered, orderer, work.now(), text, Optional.empty()), once);
            if (!plan.ordered().equals(ordered)) {
                throw SubmitKey.reused();
            }
            return rows(work, List.of(plan)).getFirst();
        });
    }

    private Plan.Ordered checked(Work work, Actor actor, NewPlan said) {
        var faults = new ArrayList<Problem.Field>();
        text(faults, "title", said.title(), 2, 60);
        text(faults, "purpose", said.purpose(), 4, 300);
        var directory = offices.at(work);
        boolean mine = actor.agency()
                .flatMap(directory::agency)
                .filter(agency -> agency.covers(said.area()))
                .isPresent();
        if (directory.area(said.area()).isEmpty() || !mine) {
            faults.add(new Problem.Field("area", "请选本单位辖区里的地区。"));
        }
        if (said.until().isBefore(said.from())) {
            faults.add(new Problem.Field("until", "止日不能早于起日。"));
        }
        if (said.from().plusYears(1).isBefore(said.until())) {
            faults.add(new Problem.Field("from", "一次最多抽一年内办结的。"));
        }
        if (said.percent().isPresent() == said.number().isPresent()) {
            faults.add(new Problem.Field("percent", "比例和件数，填其中一个。"));
        }
        said.percent()
                .filter(percent -> percent < 1 || percent > 100)
                .ifPresent(percent -> faults.add(new Problem.Field("percent", "比例应是 1 到 100 的整数。")));
        int most = parameters
                .at(work, "sampling.most", directory.rootArea().map(Area::path).orElse(said.area()), work.today())
                .whole();
        said.number()
                .filter(number -> number < 1 || number > most)
                .ifPresent(number -> faults.add(new Problem.Field("number", "件数应在 1 到 " + most + " 之间。")));
        if (!faults.isEmpty()) {
            throw new Refused(Problem.fields(faults));
        }
        return new Plan.Ordered(
                Plan.Kind.REVIEW,
                said.title().strip(),
                said.purpose().strip(),
                said.scene(),
                said.area(),
                said.stage().filter(stage -> !stage.isBlank()),
                said.from(),
                said.until(),
                said.percent().map(percent -> BigDecimal.valueOf(percent, 2).setScale(4)),
                said.number());
    }

    private static void text(List<Problem.Field> faults, String name, String said, int least, int most) {
        int length = said.strip().length();
        if (length < least || length > most) {
            faults.add(new Problem.Field(name, "请写 " + least + " 到 " + most + " 个字。"));
        }
    }

    private List<PlanRow> rows(Work work, List<Plan> plans) {
        var counts = store.counts(plans.stream().map(Plan::id).toList()).stream()
                .collect(Collectors.toMap(PlanStore.Counts::plan, each -> each));
        var directory = offices.at(work);
        return plans.stream()
                .map(plan -> {
                    var ordered = plan.ordered();
                    var count = counts.getOrDefault(plan.id(), new PlanStore.Counts(plan.id(), 0, 0, 0, 0));
                    return new PlanRow(
                            plan.id(),
                            ordered.kind().name(),
                            ordered.kind().title(),
                            ordered.title(),
                            ordered.purpose(),
                            ordered.scene(),
                            ordered.area(),
                            directory.fullName(ordered.area()),
                            ordered.from(),
                            ordered.until(),
                            ordered.share().map(share -> share.movePointRight(2).intValue()),
                            ordered.number(),
                            plan.orderer().name(),
                            plan.orderer().agency().flatMap(directory::agency).map(Agency::name),
                            plan.orderedAt(),
                            plan.drawn().map(Plan.Drawn::at),
                            count.population(),
                            count.drawn(),
                            count.dropped());
                })
                .toList();
    }

    /// Everything by which a draw is computed again.
    ///
    /// @param text the plan as it is hashed
    /// @param size of the log whose root it is; anybody gets the root from the public log
    /// @param quotas how many of each office
    /// @param files everything it was drawn from, in order within each office
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record SampleProof(
            String text,
            String how,
            Optional<Long> size,
            Optional<Hash> root,
            Optional<Hash> seed,
            List<Quota> quotas,
            List<ProofFile> files) {}

    /// How many of so many files of an office.
    record Quota(UUID office, int files, int drawn) {}

    /// @param key SM3(seed ‖ id)
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record ProofFile(UUID id, UUID office, int place, Hash key, boolean drawn, Optional<String> dropped) {}

    @GetMapping("/api/reviews/plans/{id}/proof")
    @Allowed(value = Allowed.Door.OFFICERS, roles = ORGANISER)
    SampleProof proof(Actor actor, @PathVariable UUID id) {
        return transactions.run(actor.scope(), work -> {
            var plan = store.find(id).orElseThrow(() -> Refused.notFound("抽查"));
            var members = store.members(id);
            var sizes = members.stream()
                    .collect(Collectors.groupingBy(PlanStore.Member::stratum, Collectors.summingInt(each -> 1)));
            return new SampleProof(
                    plan.text(),
                    "种子 = SM3(“maplebridge/sample/1\\n” ‖ 计划原文 ‖ 总账的根)；次序 = SM3(种子 ‖ 事项标识的十六字节)，按承办单位分层，每层至少一件。",
                    plan.drawn().map(Plan.Drawn::size),
                    plan.drawn().map(Plan.Drawn::root),
                    plan.drawn().map(Plan.Drawn::seed),
                    Draw.quotas(sizes, plan.ordered().wanted(members.size())).entrySet().stream()
                            .map(quota ->
                                    new Quota(quota.getKey(), sizes.getOrDefault(quota.getKey(), 0), quota.getValue()))
                            .toList(),
                    plan.drawn().stream()
                            .flatMap(drawn -> members.stream()
                                    .map(each -> new ProofFile(
                                            each.about(),
                                            each.stratum(),
                                            each.place(),
                                            Draw.key(drawn.seed(), each.about()),
                                            each.drawn(),
                                            each.dropped())))
                            .toList());
        });
    }
}
