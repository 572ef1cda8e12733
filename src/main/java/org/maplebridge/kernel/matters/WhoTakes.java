package org.maplebridge.kernel.matters;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.orgs.Directory;
import org.maplebridge.kernel.orgs.Holder;
import org.maplebridge.kernel.orgs.Offices;
import org.maplebridge.kernel.orgs.Post;
import org.maplebridge.kernel.orgs.Staff;
import org.springframework.stereotype.Component;

/// The posts of an office, with why some can't take a matter: said before somebody chooses one. What is refused is
/// decided when it is handed; this only says the same beforehand.
@Component
public class WhoTakes {

    private final Offices offices;
    private final SceneBook scenes;
    private final Takers takers;
    private final Conflicts conflicts;

    WhoTakes(Offices offices, SceneBook scenes, Takers takers, Conflicts conflicts) {
        this.offices = offices;
        this.scenes = scenes;
        this.takers = takers;
        this.conflicts = conflicts;
    }

    /// A post to hand something to.
    ///
    /// @param holder who sits there today
    /// @param people their ids
    /// @param cannot why it can't take it
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Taker(UUID id, String title, String holder, List<UUID> people, Optional<String> cannot) {}

    /// The posts of the office that has a matter.
    List<Taker> of(Work work, Matter matter) {
        var directory = offices.at(work);
        var out = takers.keepingOut(matter.id());
        return matter.office().agency().stream()
                .flatMap(agency -> directory.posts(agency).stream())
                .map(post ->
                        taker(work, directory, post, cannot(work, matter, post).or(() -> {
                            var there = there(work, directory, post);
                            return kept(matter, there, out);
                        })))
                .toList();
    }

    /// The posts of an office, one left out, for everything on its desk; `matters` are one of each kind there.
    public List<Taker> of(Work work, UUID agency, UUID but, List<Matter> matters) {
        var directory = offices.at(work);
        return directory.posts(agency).stream()
                .filter(post -> !post.id().equals(but))
                .map(post -> taker(work, directory, post, cannot(work, matters, post)))
                .toList();
    }

    private Optional<String> cannot(Work work, List<Matter> matters, Post post) {
        var why = matters.stream().map(matter -> cannot(work, matter, post)).toList();
        return why.stream().anyMatch(Optional::isEmpty)
                ? Optional.empty()
                : why.stream().findFirst().flatMap(each -> each);
    }

    private Optional<String> cannot(Work work, Matter matter, Post post) {
        if (!takers.able(scenes.scene(matter.scene()), matter, post)) {
            return Optional.of("没有办这类事的权限");
        }
        var holders = offices.at(work).holders(post.id(), work.today());
        return holders.isEmpty() || holders.stream().anyMatch(Holder::present)
                ? Optional.empty()
                : Optional.of("今天没有人在岗");
    }

    /// Nobody there may have a hand in it.
    private Optional<String> kept(Matter matter, List<UUID> there, Set<UUID> out) {
        if (there.isEmpty()) {
            return Optional.empty();
        }
        if (out.containsAll(there)) {
            return Optional.of("回避这件事");
        }
        var certain = conflicts.certain(matter.id(), there);
        return there.stream().allMatch(person -> out.contains(person) || certain.contains(person))
                ? Optional.of("应当回避")
                : Optional.empty();
    }

    private static List<UUID> there(Work work, Directory directory, Post post) {
        return directory.holders(post.id(), work.today()).stream()
                .filter(Holder::present)
                .map(Holder::staff)
                .map(Staff::id)
                .toList();
    }

    private static Taker taker(Work work, Directory directory, Post post, Optional<String> cannot) {
        var holders = directory.holders(post.id(), work.today());
        return new Taker(
                post.id(),
                post.title(),
                holders.stream().map(Holder::shown).collect(Collectors.joining("、")),
                holders.stream().map(Holder::staff).map(Staff::id).toList(),
                cannot);
    }
}
