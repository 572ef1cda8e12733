package org.maplebridge.kernel.rolls;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.orgs.Agency;
import org.maplebridge.kernel.orgs.Area;
import org.maplebridge.kernel.orgs.Directory;
import org.maplebridge.kernel.orgs.Offices;
import org.maplebridge.kernel.parameters.Parameters;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Terms of committees and stationings that run out, for whoever tells the office in charge. People's Mediation Law
/// (人民调解法) art. 9: a term is three years.
@Component
public class RollTerms {

    private static final Set<String> KEEPERS = Set.of("rolls.keeper", "kernel.registrar");
    private static final int LONGEST = 366;

    /// A committee whose last term ends or has ended, and no other begins; a stationing that runs and whose last day
    /// comes.
    private static final String ENDING = """
        select c.roll, c.line, c.name, c.area, t.last_day
          from rolls.entry t
          join rolls.entry c on c.line = t.parent and not c.withdrawn
                            and c.first_day <= :today and coalesce(c.last_day, 'infinity') >= :today
         where t.roll = 'terms' and not t.withdrawn and t.last_day <= :soon
           and not exists (select from rolls.entry l
                            where l.parent = t.parent and l.roll = 'terms' and not l.withdrawn
                              and l.first_day > t.first_day)
         union all
        select s.roll, s.line, s.name, s.area, s.last_day
          from rolls.entry s
         where s.roll = 'stationings' and not s.withdrawn and s.last_day between :today and :soon
           and s.first_day <= :today
           and not exists (select from rolls.entry l
                            where l.line = s.line and not l.withdrawn and l.first_day > s.first_day)\
        """;

    private final JdbcClient db;
    private final Offices offices;
    private final Parameters parameters;

    RollTerms(JdbcClient db, Offices offices, Parameters parameters) {
        this.db = db;
        this.offices = offices;
        this.parameters = parameters;
    }

    /// What runs out.
    ///
    /// @param roll   `committees` or `stationings`
    /// @param last   the last day that counts
    /// @param office in charge: the nearest at or above the place in which somebody keeps registers
    public record Ending(String roll, UUID line, String name, LocalDate last, UUID office) {}

    private record Found(String roll, UUID line, String name, String area, LocalDate last) {}

    /// What runs out within the days of `rolls.warn-days` at its place. In the work of a job.
    public List<Ending> ending(Work work) {
        var directory = offices.at(work);
        return db
                .sql(ENDING)
                .param("today", work.today())
                .param("soon", work.today().plusDays(LONGEST))
                .query((row, at) -> new Found(
                        row.getString("roll"),
                        row.getObject("line", UUID.class),
                        row.getString("name"),
                        row.getString("area"),
                        row.getObject("last_day", LocalDate.class)))
                .list()
                .stream()
                .filter(each -> !each.last().isAfter(work.today().plusDays(days(work, each.area()))))
                .flatMap(each -> inCharge(work, directory, each.area()).stream()
                        .map(office -> new Ending(each.roll(), each.line(), each.name(), each.last(), office.id())))
                .toList();
    }

    private int days(Work work, String area) {
        return parameters.at(work, "rolls.warn-days", area, work.today()).whole();
    }

    private static java.util.Optional<Agency> inCharge(Work work, Directory directory, String area) {
        var root = directory.rootArea().map(Area::path).orElse(area);
        return directory.ancestors(area, root).reversed().stream()
                .flatMap(path -> directory.agencies(path).stream())
                .filter(agency -> directory.posts(agency.id()).stream()
                        .filter(post -> post.roles().stream().anyMatch(KEEPERS::contains))
                        .anyMatch(post ->
                                !directory.holders(post.id(), work.today()).isEmpty()))
                .findFirst();
    }
}
