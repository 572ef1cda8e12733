package org.maplebridge.kernel.rolls;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.maplebridge.kernel.ground.Canonical;
import org.maplebridge.kernel.ground.Work;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The SQL of registers.
@Component
class RollStore {

    /// A line is shown in the version of that day, or else the last one before it. What ends soon: it or the single
    /// part of it that counts, such as the term of a committee; or that part is over and no other has begun.
    private static final String LISTED = """
        select e.*
          from rolls.entry e
         where e.roll = :roll and not e.withdrawn
           and (e.area = :area or e.area like :below)
           and (cast(:kind as text) is null or e.facts ->> 'kind' = cast(:kind as text))
           and (cast(:words as text) is null or e.name like cast(:words as text)
                or e.facts ->> 'speciality' like cast(:words as text)
                or e.facts ->> 'office' like cast(:words as text))
           and case cast(:state as text)
                 when 'current' then e.first_day <= :day and coalesce(e.last_day, 'infinity') >= :day
                 when 'ended' then e.last_day < :day
                      and not exists (select from rolls.entry l
                                       where l.line = e.line and not l.withdrawn and l.first_day > e.first_day)
                 else not exists (select from rolls.entry l
                                   where l.line = e.line and not l.withdrawn and l.first_day > e.first_day)
               end
           and (not :due
                or e.last_day between :day and :soon
                or exists (select from rolls.entry t
                            where t.parent = e.line and t.roll = any(:single) and not t.withdrawn
                              and t.last_day <= :soon
                              and not exists (select from rolls.entry l
                                               where l.parent = e.line and l.roll = t.roll and not l.withdrawn
                                                 and l.first_day > t.first_day)))
           and (e.name, e.line) > (:name, :after)
         order by e.name, e.line
         limit :limit\
        """;

    private static final String PARTS = """
        select * from rolls.entry
         where parent = any(:lines) and not withdrawn
         order by roll, first_day desc, name, id\
        """;

    private static final String TAKEN_BACK = """
        select exists (select from rolls.entry
                        where parent = :line and roll = 'grades' and withdrawn and facts ->> 'paper' = any(:papers))\
        """;

    private static final String VERSIONS = "select * from rolls.entry where line = :line order by first_day, id";

    private static final String NEWEST = """
        select * from rolls.entry where line = any(:lines) and not withdrawn order by first_day\
        """;

    private static final String CHANGES = """
        select deed, words, reason, by_name, at from rolls.change where line = any(:lines) order by id desc limit 500\
        """;

    private static final String COUNTS = """
        select coalesce(facts ->> 'kind', '') as kind,
               count(*) filter (where first_day <= :day and coalesce(last_day, 'infinity') >= :day) as current,
               count(*) filter (where extract(year from first_day) = :year and first_day <= :day
                   and not exists (select from rolls.entry b
                                    where b.line = e.line and not b.withdrawn
                                      and b.first_day < e.first_day)) as begun
          from rolls.entry e
         where roll = :roll and not withdrawn and (area = :area or area like :below)
         group by 1 order by 1\
        """;

    private static final String COUNTED = """
        select (select count(distinct matter) from rolls.guidance where guide = :line)
             + (select count(*) from rolls.stationed where stationing = :line)\
        """;

    private static final String TWIN = """
        select exists (select from rolls.entry
                        where roll = :roll and parent is not distinct from cast(:parent as uuid) and area = :area
                          and name = :name and first_day = :first and not withdrawn)\
        """;

    private final JdbcClient db;

    RollStore(JdbcClient db) {
        this.db = db;
    }

    /// What is listed.
    ///
    /// @param due only what ends, or has ended without another, by `soon`
    record Wanted(
            String roll,
            String area,
            Optional<String> words,
            Optional<String> kind,
            String state,
            LocalDate day,
            boolean due,
            LocalDate soon,
            List<String> single) {}

    /// What was changed.
    record Changed(String deed, String words, String reason, String by, OffsetDateTime at) {}

    /// How many of a kind.
    record Count(String kind, int current, int begun) {}

