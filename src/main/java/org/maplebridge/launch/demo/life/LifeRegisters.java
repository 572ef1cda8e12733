package org.maplebridge.launch.demo.life;

import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Stream;
import org.maplebridge.launch.demo.life.LifePeople.Sitting;
import org.maplebridge.launch.demo.life.LifeWire.Call;

/// What stands in the county's registers before disputes can speak of it: who mediates, who guides, and where mediators
/// sit.
final class LifeRegisters {

    private static final String KEEPER = "rolls.keeper";

    private final LifePeople people;

    LifeRegisters(LifePeople people) {
        this.people = people;
    }

    /// Writes them down.
    ///
    /// @return why something could not be
    Stream<String> begin(LocalDate first) {
        var keeper = people.sitting(first, seat -> seat.roles().contains(KEEPER))
                .findFirst()
                .orElseThrow();
        var guide = line(FurtherForms.GUIDE, first, Map.of("kind", "JUDGE", "office", "区人民法院（演示）"));
        var station = line(FurtherForms.STATIONING, first, Map.of("kind", "PARK", "purpose", "演示：园区企业多，就近调解。"));
        var mediators = people.sitting(first, seat -> seat.roles().contains(LifePeople.MEDIATOR) && !seat.standsIn())
                .map(sitting -> mediator(sitting, first));
        return Stream.concat(
                        mediators,
                        Stream.of(
                                Call.of("POST", "/api/rolls/guides/lines", guide),
                                Call.of("POST", "/api/rolls/stationings/lines", station)))
                .map(call -> people.send(keeper, call))
                .filter(answer -> !answer.done())
                .map(LifeWire.Answer::why);
    }

    private static Call mediator(Sitting sitting, LocalDate first) {
        var person = sitting.person();
        var facts = Map.of("kind", "FULL", "staff", person.id().toString());
        return Call.of("POST", "/api/rolls/mediators/lines", line(person.name(), first, facts));
    }

    private static Map<String, Object> line(String name, LocalDate first, Map<String, String> facts) {
        return Map.of(
                "area", LifePeople.COUNTY, "name", name, "firstDay", first.toString(), "facts", facts, "reason", "演示");
    }
}
