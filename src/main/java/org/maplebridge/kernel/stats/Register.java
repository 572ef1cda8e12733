package org.maplebridge.kernel.stats;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.ground.Ids;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.stats.Figures.Aim;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What people enter from papers: goals of a year, and honours. Nothing here is computed.
@Component
class Register {

    private static final String TARGETS = """
        select t.id, t.metric, t.area, t.year, t.value, t.source, t.entered_name, t.entered_at
          from stats.target t
         where t.area = :area and (cast(:metric as text) is null or t.metric = cast(:metric as text))
           and t.year between :first and :last
         order by t.year desc, t.metric\
        """;

    private static final String SET = """
        insert into stats.target (id, metric, area, year, value, source, entered_by, entered_name, entered_at)
        values (:id, :metric, :area, :year, :value, :source, :by, :name, :at)
        on conflict (metric, area, year) do nothing\
        """;

    private static final String HONOURS = """
        select h.id, h.area, h.holder, h.title, h.given_by, h.day, h.paper, h.entered_name
          from stats.honour h
         where h.area = :area or h.area like :below
         order by h.day desc, h.id
         limit :limit\
        """;

    private static final String HONOUR = """
        insert into stats.honour (id, area, holder, title, given_by, day, paper, entered_by, entered_name,
                                  entered_at)
        values (:id, :area, :holder, :title, :giver, :day, :paper, :by, :name, :at)
        on conflict (area, holder, title, day) do nothing\
        """;

    private final JdbcClient db;

    Register(JdbcClient db) {
        this.db = db;
    }

    record Target(
            UUID id,
            String metric,
            String area,
            int year,
            BigDecimal value,
            String source,
            String enteredBy,
            OffsetDateTime enteredAt) {}

    record Honour(
            UUID id,
            String area,
            String holder,
            String title,
            String givenBy,
            LocalDate day,
            Optional<String> paper,
            String enteredBy) {}

    /// What is aimed at in an area: what somebody has set for the year asked about, and what every county measures
    /// itself by.
    List<Aim> aims(Metric metric, Asked asked) {
        var all = new ArrayList<Aim>();
        int year = asked.to().getYear();
        targets(asked.area(), Optional.of(metric.name()), year, year)
                .forEach(each ->
                        all.add(new Aim(each.value(), Optional.empty(), each.source(), Optional.of(each.year()))));
        metric.target().ifPresent(goal -> all.add(new Aim(goal.value(), goal.from(), goal.source(), Optional.empty())));
        return all;
    }

    List<Target> targets(String area, Optional<String> metric, int first, int last) {
        return db.sql(TARGETS)
                .param("area", area)
                .param("metric", metric.orElse(null))
                .param("first", first)
                .param("last", last)
                .query((row, at) -> new Target(
                        row.getObject("id", UUID.class),
                        row.getString("metric"),
                        row.getString("area"),
                        row.getInt("year"),
                        row.getBigDecimal("value"),
                        row.getString("source"),
                        row.getString("entered_name"),
                        row.getObject("entered_at", OffsetDateTime.class)))
                .list();
    }

    /// Whether it was entered: there may be one already.
    boolean set(Work work, Actor actor, String metric, String area, int year, BigDecimal value, String source) {
        return db.sql(SET)
                        .param("id", Ids.at(work.now()))
                        .param("metric", metric)
                        .param("area", area)
                        .param("year", year)
                        .param("value", value)
                        .param("source", source)
                        .param("by", actor.person())
                        .param("name", actor.name())
                        .param("at", work.now().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    List<Honour> honours(String area, int limit) {
        return db.sql(HONOURS)
                .param("area", area)
                .param("below", area + ".%")
                .param("limit", limit)
                .query((row, at) -> new Honour(
                        row.getObject("id", UUID.class),
                        row.getString("area"),
                        row.getString("holder"),
                        row.getString("title"),
                        row.getString("given_by"),
                        row.getObject("day", LocalDate.class),
                        Optional.ofNullable(row.getString("paper")),
                        row.getString("entered_name")))
                .list();
    }

    /// Whether it was entered: it may stand there already.
    boolean enter(
            Work work,
            Actor actor,
            String area,
            String holder,
            String title,
            String giver,
            LocalDate day,
            Optional<String> paper) {
        return db.sql(HONOUR)
                        .param("id", Ids.at(work.now()))
                        .param("area", area)
                        .param("holder", holder)
                        .param("title", title)
                        .param("giver", giver)
                        .param("day", day)
                        .param("paper", paper.orElse(null))
                        .param("by", actor.person())
                        .param("name", actor.name())
                        .param("at", work.now().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /// In which area such a row stands.
    Optional<String> area(String table, UUID id) {
        return db.sql("select area from stats." + table + " where id = :id")
                .param("id", id)
                .query(String.class)
                .optional();
    }

    void remove(String table, UUID id) {
        db.sql("delete from stats." + table + " where id = :id").param("id", id).update();
    }
}
