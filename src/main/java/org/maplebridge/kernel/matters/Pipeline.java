package org.maplebridge.kernel.matters;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.ground.Problem;
import org.maplebridge.kernel.ground.Refused;
import org.maplebridge.kernel.ground.SubmitKey;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.ground.Words;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.matters.MatterStore.Loaded;
import org.maplebridge.kernel.matters.SceneDef.Shared;
import org.maplebridge.kernel.matters.SceneDef.VerbDef;
import org.maplebridge.kernel.orgs.Offices;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/// The road of every act: authorise, lock, the scene's rules, the scene's store, entry, limits, tasks, reach,
/// commit.
/// At most six round trips: scope, key, lock and read in one; what the scene reads; its store; fact read-back; one
/// batch; commit.
@Component
class Pipeline {

    private final Transactions transactions;
    private final SceneBook scenes;
    private final MatterStore store;
    private final Permit permit;
    private final Offices offices;
    private final Writing writing;

    Pipeline(
            Transactions transactions,
            SceneBook scenes,
            MatterStore store,
            Permit permit,
            Offices offices,
            Writing writing) {
        this.transactions = transactions;
        this.scenes = scenes;
        this.store = store;
        this.permit = permit;
        this.offices = offices;
        this.writing = writing;
    }

    Outcome open(String sceneName, Request request) {
        var scene = scenes.scene(sceneName);
        var verb = request.actor().kind() == Actor.Kind.CITIZEN
                ? scene.publicOpen().orElse(scene.open())
                : scene.open();
        return retried(() -> transactions.run(
                request.actor().scope(),
                Optional.of(request.key()),
                true,
                work -> repeated(work, request).orElseGet(() -> opened(work, scene, verb, request))));
    }

    private Outcome opened(Work work, SceneDef scene, VerbDef verb, Request request) {
        var refused = permit.opening(scene, request.actor());
        if (refused.isPresent()) {
            return new Outcome.Refusal(refused.get());
        }
        var read = Reading.read(verb.form(), request.body(), offices.at(work));
        if (read.said().isEmpty()) {
            return unreadable(read);
        }
        return writing.begin(work, request)
                .open(scene, verb, read.said().get(), work.fresh().orElseThrow());
    }

    Outcome move(UUID id, String verb, Request request) {
        var kernel = KernelMoves.byWireName(verb);
        return retried(() -> transactions.run(
                request.actor().scope(),
                request.key(),
                store.locking(KernelMoves.locks(id, kernel, request.body())),
                (work, locked) -> repeated(work, request).orElseGet(() -> {
                    var loaded = taken(locked, id).orElseThrow(() -> Refused.notFound("事项"));
                    var now = notBefore(work, locked);
                    return kernel.isPresent()
                            ? kernelMove(now, kernel.get(), request, loaded, locked)
                            : Optional.ofNullable(scenes.shared().get(verb))
                                    .map(shared -> sharedMove(now, shared, request, loaded))
                                    .orElseGet(() -> sceneMove(now, verb, request, loaded));
                })));
    }

    /// No entry is recorded before the one it follows, and limits run from when it was recorded.
    private static Work notBefore(Work work, List<Loaded> locked) {
        var now = work;
        for (Loaded each : locked) {
            now = now.notBefore(each.matter().chain().recordedAt());
        }
        return now;
    }

    private Outcome sceneMove(Work work, String verb, Request request, Loaded loaded) {
        var scene = scenes.scene(loaded.matter().scene());
        var def = verbOf(scene, verb);
        var step = Objects.requireNonNull(scene.life().allSteps().get(verb));
        var directory = offices.at(work);
        var refused = stale(request, loaded)
                .or(() -> permit.refusal(work, scene, verb, step, loaded.state(), request.actor(), directory));
        if (refused.isPresent()) {
            return new Outcome.Refusal(named(refused.get(), loaded));
        }
        var read = Reading.read(def.form(), request.body(), directory);
        return read.said().isEmpty()
                ? unreadable(read)
                : writing.begin(work, request)
                        .sceneMove(
                                scene,
                                def,
                                Optional.of(step),
                                loaded,
                                read.said().get());
    }

