package org.maplebridge.kernel.access;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maplebridge.kernel.ground.Allowed;
import org.maplebridge.kernel.ground.Items;
import org.maplebridge.kernel.ground.Problem;
import org.maplebridge.kernel.ground.Refused;
import org.maplebridge.kernel.ground.SubmitKey;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.orgs.Agency;
import org.maplebridge.kernel.orgs.Area;
import org.maplebridge.kernel.orgs.Offices;
import org.maplebridge.kernel.parameters.Parameter;
import org.maplebridge.kernel.parameters.Parameters;
import org.maplebridge.kernel.parameters.Proposal;
import org.maplebridge.kernel.parameters.Proposals;
import org.maplebridge.kernel.parameters.Verification;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// How legal officers change a number: one proposes, another of the area decides. It stands here and not with the
/// numbers because it must know who asks.
@RestController
class ProposalsDesk {

    private static final String LEGAL_OFFICER = "kernel.legal-officer";
    private static final String PROPOSALS = "/api/parameters/proposals";

    private final Transactions transactions;
    private final Parameters parameters;
    private final Proposals proposals;
    private final Offices offices;

    ProposalsDesk(Transactions transactions, Parameters parameters, Proposals proposals, Offices offices) {
        this.transactions = transactions;
        this.parameters = parameters;
        this.proposals = proposals;
        this.offices = offices;
    }

    /// @param before what holds in the place on the first day now; absent once it is decided
    /// @param lawSetAside the article of a checked number of the law that it would set aside
    /// @param own whether whoever asks has proposed it: they may withdraw it and not decide it
    record ProposalShown(
            UUID id,
            String name,
            String title,
            Optional<String> before,
            String value,
            Optional<String> unit,
            String area,
            String areaName,
            LocalDate from,
            Optional<LocalDate> until,
            Optional<String> article,
            String verificationTitle,
            Optional<String> lawSetAside,
            String author,
            String reason,
            Instant proposedAt,
            Proposal.State state,
            String stateTitle,
            boolean own,
            Optional<DecisionShown> decision) {}

    record DecisionShown(String by, Instant at, Optional<String> words) {}

    record ParameterEntry(
            @Nullable String name,
            @Nullable String area,
            @Nullable String value,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            @Nullable String article,
            @Nullable Verification verification,
            @Nullable String reason) {}

    /// @param reason why; must be said to refuse
    record Deciding(@Nullable String reason) {}

    /// What waits in my area, and what was decided last.
    @GetMapping(PROPOSALS)
    @Allowed(
            value = Allowed.Door.SIGNED_IN,
            roles = {LEGAL_OFFICER, "kernel.supervisor"})
    Items<ProposalShown> listed(Actor actor) {
        return transactions.run(
                actor.scope(),
                work -> new Items<>(proposals.listed(work).stream()
                        .map(each -> shown(work, each, actor))
                        .toList()));
    }

    @PostMapping(path = PROPOSALS, consumes = MediaType.APPLICATION_JSON_VALUE)
    @Allowed(value = Allowed.Door.SIGNED_IN, roles = LEGAL_OFFICER)
    @ResponseStatus(HttpStatus.CREATED)
    ProposalShown propose(
            @RequestBody ParameterEntry entry,
            @RequestHeader(name = SubmitKey.HEADER) Optional<String> key,
            Actor actor) {
        return transactions.run(actor.scope(), work -> {
            var own = own(work, actor);
            var edit = edit(entry, key, actor, own);
            refuseElsewhere(work, own, edit.area().orElse(own));
            return shown(work, proposals.propose(work, edit), actor);
        });
    }

