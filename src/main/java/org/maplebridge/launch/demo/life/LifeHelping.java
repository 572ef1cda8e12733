package org.maplebridge.launch.demo.life;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.maplebridge.launch.demo.life.LifePeople.Sitting;

/// Those who are invited to mediate with others take their part, and do it a day later.
final class LifeHelping {

    private static final String HELPER = "assists.helper";
    private static final String OPEN = "/api/matters?scene=assists&open=true&limit=200";

    private final LifePeople people;
    private final LifeDoor door;
    private final Diary diary;
    private int waiting;

    LifeHelping(LifePeople people, LifeDoor door, Diary diary) {
        this.people = people;
        this.door = door;
        this.diary = diary;
    }

    /// Somebody has been invited.
    void expect() {
        waiting++;
    }

    /// A day's work.
    void day(int day, Instant now) {
        if (waiting == 0) {
            return;
        }
        var today = LifeDoor.day(now);
        List<Sitting> helpers = people.sitting(today, seat -> seat.roles().contains(HELPER))
                .filter(who -> who.person().present(today))
                .toList();
        for (var who : helpers) {
            for (var row : people.all(who, OPEN)) {
                var part = LifeMatter.of(row);
                if (part.agency().filter(who.seat().agency()::equals).isPresent()) {
                    step(day, now, who, part);
                }
            }
        }
    }

    private void step(int day, Instant now, Sitting who, LifeMatter part) {
        boolean fresh = part.stage().equals("ASKED");
        var verb = fresh ? "take" : "done-part";
        Map<String, Object> said = fresh
                ? Map.of("who", "演示承办员辛，电话联系")
                : Map.of(
                        "outcome", "演示：到场讲了规定，双方听进去了。", "day", LifeDoor.day(now).toString());
        var outcome = door.move(who, part, verb, "demo-life-" + day + "-" + verb, said);
        waiting -= fresh ? 0 : 1;
        diary.told(day, "assists", 0, verb, outcome);
    }
}
