package org.maplebridge.launch.demo.life;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.maplebridge.launch.demo.life.LifeWire.Call;

/// On which days nobody comes to the office, as the server says.
record LifeCalendar(Set<LocalDate> daysOff) {

    static final LifeCalendar NONE = new LifeCalendar(Set.of());

    private static final int AT_ONCE = 400;
    private static final Set<String> OFF = Set.of("REST", "HOLIDAY");

    static LifeCalendar asked(LifePeople people, LocalDate first, int days) {
        var somebody = people.sitting(first, any -> true).findFirst().orElseThrow();
        var off = new HashSet<LocalDate>();
        for (int from = 0; from <= days; from += AT_ONCE) {
            var answer =
                    people.send(somebody, Call.get("/api/calendar?days=" + AT_ONCE + "&from=" + first.plusDays(from)));
            answer.body().path("items").forEach(day -> {
                if (OFF.contains(day.path("kind").asString())) {
                    off.add(LocalDate.parse(day.path("date").asString()));
                }
            });
        }
        return new LifeCalendar(off);
    }

    boolean off(LocalDate day) {
        return daysOff.contains(day);
    }
}