    @PostMapping(path = PROPOSALS + "/{id}/approve", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Allowed(value = Allowed.Door.SIGNED_IN, roles = LEGAL_OFFICER)
    ProposalShown approve(@PathVariable UUID id, @RequestBody Deciding said, Actor actor) {
        return decide(id, Proposal.State.APPROVED, said, actor);
    }

    @PostMapping(path = PROPOSALS + "/{id}/refuse", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Allowed(value = Allowed.Door.SIGNED_IN, roles = LEGAL_OFFICER)
    ProposalShown refuse(@PathVariable UUID id, @RequestBody Deciding said, Actor actor) {
        return decide(id, Proposal.State.REFUSED, said, actor);
    }

    @PostMapping(path = PROPOSALS + "/{id}/withdraw", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Allowed(value = Allowed.Door.SIGNED_IN, roles = LEGAL_OFFICER)
    ProposalShown withdraw(@PathVariable UUID id, @RequestBody Deciding said, Actor actor) {
        return decide(id, Proposal.State.WITHDRAWN, said, actor);
    }

    private ProposalShown decide(UUID id, Proposal.State state, Deciding said, Actor actor) {
        return transactions.run(actor.scope(), work -> {
            var asked = proposals.at(work, id);
            refuseElsewhere(work, own(work, actor), asked.edit().area().orElse(""));
            var words = Optional.ofNullable(said.reason()).filter(reason -> !reason.isBlank());
            var decision = new Proposal.Decision(state, actor.person(), actor.name(), work.now(), words);
            return shown(work, proposals.decide(work, id, decision), actor);
        });
    }

    /// The area of the office that is acted for.
    private String own(Work work, Actor actor) {
        return actor.agency()
                .flatMap(offices.at(work)::agency)
                .map(Agency::area)
                .orElseThrow(() -> Refused.notYours("请先选定岗位。"));
    }

    private void refuseElsewhere(Work work, String own, String area) {
        if (!Area.covers(own, area)) {
            throw Refused.notYours("只能改本区域（" + offices.at(work).fullName(own) + "）的参数。");
        }
    }

    private ProposalShown shown(Work work, Proposal proposal, Actor actor) {
        var edit = proposal.edit();
        var area = edit.area().orElse("");
        var held = parameters.find(work, edit.name(), area, edit.from());
        var before = held.filter(now -> proposal.state() == Proposal.State.OPEN);
        return new ProposalShown(
                proposal.id(),
                edit.name(),
                proposal.title(),
                before.map(Parameter::value),
                edit.value(),
                held.flatMap(Parameter::unit),
                area,
                offices.at(work).fullName(area),
                edit.from(),
                edit.until(),
                edit.article(),
                edit.verification().title(),
                before.filter(now -> now.verification() == Verification.TEXT_CHECKED)
                        .flatMap(Parameter::article),
                edit.authorName(),
                edit.reason(),
                proposal.proposedAt(),
                proposal.state(),
                proposal.state().title(),
                edit.author().equals(actor.person()),
                proposal.decision().map(each -> new DecisionShown(each.name(), each.at(), each.words())));
    }

    private static Parameters.Edit edit(ParameterEntry entry, Optional<String> key, Actor actor, String own) {
        var submit = SubmitKey.read(key);
        var faults = new ArrayList<Problem.Field>();
        var name = required("name", entry.name(), faults);
        var value = required("value", entry.value(), faults);
        var reason = required("reason", entry.reason(), faults);
        var from = Optional.ofNullable(entry.from());
        if (from.isEmpty()) {
            faults.add(new Problem.Field("from", "请填写从哪一天起生效。"));
        }
        if (!faults.isEmpty()) {
            throw new Refused(Problem.fields(faults));
        }
        return new Parameters.Edit(
                name,
                Optional.of(Optional.ofNullable(entry.area()).orElse(own)),
                value,
                from.orElseThrow(),
                Optional.ofNullable(entry.until()),
                Optional.ofNullable(entry.article()).filter(said -> !said.isBlank()),
                Optional.ofNullable(entry.verification()).orElse(Verification.LOCAL_DEFAULT),
                actor.person(),
                actor.name(),
                reason,
                submit);
    }

    private static String required(String field, @Nullable String said, List<Problem.Field> faults) {
        if (said == null || said.isBlank()) {
            faults.add(new Problem.Field(field, "请填写。"));
            return "";
        }
        return said;
    }
}
