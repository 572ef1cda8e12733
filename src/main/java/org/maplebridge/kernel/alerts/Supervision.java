package org.maplebridge.kernel.alerts;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// How much is open, overdue, due soon and returned in some areas: one statement, each figure one index range that is
/// read no further than its cut-off, so that it costs the same with a million matters.
@Component
class Supervision {

    private static final String FIGURES = """
            select (select count(*)
                      from (select
                              from ground.reach r
                             where r.unit = u.unit and r.domain = u.domain and r.open and r.basis <> 'former'
                             limit u.most) c) as open,
                   (select count(*)
                      from (select
                              from ground.reach r
                             where r.unit = u.unit and r.domain = u.domain and r.open and r.basis <> 'former'
                               and r.due <= :now
                             limit u.most) c) as overdue,
                   (select count(*)
                      from (select
                              from ground.reach r
                             where r.unit = u.unit and r.domain = u.domain and r.open and r.basis <> 'former'
                               and r.due > :now and r.due <= :soon
                             limit u.most) c) as due_soon,
                   (select count(*)
                      from (select
                              from ground.reach r
                             where r.unit = u.unit and r.domain = u.domain and r.open and r.basis <> 'former'
                               and r.returned
                             limit u.most) c) as returned
              from unnest(cast(:units as text[]), cast(:domains as text[]), cast(:mosts as int[]))
                   with ordinality as u(unit, domain, most, place)
             order by u.place""";

    private final JdbcClient db;

    Supervision(JdbcClient db) {
        this.db = db;
    }

    /// What is asked.
    ///
    /// @param path an area
    /// @param domain a secrecy domain
    /// @param most where counting stops
    record Asked(String path, String domain, int most) {}

    record Figures(int open, int overdue, int dueSoon, int returned) {

        static final Figures NONE = new Figures(0, 0, 0, 0);

        Figures plus(Figures other) {
            return new Figures(
                    open + other.open, overdue + other.overdue, dueSoon + other.dueSoon, returned + other.returned);
        }

        /// The names of the figures that mean "as many or more".
        List<String> atLeast(int most) {
            var names = new ArrayList<String>();
            if (open >= most) {
                names.add("open");
            }
            if (overdue >= most) {
                names.add("overdue");
            }
            if (dueSoon >= most) {
                names.add("dueSoon");
            }
            if (returned >= most) {
                names.add("returned");
            }
            return List.copyOf(names);
        }
    }

    /// One answer for each question, in order. The scope must hold the units of the areas.
    List<Figures> figures(List<Asked> asked, Instant now, Instant soon) {
        return db.sql(FIGURES)
                .param("units", asked.stream().map(each -> "a:" + each.path()).toArray(String[]::new))
                .param("domains", asked.stream().map(Asked::domain).toArray(String[]::new))
                .param("mosts", asked.stream().map(Asked::most).toArray(Integer[]::new))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("soon", soon.atOffset(ZoneOffset.UTC))
                .query((row, at) -> new Figures(
                        row.getInt("open"), row.getInt("overdue"), row.getInt("due_soon"), row.getInt("returned")))
                .list();
    }
}
