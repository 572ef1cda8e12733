package org.maplebridge.launch.demo.life;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.maplebridge.kernel.ground.SubmitKey;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.launch.demo.life.Beat.Moment;
import org.maplebridge.launch.demo.life.Beat.Who;
import org.maplebridge.launch.demo.life.LifePeople.Sitting;
import org.maplebridge.launch.demo.life.LifeWire.Answer;
import org.maplebridge.launch.demo.life.LifeWire.Call;

/// The doors through which the made-up people act: those of everybody. What the rules refuse stays undone.
final class LifeDoor {

    private static final int CHANGED = 412;

    private final LifeWire wire;
    private final LifePeople people;

    LifeDoor(LifeWire wire, LifePeople people) {
        this.wire = wire;
        this.people = people;
    }

    /// What became of it: the matter as it is now, or why not.
    record Outcome(Optional<LifeMatter> matter, String refusal) {

        static Outcome done(LifeMatter matter) {
            return new Outcome(Optional.of(matter), "");
        }

        static Outcome refused(Answer answer) {
            return new Outcome(Optional.empty(), answer.why());
        }
    }

    static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, Work.ZONE);
    }

    /// Somebody tells of it; empty if nobody is there to write it down.
    Optional<Outcome> told(Story story, Instant now) {
        var moment = moment(story, now);
        var key = "demo-life-" + story.no();
        if (story.channel() == Story.Channel.ONLINE) {
            var answer = wire.send(Call.of("POST", "/api/public/scenes/disputes", Forms.told(moment))
                    .with(SubmitKey.HEADER, key)
                    .by(story.no()));
            return Optional.of(answer.done() ? found(answer, now) : Outcome.refused(answer));
        }
        return writing(story, day(now)).map(who -> {
            var answer = people.send(
                    who,
                    Call.of("POST", "/api/scenes/disputes", Forms.brought(moment))
                            .with(SubmitKey.HEADER, key));
            return answer.done() ? found(answer, now) : Outcome.refused(answer);
        });
    }

    /// Whoever tells of something does not always see where it goes; the county's desk does.
    private Outcome found(Answer answer, Instant now) {
        var told = LifeMatter.of(answer.body().path("matter"));
        return told.agency().isPresent() ? Outcome.done(told) : Outcome.done(looked(told, now));
    }

    private Optional<Sitting> writing(Story story, LocalDate day) {
        return switch (story.channel()) {
            case POLICE -> people.of(people.office(Story.To.POLICE, story.town()), List.of("disputes.police"), day);
            case HOTLINE, COURT, PETITION, PRISON -> people.of(people.county(), List.of(LifePeople.DISPATCHER), day);
            case PATROL, VISIT, ONLINE ->
                story.channel() == Story.Channel.PATROL && story.area().equals(Stories.GRID)
                        ? people.of(people.grid(), List.of("disputes.grid-worker"), day)
                        : people.of(
                                people.office(
                                        story.area().startsWith(Stories.VILLAGE) ? Story.To.VILLAGE : Story.To.TOWN,
                                        story.town()),
                                story.byCode()
                                        ? List.of(LifePeople.DISPATCHER, LifePeople.MEDIATOR)
                                        : List.of(LifePeople.MEDIATOR, LifePeople.DISPATCHER),
                                day);
        };
    }

    /// As the county's dispatcher sees it now.
    LifeMatter looked(LifeMatter matter, Instant now) {
        var desk = people.sitting(
                        day(now),
                        seat -> seat.area().equals(LifePeople.COUNTY)
                                && seat.roles().contains(LifePeople.DISPATCHER))
                .findFirst()
                .orElseThrow();
        var answer = people.send(desk, Call.get("/api/matters/" + matter.id()));
        if (!answer.done()) {
            throw new IllegalStateException("the county's desk does not see " + matter.code() + ": " + answer.why());
        }
        return LifeMatter.of(answer.body());
    }

    /// Makes a move of a story; empty if nobody is there to make it.
    Optional<Outcome> moved(Story story, LifeMatter matter, int step, Beat beat, Instant now) {
        var key = "demo-life-" + story.no() + "-" + step;
        return switch (beat.who()) {
            case Who.Filer() -> Optional.of(byFiler(story, matter, beat, key, now));
            case Who.Office office -> {
                var known = matter.version().isPresent() ? matter : looked(matter, now);
                yield people.of(known.agency().orElseThrow(), office.roles(), day(now))
                        .map(who ->
                                move(who, known, beat.verb(), key, beat.said().at(moment(story, now))));
            }
            case Who.County county -> {
                var known = matter.version().isPresent() ? matter : looked(matter, now);
                yield people.of(people.county(), List.of(county.role()), day(now))
                        .map(who ->
                                move(who, known, beat.verb(), key, beat.said().at(moment(story, now))));
            }
        };
    }

    private Outcome byFiler(Story story, LifeMatter matter, Beat beat, String key, Instant now) {
        var phone = story.sides().phone();
        var said = new HashMap<String, Object>(beat.said().at(moment(story, now)));
        said.put("code", matter.code());
        said.put("phoneLast4", phone.substring(phone.length() - 4));
        var path = beat.verb().equals("evaluate") ? "/api/public/evaluations" : "/api/public/moves/" + beat.verb();
        var answer = wire.send(
                Call.of("POST", path, said).with(SubmitKey.HEADER, key).by(story.no()));
        return answer.done() ? Outcome.done(looked(matter, now)) : Outcome.refused(answer);
    }

    /// What somebody signed in does. Whoever has an old page in front of them opens it again.
    Outcome move(Sitting who, LifeMatter matter, String verb, String key, Map<String, Object> said) {
        var answer = sent(who, matter.id(), matter.version().orElse(0), verb, key, said);
        if (answer.status() == CHANGED) {
            var page = people.send(who, Call.get("/api/matters/" + matter.id()));
            answer = sent(who, matter.id(), page.body().path("version").asInt(), verb, key, said);
        }
        return answer.done() ? Outcome.done(LifeMatter.of(answer.body())) : Outcome.refused(answer);
    }

    private Answer sent(Sitting who, UUID matter, int version, String verb, String key, Map<String, Object> said) {
        return people.send(
                who,
                Call.of("POST", "/api/matters/" + matter + "/moves/" + verb, said)
                        .with(SubmitKey.HEADER, key)
                        .with("If-Match", "\"" + version + "\""));
    }

    private Moment moment(Story story, Instant now) {
        return new Moment(day(now), now, story, people::office);
    }
}
