package org.maplebridge.kernel.matters;

import java.util.Optional;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.ground.Batch;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.trail.Draft;
import org.maplebridge.kernel.trail.Entry;
import org.maplebridge.kernel.trail.MatterKey;

/// Writes the entry of an act: what was said, and the digest of what the matter is after it.
final class Recording {

    private final Writing tools;
    private final Work work;
    private final Actor actor;
    private final Batch batch;

    Recording(Writing tools, Work work, Actor actor, Batch batch) {
        this.tools = tools;
        this.work = work;
        this.actor = actor;
        this.batch = batch;
    }

    /// A matter with its new end of the chain.
    record Written(MatterState state, Entry entry) {}

    Written entry(
            SceneDef scene,
            MatterState state,
            MatterKey key,
            String verb,
            String type,
            Record said,
            Optional<Entry.Head> head) {
        var m = state.matter();
        var digest = key.factDigest(state.facts(tools.facts().of(scene.name(), m.id())));
        var entry = tools.trail()
                .write(
                        batch,
                        key,
                        new Draft(
                                m.id(),
                                m.scene(),
                                m.life(),
                                verb,
                                m.stage().name(),
                                head.isEmpty() ? m.origin().occurredAt() : work.now(),
                                work.now(),
                                actor.id(),
                                actor.post(),
                                actor.agency(),
                                actor.onBehalfOf(),
                                type,
                                said,
                                digest,
                                KernelMoves.refs(said)),
                        head);
        var end = entry.head();
        return new Written(state.with(m.with(new Matter.Chain(end.seq(), end.hash(), end.recordedAt()))), entry);
    }
}
