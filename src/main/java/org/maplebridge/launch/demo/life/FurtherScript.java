package org.maplebridge.launch.demo.life;

import static org.maplebridge.launch.demo.life.Script.DAY;
import static org.maplebridge.launch.demo.life.Script.HOUR;

/// What becomes of disputes that others help with, or that take longer.
final class FurtherScript {

    private FurtherScript() {}

    static void joint(Script script) {
        script.accepted();
        script.begun();
        script.add("invite", Script.MEDIATOR, 2 * HOUR, DAY, FurtherForms::invited);
        script.add("agree", Script.MEDIATOR, 4 * DAY, 7 * DAY, Forms::agreed);
        script.add("perform", script.anybody, 30, 4 * HOUR, Forms::nothing);
        script.kept();
        script.over();
    }

    /// The mediator goes there and writes down what was said.
    static void visited(Script script) {
        script.accepted();
        script.begun();
        script.add("arrange", Script.MEDIATOR, 2 * HOUR, DAY, FurtherForms::arranged);
        script.add("hold", Script.MEDIATOR, 4 * HOUR, DAY, FurtherForms::held);
        script.agreed(Forms::agreed);
        script.kept();
        script.over();
    }

    static void guided(Script script) {
        script.accepted();
        script.begun();
        script.add("guide-mediation", Script.MEDIATOR, 2 * HOUR, 2 * DAY, FurtherForms::guided);
        script.agreed(Forms::agreed);
        script.kept();
        script.over();
    }

    static void stationed(Script script) {
        script.accepted();
        script.begun();
        script.add("put-to-stationing", Script.MEDIATOR, HOUR, DAY, moment -> FurtherForms.stationed());
        script.agreed(Forms::agreed);
        script.kept();
        script.over();
    }

    static void delayed(Script script) {
        script.accepted();
        script.begun();
        script.add("suspend", Script.MEDIATOR, DAY, 2 * DAY, moment -> FurtherForms.reason("演示：对方出差，回来再谈。"));
        script.add("resume", Script.MEDIATOR, 4 * DAY, 8 * DAY, moment -> FurtherForms.reason("演示：人回来了，接着谈。"));
        script.add("extend", Script.MEDIATOR, HOUR, DAY, moment -> FurtherForms.extended());
        script.agreed(Forms::agreed);
        script.kept();
        script.over();
    }
}
