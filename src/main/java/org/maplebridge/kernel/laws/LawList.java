package org.maplebridge.kernel.laws;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Lists laws as of a day. Needs a transaction, anybody's.
@Component
class LawList {

    /// Laws of a day with the edition that holds, or the last that held, or the first that will.
    private static final String LAWS = """
        with laws as materialized (
            select l.id, l.name, l.called, l.level, l.branch, l.area,
                   case l.level when '宪法' then 0 when '法律' then 1 when '法律解释' then 2 when '行政法规' then 3
                                when '司法解释' then 4 when '部门规章' then 5 when '地方性法规' then 6 else 7 end
                   + case when :q = '' or l.name = :q or :q = any(l.called) then 0
                          when l.name like :q || '%' or exists (select from unnest(l.called) c where c like :q || '%')
                          then 100 else 200 end as rank
              from laws.law l
             where (:area = '' or l.area = '' or l.area = :area or l.area like :area || '.%'
                    or :area like l.area || '.%')
               and (:q = '' or position(:q in l.name) > 0
                    or exists (select from unnest(l.called) c where position(:q in c) > 0)
                    or (:letters <> '' and (' ' || l.initials) like '% ' || :letters || '%'))),
        dated as (
            select l.*, n.editions, n.first_from, c.id as chosen, e.id as shown,
                   case when :on < n.first_from then 'FUTURE'
                        when c.id is not null and (c.until is null or c.until > :on) then 'IN_FORCE'
                        else 'REPEALED' end as state
              from laws l
              join lateral (select count(*)::int as editions, min(from_day) as first_from
                              from laws.edition x where x.law = l.id) n on true
              left join lateral (select x.id, x.until from laws.edition x
                                  where x.law = l.id and x.from_day <= :on
                                  order by x.passed desc limit 1) c on true
              join lateral (select x.id from laws.edition x
                             where x.law = l.id
                             order by (x.id = c.id) desc nulls last, x.passed limit 1) e on true)\
        """;
    private static final String PAGE = LAWS + """

        select d.*, e.id as e_id, e.law as e_law, e.from_day as e_from_day, e.from_stated as e_from_stated,
               e.until as e_until, e.repealed_by as e_repealed_by, e.passed as e_passed, e.articles as e_articles,
               e.source as e_source, e.notes as e_notes
          from dated d
          join laws.edition e on e.id = d.shown
         where (:state = 'ALL' or d.state = :state) and (:level = '' or d.level = :level)
           and (d.rank, d.name collate "C", d.id) > (:rank, :name collate "C", :id)
         order by d.rank, d.name collate "C", d.id
         limit :limit\
        """;
    private static final String LEVELS = LAWS + """

        select d.level, count(*)::int as laws, min(d.rank % 100) as place
          from dated d
         where :state = 'ALL' or d.state = :state
         group by d.level
         order by place\
        """;
    private static final String ONE = """
        select l.*, (select count(*)::int from laws.edition x where x.law = l.id) as editions
          from laws.law l
         where l.id = :id\
        """;

    private final JdbcClient db;

    LawList(JdbcClient db) {
        this.db = db;
    }

    /// What is asked for.
    ///
    /// @param letters of pinyin, if the words are letters; else empty
    /// @param area laws of this area, of those around and of the whole country; empty for all
    record Wanted(String q, String letters, String level, String area, String state, LocalDate on) {}

    /// After which row to go on.
    record After(int rank, String name, UUID id) {
        static final After NOTHING = new After(-1, "", new UUID(0, 0));
    }

    /// How many laws of a level fit.
    record LevelCount(String level, int laws) {}

    /// A line.
    record Line(
            UUID id,
            String name,
            List<String> called,
            String level,
            String area,
            String state,
            int editions,
            LawRow.Edition shown,
            int rank) {}

    /// A law without its editions.
    record One(UUID id, String key, String name, List<String> called, String level, String branch, String area) {}

    List<Line> page(Wanted wanted, After after, int limit) {
        return asked(PAGE, wanted)
                .param("rank", after.rank())
                .param("name", after.name())
                .param("id", after.id())
                .param("level", wanted.level())
                .param("limit", limit)
                .query((row, at) -> new Line(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        LawReads.list(row, "called"),
                        row.getString("level"),
                        row.getString("area"),
                        row.getString("state"),
                        row.getInt("editions"),
                        LawReads.edition(row, "e_"),
                        row.getInt("rank")))
                .list();
    }

    List<LevelCount> levels(Wanted wanted) {
        return asked(LEVELS, wanted)
                .query((row, at) -> new LevelCount(row.getString("level"), row.getInt("laws")))
                .list();
    }

    private JdbcClient.StatementSpec asked(String sql, Wanted wanted) {
        return db.sql(sql)
                .param("q", wanted.q())
                .param("letters", wanted.letters())
                .param("area", wanted.area())
                .param("state", wanted.state())
                .param("on", wanted.on());
    }

    Optional<One> law(UUID id) {
        return db.sql(ONE)
                .param("id", id)
                .query((row, at) -> new One(
                        row.getObject("id", UUID.class),
                        row.getString("key"),
                        row.getString("name"),
                        LawReads.list(row, "called"),
                        row.getString("level"),
                        row.getString("branch"),
                        row.getString("area")))
                .optional();
    }
}
