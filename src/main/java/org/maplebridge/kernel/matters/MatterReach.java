package org.maplebridge.kernel.matters;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.maplebridge.kernel.ground.Scope;
import org.maplebridge.kernel.matters.Matters.Alarm;
import org.maplebridge.kernel.matters.Matters.Ended;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Finds matters for rules that look at many, and shows one to a post.
@Component
class MatterReach {

    private static final String SHARED_PARTIES = "select matter from matters.shared_parties(:matter, :since)";
    private static final String SAME_PARTIES = "select matter from matters.same_parties(:matter, :since)";

    /// One unit after the other, each along its own range of the index.
    private static final String WITHIN = """
        select distinct mine.matter
          from unnest(cast(:units as text[]), cast(:domains as text[])) held (unit, domain)
         cross join lateral (select r.matter
                               from ground.reach r
                              where r.unit = held.unit and r.domain = held.domain and r.scene = :scene
                              limit :most) mine
         limit :most\
        """;

    private static final String ENDED = """
        select m.id, m.agency
          from matters.matter m
         where m.scene = :scene and not m.open and m.closed_at >= :from and m.closed_at < :until
           and (m.area = :area or starts_with(m.area, :area || '.'))
           and (cast(:stage as text) is null or m.stage = :stage)
           and m.merged_into is null
           and not exists (select from trail.matter_key k where k.matter = m.id and k.wrapped is null)
           and not exists (select from ground.reach r
                            where r.matter = m.id and r.basis = 'keeper' and r.until is null)
         order by m.id\
        """;

    /// Only what the scope sees is taken in hand; for others' eyes one writes while it is.
    private static final String RUNNING = """
        select d.matter as limit_of, d.no as limit_no, d.alarm_at, (to_jsonb(d))::text as deadline, m.*
          from ground.reach r
          join matters.matter m on m.id = r.matter and m.agency = :agency
          join matters.deadline d
            on d.matter = r.matter and d.state = 'RUNNING' and right(d.parameter, length(:suffix)) = :suffix
         where r.unit = :unit and r.open
         order by d.due, d.matter, d.no
         limit :limit\
        """;

    private static final String IN_HAND = "select ground.take_in_hand(m.id) from matters.matter m where m.id = :matter";

    private static final String SHOW_TO = """
        insert into ground.reach (unit, domain, matter, basis, scene, stage, open, due, returned, until)
        select :unit, 'general', matter, 'order', scene, stage, open, due, returned, cast(:until as timestamptz)
          from ground.reach
         where matter = :matter
         order by unit
         limit 1
        on conflict (matter, unit, domain) do update
           set until = case when ground.reach.until is not null
                            then greatest(ground.reach.until, excluded.until) end\
        """;

    /// A version that was corrected since keeps its name: what runs by it was begun by it.
    private static final String RUNNING_BY = """
        select matter, edition
          from matters.deadline
         where edition = any(:editions) and state in ('RUNNING', 'SUSPENDED')
         order by due, matter\
        """;

    private final JdbcClient db;

    MatterReach(JdbcClient db) {
        this.db = db;
    }

    List<UUID> sameParties(UUID matter, Instant since) {
        return others(SAME_PARTIES, matter, since);
    }

    List<UUID> sharedParties(UUID matter, Instant since) {
        return others(SHARED_PARTIES, matter, since);
    }

    private List<UUID> others(String sql, UUID matter, Instant since) {
        return db.sql(sql)
                .param("matter", matter)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query((row, at) -> row.getObject("matter", UUID.class))
                .list();
    }

    List<UUID> within(Scope scope, String scene, int most) {
        return db.sql(WITHIN)
                .param("units", held(scope, 0))
                .param("domains", held(scope, 1))
                .param("scene", scene)
                .param("most", most)
                .query((row, at) -> row.getObject("matter", UUID.class))
                .list();
    }

    /// Units, or their domains.
    private static String[] held(Scope scope, int part) {
        return scope.units().stream().map(unit -> unit.split("\\|", 2)[part]).toArray(String[]::new);
    }

    List<Ended> ended(String scene, String area, Optional<String> stage, Instant from, Instant until) {
        return db.sql(ENDED)
                .param("scene", scene)
                .param("area", area)
                .param("stage", stage.orElse(null))
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("until", until.atOffset(ZoneOffset.UTC))
                .query((row, at) -> new Ended(
                        row.getObject("id", UUID.class), Optional.ofNullable(row.getObject("agency", UUID.class))))
                .list();
    }

    List<Alarm> running(UUID agency, String suffix, int limit) {
        return db.sql(RUNNING)
                .param("agency", agency)
                .param("unit", "g:" + agency)
                .param("suffix", suffix)
                .param("limit", limit)
                .query((row, at) -> PostgresMatters.alarm(row))
                .list();
    }

    List<Matters.Running> runningBy(List<String> editions) {
        return db.sql(RUNNING_BY)
                .param("editions", editions.toArray(String[]::new))
                .query((row, at) -> new Matters.Running(row.getObject("matter", UUID.class), row.getString("edition")))
                .list();
    }

    void showTo(UUID matter, UUID post, Instant until) {
        db.sql(IN_HAND).param("matter", matter).query((row, at) -> true).optional();
        db.sql(SHOW_TO)
                .param("matter", matter)
                .param("unit", "t:" + post)
                .param("until", until.atOffset(ZoneOffset.UTC))
                .update();
    }
}
