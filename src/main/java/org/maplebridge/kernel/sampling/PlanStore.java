package org.maplebridge.kernel.sampling;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.maplebridge.kernel.ground.Hash;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The SQL of samples.
@Component
class PlanStore {

    private static final String ADD = """
        insert into sampling.plan (id, kind, title, purpose, scene, area, stage, from_day, until_day, share, number,
                                   ordered_by, orderer, agency, ordered_at, key, text)
        values (:id, :kind, :title, :purpose, :scene, :area, :stage, :from, :until, :share, :number,
                :by, :orderer, :agency, :at, :key, :text)
        on conflict (ordered_by, key) do nothing\
        """;

    private static final String BY_KEY = "select * from sampling.plan where ordered_by = :by and key = :key";

    private static final String FIND = "select * from sampling.plan where id = :id";

    private static final String NEWEST = """
        select * from sampling.plan
         where id < :before
         order by id desc
         limit :limit\
        """;

    private static final String COUNTS = """
        select plan, count(*) as population,
               count(*) filter (where drawn_at is not null) as drawn,
               count(*) filter (where handed_at is not null) as handed,
               count(*) filter (where dropped is not null) as dropped
          from sampling.member
         where plan = any(:plans)
         group by plan\
        """;

    private static final String WAITING = """
        select * from sampling.plan
         where drawn_at is null and until_day < :today
         order by until_day, id
         limit 20
           for update skip locked\
        """;

    private static final String DRAWN = """
        update sampling.plan
           set log_size = :size, root = :root, seed = :seed, drawn_at = :at
         where id = :id\
        """;

    private static final String MEMBERS = """
        insert into sampling.member (plan, about, stratum, place)
        select :plan, * from unnest(cast(:ids as uuid[]), cast(:strata as uuid[]), cast(:places as int[]))\
        """;

    private static final String TAKE = """
        update sampling.member
           set drawn_at = :at
         where plan = :plan and stratum = :stratum and drawn_at is null
           and place in (select place
                           from sampling.member
                          where plan = :plan and stratum = :stratum and drawn_at is null
                          order by place
                          limit :many)\
        """;

    private static final String STANDING = """
        select stratum, count(*)::int as files,
               (count(*) filter (where drawn_at is not null and dropped is null))::int as standing
          from sampling.member
         where plan = :plan
         group by stratum\
        """;

    private static final String SHORT = """
        select distinct p.*
          from sampling.plan p
          join sampling.member d on d.plan = p.id and d.dropped is not null
         where p.drawn_at > :since\
        """;

    private static final String OPEN = """
        select m.plan, m.about
          from sampling.member m
          join sampling.plan p on p.id = m.plan and p.kind = 'REVIEW'
         where m.drawn_at is not null and m.handed_at is null and m.dropped is null
         order by m.plan, m.place
         limit 50\
        """;

    private static final String HANDED =
            "update sampling.member set handed_at = :at where plan = :plan and about = :about and handed_at is null";

    private static final String DROP = """
        update sampling.member set dropped = :reason
         where plan = :plan and about = :about and drawn_at is not null and dropped is null\
        """;

    private static final String OF = """
        select * from sampling.member where plan = :plan order by stratum, place\
        """;

    private final JdbcClient db;

    PlanStore(JdbcClient db) {
        this.db = db;
    }

    /// What a sample comes to.
    record Counts(UUID plan, int population, int drawn, int handed, int dropped) {}

    /// One of those it was drawn from.
    record Member(UUID about, UUID stratum, int place, boolean drawn, Optional<String> dropped) {}

    record Open(UUID plan, UUID about) {}

    record Stratum(UUID id, int files, int standing) {}

    /// Adds a plan; the same key of the same person adds it once. Returns what stands.
    Plan add(Plan plan, String key) {
        var ordered = plan.ordered();
        db.sql(ADD)
                .param("id", plan.id())
                .param("kind", ordered.kind().name())
                .param("title", ordered.title())
                .param("purpose", ordered.purpose())
                .param("scene", ordered.scene())
                .param("area", ordered.area())
                .param("stage", ordered.stage().orElse(null))
                .param("from", ordered.from())
                .param("until", ordered.until())
                .param("share", ordered.share().orElse(null))
                .param("number", ordered.number().orElse(null))
                .param("by", plan.orderer().actor())
                .param("orderer", plan.orderer().name())
                .param("agency", plan.orderer().agency().orElse(null))
                .param("at", plan.orderedAt().atOffset(ZoneOffset.UTC))
                .param("key", key)
                .param("text", plan.text())
                .update();
        return db.sql(BY_KEY)
                .param("by", plan.orderer().actor())
                .param("key", key)
                .query((row, at) -> plan(row))
                .single();
    }

