package org.maplebridge.kernel.matters;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.ground.Batch;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.orgs.Offices;
import org.maplebridge.kernel.parameters.Parameters;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class PostgresMatters implements Matters {

    private static final String ALARMS = """
            select m.*, d.alarm_step, d.alarm_at, (to_jsonb(d))::text as deadline
              from (select * from matters.deadline
                     where alarm_at <= :now
                     order by alarm_at, matter, no
                     limit :limit
                       for update skip locked) d
              join matters.matter m on m.id = d.matter
             order by d.alarm_at, d.matter, d.no""";

    private static final String NEXT_ALARM = """
            update matters.deadline
               set alarm_at = ?, alarm_step = alarm_step + 1
             where matter = ? and no = ?""";

    private final JdbcClient db;
    private final Pipeline pipeline;
    private final MatterStore store;
    private final SceneBook scenes;
    private final Permit permit;
    private final Offices offices;
    private final Parameters parameters;

    PostgresMatters(
            JdbcClient db,
            Pipeline pipeline,
            MatterStore store,
            SceneBook scenes,
            Permit permit,
            Offices offices,
            Parameters parameters) {
        this.db = db;
        this.pipeline = pipeline;
        this.store = store;
        this.scenes = scenes;
        this.permit = permit;
        this.offices = offices;
        this.parameters = parameters;
    }

    @Override
    public Outcome open(String scene, Request request) {
        return pipeline.open(scene, request);
    }

    @Override
    public Outcome move(UUID matter, String verb, Request request) {
        return pipeline.move(matter, verb, request);
    }

    @Override
    public Optional<Matter> find(UUID matter) {
        return store.load(matter).map(MatterStore.Loaded::matter);
    }

    @Override
    public List<UUID> broughtBy(UUID batch, UUID after) {
        return store.broughtBy(batch, after);
    }

    @Override
    public List<Alarm> alarms(Work work, int limit) {
        return db.sql(ALARMS)
                .param("now", work.now().atOffset(java.time.ZoneOffset.UTC))
                .param("limit", limit)
                .query((row, at) -> alarm(row))
                .list();
    }

    private static Alarm alarm(ResultSet row) throws SQLException {
        return new Alarm(
                MatterStore.matter(row),
                MatterRows.deadlines("[" + row.getString("deadline") + "]").getFirst(),
                row.getInt("alarm_step"),
                MatterStore.instant(row, "alarm_at"));
    }

    @Override
    public Optional<String> clockVerb(Alarm alarm) {
        var matter = alarm.matter();
        return scenes.scene(matter.scene()).life().steps(matter.life()).entrySet().stream()
                .filter(step -> step.getValue().by().contains(Step.SYSTEM))
                .filter(step -> step.getValue()
                        .within()
                        .equals(Optional.of(alarm.deadline().parameter())))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    @Override
    public void nextAlarm(Batch batch, Alarm alarm, Optional<Instant> at) {
        batch.expecting(
                1,
                NEXT_ALARM,
                at.orElse(null),
                alarm.matter().id(),
                alarm.deadline().no());
    }

    @Override
    public Map<UUID, NextMove> nextMoves(Work work, Actor actor, List<UUID> matters) {
        var directory = offices.at(work);
        var found = new HashMap<UUID, NextMove>();
        for (MatterStore.Loaded loaded : matters.isEmpty() ? List.<MatterStore.Loaded>of() : store.load(matters)) {
            var scene = scenes.scene(loaded.matter().scene());
            scene.life().steps(loaded.matter().life()).entrySet().stream()
                    .filter(step -> permit.refusal(scene, step.getValue(), loaded.state(), actor, directory)
                            .isEmpty())
                    .min(Comparator.comparingInt(step -> MoveOrder.place(scene, step.getValue(), loaded.state())))
                    .ifPresent(step -> found.put(
                            loaded.matter().id(), new NextMove(step.getKey(), scene.verbTitle(step.getKey()))));
        }
        return found;
    }

    @Override
    public String limitTitle(Work work, Matter matter, String parameter, Optional<String> level) {
        var name = level.map(each -> parameter + "." + each.toLowerCase(Locale.ROOT))
                .orElse(parameter);
        return parameters
                .find(work, name, matter.office().area(), work.today())
                .map(number -> number.title())
                .orElse(name);
    }
}
