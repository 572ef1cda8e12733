package org.maplebridge.kernel.matters;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
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
    public void nextAlarm(Batch batch, Alarm alarm, Optional<Instant> at) {
        batch.expecting(
                1,
                NEXT_ALARM,
                at.orElse(null),
                alarm.matter().id(),
                alarm.deadline().no());
    }

    @Override
    public Optional<NextMove> nextMove(Work work, Actor actor, Matter matter) {
        var scene = scenes.scene(matter.scene());
        var state = new MatterState(matter, List.of(), List.of(), List.of(), 0);
        var directory = offices.at(work);
        return scene.life().steps(matter.life()).entrySet().stream()
                .filter(step -> permit.refusal(scene, step.getValue(), state, actor, directory)
                        .isEmpty())
                .map(step -> new NextMove(step.getKey(), scene.verbTitle(step.getKey())))
                .findFirst();
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
