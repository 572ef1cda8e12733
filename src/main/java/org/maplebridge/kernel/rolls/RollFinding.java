package org.maplebridge.kernel.rolls;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Finds lines by their name, their place, or whom they are about.
@Component
class RollFinding {

    private static final String NAMED = """
        select * from rolls.entry
         where roll = :roll and not withdrawn and name = :name
           and first_day <= :day and coalesce(last_day, 'infinity') >= :day\
        """;

    private static final String OF_PEOPLE = """
        select * from rolls.entry
         where roll = :roll and not withdrawn and person is not null
           and (area = :area or area like :below or :area like area || '.%')
           and first_day <= :day and coalesce(last_day, 'infinity') >= :day
         order by name, line
         limit 5000\
        """;

    private static final String CURRENT = """
        select * from rolls.entry
         where roll = :roll and not withdrawn and (area = :area or :area like area || '.%' or area like :area || '.%')
           and first_day <= :day and coalesce(last_day, 'infinity') >= :day
         order by name, line limit 200\
        """;

    private static final String WITHIN = """
        select * from rolls.entry
         where roll = :roll and not withdrawn and (area = :area or area like :below)
           and first_day <= :day and coalesce(last_day, 'infinity') >= :day
         order by name, line\
        """;

    private static final String SINCE = """
        select line, min(first_day) as since from rolls.entry
         where line = any(:lines) and not withdrawn
         group by line\
        """;

    private static final String OF_PERSON =
            "select * from rolls.entry where roll = :roll and person = :person and not withdrawn order by first_day";

    private static final String PLACED = """
        select * from rolls.entry where roll = :roll and not withdrawn and area = any(:areas)
         order by first_day desc, id limit 200\
        """;

    private final JdbcClient db;

    RollFinding(JdbcClient db) {
        this.db = db;
    }

    /// Those of that name that count that day.
    List<RollEntry> named(String roll, String name, LocalDate day) {
        return db.sql(NAMED)
                .param("roll", roll)
                .param("name", name)
                .param("day", day)
                .query((row, at) -> RollStore.entry(row))
                .list();
    }

    /// Those with an account that count that day, in an area, below it and above it.
    List<RollEntry> ofPeople(String roll, String area, LocalDate day) {
        return db.sql(OF_PEOPLE)
                .param("roll", roll)
                .param("area", area)
                .param("below", area + ".%")
                .param("day", day)
                .query((row, at) -> RollStore.entry(row))
                .list();
    }

    /// Those that count that day in an area, in one it lies in, or in one that lies in it.
    List<RollEntry> current(String roll, String area, LocalDate day) {
        return db.sql(CURRENT)
                .param("roll", roll)
                .param("area", area)
                .param("day", day)
                .query((row, at) -> RollStore.entry(row))
                .list();
    }

    /// All of those that count that day in an area and below, by name: as many as there are.
    List<RollEntry> within(String roll, String area, LocalDate day) {
        return db.sql(WITHIN)
                .param("roll", roll)
                .param("area", area)
                .param("below", area + ".%")
                .param("day", day)
                .query((row, at) -> RollStore.entry(row))
                .list();
    }

    /// The first day of each line, in whatever version; nothing for one that was taken back.
    Map<UUID, LocalDate> since(List<UUID> lines) {
        var found = new HashMap<UUID, LocalDate>();
        db.sql(SINCE)
                .param("lines", lines.toArray(UUID[]::new))
                .query((row, at) ->
                        found.put(row.getObject("line", UUID.class), row.getObject("since", LocalDate.class)))
                .list();
        return found;
    }

    /// Those of somebody, ended ones too.
    List<RollEntry> ofPerson(String roll, UUID person) {
        return db.sql(OF_PERSON)
                .param("roll", roll)
                .param("person", person)
                .query((row, at) -> RollStore.entry(row))
                .list();
    }

    /// Those that say one of these places, ended ones too, the newest first.
    List<RollEntry> placed(String roll, List<String> areas) {
        return db.sql(PLACED)
                .param("roll", roll)
                .param("areas", areas.toArray(String[]::new))
                .query((row, at) -> RollStore.entry(row))
                .list();
    }
}
