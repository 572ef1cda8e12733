package org.maplebridge.launch.demo.life;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.maplebridge.launch.demo.life.LifePeople.Sitting;
import org.maplebridge.launch.demo.life.LifeWire.Call;

/// People write down that they will be away; the office's registrar finds somebody to stand in, or nobody.
final class LifeLeaves {

    private final LifePeople people;

    LifeLeaves(LifePeople people) {
        this.people = people;
    }

    /// Somebody will be away; they know it only once it is written down.
    ///
    /// @return why it could not be written down
    Optional<String> away(String login, LocalDate first, LocalDate last) {
        var who = people.named(login, first).orElseThrow();
        var said = Map.of("firstDay", first.toString(), "lastDay", last.toString(), "reason", "LEAVE");
        var answer = people.send(who, Call.of("POST", "/api/absences", said));
        if (answer.done()) {
            who.person().leaves(first, last);
            return Optional.empty();
        }
        return Optional.of(answer.why());
    }

    /// Lets a colleague stand in at the first post of somebody.
    ///
    /// @return why it could not be done
    Optional<String> standIn(String login, String colleague, LocalDate first, LocalDate last) {
        var post = people.named(login, first).map(Sitting::seat).orElseThrow();
        var other = people.named(colleague, first).orElseThrow();
        var registrar = people.of(post.agency(), List.of(LifePeople.REGISTRAR), first);
        if (registrar.isEmpty()) {
            return Optional.of("nobody there to arrange it");
        }
        var said = Map.of(
                "post",
                post.post().toString(),
                "firstDay",
                first.toString(),
                "lastDay",
                last.toString(),
                "reason",
                "演示：请假期间代班");
        var path = "/api/agencies/" + post.agency() + "/staff/" + other.person().id() + "/stand-ins";
        var answer = people.send(registrar.get(), Call.of("POST", path, said));
        if (!answer.done()) {
            return Optional.of(answer.why());
        }
        other.person().standsIn(post.post(), last);
        people.askWho(other);
        return Optional.empty();
    }
}
