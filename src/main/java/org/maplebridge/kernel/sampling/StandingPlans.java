package org.maplebridge.kernel.sampling;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maplebridge.kernel.ground.DataFiles;
import org.maplebridge.kernel.ground.Ids;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.orgs.Area;
import org.maplebridge.kernel.orgs.Offices;
import org.maplebridge.kernel.parameters.Parameters;
import org.springframework.stereotype.Component;

/// Samples that nobody orders: what a scene's data file lists below `reviews: standing` is drawn each month, of what
/// ended in the month before.
@Component
class StandingPlans {

    private static final Plan.Orderer CLOCK = new Plan.Orderer("system:sampling", "系统按月", Optional.empty());

    private final List<Standing> all = new ArrayList<>();
    private final PlanStore store;
    private final Offices offices;
    private final Parameters parameters;

    /// @param share the parameter that says how many of a hundred
    private record Standing(
            String scene,
            String name,
            String title,
            String purpose,
            Plan.Kind kind,
            Optional<String> stage,
            String share) {}

    StandingPlans(DataFiles files, PlanStore store, Offices offices, Parameters parameters) {
        this.store = store;
        this.offices = offices;
        this.parameters = parameters;
        for (var file : files.all()) {
            for (var entry : file.section("reviews").path("standing")) {
                all.add(new Standing(
                        file.section("scene").path("name").asString(file.name()),
                        entry.path("name").asString(""),
                        entry.path("title").asString(""),
                        entry.path("purpose").asString(""),
                        Plan.Kind.valueOf(entry.path("kind").asString("REVIEW")),
                        Optional.of(entry.path("stage").asString("")).filter(stage -> !stage.isEmpty()),
                        entry.path("share").asString("sampling.default-share")));
            }
        }
    }

    /// Writes down what is due this month; what stands already stays.
    void write(Work work) {
        var root = offices.at(work).rootArea().map(Area::path);
        if (root.isEmpty()) {
            return;
        }
        var month = YearMonth.from(work.today()).minusMonths(1);
        for (Standing each : all) {
            var share =
                    parameters.at(work, each.share(), root.get(), work.today()).decimal();
            if (share.signum() > 0) {
                var ordered = new Plan.Ordered(
                        each.kind(),
                        each.title() + "（" + month.getYear() + "年" + month.getMonthValue() + "月）",
                        each.purpose(),
                        each.scene(),
                        root.get(),
                        each.stage(),
                        month.atDay(1),
                        month.atEndOfMonth(),
                        Optional.of(share),
                        Optional.empty());
                store.add(plan(ordered, work.now()), each.name() + "@" + month);
            }
        }
    }

    private static Plan plan(Plan.Ordered ordered, Instant now) {
        var id = Ids.at(now);
        return new Plan(id, ordered, CLOCK, now, Plan.text(id, ordered, CLOCK, now), Optional.empty());
    }
}