    private Outcome sharedMove(Work work, Shared shared, Request request, Loaded loaded) {
        var scene = scenes.scene(loaded.matter().scene());
        var directory = offices.at(work);
        var refused = stale(request, loaded)
                .or(() -> permit.refusal(scene, shared.verb(), loaded.state(), request.actor(), directory));
        if (refused.isPresent()) {
            return new Outcome.Refusal(refused.get());
        }
        var read = Reading.read(shared.def().form(), request.body(), directory);
        return read.said().isEmpty()
                ? unreadable(read)
                : writing.begin(work, request)
                        .sceneMove(
                                scene,
                                shared.def(),
                                Optional.empty(),
                                loaded,
                                read.said().get());
    }

    private Outcome kernelMove(Work work, KernelVerb verb, Request request, Loaded loaded, List<Loaded> locked) {
        var scene = scenes.scene(loaded.matter().scene());
        var refused = stale(request, loaded)
                .or(() -> permit.refusal(scene, verb, loaded.state(), request.actor(), offices.at(work)));
        if (refused.isPresent()) {
            return new Outcome.Refusal(named(refused.get(), loaded));
        }
        var read = Reading.read(KernelMoves.form(verb), request.body(), offices.at(work));
        if (read.said().isEmpty()) {
            return unreadable(read);
        }
        var other = KernelMoves.other(read.said().get());
        if (other.equals(Optional.of(loaded.matter().id()))) {
            return new Outcome.Refusal(Verdict.invalid("matter", "不能选这一件自己。", "matters.link-self"));
        }
        var second = other.flatMap(id -> taken(locked, id));
        boolean keptOut = second.flatMap(it -> Permit.keptOut(it.state(), request.actor()))
                .isPresent();
        if (keptOut || (other.isPresent() && second.isEmpty())) {
            return new Outcome.Refusal(Verdict.invalid("matter", "没有这件事项，或者不在您能看的范围里。", "matters.link-unseen"));
        }
        return writing.begin(work, request).kernelMove(scene, verb, read.said().get(), loaded, second);
    }

    /// Names what stands in the way and is still open, as far as the actor sees it; the rest is counted.
    private Verdict named(Verdict refused, Loaded loaded) {
        if (!(refused instanceof Verdict.Blocked blocked) || blocked.by().isEmpty()) {
            return refused;
        }
        var codes = store.load(blocked.by()).stream()
                .map(Loaded::matter)
                .filter(matter -> matter.stage().open())
                .map(matter -> matter.label().code())
                .toList();
        int hidden = loaded.state().openChildren() - codes.size();
        var unseen = hidden > 0 ? "另有 " + hidden + " 件您看不到，请问办理那件的单位。" : "";
        return blocked.next(codes.isEmpty() ? unseen : "先办结：" + String.join("、", codes) + "。" + unseen);
    }

    private static Outcome unreadable(Reading.Result read) {
        return new Outcome.Refusal(new Verdict.Invalid(read.faults(), Optional.empty(), Optional.empty()));
    }

    private static Optional<Loaded> taken(List<Loaded> locked, UUID id) {
        return locked.stream().filter(loaded -> loaded.matter().id().equals(id)).findFirst();
    }

    private static VerbDef verbOf(SceneDef scene, String verb) {
        var def = scene.verbs().get(verb);
        if (def == null) {
            throw new Refused(
                    Problem.of(404, "not-found", "没有这个动作", "“" + scene.title() + "”没有叫“" + Words.shown(verb) + "”的动作。")
                            .withNext("从 /api/matters/{id}/moves 里选一个。"));
        }
        return def;
    }

    private static Optional<Verdict> stale(Request request, Loaded loaded) {
        int now = loaded.matter().chain().version();
        return request.version().isPresent() && request.version().getAsInt() != now
                ? Optional.of(new Verdict.Stale(now))
                : Optional.empty();
    }

    /// Two requests under one key at the same moment: one is written, the other finds it on its second try. It may have
    /// waited for the lock, and then sees only that the matter has moved.
    private static Outcome retried(Supplier<Outcome> attempt) {
        try {
            var outcome = attempt.get();
            return overtaken(outcome) ? attempt.get() : outcome;
        } catch (DuplicateKeyException raced) {
            return attempt.get();
        }
    }

    private static boolean overtaken(Outcome outcome) {
        return outcome instanceof Outcome.Refusal refusal
                && (refusal.verdict() instanceof Verdict.Stale || refusal.verdict() instanceof Verdict.NotFromHere);
    }

    /// What the same key stored before.
    private static Optional<Outcome> repeated(Work work, Request request) {
        return work.stored().map(stored -> {
            if (!stored.bodyHash().equals(request.bodyHash())) {
                throw SubmitKey.reused();
            }
            return new Outcome.Repeat(stored.matter(), stored.seq());
        });
    }
}
