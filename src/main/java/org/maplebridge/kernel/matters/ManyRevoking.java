package org.maplebridge.kernel.matters;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.maplebridge.kernel.ground.Batch;
import org.maplebridge.kernel.ground.Refused;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.matters.MatterStore.Loaded;
import org.maplebridge.kernel.matters.Matters.Around;
import org.maplebridge.kernel.matters.Matters.Revoking;
import org.maplebridge.kernel.orgs.Offices;
import org.maplebridge.kernel.trail.Trail;
import org.springframework.stereotype.Component;

/// Withdraws many matters that an import brought in, in one transaction, each with an entry and a key of its own, as
/// if it were alone. Whoever is refused has written nothing and keeps no other from being withdrawn.
@Component
class ManyRevoking {

    private final Transactions transactions;
    private final MatterStore store;
    private final SceneBook scenes;
    private final Permit permit;
    private final Offices offices;
    private final Writing writing;
    private final Trail trail;
    private final Remembered remembered;

    ManyRevoking(
            Transactions transactions,
            MatterStore store,
            SceneBook scenes,
            Permit permit,
            Offices offices,
            Writing writing,
            Trail trail,
            Remembered remembered) {
        this.transactions = transactions;
        this.store = store;
        this.scenes = scenes;
        this.permit = permit;
        this.offices = offices;
        this.writing = writing;
        this.trail = trail;
        this.remembered = remembered;
    }

    /// What came of each, in the order given. All by one actor, through one route.
    List<Outcome> revoke(List<Revoking> all, Around around) {
        if (all.isEmpty()) {
            return List.of();
        }
        return transactions.run(all.getFirst().request().actor().scope(), work -> revoked(work, all, around));
    }

    private List<Outcome> revoked(Work work, List<Revoking> all, Around around) {
        var locked = store.take(all.stream().map(Revoking::matter).toList()).stream()
                .collect(Collectors.toMap(loaded -> loaded.matter().id(), Function.identity()));
        var now = notBefore(work, locked.values());
        var touched = trail.touched(locked.keySet(), 1);
        var facts = facts(locked.values());
        var before = remembered.among(all.stream().map(Revoking::request).toList());
        var batch = new Batch();
        var outcomes = new ArrayList<Outcome>();
        for (int i = 0; i < all.size(); i++) {
            var request = all.get(i).request();
            var loaded = Optional.ofNullable(locked.get(all.get(i).matter())).orElseThrow(() -> Refused.notFound("事项"));
            var id = loaded.matter().id();
            var known = before.repeated(request).or(() -> refused(now, request, loaded));
            if (known.isPresent()) {
                outcomes.add(known.get());
                continue;
            }
            var read = Reading.read(KernelMoves.form(KernelVerb.REVOKE), request.body(), offices.at(now));
            if (read.said().isEmpty()) {
                outcomes.add(
                        new Outcome.Refusal(new Verdict.Invalid(read.faults(), Optional.empty(), Optional.empty())));
                continue;
            }
            var said = (KernelVerb.Revoked) read.said().get();
            var pen = writing.begin(now, request, batch);
            around.run(
                    i,
                    () -> outcomes.add(
                            pen.revoke(said, loaded, touched.contains(id), facts.getOrDefault(id, List.of()))));
        }
        batch.sendByKind(writing.source());
        return List.copyOf(outcomes);
    }

    private Optional<Outcome> refused(Work work, Request request, Loaded loaded) {
        var scene = scenes.scene(loaded.matter().scene());
        return permit.refusal(scene, KernelVerb.REVOKE, loaded.state(), request.actor(), offices.at(work))
                .map(Outcome.Refusal::new);
    }

    /// No entry is recorded before the one it follows.
    private static Work notBefore(Work work, Collection<Loaded> locked) {
        var now = work;
        for (Loaded each : locked) {
            now = now.notBefore(each.matter().chain().recordedAt());
        }
        return now;
    }

    /// The rows the scenes keep of them.
    private Map<UUID, List<String>> facts(Collection<Loaded> locked) {
        var rows = new HashMap<UUID, List<String>>();
        locked.stream()
                .map(Loaded::matter)
                .collect(Collectors.groupingBy(Matter::scene, Collectors.mapping(Matter::id, Collectors.toList())))
                .forEach((scene, ids) -> rows.putAll(writing.facts().of(scene, ids)));
        return rows;
    }
}
