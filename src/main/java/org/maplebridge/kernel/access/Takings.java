package org.maplebridge.kernel.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.maplebridge.kernel.ground.Ids;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.orgs.Agency;
import org.maplebridge.kernel.orgs.Area;
import org.maplebridge.kernel.orgs.Directory;
import org.maplebridge.kernel.orgs.Offices;
import org.maplebridge.kernel.parameters.Parameters;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Puts on record what is taken out as a table and who is looked for: read by whoever did it and by those who supervise
/// their office, who are told when it is unusually much. Grounds: Personal Information Protection Law, art. 51; Data
/// Security Law, art. 27.
@Component
public class Takings {

    private static final String ADD = """
        insert into access.taking (id, at, person, name, post, agency, office, units, kind, what, filters, columns,
                                   purpose, rows)
        values (:id, :at, :person, :name, :post, :agency, :office, :units, :kind, :what, :filters, :columns,
                :purpose, :rows)\
        """;

    private static final String SENT = "select access.taken(:id, :rows)";

    private static final String ROWS = """
        select coalesce(sum(rows), 0)::int
          from access.taking
         where person = :person and id >= ground.first_id(:since) and kind = 'BOOK'\
        """;

    private static final String IN_VAIN = """
        select count(*)::int
          from access.taking
         where person = :person and id >= ground.first_id(:since) and kind = 'SEARCH' and rows = 0\
        """;

    private static final String OWN = """
        select *
          from access.taking
         where person = :person and id < :before
         order by id desc
         limit :limit\
        """;

    private static final String SEEN = """
        select *
          from access.taking
         where id < :before
         order by id desc
         limit :limit\
        """;

    private static final String DOMAIN = "|general";
    private static final Duration HOUR = Duration.ofHours(1);

    private final JdbcClient db;
    private final Offices offices;
    private final Parameters parameters;
    private final List<TakingsWatch> watches;

    Takings(JdbcClient db, Offices offices, Parameters parameters, List<TakingsWatch> watches) {
        this.db = db;
        this.offices = offices;
        this.parameters = parameters;
        this.watches = watches;
    }

    /// Which list is taken out.
    ///
    /// @param filters in words; not what was searched for
    /// @param columns their titles; empty where the table is always the same
    public record Book(String title, String filters, List<String> columns) {}

    /// Before the first byte of a table that is sent while it is made.
    public UUID begun(Work work, Actor actor, Book book) {
        return add(work, actor, new Line(Taking.Kind.BOOK, book, Optional.empty(), Optional.empty()));
    }

    /// How much of it was sent, also where it broke off.
    public void sent(Work work, Actor actor, UUID taking, int rows) {
        db.sql(SENT)
                .param("id", taking)
                .param("rows", rows)
                .query((row, at) -> at)
                .list();
        unusual(work, actor, taking);
    }

    /// A table that was made before it is sent.
    public void book(Work work, Actor actor, Book book, int rows) {
        var id = add(work, actor, new Line(Taking.Kind.BOOK, book, Optional.empty(), Optional.of(rows)));
        unusual(work, actor, id);
    }

    /// That people were looked for.
    ///
    /// @param by by what, such as a full name
    /// @param purpose its title
    /// @param most how many in vain within an hour are not yet unusual
    public void searched(Work work, Actor actor, String by, String purpose, int found, int most) {
        var line = new Line(Taking.Kind.SEARCH, new Book(by, "", List.of()), Optional.of(purpose), Optional.of(found));
        var id = add(work, actor, line);
        if (found > 0) {
            return;
        }
        int count = count(IN_VAIN, actor, work.now().minus(HOUR));
        if (count > most) {
            tell(work, actor, id, "一小时内找人 " + count + " 次都没有找到，平常不超过 " + most + " 次");
        }
    }

    private void unusual(Work work, Actor actor, UUID taking) {
        int most = parameters
                .at(work, "access.rows-a-day", area(work, actor), work.today())
                .whole();
        int count = count(ROWS, actor, work.today().atStartOfDay(Work.ZONE).toInstant());
        if (count > most) {
            tell(work, actor, taking, "今天导出了 " + count + " 行，平常不超过 " + most + " 行");
        }
    }

    private void tell(Work work, Actor actor, UUID taking, String much) {
        var directory = offices.at(work);
        var words = actor.name() + "（" + office(directory, actor) + "）" + much + "，请了解原因";
        watches.forEach(each -> each.unusual(work, actor, taking, areas(directory, actor), words));
    }

    private int count(String sql, Actor actor, Instant since) {
        return db.sql(sql)
                .param("person", actor.person())
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    private record Line(Taking.Kind kind, Book book, Optional<String> purpose, Optional<Integer> rows) {}

    private UUID add(Work work, Actor actor, Line line) {
        var directory = offices.at(work);
        var id = Ids.at(work.now());
        db.sql(ADD)
                .param("id", id)
                .param("at", work.now().atOffset(ZoneOffset.UTC))
                .param("person", actor.person())
                .param("name", actor.name())
                .param("post", actor.post().orElse(null))
                .param("agency", actor.agency().orElse(null))
                .param("office", office(directory, actor))
                .param(
                        "units",
                        areas(directory, actor).stream()
                                .map(path -> "s:" + path + DOMAIN)
                                .toArray(String[]::new))
                .param("kind", line.kind().name())
                .param("what", line.book().title())
                .param("filters", line.book().filters())
                .param("columns", line.book().columns().toArray(String[]::new))
                .param("purpose", line.purpose().orElse(null))
                .param("rows", line.rows().orElse(null), Types.INTEGER)
                .update();
        return id;
    }

    private static String office(Directory directory, Actor actor) {
        return actor.agency().flatMap(directory::agency).map(Agency::name).orElse("");
    }

    private String area(Work work, Actor actor) {
        var areas = areas(offices.at(work), actor);
        return areas.isEmpty() ? "" : areas.getLast();
    }

    /// From the root of the node down to the office's own.
    private static List<String> areas(Directory directory, Actor actor) {
        var root = directory.rootArea().map(Area::path).orElse("");
        var area = actor.agency().flatMap(directory::agency).map(Agency::area).orElse(root);
        var found = directory.ancestors(area, root);
        return found.isEmpty() ? List.of(root) : found;
    }

    /// What the reader may see of it, the newest first.
    ///
    /// @param own only what they did themselves
    List<Taking> page(Actor actor, boolean own, UUID before, int limit) {
        var asked = own ? db.sql(OWN).param("person", actor.person()) : db.sql(SEEN);
        return asked.param("before", before)
                .param("limit", limit)
                .query((row, at) -> taking(row, actor))
                .list();
    }

    private static Taking taking(ResultSet row, Actor reader) throws SQLException {
        var kind = Taking.Kind.valueOf(row.getString("kind"));
        return new Taking(
                row.getObject("id", UUID.class),
                row.getObject("at", OffsetDateTime.class)
                        .atZoneSameInstant(Work.ZONE)
                        .toOffsetDateTime(),
                row.getString("name"),
                row.getString("office"),
                kind,
                kind.title(),
                row.getString("what"),
                row.getString("filters"),
                List.of((String[]) row.getArray("columns").getArray()),
                Optional.ofNullable(row.getString("purpose")),
                Optional.ofNullable(row.getObject("rows", Integer.class)),
                row.getObject("person", UUID.class).equals(reader.person()));
    }
}
