package org.maplebridge.kernel.alerts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.ground.Batch;
import org.maplebridge.kernel.ground.Ids;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.matters.Matters;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Alerts as the scope sees them; jobs see all.
@Component
class AlertStore {

    private static final String TOLD = """
        select a.matter, a.deadline_no, a.due_at, a.kind, a.unit, a.raised_at, a.moved_at
          from unnest(cast(:matters as uuid[]), cast(:nos as int[])) as asked(matter, no)
          join alerts.alert a on a.matter = asked.matter and a.deadline_no = asked.no
         where a.kind not in ('DUE_SOON', 'NOBODY_THERE', 'ON_DUTY', 'TERM_ENDING', 'KEEPS_OUT',
                              'UNUSUAL_TAKING')\
        """;

    private static final String RAISE = """
        insert into alerts.alert (id, matter, deadline_no, kind, level, unit, desk, domain, limit_title, due_at,
                                  settled, raised_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        on conflict do nothing\
        """;

    /// What an office was told that no longer has the matter.
    private static final String MOVED = """
        update alerts.alert
           set moved_at = ?
         where matter = ? and deadline_no = ? and level = 0 and unit <> ? and moved_at is null\
        """;

    /// One index range for each unit; whom an alert reaches twice, as office and as desk, sees it once.
    private static final String PAGE = """
        select *
          from (select u.*
                  from unnest(cast(:units as text[]), cast(:domains as text[])) as lane(unit, domain)
                 cross join lateral (
                       select *
                         from alerts.alert a
                        where a.unit = lane.unit and a.domain = lane.domain and a.id < :after
                        order by a.id desc
                        limit :limit) u
                union
                select d.*
                  from unnest(cast(:units as text[]), cast(:domains as text[])) as lane(unit, domain)
                 cross join lateral (
                       select *
                         from alerts.alert a
                        where a.desk = lane.unit and a.domain = lane.domain and a.id < :after
                        order by a.id desc
                        limit :limit) d) found
         order by id desc
         limit :limit\
        """;

    private static final String PAGE_OPEN =
            PAGE.replace("and a.id < :after", "and a.id < :after and a.acknowledged_at is null and a.moved_at is null");

    private static final String ONE = "select * from alerts.alert where id = :id";

    private static final String ACKNOWLEDGE = """
        update alerts.alert
           set acknowledged_at = :now, acknowledged_by = :me, acknowledger = :name
         where id = :id and acknowledged_at is null\
        """;

    private final JdbcClient db;

    AlertStore(JdbcClient db) {
        this.db = db;
    }

    /// The end of one limit.
    record End(UUID matter, int no, Instant due) {}

    /// Everything said so far, but not that limits were about to end.
    Map<End, List<AlarmRules.Told>> told(List<Matters.LimitKey> limits) {
        var found = new HashMap<End, List<AlarmRules.Told>>();
        db.sql(TOLD)
                .param("matters", limits.stream().map(Matters.LimitKey::matter).toArray(UUID[]::new))
                .param("nos", limits.stream().map(Matters.LimitKey::no).toArray(Integer[]::new))
                .query(row -> {
                    var end = new End(
                            row.getObject("matter", UUID.class),
                            row.getInt("deadline_no"),
                            moment(row, "due_at").orElseThrow());
                    found.computeIfAbsent(end, unseen -> new ArrayList<>())
                            .add(new AlarmRules.Told(
                                    row.getString("unit"),
                                    AlertKind.valueOf(row.getString("kind")),
                                    moment(row, "raised_at").orElseThrow(),
                                    moment(row, "moved_at").isPresent()));
                });
        return found;
    }

    static void raise(
            Batch batch, Work work, Matters.Alarm alarm, AlarmRules.Saying saying, Ladder ladder, String title) {
        var unit = ladder.units().get(saying.level());
        if (saying.level() == 0) {
            batch.add(MOVED, work.now(), alarm.matter().id(), alarm.deadline().no(), unit);
        }
        batch.add(
                RAISE,
                Ids.at(work.now()),
                alarm.matter().id(),
                alarm.deadline().no(),
                saying.kind().name(),
                saying.level(),
                unit,
                saying.level() == 0 ? ladder.desk().orElse(null) : null,
                alarm.matter().domain(),
                title,
                alarm.deadline().due(),
                alarm.deadline().settled(),
                work.now());
    }

    /// The newest first, before the given one.
    List<Alert> page(Actor actor, UUID before, boolean openOnly, int limit) {
        var held = actor.scope().units();
        var units = Stream.concat(
                        held.stream(),
                        held.stream()
                                .map(AlertStore::domain)
                                .distinct()
                                .map(domain -> person(actor.person()) + "|" + domain))
                .toList();
        return db.sql(openOnly ? PAGE_OPEN : PAGE)
                .param("units", units.stream().map(AlertStore::unit).toArray(String[]::new))
                .param("domains", units.stream().map(AlertStore::domain).toArray(String[]::new))
                .param("after", before)
                .param("limit", limit)
                .query((row, at) -> alert(row))
                .list();
    }

    /// The unit of one officer, by which they alone are told.
    static String person(UUID person) {
        return "o:" + person;
    }

    private static String unit(String held) {
        return held.substring(0, held.indexOf('|'));
    }

    private static String domain(String held) {
        return held.substring(held.indexOf('|') + 1);
    }

    Optional<Alert> find(UUID id) {
        return db.sql(ONE).param("id", id).query((row, at) -> alert(row)).optional();
    }

    /// The first acknowledgement stands.
    void acknowledge(Work work, Actor actor, UUID id) {
        db.sql(ACKNOWLEDGE)
                .param("now", work.now().atOffset(ZoneOffset.UTC))
                .param("me", actor.person())
                .param("name", actor.name())
                .param("id", id)
                .update();
    }

    private static Alert alert(ResultSet row) throws SQLException {
        return new Alert(
                row.getObject("id", UUID.class),
                row.getObject("matter", UUID.class),
                AlertKind.valueOf(row.getString("kind")),
                row.getInt("level"),
                row.getString("unit"),
                row.getString("limit_title"),
                moment(row, "due_at").orElseThrow(),
                row.getBoolean("settled"),
                moment(row, "raised_at").orElseThrow(),
                moment(row, "moved_at"),
                moment(row, "acknowledged_at"),
                Optional.ofNullable(row.getString("acknowledger")),
                Optional.ofNullable(row.getString("about")));
    }

    private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        @Nullable OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return Optional.ofNullable(value).map(OffsetDateTime::toInstant);
    }
}
