package org.maplebridge.kernel.matters;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.maplebridge.kernel.ground.Work;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Finds matters about the same person in the same place on the same day.
@Component
class Likely {

    /// By reach, which leads from a persona to its matters. What an import brought in and somebody took back, in the
    /// middle of its way, isn't there any more.
    private static final String LIKE = """
        select q.at, min(m.code) as code
          from unnest(cast(:ats as int[]), cast(:units as text[]), cast(:domains as text[]),
                      cast(:areas as text[]), cast(cast(:days as text[]) as timestamptz[]))
               as q(at, unit, domain, area, day)
          join ground.reach r on r.unit = q.unit and r.domain = q.domain
          join matters.matter m on m.id = r.matter
         where m.scene = :scene and m.area = q.area
           and not (m.batch is not null and not m.open
                    and m.closed_at > m.opened_at and m.stage_since < m.closed_at)
           and m.occurred_at >= q.day and m.occurred_at < q.day + interval '1 day'
         group by q.at\
        """;

    private final JdbcClient db;

    Likely(JdbcClient db) {
        this.db = db;
    }

    /// The number of one such matter for each that has any. Needs a transaction of a job.
    Map<Integer, String> among(String scene, List<Map.Entry<Integer, MatterState>> asked) {
        var ats = new ArrayList<Integer>();
        var units = new ArrayList<String>();
        var domains = new ArrayList<String>();
        var areas = new ArrayList<String>();
        var days = new ArrayList<String>();
        for (var each : asked) {
            var matter = each.getValue().matter();
            for (var party : each.getValue().parties()) {
                ats.add(each.getKey());
                units.add("p:" + party.persona());
                domains.add(matter.domain());
                areas.add(matter.office().area());
                days.add(day(matter.origin().occurredAt()).toString());
            }
        }
        var found = new HashMap<Integer, String>();
        if (!ats.isEmpty()) {
            db.sql(LIKE)
                    .param("ats", ats.toArray(Integer[]::new))
                    .param("units", units.toArray(String[]::new))
                    .param("domains", domains.toArray(String[]::new))
                    .param("areas", areas.toArray(String[]::new))
                    .param("days", days.toArray(String[]::new))
                    .param("scene", scene)
                    .query(row -> {
                        found.put(row.getInt("at"), row.getString("code"));
                    });
        }
        return found;
    }

    private static Instant day(Instant moment) {
        return LocalDate.ofInstant(moment, Work.ZONE).atStartOfDay(Work.ZONE).toInstant();
    }
}
