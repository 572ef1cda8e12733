package org.maplebridge.kernel.access;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maplebridge.kernel.ground.Allowed;
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
import org.maplebridge.kernel.parameters.Verification;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The numbers of the law and of local policy, and how a legal officer changes them. It stands here and not with the
/// numbers because it must know who asks.
@RestController
class ParametersDesk {

    private final Transactions transactions;
    private final Parameters parameters;
    private final Offices offices;

    ParametersDesk(Transactions transactions, Parameters parameters, Offices offices) {
        this.transactions = transactions;
        this.parameters = parameters;
        this.offices = offices;
    }

    /// @param overrides what it sets aside; with `conflict` where that is a number of the law itself
    record ParameterShown(Parameter parameter, String verificationTitle, boolean inForce, List<Overridden> overrides) {}

    record Overridden(
            String version, String value, Optional<String> area, Optional<String> article, boolean conflict) {}

    record ParametersFound(String area, LocalDate on, List<ParameterShown> items) {}

    record ParameterEntry(
            @Nullable String name,
            @Nullable String area,
            @Nullable String value,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            @Nullable String article,
            @Nullable Verification verification,
            @Nullable String reason) {}

    /// Every version of one number, or every number in force.
    ///
    /// @param area where; the root area if not said
    /// @param on   when; today if not said
    @GetMapping("/api/parameters")
    @Allowed(Allowed.Door.SIGNED_IN)
    ParametersFound find(
            @RequestParam Optional<String> name,
            @RequestParam Optional<String> area,
            @RequestParam Optional<LocalDate> on,
            Actor actor) {
        return transactions.run(actor.scope(), work -> {
            var directory = offices.at(work);
            var place = area.or(() -> directory.rootArea().map(Area::path)).orElse("");
            if (area.isPresent() && directory.area(place).isEmpty()) {
                throw Refused.notFound("区划");
            }
            var day = on.orElse(work.today());
            var found = name.map(asked -> parameters.versions(work, asked))
                    .orElseGet(() -> parameters.inForce(work, place, day));
            if (name.isPresent() && found.isEmpty()) {
                throw Refused.notFound("参数");
            }
            return new ParametersFound(
                    place,
                    day,
                    found.stream().map(each -> shown(work, each, place, day)).toList());
        });
    }

    private ParameterShown shown(Work work, Parameter parameter, String place, LocalDate day) {
        boolean inForce = parameters
                .find(work, parameter.name(), place, day)
                .filter(parameter::equals)
                .isPresent();
        var overridden = parameters.overrides(work, parameter).stream()
                .map(each -> new Overridden(
                        each.version(),
                        each.value(),
                        each.area(),
                        each.article(),
                        each.verification() == Verification.TEXT_CHECKED))
                .toList();
        return new ParameterShown(parameter, parameter.verification().title(), inForce, overridden);
    }

    @PostMapping(path = "/api/parameters", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Allowed(value = Allowed.Door.SIGNED_IN, roles = "kernel.legal-officer")
    @ResponseStatus(HttpStatus.CREATED)
    ParameterShown enter(
            @RequestBody ParameterEntry entry,
            @RequestHeader(name = SubmitKey.HEADER) Optional<String> key,
            Actor actor) {
        return transactions.run(actor.scope(), work -> {
            var own = actor.agency()
                    .flatMap(offices.at(work)::agency)
                    .map(Agency::area)
                    .orElseThrow(() -> Refused.notYours("请先选定岗位。"));
            var edit = edit(entry, key, actor, own);
            var area = edit.area().orElse(own);
            if (!Area.covers(own, area)) {
                throw Refused.notYours("只能改本区域（" + offices.at(work).fullName(own) + "）的参数。");
            }
            var entered = parameters.enter(work, edit);
            return shown(work, entered, area, entered.from());
        });
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
