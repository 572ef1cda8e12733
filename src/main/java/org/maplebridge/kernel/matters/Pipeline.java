package org.maplebridge.kernel.matters;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.ground.Problem;
import org.maplebridge.kernel.ground.Refused;
import org.maplebridge.kernel.ground.SubmitKey;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.ground.Words;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.matters.MatterStore.Loaded;
import org.maplebridge.kernel.matters.SceneDef.VerbDef;
import org.maplebridge.kernel.orgs.Offices;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/// The road of every act: authorise, lock, the scene's rules, the scene's store, entry, limits, tasks, reach,
/// commit.
/// Six round trips: scope and key, lock and read, store, fact read-back, one batch, commit.
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
        return once(request, true, work -> {
            var refused = permit.opening(scene, request.actor());
            if (refused.isPresent()) {
                return new Outcome.Refusal(refused.get());
            }
            var directory = offices.at(work);
            var read = Reading.read(verb.form(), request.body(), directory);
            if (read.said().isEmpty()) {
                return new Outcome.Refusal(new Verdict.Invalid(read.faults(), Optional.empty(), Optional.empty()));
            }
            var id = work.fresh().orElseThrow();
            return writing.begin(work, request).open(scene, verb, read.said().get(), id);
        });
    }

    Outcome move(UUID id, String verb, Request request) {
        return once(request, false, work -> {
            var kernel = KernelMoves.byWireName(verb);
            var directory = offices.at(work);
            if (kernel.isPresent()) {
                var read = Reading.read(KernelMoves.form(kernel.get()), request.body(), directory);
                return read.said().isEmpty()
                        ? refusedFields(id, read)
                        : kernelMove(work, id, kernel.get(), read.said().get(), request);
            }
            var loaded = taken(store.lock(List.of(id)), id).orElseThrow(() -> Refused.notFound("事项"));
            var scene = scenes.scene(loaded.matter().scene());
            var def = verbOf(scene, verb);
            var step = java.util.Objects.requireNonNull(scene.life().allSteps().get(verb));
            var refused = stale(request, loaded)
                    .or(() -> permit.refusal(scene, step, loaded.state(), request.actor(), directory));
            if (refused.isPresent()) {
                return new Outcome.Refusal(refused.get());
            }
            var read = Reading.read(def.form(), request.body(), directory);
            return read.said().isEmpty()
                    ? new Outcome.Refusal(new Verdict.Invalid(read.faults(), Optional.empty(), Optional.empty()))
                    : writing.begin(work, request)
                            .sceneMove(scene, def, step, loaded, read.said().get());
        });
    }

    private Outcome kernelMove(Work work, UUID id, KernelVerb verb, Record said, Request request) {
        var other = KernelMoves.other(said);
        if (other.filter(id::equals).isPresent()) {
            return new Outcome.Refusal(Verdict.invalid("matter", "不能选这一件自己。", "matters.link-self"));
        }
        var locked = store.lock(other.map(second -> List.of(id, second)).orElse(List.of(id)));
        var loaded = taken(locked, id).orElseThrow(() -> Refused.notFound("事项"));
        var scene = scenes.scene(loaded.matter().scene());
        var refused = stale(request, loaded)
                .or(() -> permit.refusal(scene, verb, loaded.state(), request.actor(), offices.at(work)));
        if (refused.isPresent()) {
            return new Outcome.Refusal(refused.get());
        }
        var second = other.flatMap(otherId -> taken(locked, otherId));
        if (other.isPresent() && second.isEmpty()) {
            return new Outcome.Refusal(Verdict.invalid("matter", "没有这件事项，或者不在您能看的范围里。", "matters.link-unseen"));
        }
        return writing.begin(work, request).kernelMove(scene, verb, said, loaded, second);
    }

    private static Optional<Loaded> taken(List<Loaded> locked, UUID id) {
        return locked.stream().filter(loaded -> loaded.matter().id().equals(id)).findFirst();
    }

    /// Fields are checked before the lock, but nobody learns anything of a matter they can't see.
    private Outcome refusedFields(UUID id, Reading.Result read) {
        if (store.load(id).isEmpty()) {
            throw Refused.notFound("事项");
        }
        return new Outcome.Refusal(new Verdict.Invalid(read.faults(), Optional.empty(), Optional.empty()));
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
    private Outcome once(Request request, boolean opens, Function<Work, Outcome> body) {
        try {
            var outcome = attempt(request, opens, body);
            return overtaken(outcome) ? attempt(request, opens, body) : outcome;
        } catch (DuplicateKeyException raced) {
            return attempt(request, opens, body);
        }
    }

    private static boolean overtaken(Outcome outcome) {
        return outcome instanceof Outcome.Refusal refusal
                && (refusal.verdict() instanceof Verdict.Stale || refusal.verdict() instanceof Verdict.NotFromHere);
    }

    private Outcome attempt(Request request, boolean opens, Function<Work, Outcome> body) {
        return transactions.run(request.actor().scope(), Optional.of(request.key()), opens, work -> {
            var stored = work.stored();
            if (stored.isEmpty()) {
                return body.apply(work);
            }
            if (!stored.get().bodyHash().equals(request.bodyHash())) {
                throw SubmitKey.reused();
            }
            return new Outcome.Repeat(stored.get().matter(), stored.get().seq());
        });
    }
}
