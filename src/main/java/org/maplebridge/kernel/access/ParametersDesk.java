package org.maplebridge.kernel.access;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.maplebridge.kernel.ground.Allowed;
import org.maplebridge.kernel.ground.Refused;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.orgs.Area;
import org.maplebridge.kernel.orgs.Offices;
import org.maplebridge.kernel.parameters.Parameter;
import org.maplebridge.kernel.parameters.Parameters;
import org.maplebridge.kernel.parameters.Verification;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The numbers of the law and of local policy; see [ProposalsDesk] for how they change. It stands here and not with the
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
}
