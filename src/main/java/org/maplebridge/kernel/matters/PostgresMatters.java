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
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.ground.Batch;
import org.maplebridge.kernel.ground.Refused;
import org.maplebridge.kernel.ground.Scope;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.orgs.Offices;
import org.maplebridge.kernel.parameters.Parameters;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class PostgresMatters implements Matters {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresMatters.class);

    /// A limit without its matter rings as well: it would be the oldest for ever.
    private static final String ALARMS = """
        select d.matter as limit_of, d.no as limit_no, d.alarm_at, (to_jsonb(d))::text as deadline, m.*
          from (select * from matters.deadline
                 where alarm_at <= :now
                 order by alarm_at, matter, no
                 limit :limit
                   for update skip locked) d
          left join matters.matter m on m.id = d.matter
         order by d.alarm_at, d.matter, d.no\
        """;

    private static final String THESE_ALARMS = """
        select d.matter as limit_of, d.no as limit_no, d.alarm_at, (to_jsonb(d))::text as deadline, m.*
          from (select * from matters.deadline
                 where (matter, no) in (select * from unnest(cast(:matters as uuid[]), cast(:nos as int[])))
                 order by matter, no
                   for update skip locked) d
          left join matters.matter m on m.id = d.matter
         order by d.alarm_at, d.matter, d.no\
        """;

    private static final String NEXT_ALARM = """
        update matters.deadline
           set alarm_at = ?, alarm_step = alarm_step + 1
         where matter = ? and no = ?\
        """;

    private static final String WITH_CODE = "select matter from matters.code where code = :code";

    private final JdbcClient db;
    private final Pipeline pipeline;
    private final ManyOpening many;
    private final ManyRevoking revoking;
    private final MatterStore store;
    private final SceneBook scenes;
    private final Permit permit;
    private final Offices offices;
    private final Parameters parameters;
    private final MatterReach reach;

    PostgresMatters(
            JdbcClient db,
            Pipeline pipeline,
            ManyOpening many,
            ManyRevoking revoking,
            MatterStore store,
            SceneBook scenes,
            Permit permit,
            Offices offices,
            Parameters parameters,
            MatterReach reach) {
        this.db = db;
        this.pipeline = pipeline;
        this.many = many;
        this.revoking = revoking;
        this.store = store;
        this.scenes = scenes;
        this.permit = permit;
        this.offices = offices;
        this.parameters = parameters;
        this.reach = reach;
    }

    @Override
    public Outcome open(String scene, Request request) {
        return pipeline.open(scene, request);
    }

    @Override
    public List<Outcome> openAll(String scene, List<Request> requests, Around around) {
        return many.open(scene, requests, around);
    }

    @Override
    public List<Outcome> revokeAll(List<Revoking> all, Around around) {
        return revoking.revoke(all, around);
    }

    @Override
    public List<Tried> tryAll(String scene, List<Request> requests, Around around) {
        return many.tryAll(scene, requests, around);
    }

    @Override
    public Optional<OpeningForm> openingForm(String scene) {
        return scenes.find(scene).filter(found -> !found.openedBy().isEmpty()).map(OpeningForm::of);
    }

    @Override
    public List<OpeningForm> openingForms() {
        return scenes.all().stream()
                .filter(scene -> !scene.openedBy().isEmpty())
                .map(OpeningForm::of)
                .toList();
    }

    @Override
    public Outcome move(UUID matter, String verb, Request request) {
        return pipeline.move(matter, verb, request);
    }

    @Override
    public Optional<Outcome.Refusal> refusal(Work work, Actor actor, UUID matter, String shared) {
        var state = store.load(matter).map(MatterStore.Loaded::state).orElseThrow(() -> Refused.notFound("事项"));
        var verb =
                Optional.ofNullable(scenes.shared().get(shared)).orElseThrow().verb();
        return permit.refusal(scenes.scene(state.matter().scene()), verb, state, actor, offices.at(work))
                .map(Outcome.Refusal::new);
    }

    @Override
    public Optional<Matter> find(UUID matter) {
        return store.load(matter).map(MatterStore.Loaded::matter);
    }

    @Override
    public Optional<Matter> withCode(String code) {
        return db.sql(WITH_CODE)
                .param("code", code.replaceAll("[\\s-]", "").toUpperCase(java.util.Locale.ROOT))
                .query((row, at) -> row.getObject("matter", UUID.class))
                .optional()
                .flatMap(this::find);
    }

    @Override
    public List<Party> parties(UUID matter) {
        return store.load(matter).map(loaded -> loaded.state().parties()).orElse(List.of());
    }

    @Override
    public List<UUID> sameParties(UUID matter, Instant since) {
        return reach.sameParties(matter, since);
    }

    @Override
    public List<UUID> sharedParties(UUID matter, Instant since) {
        return reach.sharedParties(matter, since);
    }

    @Override
    public void showTo(UUID matter, UUID post, Instant until) {
        reach.showTo(matter, post, until);
    }

    @Override
    public List<UUID> within(Scope scope, String scene, int most) {
        return reach.within(scope, scene, most);
    }

    @Override
    public List<Ended> ended(String scene, String area, Optional<String> stage, Instant from, Instant until) {
        return reach.ended(scene, area, stage, from, until);
    }

    @Override
    public List<Alarm> running(UUID agency, String suffix, int limit) {
        return reach.running(agency, suffix, limit);
    }

    @Override
    public List<Running> runningBy(List<String> editions) {
        return reach.runningBy(editions);
    }

    @Override
    public List<UUID> broughtBy(UUID batch, UUID after) {
        return store.broughtBy(batch, after);
    }

    @Override
    public List<Ringing> alarms(Work work, int limit) {
        return db.sql(ALARMS)
                .param("now", work.now().atOffset(java.time.ZoneOffset.UTC))
                .param("limit", limit)
                .query((row, at) -> ringing(row))
                .list();
    }

    @Override
    public List<Ringing> alarms(Work work, List<LimitKey> limits) {
        return db.sql(THESE_ALARMS)
                .param("matters", limits.stream().map(LimitKey::matter).toArray(UUID[]::new))
                .param("nos", limits.stream().map(LimitKey::no).toArray(Integer[]::new))
                .query((row, at) -> ringing(row))
                .list();
    }

    private static Ringing ringing(ResultSet row) throws SQLException {
        var limit = new LimitKey(row.getObject("limit_of", UUID.class), row.getInt("limit_no"));
        try {
            return new Ringing(limit, Optional.of(alarm(row)));
        } catch (RuntimeException unreadable) {
            LOG.error("the limit {} of {} can't be read: {}", limit.no(), limit.matter(), unreadable.toString());
            return new Ringing(limit, Optional.empty());
        }
    }

    static Alarm alarm(ResultSet row) throws SQLException {
        return new Alarm(
                MatterStore.matter(row),
                MatterRows.deadlines("[" + row.getString("deadline") + "]").getFirst(),
                MatterStore.maybe(row, "alarm_at"));
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
    public Set<String> rolesNext(Matter matter) {
        return scenes.scene(matter.scene()).life().steps(matter.life()).values().stream()
                .filter(step -> step.from().stream()
                        .anyMatch(stage -> stage.name().equals(matter.stage().name())))
                .flatMap(step -> step.by().stream())
                .filter(role -> !Step.outside(role))
                .collect(Collectors.toSet());
    }

    @Override
    public Set<String> handlers(Matter matter) {
        return scenes.scene(matter.scene()).handlers(matter);
    }

    @Override
    public void nextAlarm(Batch batch, LimitKey limit, Optional<Instant> at) {
        batch.expecting(1, NEXT_ALARM, at.orElse(null), limit.matter(), limit.no());
    }

    @Override
    public Map<UUID, NextMove> nextMoves(Work work, Actor actor, List<UUID> matters) {
        var directory = offices.at(work);
        var found = new HashMap<UUID, NextMove>();
        for (MatterStore.Loaded loaded : matters.isEmpty() ? List.<MatterStore.Loaded>of() : store.load(matters)) {
            var scene = scenes.scene(loaded.matter().scene());
            scene.life().steps(loaded.matter().life()).entrySet().stream()
                    .filter(step -> permit.refusal(
                                    work, scene, step.getKey(), step.getValue(), loaded.state(), actor, directory)
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
