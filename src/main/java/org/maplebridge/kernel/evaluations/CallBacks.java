package org.maplebridge.kernel.evaluations;

import java.util.List;
import org.maplebridge.kernel.matters.Act;
import org.springframework.stereotype.Component;

/// What scenes ask about the attempts to reach somebody.
@Component
public class CallBacks {

    private final EvaluationStore store;

    CallBacks(EvaluationStore store) {
        this.store = store;
    }

    /// Whether they were tried as often as is asked, and never reached: only then is "can't be reached" a reason.
    public boolean tried(Act act) {
        var calls = store.calls(List.of(act.id()));
        return calls.stream().allMatch(call -> call.outcome().missed())
                && calls.size() >= act.number("evaluations.tries").whole();
    }
}