    List<RollEntry> listed(Wanted wanted, String name, UUID after, int limit) {
        return db.sql(LISTED)
                .param("roll", wanted.roll())
                .param("area", wanted.area())
                .param("below", wanted.area() + ".%")
                .param("words", wanted.words().map(RollStore::within).orElse(null))
                .param("kind", wanted.kind().orElse(null))
                .param("state", wanted.state())
                .param("day", wanted.day())
                .param("due", wanted.due())
                .param("soon", wanted.soon())
                .param("single", wanted.single().toArray(String[]::new))
                .param("name", name)
                .param("after", after)
                .param("limit", limit)
                .query((row, at) -> entry(row))
                .list();
    }

    private static String within(String words) {
        return "%" + words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }

    /// What belongs to some lines, ended ones too, the newest first.
    List<RollEntry> parts(List<UUID> lines) {
        return db.sql(PARTS)
                .param("lines", lines.toArray(UUID[]::new))
                .query((row, at) -> entry(row))
                .list();
    }

    /// Whether a grade by one of these papers stood once and was withdrawn.
    boolean gradesTakenBack(UUID line, List<String> papers) {
        return db.sql(TAKEN_BACK)
                .param("line", line)
                .param("papers", papers.toArray(String[]::new))
                .query(Boolean.class)
                .single();
    }

    /// All versions, the oldest first, also those taken back.
    List<RollEntry> versions(UUID line) {
        return db.sql(VERSIONS)
                .param("line", line)
                .query((row, at) -> entry(row))
                .list();
    }

    /// Lines as they were called last.
    Map<UUID, RollEntry> newest(List<UUID> lines) {
        var found = new LinkedHashMap<UUID, RollEntry>();
        db.sql(NEWEST)
                .param("lines", lines.toArray(UUID[]::new))
                .query((row, at) -> entry(row))
                .list()
                .forEach(entry -> found.put(entry.line(), entry));
        return found;
    }

    List<Changed> changes(List<UUID> lines) {
        return db.sql(CHANGES)
                .param("lines", lines.toArray(UUID[]::new))
                .query((row, at) -> new Changed(
                        row.getString("deed"),
                        row.getString("words"),
                        row.getString("reason"),
                        row.getString("by_name"),
                        row.getObject("at", OffsetDateTime.class)
                                .atZoneSameInstant(Work.ZONE)
                                .toOffsetDateTime()))
                .list();
    }

    List<Count> counts(String roll, String area, LocalDate day) {
        return db.sql(COUNTS)
                .param("roll", roll)
                .param("area", area)
                .param("below", area + ".%")
                .param("day", day)
                .param("year", day.getYear())
                .query((row, at) -> new Count(row.getString("kind"), row.getInt("current"), row.getInt("begun")))
                .list();
    }

    /// How many matters speak of a line, as far as the reader may see them.
    int counted(UUID line) {
        return db.sql(COUNTED).param("line", line).query(Integer.class).single();
    }

    /// Whether the same already stands there: whoever presses twice means once.
    boolean twin(String roll, Optional<UUID> parent, String area, String name, LocalDate first) {
        return db.sql(TWIN)
                .param("roll", roll)
                .param("parent", parent.orElse(null))
                .param("area", area)
                .param("name", name)
                .param("first", first)
                .query(Boolean.class)
                .single();
    }

    static RollEntry entry(ResultSet row) throws SQLException {
        var facts = new LinkedHashMap<String, String>();
        Canonical.MAPPER
                .readTree(row.getString("facts"))
                .properties()
                .forEach(fact -> facts.put(fact.getKey(), fact.getValue().asString()));
        return new RollEntry(
                row.getObject("id", UUID.class),
                row.getObject("line", UUID.class),
                row.getString("roll"),
                Optional.ofNullable(row.getObject("parent", UUID.class)),
                row.getString("area"),
                row.getString("name"),
                Optional.ofNullable(row.getObject("person", UUID.class)),
                facts,
                row.getObject("first_day", LocalDate.class),
                Optional.ofNullable(row.getObject("last_day", LocalDate.class)),
                row.getBoolean("withdrawn"),
                row.getObject("entered_by", UUID.class),
                row.getString("entered_name"),
                row.getObject("entered_at", OffsetDateTime.class).toInstant());
    }
}
