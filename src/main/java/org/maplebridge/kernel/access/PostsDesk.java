package org.maplebridge.kernel.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.maplebridge.kernel.ground.Allowed;
import org.maplebridge.kernel.ground.Refused;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.orgs.Agency;
import org.maplebridge.kernel.orgs.Directory;
import org.maplebridge.kernel.orgs.Holder;
import org.maplebridge.kernel.orgs.Offices;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The posts of an agency and who sits there today, to hand work to; a post where nobody is comes last.
@RestController
class PostsDesk {

    private static final int MOST = 1000;

    private final Transactions transactions;
    private final Offices offices;

    PostsDesk(Transactions transactions, Offices offices) {
        this.transactions = transactions;
        this.offices = offices;
    }

    /// @param people who sits there today
    record Seat(UUID id, String title, String holder, List<Sitting> people, Me.Office agency) {}

    /// @param awayUntil the last day they are away, where they are away today
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Sitting(UUID id, String name, Optional<LocalDate> awayUntil) {}

    record Seats(List<Seat> items) {}

    /// @param agency whose posts; if not said, those of the caller's own agency and of every agency whose work they see
    @GetMapping("/api/posts")
    @Allowed(Allowed.Door.SIGNED_IN)
    Seats posts(@RequestParam Optional<UUID> agency, Actor actor) {
        return transactions.run(actor.scope(), work -> {
            var directory = offices.at(work);
            var asked = agency.map(id -> Stream.of(directory.agency(id).orElseThrow(() -> Refused.notFound("机构"))))
                    .orElseGet(() -> seen(directory, actor));
            return new Seats(asked.flatMap(office -> seats(work, directory, office))
                    .limit(MOST)
                    .toList());
        });
    }

    private static Stream<Agency> seen(Directory directory, Actor actor) {
        var own = actor.agency().flatMap(directory::agency).stream();
        var areas = units(actor, "a:")
                .flatMap(path -> within(directory, path))
                .flatMap(path -> directory.agencies(path).stream());
        var agencies = units(actor, "g:").flatMap(id -> directory.agency(UUID.fromString(id)).stream());
        return Stream.of(own, areas, agencies).flatMap(each -> each).distinct();
    }

    private static Stream<String> units(Actor actor, String sort) {
        return actor.scope().units().stream()
                .filter(unit -> unit.startsWith(sort))
                .map(unit -> unit.substring(sort.length(), unit.indexOf('|')))
                .distinct();
    }

    private static Stream<String> within(Directory directory, String path) {
        return Stream.concat(
                Stream.of(path), directory.children(path).stream().flatMap(child -> within(directory, child.path())));
    }

    private static Stream<Seat> seats(Work work, Directory directory, Agency agency) {
        var office = new Me.Office(agency.id(), agency.name(), agency.level().name());
        return directory.posts(agency.id()).stream()
                .sorted(Comparator.comparing(post -> emptied(work, directory, post.id())))
                .map(post -> new Seat(
                        post.id(),
                        post.title(),
                        directory.holders(post.id(), work.today()).stream()
                                .map(Holder::shown)
                                .collect(Collectors.joining("、")),
                        directory.holders(post.id(), work.today()).stream()
                                .map(holder -> new Sitting(
                                        holder.staff().id(), holder.staff().name(), holder.awayUntil()))
                                .toList(),
                        office));
    }

    /// Whether everybody who sits there is away today.
    private static boolean emptied(Work work, Directory directory, UUID post) {
        var holders = directory.holders(post, work.today());
        return !holders.isEmpty() && holders.stream().noneMatch(Holder::present);
    }
}
