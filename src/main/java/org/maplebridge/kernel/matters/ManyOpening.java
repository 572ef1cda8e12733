package org.maplebridge.kernel.matters;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maplebridge.kernel.ground.Batch;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.matters.Matters.Around;
import org.maplebridge.kernel.orgs.Offices;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Opens many matters of one scene in one transaction, each with an entry, a key, limits, tasks and reach of its
/// own, as if it were alone. The scene is asked for one after the other; what the kernel writes is sent together.
///
/// Whoever is refused leaves nothing: after a scene's no, everything is rolled back and done again without those.
@Component
class ManyOpening {

    private static final String FRESH = "select ground.open_another() from generate_series(1, :many)";

    private final Transactions transactions;
    private final JdbcClient db;
    private final SceneBook scenes;
    private final Permit permit;
    private final Offices offices;
    private final Writing writing;
    private final Likely likely;
    private final Remembered remembered;

    ManyOpening(
            Transactions transactions,
            JdbcClient db,
            SceneBook scenes,
            Permit permit,
            Offices offices,
            Writing writing,
            Likely likely,
            Remembered remembered) {
        this.likely = likely;
        this.remembered = remembered;
        this.transactions = transactions;
        this.db = db;
        this.scenes = scenes;
        this.permit = permit;
        this.offices = offices;
        this.writing = writing;
    }

    /// What came of one go.
    ///
    /// @param refused by the scene, which may have written something: all is undone
    private record Tried(Map<Integer, Outcome> came, Map<Integer, Outcome> refused) implements Transactions.RollsBack {

        @Override
        public boolean rollsBack() {
            return !refused.isEmpty();
        }
    }

    /// A request whose words are read.
    private record Ready(int at, Request request, Record said, UUID id) {}

    /// A matter to be written.
    private record Begun(int at, Births births, Shaped.Matter matter) {}

    /// What came of each, in the order given. All by one actor, through one route.
    List<Outcome> open(String sceneName, List<Request> requests, Around around) {
        if (requests.isEmpty()) {
            return List.of();
        }
        var scene = scenes.scene(sceneName);
        var decided = new HashMap<Integer, Outcome>();
        var scope = requests.getFirst().actor().scope();
        Tried tried;
        do {
            tried = transactions.run(scope, work -> tried(work, scene, requests, decided, around));
            decided.putAll(tried.refused());
        } while (tried.rollsBack());
        decided.putAll(tried.came());
        var outcomes = new ArrayList<Outcome>();
        for (int i = 0; i < requests.size(); i++) {
            outcomes.add(java.util.Objects.requireNonNull(decided.get(i)));
        }
        return outcomes;
    }

    /// What would come of each: the scene is asked, and everything is rolled back.
    List<Matters.Tried> tryAll(String sceneName, List<Request> requests, Around around) {
        if (requests.isEmpty()) {
            return List.of();
        }
        var scene = scenes.scene(sceneName);
        var scope = requests.getFirst().actor().scope();
        return transactions
                .run(scope, work -> {
                    var came = new HashMap<Integer, Outcome>();
                    var ready = ready(work, scene, requests, Map.of(), came);
                    var refused = new HashMap<Integer, Outcome>(came);
                    var begun = begun(work, scene, ready, new Batch(), refused, around);
                    var like = likely.among(
                            scene.name(),
                            begun.stream()
                                    .map(each ->
                                            Map.entry(each.at(), each.matter().state()))
                                    .toList());
                    var all = new ArrayList<Matters.Tried>();
                    for (int i = 0; i < requests.size(); i++) {
                        all.add(new Matters.Tried(why(refused.get(i)), Optional.ofNullable(like.get(i))));
                    }
                    return new Answered(all);
                })
                .all();
    }

    /// What is never kept.
    private record Answered(List<Matters.Tried> all) implements Transactions.RollsBack {

        @Override
        public boolean rollsBack() {
            return true;
        }
    }

    private static Optional<Verdict> why(@Nullable Outcome outcome) {
        return outcome instanceof Outcome.Refusal refusal ? Optional.of(refusal.verdict()) : Optional.empty();
    }

    private Tried tried(
            Work work, SceneDef scene, List<Request> requests, Map<Integer, Outcome> decided, Around around) {
        var came = new HashMap<Integer, Outcome>();
        var ready = ready(work, scene, requests, decided, came);
        var refused = new HashMap<Integer, Outcome>();
        var batch = new Batch();
        var begun = begun(work, scene, ready, batch, refused, around);
        if (refused.isEmpty() && !begun.isEmpty()) {
            var facts = writing.facts()
                    .of(
                            scene.name(),
                            begun.stream()
                                    .map(each -> each.matter().state().matter().id())
                                    .toList());
            begun.forEach(each -> around.run(each.at(), () -> {
                var id = each.matter().state().matter().id();
                came.put(each.at(), each.births().write(each.matter(), facts.getOrDefault(id, List.of())));
            }));
            batch.sendByKind(writing.source());
        }
        return new Tried(came, refused);
    }

    private List<Begun> begun(
            Work work, SceneDef scene, List<Ready> ready, Batch batch, Map<Integer, Outcome> refused, Around around) {
        var begun = new ArrayList<Begun>();
        for (Ready each : ready) {
            var people = new Batch();
            var births = writing.beside(work, each.request(), batch, people);
            around.run(each.at(), () -> {
                switch (births.shape(scene, scene.open(), each.said(), each.id())) {
                    case Shaped.Not not -> refused.put(each.at(), new Outcome.Refusal(not.why()));
                    case Shaped.Matter matter -> begun.add(new Begun(each.at(), births, matter));
                }
            });
            // somebody may come again in the next one
            people.send(writing.source());
        }
        return begun;
    }

    /// Those whose words can be read and that did not come before; of the others it is said at once what came of them.
    private List<Ready> ready(
            Work work,
            SceneDef scene,
            List<Request> requests,
            Map<Integer, Outcome> decided,
            Map<Integer, Outcome> came) {
        var before = remembered.among(requests);
        var directory = offices.at(work);
        var ids = db.sql(FRESH)
                .param("many", requests.size())
                .query((row, at) -> row.getObject(1, UUID.class))
                .list();
        var ready = new ArrayList<Ready>();
        for (int i = 0; i < requests.size(); i++) {
            int at = i;
            var request = requests.get(i);
            var known = decided.containsKey(i)
                    ? Optional.ofNullable(decided.get(i))
                    : before.repeated(request)
                            .or(() -> permit.opening(scene, request.actor()).map(Outcome.Refusal::new));
            if (known.isPresent()) {
                came.put(at, known.get());
                continue;
            }
            var read = Reading.read(scene.open().form(), request.body(), directory);
            read.said()
                    .ifPresentOrElse(
                            said -> ready.add(new Ready(at, request, said, ids.get(at))),
                            () -> came.put(
                                    at,
                                    new Outcome.Refusal(
                                            new Verdict.Invalid(read.faults(), Optional.empty(), Optional.empty()))));
        }
        return ready;
    }
}
