package org.maplebridge.launch.demo.life;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.ground.Canonical;
import org.maplebridge.kernel.ground.Scope;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.matters.Matter;
import org.maplebridge.kernel.matters.Matters;
import org.maplebridge.kernel.matters.Outcome;
import org.maplebridge.kernel.matters.PartyDoor;
import org.maplebridge.kernel.matters.Request;
import org.maplebridge.launch.demo.life.Beat.Moment;
import org.maplebridge.launch.demo.life.Beat.Who;
import org.springframework.stereotype.Component;

/// The doors through which the made-up people act: those of everybody. What the rules refuse stays undone.
@Component
final class LifeDoor {

    private static final Scope SCOPE = Scope.job("demo");

    private final Transactions transactions;
    private final Matters matters;
    private final PartyDoor door;
    private final LifeCast cast;

    LifeDoor(Transactions transactions, Matters matters, PartyDoor door, LifeCast cast) {
        this.transactions = transactions;
        this.matters = matters;
        this.door = door;
        this.cast = cast;
    }

    /// Somebody tells of it; empty if nobody is there to write it down.
    Optional<Outcome> told(Story story) {
        var work = work();
        if (story.channel() == Story.Channel.ONLINE) {
            var visitor = Actor.visitor("demo-life-" + story.no());
            return Optional.of(opened("file/disputes", visitor, story.no(), Forms.told(story, work)));
        }
        return writing(story).map(actor -> opened("open/disputes", actor, story.no(), Forms.brought(story, work)));
    }

    private Optional<Actor> writing(Story story) {
        return switch (story.channel()) {
            case POLICE -> cast.of(cast.office(Story.To.POLICE, story.town()), List.of("disputes.police"));
            case HOTLINE, COURT, PETITION, PRISON -> cast.of(cast.county(), List.of(LifeCast.DISPATCHER));
            case PATROL, VISIT, ONLINE ->
                story.channel() == Story.Channel.PATROL && story.area().equals(Stories.GRID)
                        ? cast.of(cast.grid(), List.of("disputes.grid-worker"))
                        : cast.of(
                                cast.office(
                                        story.area().startsWith(Stories.VILLAGE) ? Story.To.VILLAGE : Story.To.TOWN,
                                        story.town()),
                                story.byCode()
                                        ? List.of(LifeCast.DISPATCHER, LifeCast.MEDIATOR)
                                        : List.of(LifeCast.MEDIATOR, LifeCast.DISPATCHER));
        };
    }

    private Outcome opened(String route, Actor actor, int no, Map<String, Object> said) {
        return matters.open("disputes", request(actor, route, "demo-life-" + no, said));
    }

    /// Makes a move of a story; empty if nobody is there to make it.
    Optional<Outcome> moved(Story story, UUID matter, int step, Beat beat) {
        return actor(story, current(matter), beat.who()).map(actor -> {
            var said = beat.said().at(new Moment(work(), story, cast::office));
            return move(actor, matter, beat.verb(), "demo-life-" + story.no() + "-" + step, said);
        });
    }

    Outcome move(Actor actor, UUID matter, String verb, String key, Map<String, Object> said) {
        return matters.move(matter, verb, request(actor, "move/" + matter + "/" + verb, key, said));
    }

    Matter current(UUID matter) {
        return transactions.run(SCOPE, work -> matters.find(matter).orElseThrow());
    }

    private Optional<Actor> actor(Story story, Matter matter, Who who) {
        return switch (who) {
            case Who.Office office -> cast.of(matter.office().agency().orElseThrow(), office.roles());
            case Who.County county -> cast.of(cast.county(), List.of(county.role()));
            case Who.Filer() -> Optional.of(filer(story, matter));
        };
    }

    private Actor filer(Story story, Matter matter) {
        var phone = story.sides().phone();
        var said = Map.of("code", matter.label().code(), "phoneLast4", phone.substring(phone.length() - 4));
        return door.known(Actor.visitor("demo-life-" + story.no()), Canonical.MAPPER.valueToTree(said))
                .actor();
    }

    Work work() {
        return transactions.run(SCOPE, work -> work);
    }

    private static Request request(Actor actor, String route, String key, Map<String, Object> said) {
        return new Request(
                actor,
                Canonical.MAPPER.valueToTree(said),
                new Work.Key(route, key),
                OptionalInt.empty(),
                Optional.empty());
    }
}
