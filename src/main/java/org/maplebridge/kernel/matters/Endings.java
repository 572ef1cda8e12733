package org.maplebridge.kernel.matters;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// How matters end by verbs of the kernel: merged, taken back, archived, destroyed.
final class Endings {

    /// The source of what was ended before it came here.
    static final String ARCHIVED = "ARCHIVED";

    private Endings() {}

    static MatterState ended(MatterState state, Act act, Optional<UUID> mergedInto) {
        var where = state.matter().stage();
        var standing = state.matter().standing().merged(mergedInto);
        return state.with(state.matter()
                        .with(new Matter.Where(where.name(), where.since(), false, Optional.of(act.now())))
                        .with(standing))
                .withDeadlines(state.deadlines().stream()
                        .map(each -> each.live() ? each.ended(Deadline.State.LAPSED, act.now()) : each)
                        .toList());
    }

    /// Ended in favour of another.
    static MatterState merged(Act act, MatterState state, UUID into) {
        return KernelMoves.linked(ended(state, act, Optional.of(into)), Link.Kind.MERGED_INTO, into, false);
    }

    /// Taken back as if it had never come in.
    ///
    /// @param touched whether anybody has acted on it
    static KernelMoves.Change revoked(Act act, MatterState state, boolean touched) {
        return touched
                ? KernelMoves.Change.refused(Verdict.blocked("已经有人办过，不能撤回导入。", "matters.revoke", "本地默认"))
                : KernelMoves.Change.to(ended(state, act, Optional.empty()));
    }

    /// Ended before it came here: by what channel it came says so, and figures leave it out.
    static MatterState archived(MatterState state, Act act) {
        var origin = state.matter().origin();
        return ended(
                state.with(state.matter()
                        .with(new Matter.Origin(
                                origin.occurredAt(),
                                origin.openedAt(),
                                Optional.of(ARCHIVED),
                                origin.batch(),
                                origin.parent()))),
                act,
                Optional.empty());
    }

    /// What is left of a matter whose content is destroyed: that it was, where, and how it went.
    static KernelMoves.Change erased(MatterState state) {
        var m = state.matter();
        var label = new Matter.Label(
                m.label().code(), "（已依令销毁）", m.label().category(), m.label().colour(), Optional.empty());
        return KernelMoves.Change.to(state.with(m.with(label)).withParties(List.of()));
    }
}
