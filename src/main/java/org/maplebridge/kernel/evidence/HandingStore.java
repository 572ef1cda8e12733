package org.maplebridge.kernel.evidence;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.matters.Act;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The SQL of handing over.
@Component
class HandingStore {

    private static final String OF = "select * from evidence.handing where matter = :matter order by no, step";

    private static final String HAND = """
        insert into evidence.handing (matter, no, step, way, staff, agency, outside, why, handed_at, handed_by)
        values (:matter, :no, :step, :way, :staff, :agency, :outside, :why, :at, :by)\
        """;

    private static final String ANSWER = """
        update evidence.handing
           set answer = :answer, answered_at = :at, answered_by = :by
         where matter = :matter and no = :no and step = :step\
        """;

    private final JdbcClient db;

    HandingStore(JdbcClient db) {
        this.db = db;
    }

    /// One handing over.
    ///
    /// @param step its place among those of the file, from 1
    /// @param staff the colleague it goes to, or
    /// @param agency the agency, or
    /// @param outside somebody who has no account here
    /// @param by who handed it over, as the trail names them
    /// @param answered whether it was signed for or sent back
    record Handing(
            int no,
            int step,
            Optional<UUID> staff,
            Optional<UUID> agency,
            Optional<String> outside,
            String by,
            boolean answered) {

        /// Whether it waits for this officer.
        boolean awaits(Actor actor) {
            return !answered
                    && (staff.filter(actor.person()::equals).isPresent()
                            || (agency.isPresent() && agency.equals(actor.agency())));
        }
    }

    List<Handing> of(UUID matter) {
        return db.sql(OF)
                .param("matter", matter)
                .query((row, at) -> new Handing(
                        row.getInt("no"),
                        row.getInt("step"),
                        Optional.ofNullable(row.getObject("staff", UUID.class)),
                        Optional.ofNullable(row.getObject("agency", UUID.class)),
                        Optional.ofNullable(row.getString("outside")),
                        row.getString("handed_by"),
                        row.getString("answer") != null))
                .list();
    }

    /// What was handed over and neither signed for nor sent back.
    Optional<Handing> open(UUID matter, int no) {
        return of(matter).stream()
                .filter(each -> each.no() == no && !each.answered())
                .findFirst();
    }

    void hand(Act act, HandingOver.HandedOver said) {
        int step = (int) of(act.id()).stream()
                        .filter(each -> each.no() == said.no())
                        .count()
                + 1;
        db.sql(HAND)
                .param("matter", act.id())
                .param("no", said.no())
                .param("step", step)
                .param("way", said.way().name())
                .param("staff", said.staff().orElse(null))
                .param("agency", said.agency().orElse(null))
                .param("outside", said.outside().orElse(null))
                .param("why", said.why())
                .param("at", act.now().atOffset(ZoneOffset.UTC))
                .param("by", act.actor().id())
                .update();
    }

    void answer(Act act, Handing handing, HandingAnswer answer) {
        db.sql(ANSWER)
                .param("matter", act.id())
                .param("no", handing.no())
                .param("step", handing.step())
                .param("answer", answer.name())
                .param("at", act.now().atOffset(ZoneOffset.UTC))
                .param("by", act.actor().id())
                .update();
    }
}
