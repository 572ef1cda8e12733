package org.maplebridge.kernel.matters;

import java.util.Optional;
import java.util.stream.Collectors;

/// What a matter itself must be like for a move, whoever makes it: open, not suspended, in the right stage, with its
/// parts done.
final class Gates {

    private Gates() {}

    static Optional<Verdict> closed(MatterState state) {
        return state.matter().stage().open() ? Optional.empty() : Optional.of(new Verdict.NotFromHere("这件事已经结束，不能再办。"));
    }

    static Optional<Verdict> open(KernelVerb verb, MatterState state) {
        return erased(state)
                .or(() -> state.matter().stage().open()
                        ? Optional.of(new Verdict.NotFromHere("这件事还没有办结，不能“" + verb.title() + "”。"))
                        : Optional.empty());
    }

    static Optional<Verdict> erased(MatterState state) {
        return state.erased() ? Optional.of(new Verdict.NotFromHere("内容已经依令销毁。")) : Optional.empty();
    }

    static Optional<Verdict> suspended(MatterState state) {
        return state.matter()
                .standing()
                .suspendedAt()
                .map(since -> new Verdict.NotFromHere("已中止，先“恢复”，再办这一步。中止期间只办保护安全的、法定期限里的，和当事人撤回。"));
    }

    static Optional<Verdict> stage(SceneDef scene, Step<?> step, MatterState state) {
        var stage = state.matter().stage().name();
        if (step.from().stream().anyMatch(each -> each.name().equals(stage))) {
            return Optional.empty();
        }
        var from = step.from().stream()
                .map(each -> "“" + scene.stageTitle(each.name()) + "”")
                .collect(Collectors.joining("、"));
        return Optional.of(new Verdict.NotFromHere("只在" + from + "环节可用，现为“" + scene.stageTitle(stage) + "”。"));
    }

    static Optional<Verdict> children(SceneDef scene, Step<?> step, MatterState state) {
        boolean ends = step.to()
                .filter(to ->
                        scene.life().ends().stream().anyMatch(end -> end.name().equals(to.name())))
                .isPresent();
        return ends ? openChildren(state) : Optional.empty();
    }

    static Optional<Verdict> openChildren(MatterState state) {
        if (state.openChildren() == 0) {
            return Optional.empty();
        }
        return Optional.of(new Verdict.Blocked(
                "还有 " + state.openChildren() + " 件下级事项没有办完。",
                Optional.of("matters.children"),
                Optional.empty(),
                state.links().stream()
                        .filter(link -> link.kind() == Link.Kind.CHILD && link.blocking())
                        .map(Link::other)
                        .toList(),
                Optional.empty()));
    }
}
