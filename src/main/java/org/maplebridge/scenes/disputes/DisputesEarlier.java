package org.maplebridge.scenes.disputes;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.maplebridge.scenes.disputes.DisputesFurther.Reopened;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Puts aside how a dispute came out the last time, when it is opened again: nothing of it is lost, nothing of it
/// counts any more. What another authority was told of it is put aside too, not that it sent the dispute.
@Component
class DisputesEarlier {

    private static final List<String> PUT_ASIDE = List.of(
            "agreement", "confirmation", "performance", "evaluation", "instalment", "waiver", "ruling", "diversion");

    private static final String UNREPORTED =
            "update disputes.channel set reported = null, report = null, report_sign = null where matter = :matter";

    private static final String KEEP = """
        insert into disputes.reopening (matter, no, ground, words, earlier)
        select :matter, coalesce(max(r.no), 0) + 1, :ground, :words, jsonb_build_object(%s)
          from disputes.reopening r
         where r.matter = :matter
        """.formatted(String.join(
            ", ",
            Stream.concat(PUT_ASIDE.stream(), Stream.of("channel"))
                    .map(DisputesEarlier::rows)
                    .toList()));

    private static final String REOPENED =
            "select ground, words from disputes.reopening where matter = :matter order by no";

    private final JdbcClient db;

    DisputesEarlier(JdbcClient db) {
        this.db = db;
    }

    private static String rows(String table) {
        return "'" + table + "', (select coalesce(jsonb_agg(to_jsonb(t) - 'matter'), '[]') from disputes." + table
                + " t where t.matter = :matter)";
    }

    void putAside(UUID matter, Reopened why) {
        db.sql(KEEP)
                .param("matter", matter)
                .param("ground", why.ground().name())
                .param("words", why.words())
                .update();
        PUT_ASIDE.forEach(table -> db.sql("delete from disputes." + table + " where matter = :matter")
                .param("matter", matter)
                .update());
        db.sql(UNREPORTED).param("matter", matter).update();
    }

    List<Reopened> reopened(UUID matter) {
        return db.sql(REOPENED)
                .param("matter", matter)
                .query((row, number) ->
                        new Reopened(Choices.ReopenGround.valueOf(row.getString("ground")), row.getString("words")))
                .list();
    }
}
