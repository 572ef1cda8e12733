package org.maplebridge.kernel.matters;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.maplebridge.kernel.ground.Batch;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.orgs.Directory;
import org.maplebridge.kernel.trail.Draft;
import org.maplebridge.kernel.trail.Entry;
import org.maplebridge.kernel.trail.MatterKey;

/// What pens of one transaction write with: one work, one request, one batch.
///
/// @param batch what is written, sent together
/// @param shaping works out how matters look
record Ink(Writing tools, Work work, Request request, Directory offices, Batch batch, Shaping shaping) {

    private static final String REMEMBER = """
            insert into ground.request (principal, route, key, body_hash, matter, seq, at)
            values (?, ?, ?, ?, ?, ?, ?)""";

    /// @param people takes the personas that parties make necessary
    static Ink of(Writing tools, Work work, Request request, Batch batch, Batch people) {
        return new Ink(
                tools, work, request, tools.offices().at(work), batch, new Shaping(tools, work, request, people));
    }

    /// A state with the entry that led to it.
    record Written(MatterState state, Entry entry) {}

    Written entry(
            MatterState state,
            List<String> facts,
            MatterKey key,
            String verb,
            String type,
            Record said,
            Optional<Entry.Head> head) {
        var m = state.matter();
        var digest = key.factDigest(state.facts(facts));
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
                                request.actor().id(),
                                request.actor().post(),
                                request.actor().agency(),
                                request.actor().onBehalfOf(),
                                type,
                                said,
                                digest,
                                KernelMoves.refs(said)),
                        head);
        var end = entry.head();
        return new Written(state.with(m.with(new Matter.Chain(end.seq(), end.hash(), end.recordedAt()))), entry);
    }

    void remember(UUID matter, int seq) {
        batch.add(
                REMEMBER,
                request.actor().scope().principal(),
                request.key().route(),
                request.key().key(),
                request.bodyHash().bytes(),
                matter,
                seq,
                work.now());
    }
}
