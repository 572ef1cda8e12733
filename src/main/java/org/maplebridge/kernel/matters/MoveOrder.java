package org.maplebridge.kernel.matters;

/// Which of several possible moves is meant when somebody asks what to do next. Values in, values out.
final class MoveOrder {

    private MoveOrder() {}

    /// The smaller, the nearer: on along the road while a clock runs for it, whatever else a clock runs for, on along
    /// the road, then the rest; what can't be undone comes last.
    static int place(SceneDef scene, Step<?> step, MatterState state) {
        boolean timed = state.deadlines().stream()
                .anyMatch(each -> each.live()
                        && step.within().filter(each.parameter()::equals).isPresent());
        boolean onward = onward(scene, step, state);
        if (step.danger() && !onward) {
            return 4;
        }
        if (timed) {
            return onward ? 0 : 1;
        }
        return onward ? 2 : 3;
    }

    private static boolean onward(SceneDef scene, Step<?> step, MatterState state) {
        var road = scene.life().road().stream().map(Enum::name).toList();
        int here = road.indexOf(state.matter().stage().name());
        return here >= 0
                && here + 1 < road.size()
                && step.to().map(Enum::name).filter(road.get(here + 1)::equals).isPresent();
    }
}