    Optional<Plan> find(UUID id) {
        return db.sql(FIND).param("id", id).query((row, at) -> plan(row)).optional();
    }

    List<Plan> newest(Optional<UUID> before, int limit) {
        return db.sql(NEWEST)
                .param("before", before.orElse(new UUID(-1, -1)))
                .param("limit", limit)
                .query((row, at) -> plan(row))
                .list();
    }

    List<Counts> counts(List<UUID> plans) {
        return db.sql(COUNTS)
                .param("plans", plans.toArray(UUID[]::new))
                .query((row, at) -> new Counts(
                        row.getObject("plan", UUID.class),
                        row.getInt("population"),
                        row.getInt("drawn"),
                        row.getInt("handed"),
                        row.getInt("dropped")))
                .list();
    }

    List<Plan> waiting(LocalDate today) {
        return db.sql(WAITING)
                .param("today", today)
                .query((row, at) -> plan(row))
                .list();
    }

    /// Plans of which something was dropped since, not long after they were drawn.
    List<Plan> withDropped(Instant since) {
        return db.sql(SHORT)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query((row, at) -> plan(row))
                .list();
    }

    void drawn(UUID plan, Plan.Drawn drawn, List<Draw.Placed> population) {
        db.sql(DRAWN)
                .param("id", plan)
                .param("size", drawn.size())
                .param("root", drawn.root().bytes())
                .param("seed", drawn.seed().bytes())
                .param("at", drawn.at().atOffset(ZoneOffset.UTC))
                .update();
        db.sql(MEMBERS)
                .param("plan", plan)
                .param("ids", population.stream().map(each -> each.file().id()).toArray(UUID[]::new))
                .param(
                        "strata",
                        population.stream().map(each -> each.file().stratum()).toArray(UUID[]::new))
                .param("places", population.stream().map(Draw.Placed::place).toArray(Integer[]::new))
                .update();
    }

    /// Draws the next ones of a stratum.
    void take(UUID plan, UUID stratum, int many, Instant now) {
        db.sql(TAKE)
                .param("plan", plan)
                .param("stratum", stratum)
                .param("many", many)
                .param("at", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    List<Stratum> strata(UUID plan) {
        return db.sql(STANDING)
                .param("plan", plan)
                .query((row, at) ->
                        new Stratum(row.getObject("stratum", UUID.class), row.getInt("files"), row.getInt("standing")))
                .list();
    }

    List<Open> open() {
        return db.sql(OPEN)
                .query((row, at) -> new Open(row.getObject("plan", UUID.class), row.getObject("about", UUID.class)))
                .list();
    }

    void handed(UUID plan, UUID about, Instant now) {
        db.sql(HANDED)
                .param("plan", plan)
                .param("about", about)
                .param("at", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    boolean drop(UUID plan, UUID about, String reason) {
        return db.sql(DROP)
                        .param("plan", plan)
                        .param("about", about)
                        .param("reason", reason)
                        .update()
                == 1;
    }

    List<Member> members(UUID plan) {
        return db.sql(OF)
                .param("plan", plan)
                .query((row, at) -> new Member(
                        row.getObject("about", UUID.class),
                        row.getObject("stratum", UUID.class),
                        row.getInt("place"),
                        row.getObject("drawn_at") != null,
                        Optional.ofNullable(row.getString("dropped"))))
                .list();
    }

    private static Plan plan(ResultSet row) throws SQLException {
        var number = row.getObject("number", Integer.class);
        var root = row.getBytes("root");
        return new Plan(
                row.getObject("id", UUID.class),
                new Plan.Ordered(
                        Plan.Kind.valueOf(row.getString("kind")),
                        row.getString("title"),
                        row.getString("purpose"),
                        row.getString("scene"),
                        row.getString("area"),
                        Optional.ofNullable(row.getString("stage")),
                        row.getObject("from_day", LocalDate.class),
                        row.getObject("until_day", LocalDate.class),
                        Optional.ofNullable(row.getBigDecimal("share")),
                        Optional.ofNullable(number)),
                new Plan.Orderer(
                        row.getString("ordered_by"),
                        row.getString("orderer"),
                        Optional.ofNullable(row.getObject("agency", UUID.class))),
                row.getObject("ordered_at", OffsetDateTime.class).toInstant(),
                row.getString("text"),
                root == null
                        ? Optional.empty()
                        : Optional.of(new Plan.Drawn(
                                row.getLong("log_size"),
                                Hash.of(root),
                                Hash.of(row.getBytes("seed")),
                                row.getObject("drawn_at", OffsetDateTime.class).toInstant())));
    }
}
