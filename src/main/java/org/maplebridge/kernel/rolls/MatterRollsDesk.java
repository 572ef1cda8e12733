package org.maplebridge.kernel.rolls;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.ground.Allowed;
import org.maplebridge.kernel.ground.Items;
import org.maplebridge.kernel.ground.Refused;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.matters.Matters;
import org.maplebridge.kernel.orgs.Agency;
import org.maplebridge.kernel.orgs.Offices;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// Which guide answers for the place of a matter, who did before, what was guided; and how mediators are told apart
/// where one is chosen.
@RestController
class MatterRollsDesk {

    private final Transactions transactions;
    private final Matters matters;
    private final RollBook book;
    private final RollStore store;
    private final RollFinding finding;
    private final GuidanceStore guidances;
    private final Offices offices;

    MatterRollsDesk(
            Transactions transactions,
            Matters matters,
            RollBook book,
            RollStore store,
            RollFinding finding,
            GuidanceStore guidances,
            Offices offices) {
        this.transactions = transactions;
        this.matters = matters;
        this.book = book;
        this.store = store;
        this.finding = finding;
        this.guidances = guidances;
        this.offices = offices;
    }

    /// A guide who answers, or answered, for a place.
    ///
    /// @param shown how the guide is called where there may be another of that name
    /// @param counts whether today
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record PairedGuide(
            UUID guide,
            String name,
            String shown,
            String kindTitle,
            String office,
            Optional<String> phone,
            String areaName,
            LocalDate firstDay,
            Optional<LocalDate> lastDay,
            boolean counts) {}

    record GuidanceShown(int no, String name, String kindTitle, LocalDate day, String wayTitle, String words) {}

    /// @param stationing at which one the matter is mediated
    /// @param stationings those it may be put down to
    /// @param frames frameworks the place says it works in, by their local names; nothing follows from them
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record OfMatter(
            List<PairedGuide> guides,
            List<GuidanceShown> guidances,
            Optional<String> stationing,
            List<String> stationings,
            List<String> frames) {}

    @GetMapping("/api/matters/{id}/rolls")
    @Allowed(Allowed.Door.OFFICERS)
    OfMatter ofMatter(Actor actor, @PathVariable UUID id) {
        return transactions.run(actor.scope(), work -> {
            var matter = matters.find(id).orElseThrow(() -> Refused.notFound("事项"));
            var directory = offices.at(work);
            var area = matter.office().area();
            var root = directory.rootArea().map(each -> each.path()).orElse(area);
            var pairings = finding.placed("pairings", directory.ancestors(area, root));
            var guides = store.newest(
                    pairings.stream().flatMap(each -> each.parent().stream()).toList());
            var kinds =
                    book.roll("guides").field("kind").map(Roll.Field::choices).orElseThrow();
            var shown = pairings.stream()
                    .flatMap(each -> each
                            .parent()
                            .flatMap(parent -> Optional.ofNullable(guides.get(parent)))
                            .map(guide -> new PairedGuide(
                                    guide.line(),
                                    guide.name(),
                                    Guiding.shown(guide),
                                    kinds.getOrDefault(guide.fact("kind"), ""),
                                    guide.fact("office"),
                                    Optional.of(guide.fact("phone")).filter(phone -> !phone.isEmpty()),
                                    each.name(),
                                    each.firstDay(),
                                    each.lastDay(),
                                    each.counts(work.today()) && guide.counts(work.today())))
                            .stream())
                    .toList();
            var stationings = finding.current("stationings", area, work.today()).stream()
                    .map(RollEntry::name)
                    .toList();
            var frames = finding.placed("frames", directory.ancestors(area, root)).stream()
                    .filter(each -> each.counts(work.today()))
                    .map(each -> Stream.of(each.name(), each.fact("part"))
                            .filter(word -> !word.isEmpty())
                            .collect(Collectors.joining("，")))
                    .toList();
            return new OfMatter(
                    shown,
                    guidances.guidances(id).stream()
                            .map(each -> new GuidanceShown(
                                    each.no(),
                                    each.name(),
                                    kinds.getOrDefault(each.kind(), ""),
                                    each.day(),
                                    Guiding.GuidanceWay.valueOf(each.way()).title(),
                                    each.words()))
                            .toList(),
                    guidances.stationing(id),
                    stationings,
                    frames);
        });
    }

    /// How a mediator is told from others where one is chosen.
    ///
    /// @param words grade and speciality
    record Badge(UUID staff, String words) {}

    @GetMapping("/api/mediators")
    @Allowed(Allowed.Door.OFFICERS)
    Items<Badge> mediators(Actor actor) {
        return new Items<>(transactions.run(actor.scope(), work -> {
            var area = actor.agency().flatMap(offices.at(work)::agency).map(Agency::area);
            if (area.isEmpty()) {
                return List.of();
            }
            var all = finding.ofPeople("mediators", area.get(), work.today());
            var parts = store.parts(all.stream().map(RollEntry::line).toList()).stream()
                    .collect(Collectors.groupingBy(part -> part.parent().orElseThrow()));
            var badges = new LinkedHashMap<UUID, Badge>();
            for (var each : all) {
                var grade = RollRules.grade(parts.getOrDefault(each.line(), List.of()), work.today());
                var words = Stream.of(grade.orElse(""), each.fact("speciality"))
                        .filter(word -> !word.isEmpty())
                        .collect(Collectors.joining("，"));
                each.person()
                        .filter(staff -> !words.isEmpty())
                        .ifPresent(staff -> badges.put(staff, new Badge(staff, words)));
            }
            return List.copyOf(badges.values());
        }));
    }
}
