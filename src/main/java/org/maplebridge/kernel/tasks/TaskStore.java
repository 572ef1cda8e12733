package org.maplebridge.kernel.tasks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.ground.Hash;
import org.maplebridge.kernel.ground.Work;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Tasks as the scope sees them.
@Component
class TaskStore {

    private static final String COLUMNS = "id, matter, domain, agency, post, state, due, staff, claimed_at, left_by";

    /// One index range for each desk and state, none longer than the limit. The branches share no row.
    private static final String LANES = """
        select d.*
          from unnest(cast(:posts as uuid[]), cast(:postDomains as text[])) as lane(unit, domain)
         cross join unnest(cast(:onDesks as text[])) as wanted(state)
         cross join lateral (
               select id, matter, domain, agency, post, state, due, staff, claimed_at, left_by
                 from tasks.task t
                where t.post = lane.unit and t.domain = lane.domain and t.state = wanted.state
                  and t.state <> 'DONE' and t.post is not null
                  and (t.due, t.id) > (cast(:due as timestamptz), cast(:id as uuid))
                order by t.due, t.id
                limit :limit) d
        union all
        select o.*
          from unnest(cast(:agencies as uuid[]), cast(:agencyDomains as text[])) as lane(unit, domain)
         cross join unnest(cast(:inOffices as text[])) as wanted(state)
         cross join lateral (
               select id, matter, domain, agency, post, state, due, staff, claimed_at, left_by
                 from tasks.task t
                where t.agency = lane.unit and t.domain = lane.domain and t.state = wanted.state
                  and t.state <> 'DONE' and t.post is null
                  and (t.due, t.id) > (cast(:due as timestamptz), cast(:id as uuid))
                order by t.due, t.id
                limit :limit) o\
        """;

    private static final String CLAIMED = """
        (select id, matter, domain, agency, post, state, due, staff, claimed_at, left_by
           from tasks.task t
          where t.staff = :me and t.state = 'CLAIMED'
            and (t.due, t.id) > (cast(:due as timestamptz), cast(:id as uuid))
          order by t.due, t.id
          limit :limit)\
        """;

    private static final String PAGE = "select * from (" + LANES + ") t order by due, id limit :limit";

    private static final String PAGE_MINE =
            "select * from (" + LANES + " union all " + CLAIMED + ") t order by due, id limit :limit";

    private static final String COUNTS = """
        select count(*) as all_tasks,
               count(*) filter (where staff = :me or staff is null and post is not null) as mine,
               count(*) filter (where state = 'OPEN') as unclaimed,
               count(*) filter (where due <= :now) as overdue
          from (\
        """ + LANES + ") t";

    private static final String ONE = "select " + COLUMNS + " from tasks.task where id = :id";

    private static final String ONE_OF_EACH_KIND = """
        select distinct on (m.scene, m.life, t.domain) t.matter
          from tasks.task t
          join matters.matter m on m.id = t.matter
         where t.post = :post and t.state <> 'DONE' and t.post is not null
         order by m.scene, m.life, t.domain, t.matter\
        """;

    private static final String ON_DESK = "select " + COLUMNS + """
         from tasks.task
        where post = :post and state <> 'DONE' and post is not null
        order by due, id\
        """;

    private static final String OPEN_OF = "select " + COLUMNS + """
         from tasks.task
        where matter = :matter and state <> 'DONE'\
        """;

    private static final String MOVED_UNDER = """
        select count(*)
          from ground.request
         where principal = :principal and starts_with(route, :route) and key = :key\
        """;

    private static final String SAID_OTHERWISE = """
        select exists (
               select
                 from ground.request
                where principal = :principal and starts_with(route, :route) and key = :key
                  and body_hash <> :hash)\
        """;

    private static final String CLAIM = """
        update tasks.task
           set state = 'CLAIMED', staff = :me, claimed_at = :now, left_by = null, left_at = null
         where id = :id and state = 'OPEN'\
        """;

    /// Whoever is away has nothing in hand; from whom it came back stays with it.
    private static final String LEFT = """
        update tasks.task
           set state = 'OPEN', left_by = staff, left_at = :now, staff = null, claimed_at = null
         where staff = any(:away) and state = 'CLAIMED'\
        """;

    /// The first of what waits in each of these offices, for each kind of matter and stage.
    private static final String WAITING = """
        select distinct on (w.agency, w.domain, w.scene, w.stage)
               w.agency, w.matter, count(*) over (partition by w.agency, w.domain, w.scene, w.stage) as many
          from (select t.agency, t.domain, t.stage, t.due, t.id, t.matter, r.scene
                  from unnest(cast(:agencies as uuid[])) as asked(agency)
                  join tasks.task t on t.agency = asked.agency and t.state <> 'DONE'
                 cross join lateral (select scene from ground.reach where matter = t.matter limit 1) r) w
         order by w.agency, w.domain, w.scene, w.stage, w.due, w.id\
        """;

    private static final String KEPT_OUT = "select :matter = any (ground.recused_from())";

    private static final String RELEASE = """
        update tasks.task
           set state = 'OPEN', staff = null, claimed_at = null
         where id = :id and state = 'CLAIMED' and staff = :holder\
        """;

    private final JdbcClient db;

    TaskStore(JdbcClient db) {
        this.db = db;
    }

