package org.maplebridge.launch.demo.life;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.maplebridge.kernel.ground.SubmitKey;
import org.maplebridge.launch.demo.life.LifePeople.Sitting;
import org.maplebridge.launch.demo.life.LifeWire.Call;

/// What one may not decide alone is asked for by one and decided by another, in a domain of secrecy of its own: now and
/// then somebody has to look at a file of another office.
final class LifeOrders {

    private static final List<String> ASKER = List.of("orders.asker");
    private static final List<String> DECIDER = List.of("orders.decider");
    private static final String OPEN = "/api/matters?scene=orders&open=true&limit=200";
    private static final int EVERY = 9;
    private static final int REFUSED = 3;
    private static final int DAYS_OPEN = 3;

    private final LifePeople people;
    private final LifeDoor door;
    private final Diary diary;
    private final Map<UUID, Integer> approved = new HashMap<>();
    private int asked;
    private int waiting;

    LifeOrders(LifePeople people, LifeDoor door, Diary diary) {
        this.people = people;
        this.door = door;
        this.diary = diary;
    }

    /// A day's work.
    ///
    /// @param codes of the disputes there are
    void day(int day, Instant now, List<String> codes) {
        var today = LifeDoor.day(now);
        var decider = people.of(people.county(), DECIDER, today);
        decider.filter(any -> waiting > 0)
                .ifPresent(who -> people.all(who, OPEN).forEach(row -> decide(day, who, LifeMatter.of(row))));
        var town = people.office(Story.To.TOWN, Stories.HOME);
        if (day % EVERY == 5 && !codes.isEmpty()) {
            people.of(town, ASKER, today).ifPresent(who -> ask(day, who, codes.get((day * 7) % codes.size())));
        }
    }

    private void ask(int day, Sitting who, String code) {
        var said = new HashMap<String, Object>(Map.of(
                "kind",
                "OPEN_UP",
                "code",
                code,
                "hours",
                24,
                "decider",
                people.county().toString(),
                "article",
                "演示：本地默认",
                "reason",
                "演示：这边的一件牵涉到那边的协议，要看一眼写了什么。"));
        var answer = people.send(
                who, Call.of("POST", "/api/scenes/orders", said).with(SubmitKey.HEADER, "demo-life-order-" + day));
        asked++;
        waiting++;
        diary.told(
                day,
                "orders",
                0,
                "open",
                answer.done()
                        ? LifeDoor.Outcome.done(LifeMatter.of(answer.body().path("matter")))
                        : LifeDoor.Outcome.refused(answer));
    }

    private void decide(int day, Sitting who, LifeMatter order) {
        switch (order.stage()) {
            case "ASKED" -> {
                boolean no = asked % REFUSED == 0;
                waiting -= no ? 1 : 0;
                approved.put(order.id(), day);
                moved(
                        day,
                        who,
                        order,
                        no ? "refuse" : "approve",
                        Map.of("opinion", no ? "演示：先问承办单位，不用看原件。" : "演示：同意，看完就收。"));
            }
            case "OPENED" -> {
                // the sight has ended by then
                if (day >= approved.getOrDefault(order.id(), day) + DAYS_OPEN) {
                    waiting--;
                    moved(day, who, order, "review", Map.of("justified", true, "words", "演示：看的就是申请的那一件。"));
                }
            }
            default -> {}
        }
    }

    private void moved(int day, Sitting who, LifeMatter order, String verb, Map<String, Object> said) {
        diary.told(day, "orders", 0, verb, door.move(who, order, verb, "demo-life-" + day + "-" + verb, said));
    }
}
