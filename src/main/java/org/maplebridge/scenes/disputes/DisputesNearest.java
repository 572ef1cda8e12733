package org.maplebridge.scenes.disputes;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.maplebridge.kernel.orgs.Agency;
import org.maplebridge.kernel.orgs.Directory;
import org.maplebridge.kernel.orgs.Holder;
import org.maplebridge.kernel.orgs.Level;

/// Where a dispute goes first: to the lowest office in charge of the place in which somebody is there. Small matters
/// stay near, but not with people who are away.
///
/// @param reason why it isn't the lowest, or that nobody is there; empty where the lowest is simply there
record DisputesNearest(Agency agency, Optional<String> reason) {

    private static final List<Level> UPWARDS = List.of(Level.GRID, Level.VILLAGE, Level.TOWN, Level.COUNTY);
    /// Whoever may take a dispute in; signing for it and handling it come after.
    private static final Set<String> TAKING =
            DisputesLifecycle.Verb.REGISTER.step().by();

    /// The office for a place on a day; empty if none is in charge. Where all are away, the lowest keeps it.
    static Optional<DisputesNearest> of(Directory offices, String area, LocalDate day) {
        var skipped = new ArrayList<String>();
        var charged = charged(offices, area).toList();
        for (var office : charged) {
            var until = empty(offices, office, day);
            if (until.isEmpty()) {
                var why = skipped.isEmpty()
                        ? Optional.<String>empty()
                        : Optional.of(String.join("；", skipped) + "，先到" + office.name());
                return Optional.of(new DisputesNearest(office, why));
            }
            skipped.add(office.name() + "今天没有人在岗（到" + until.get().getMonthValue() + "月"
                    + until.get().getDayOfMonth() + "日为止）");
        }
        return charged.stream()
                .findFirst()
                .map(lowest -> new DisputesNearest(
                        lowest, Optional.of(String.join("；", skipped) + "，各级都没有人，仍先到" + lowest.name())));
    }

    /// The lowest, whoever is there: for what an old register brings in.
    static Optional<DisputesNearest> ofOld(Directory offices, String area) {
        return charged(offices, area).findFirst().map(office -> new DisputesNearest(office, Optional.empty()));
    }

    private static Stream<Agency> charged(Directory offices, String area) {
        return UPWARDS.stream().flatMap(level -> offices.inCharge(area, level).stream());
    }

    /// Until when nobody is there who could take it in. Empty if somebody is, and also where nobody was ever appointed:
    /// that is another fault, and passing it on would hide it.
    private static Optional<LocalDate> empty(Directory offices, Agency office, LocalDate day) {
        var able = offices.posts(office.id()).stream()
                .filter(post -> post.roles().stream().anyMatch(TAKING::contains))
                .flatMap(post -> offices.holders(post.id(), day).stream())
                .toList();
        return able.stream().anyMatch(Holder::present)
                ? Optional.empty()
                : able.stream().flatMap(holder -> holder.awayUntil().stream()).min(Comparator.naturalOrder());
    }
}
