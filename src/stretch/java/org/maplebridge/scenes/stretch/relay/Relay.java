package org.maplebridge.scenes.stretch.relay;

import static org.maplebridge.kernel.matters.Verdict.invalid;
import static org.maplebridge.kernel.matters.Verdict.moved;

import java.util.UUID;
import org.maplebridge.kernel.matters.Act;
import org.maplebridge.kernel.matters.Ask;
import org.maplebridge.kernel.matters.Scene;
import org.maplebridge.kernel.matters.Verdict;

/// The verbs of a made-up paper that goes from office to office.
@Scene(value = RelayLifecycle.class, openedBy = RelayLifecycle.DESK)
class Relay {

    private final RelayStore store;

    Relay(RelayStore store) {
        this.store = store;
    }

    record Open(
            @Ask("标题") String title,
            @Ask(value = "先到哪个单位", kind = Ask.Kind.AGENCY) UUID agency) {}

    Verdict open(Act act, Open said) {
        store.hop(act.id(), said.agency());
        var office = act.offices().agency(said.agency()).orElseThrow();
        return moved().title(said.title()).agency(office.id()).area(office.area());
    }

    record Check(
            @Ask(value = "审完交给谁", kind = Ask.Kind.AGENCY) UUID agency) {}

    Verdict check(Act act, Check said) {
        return handed(act, said.agency());
    }

    record Decide(
            @Ask(value = "决定后交给谁", kind = Ask.Kind.AGENCY) UUID agency) {}

    Verdict decide(Act act, Decide said) {
        return handed(act, said.agency());
    }

    private Verdict handed(Act act, UUID agency) {
        if (act.matter().office().agency().filter(agency::equals).isPresent()) {
            return invalid("agency", "要交给另一个单位。", "stretch.relay.same");
        }
        store.hop(act.id(), agency);
        return moved().agency(agency);
    }

    record Consult(
            @Ask("要哪类业务办") String scene,
            @Ask(value = "为什么", most = 500) String reason) {}

    Verdict consult(Act act, Consult said) {
        return moved().refers(said.scene(), said.reason(), true);
    }

    record File(@Ask("归档说明") String note) {}

    Verdict file(Act act, File said) {
        return moved();
    }
}
