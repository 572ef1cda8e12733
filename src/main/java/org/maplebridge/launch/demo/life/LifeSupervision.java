package org.maplebridge.launch.demo.life;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.ground.Scope;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.matters.Outcome;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Whoever supervises goes through the orders drawn for what came too late, and the offices answer: a step a day.
@Component
final class LifeSupervision {

    private static final Scope SCOPE = Scope.job("demo");
    private static final List<String> SUPERVISOR = List.of("urgings.supervisor");
    private static final List<String> RESPONDER = List.of(LifeCast.RESPONDER);

    /// The agency is the one that has the order now, `handling` the one that had the dispute.
    private static final String OPEN = """
        select m.id, m.stage, m.agency, u.about, coalesce(u.handler, o.agency) as handling
          from matters.matter m
          join urgings.urging u on u.matter = m.id
          join matters.matter o on o.id = u.about
         where m.closed_at is null\
        """;

    private final Transactions transactions;
    private final JdbcClient db;
    private final LifeCast cast;
    private final LifeDoor door;

    LifeSupervision(Transactions transactions, JdbcClient db, LifeCast cast, LifeDoor door) {
        this.transactions = transactions;
        this.db = db;
        this.cast = cast;
        this.door = door;
    }

    private record Open(UUID id, String stage, UUID agency, int story, UUID handling) {}

    /// A day's work.
    ///
    /// @param stories which story a dispute is
    void day(int day, Map<UUID, Integer> stories, Diary diary) {
        var open = transactions.run(
                SCOPE,
                work -> db.sql(OPEN)
                        .query((row, at) -> new Open(
                                row.getObject("id", UUID.class),
                                row.getString("stage"),
                                row.getObject("agency", UUID.class),
                                stories.getOrDefault(row.getObject("about", UUID.class), 0),
                                row.getObject("handling", UUID.class)))
                        .list());
        open.stream()
                .filter(each -> each.story() > 0)
                .sorted(java.util.Comparator.comparingInt(Open::story).thenComparing(Open::stage))
                .forEach(each -> step(day, each, diary));
    }

    private void step(int day, Open urging, Diary diary) {
        // what a department handles, it answers to itself for
        var supervisor = Optional.of(cast.county())
                .filter(urging.agency()::equals)
                .flatMap(county -> cast.of(county, SUPERVISOR));
        var responder = cast.of(urging.handling(), RESPONDER);
        var said = new HashMap<String, Object>();
        switch (urging.stage()) {
            case "DRAWN" -> {
                responder.ifPresent(who -> said.put("cadre", who.person().toString()));
                said.put("required", "演示：三天内接着办，说明为什么拖。");
                said.put("by", door.work().today().plusDays(5).toString());
                moved(day, urging, supervisor.filter(any -> responder.isPresent()), "issue", said, diary);
            }
            case "ISSUED" -> moved(day, urging, responder, "serve", said, diary);
            case "SERVED" -> {
                // some never answer
                if (urging.story() % 5 != 0) {
                    said.put("cause", "演示：人手紧，交接时漏了。");
                    said.put("done", "演示：已经接着办，派了专人。");
                    moved(day, urging, responder, "reply", said, diary);
                }
            }
            case "REPLIED" -> {
                said.put("words", "演示：认可。");
                moved(day, urging, supervisor, "accept", said, diary);
            }
            case "UNANSWERED" -> {
                said.put("points", 1);
                said.put("ground", "演示：签收后没有答复。");
                said.put("rule", "演示考核办法第八条");
                moved(day, urging, supervisor, "deduct", said, diary);
            }
            default -> {}
        }
    }

    private void moved(int day, Open urging, Optional<Actor> who, String verb, Map<String, Object> said, Diary diary) {
        if (who.isEmpty()) {
            return;
        }
        var outcome = door.move(who.get(), urging.id(), verb, "demo-life-" + day + "-" + verb, said);
        if (outcome instanceof Outcome.Done done) {
            diary.done(
                    day, "urgings", urging.story(), verb, done.matter().stage().name());
        } else if (outcome instanceof Outcome.Refusal refusal) {
            diary.refused(
                    day, urging.story(), "urgings." + verb, refusal.verdict().toString());
        }
    }
}
