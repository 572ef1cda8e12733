package org.maplebridge.scenes.disputes;

import static org.maplebridge.kernel.matters.Verdict.moved;

import java.util.Optional;
import org.maplebridge.kernel.evaluations.Evaluations;
import org.maplebridge.kernel.matters.Act;
import org.maplebridge.kernel.matters.Ask;
import org.maplebridge.kernel.matters.Ask.Kind;
import org.maplebridge.kernel.matters.ScenePart;
import org.maplebridge.kernel.matters.Verdict;
import org.maplebridge.scenes.disputes.DisputesFurther.Reopened;

/// A dispute that was closed isn't over for those who have it: for a while they can have it opened again.
@ScenePart
class DisputesReopening {

    private final DisputesStore store;
    private final DisputesEarlier earlier;
    private final Evaluations evaluations;
    private final DisputesChannels channels;

    DisputesReopening(
            DisputesStore store, DisputesEarlier earlier, Evaluations evaluations, DisputesChannels channels) {
        this.store = store;
        this.earlier = earlier;
        this.evaluations = evaluations;
        this.channels = channels;
    }

    record Reopen(
            @Ask("为什么要重新打开") Choices.ReopenGround ground,

            @Ask(value = "说说情况", why = "哪里没有解决，后来又发生了什么", kind = Kind.LONG_TEXT, least = 4, most = 1000)
            String words) {}

    Verdict reopen(Act act, Reopen said) {
        return again(act, new Reopened(said.ground(), said.words()));
    }

    /// How it came out before counts no more, nor what was thought of it.
    Verdict again(Act act, Reopened why) {
        var before = store.find(act.id()).orElseThrow();
        earlier.putAside(act.id(), why);
        evaluations.putAside(act.id());
        store.save(act.id(), before.ended(Optional.empty()));
        return channels.again(act, moved());
    }
}
