package org.maplebridge.launch.demo.life;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.maplebridge.launch.demo.life.LifePeople.Sitting;

/// Whoever supervises goes through the orders drawn for what came too late, and the offices answer: a step a day.
final class LifeSupervision {

    private static final List<String> SUPERVISOR = List.of("urgings.supervisor");
    private static final List<String> RESPONDER = List.of(LifePeople.RESPONDER);
    private static final String OPEN = "/api/matters?scene=urgings&open=true&limit=200";
    /// What stands before the number of the dispute it is about.
    private static final String TITLE = "督办：";

    private final LifePeople people;
    private final LifeDoor door;
    private final Diary diary;

    LifeSupervision(LifePeople people, LifeDoor door, Diary diary) {
        this.people = people;
        this.door = door;
        this.diary = diary;
    }

    /// A dispute that may be urged: which story it is, and the office that has it.
    record About(int story, UUID agency) {}

    private record Open(LifeMatter urging, About about) {}

    /// A day's work.
    ///
    /// @param known finds a dispute by its number
    void day(int day, Instant now, Function<String, Optional<About>> known) {
        var desk = people.of(people.county(), SUPERVISOR, LifeDoor.day(now));
        if (desk.isEmpty()) {
            return;
        }
        var open = new ArrayList<Open>();
        for (var row : people.all(desk.get(), OPEN)) {
            known.apply(row.path("title").asString().replace(TITLE, ""))
                    .ifPresent(about -> open.add(new Open(LifeMatter.of(row), about)));
        }
        open.stream()
                .sorted(Comparator.<Open>comparingInt(each -> each.about().story())
                        .thenComparing(each -> each.urging().stage()))
                .forEach(each -> step(day, now, desk.get(), each));
    }

    private void step(int day, Instant now, Sitting desk, Open open) {
        var urging = open.urging();
        var today = LifeDoor.day(now);
        var holder = urging.agency().orElseThrow();
        // what a department handles, it answers to itself for
        var supervisor = Optional.of(desk).filter(any -> holder.equals(people.county()));
        var said = new HashMap<String, Object>();
        switch (urging.stage()) {
            case "DRAWN" ->
                people.of(open.about().agency(), RESPONDER, today).ifPresent(cadre -> {
                    said.put("cadre", cadre.person().id().toString());
                    said.put("required", "演示：三天内接着办，说明为什么拖。");
                    said.put("by", today.plusDays(5).toString());
                    moved(day, open, supervisor, "issue", said);
                });
            case "ISSUED" -> moved(day, open, people.of(holder, RESPONDER, today), "serve", said);
            case "SERVED" -> {
                // some never answer
                if (open.about().story() % 5 != 0) {
                    said.put("cause", "演示：人手紧，交接时漏了。");
                    said.put("done", "演示：已经接着办，派了专人。");
                    moved(day, open, people.of(holder, RESPONDER, today), "reply", said);
                }
            }
            case "REPLIED" -> {
                said.put("words", "演示：认可。");
                moved(day, open, supervisor, "accept", said);
            }
            case "UNANSWERED" -> {
                said.put("points", 1);
                said.put("ground", "演示：签收后没有答复。");
                said.put("rule", "演示考核办法第八条");
                moved(day, open, supervisor, "deduct", said);
            }
            default -> {}
        }
    }

    private void moved(int day, Open open, Optional<Sitting> who, String verb, Map<String, Object> said) {
        if (who.isEmpty()) {
            return;
        }
        var story = open.about().story();
        diary.told(
                day,
                "urgings",
                story,
                verb,
                door.move(who.get(), open.urging(), verb, "demo-life-" + day + "-" + verb, said));
    }
}