    /// A place in the inbox.
    ///
    /// @param due as PostgreSQL reads it, `infinity` where no limit runs
    record Key(String due, UUID id) {
        static final Key START = new Key("-infinity", new UUID(0, 0));
    }

    /// How much lies in the inbox, each figure cut off at the limit of its reading.
    record Counts(int all, int mine, int unclaimed, int overdue) {}

    List<Task> page(Actor actor, Filter filter, Key after, int limit) {
        return lanes(filter == Filter.MINE ? PAGE_MINE : PAGE, actor, filter, after, limit)
                .query((row, at) -> task(row))
                .list();
    }

    Counts counts(Work work, Actor actor, int most) {
        return lanes(COUNTS, actor, Filter.ALL, Key.START, most)
                .param("me", actor.person())
                .param("now", at(work.now()))
                .query((row, at) -> new Counts(
                        Math.min(most, row.getInt("all_tasks")),
                        Math.min(most, row.getInt("mine")),
                        Math.min(most, row.getInt("unclaimed")),
                        Math.min(most, row.getInt("overdue"))))
                .single();
    }

    private JdbcClient.StatementSpec lanes(String sql, Actor actor, Filter filter, Key after, int limit) {
        var lanes = Lanes.of(actor);
        return db.sql(sql)
                .param("posts", lanes.posts().toArray(UUID[]::new))
                .param("postDomains", lanes.postDomains().toArray(String[]::new))
                .param("agencies", lanes.agencies().toArray(UUID[]::new))
                .param("agencyDomains", lanes.agencyDomains().toArray(String[]::new))
                .param("onDesks", filter.onDesks())
                .param("inOffices", filter.inOffices())
                .param("me", actor.person())
                .param("due", after.due())
                .param("id", after.id())
                .param("limit", limit);
    }

    Optional<Task> find(UUID id) {
        return db.sql(ONE).param("id", id).query((row, at) -> task(row)).optional();
    }

    /// Everything on the desk of a post, the most urgent first.
    List<Task> onDesk(UUID post) {
        return db.sql(ON_DESK).param("post", post).query((row, at) -> task(row)).list();
    }

    /// One matter of each kind on the desk of a post.
    List<UUID> oneOfEachKind(UUID post) {
        return db.sql(ONE_OF_EACH_KIND)
                .param("post", post)
                .query((row, at) -> row.getObject("matter", UUID.class))
                .list();
    }

    /// The open task of a matter.
    Optional<Task> openOf(UUID matter) {
        return db.sql(OPEN_OF)
                .param("matter", matter)
                .query((row, at) -> task(row))
                .optional();
    }

    /// How many matters moved under a key of requests whose routes begin alike.
    int movedUnder(String principal, String route, String key) {
        return db.sql(MOVED_UNDER)
                .param("principal", principal)
                .param("route", route)
                .param("key", key)
                .query(Integer.class)
                .single();
    }

    /// Whether something else was said under that key before.
    boolean saidOtherwise(String principal, String route, String key, Hash hash) {
        return db.sql(SAID_OTHERWISE)
                .param("principal", principal)
                .param("route", route)
                .param("key", key)
                .param("hash", hash.bytes())
                .query(Boolean.class)
                .single();
    }

    /// Whether it was still unclaimed; of two at once one claims it, and the other comes too late.
    boolean claim(Work work, UUID id, UUID staff) {
        return db.sql(CLAIM)
                        .param("me", staff)
                        .param("now", at(work.now()))
                        .param("id", id)
                        .update()
                == 1;
    }

    /// Whether the actor has been told by now to keep out of this matter: also by what was committed while they waited.
    boolean keptOut(UUID matter) {
        return db.sql(KEPT_OUT).param("matter", matter).query(Boolean.class).single();
    }

    /// What those who are away had claimed is for others again; returns how much that was.
    int leftBy(Work work, List<UUID> away) {
        return away.isEmpty()
                ? 0
                : db.sql(LEFT)
                        .param("away", away.toArray(UUID[]::new))
                        .param("now", at(work.now()))
                        .update();
    }

    /// What waits in these offices: the most urgent matter of each kind and stage, and how many there are.
    List<Desks.Waiting> waiting(List<UUID> agencies) {
        return agencies.isEmpty()
                ? List.of()
                : db.sql(WAITING)
                        .param("agencies", agencies.toArray(UUID[]::new))
                        .query((row, at) -> new Desks.Waiting(
                                row.getObject("agency", UUID.class),
                                row.getObject("matter", UUID.class),
                                row.getInt("many")))
                        .list();
    }

    /// Whether it was still held by that person.
    boolean release(UUID id, UUID holder) {
        return db.sql(RELEASE).param("id", id).param("holder", holder).update() == 1;
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    private static Task task(ResultSet row) throws SQLException {
        return new Task(
                row.getObject("id", UUID.class),
                row.getObject("matter", UUID.class),
                row.getString("domain"),
                row.getObject("agency", UUID.class),
                Optional.ofNullable(row.getObject("post", UUID.class)),
                Task.State.valueOf(row.getString("state")),
                moment(row, "due").filter(due -> !due.equals(OffsetDateTime.MAX.toInstant())),
                Optional.ofNullable(row.getObject("staff", UUID.class)),
                moment(row, "claimed_at"),
                Optional.ofNullable(row.getObject("left_by", UUID.class)));
    }

    private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        @Nullable OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return Optional.ofNullable(value).map(OffsetDateTime::toInstant);
    }
}
