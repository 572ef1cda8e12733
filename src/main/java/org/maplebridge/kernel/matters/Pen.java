package org.maplebridge.kernel.matters;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.ground.Batch;
import org.maplebridge.kernel.ground.Refused;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.matters.MatterStore.Loaded;
import org.maplebridge.kernel.matters.SceneDef.VerbDef;
import org.maplebridge.kernel.orgs.Directory;
import org.maplebridge.kernel.trail.Entry;

/// Writes what one act comes to. One pen, one transaction, one batch.
final class Pen {

    private static final String IN_HAND = "select ground.take_in_hand(?)";

    private final Writing tools;
    private final Work work;
    private final Actor actor;
    private final Directory offices;
    private final Batch batch;
    private final Shaping shaping;
    private final Ink ink;
    private final Births births;

    Pen(Ink ink) {
        this.ink = ink;
        this.tools = ink.tools();
        this.work = ink.work();
        this.actor = ink.request().actor();
        this.offices = ink.offices();
        this.batch = ink.batch();
        this.shaping = ink.shaping();
        this.births = new Births(ink);
    }

    Outcome open(SceneDef scene, VerbDef verb, Record said, UUID id) {
        var shaped = births.shape(scene, verb, said, id);
        return switch (shaped) {
            case Shaped.Not not -> new Outcome.Refusal(not.why());
            case Shaped.Matter matter -> {
                var done = births.write(matter, tools.facts().of(scene.name(), id));
                batch.send(tools.source());
                yield done;
            }
        };
    }

    /// @param step empty for a verb that every scene has: the stage stays
    Outcome sceneMove(SceneDef scene, VerbDef def, Optional<Step<?>> step, Loaded loaded, Record said) {
        var before = loaded.state();
        var verdict = def.invoke(shaping.act(before.matter(), before.deadlines()), said);
        if (!(verdict instanceof Moved moved)) {
            return new Outcome.Refusal(verdict);
        }
        var matter = shaping.applied(before.matter(), moved);
        var to = step.flatMap(Step::to);
        if (to.isPresent()) {
            matter = matter.with(shaping.entered(scene, to.get().name()));
        }
        if (step.flatMap(Step::window).isPresent()) {
            matter = matter.with(matter.standing().openedAgain());
        }
        var state = shaping.withParties(before.with(matter), moved);
        if (to.isPresent()) {
            state = shaping.runningAgain(state);
        }
        var met = new HashSet<>(moved.meets());
        step.flatMap(Step::within).ifPresent(met::add);
        state = Shaping.dated(shaping.timed(
                scene.life(),
                state,
                Optional.of(before.matter().stage().name()),
                before.matter(),
                met,
                false,
                moved.runs()));
        var opened = new ArrayList<Opened>();
        var refused = births.refer(scene, state, moved, opened);
        if (refused.isPresent()) {
            return new Outcome.Refusal(refused.get());
        }
        state = Opened.children(state, moved::blocking, opened);
        var written = update(scene, loaded, state, def.name(), def.form().type(), said);
        moved.asked().forEach(office -> Reaching.alsoOffice(batch, written.state(), office));
        return sent(written);
    }

    Outcome kernelMove(SceneDef scene, KernelVerb verb, Record said, Loaded loaded, Optional<Loaded> second) {
        var act = shaping.act(loaded.matter(), loaded.state().deadlines());
        var change = shaping.changed(scene, verb, said, act, loaded.state(), second);
        if (change.refusal().isPresent()) {
            return new Outcome.Refusal(change.refusal().get());
        }
        var state = Shaping.dated(change.state().orElseThrow());
        var opened = new ArrayList<Opened>();
        var words = change.words().orElse(said);
        var refused = switch (said) {
            case KernelVerb.Referred referred -> births.refer(scene, state, referred.moved(), opened);
            case KernelVerb.Asked asked -> births.ask(state, asked, ((KernelVerb.Asked) words).party(), opened);
            default -> Optional.<Verdict>empty();
        };
        if (refused.isPresent()) {
            return new Outcome.Refusal(refused.get());
        }
        state = Opened.children(
                state, at -> said instanceof KernelVerb.Referred referred && referred.blocking(), opened);
        var type = KernelMoves.form(verb).type();
        if (words instanceof KernelVerb.Merged merged && scene.face() instanceof SceneMerging face) {
            face.merged(act, merged.matter(), merged.strangers());
        }
        if (second.isPresent()) {
            var kind = verb == KernelVerb.MERGE ? Link.Kind.ABSORBED : Link.Kind.LINKED;
            var other = KernelMoves.linked(
                    second.get().state(), kind, loaded.matter().id(), false);
            update(
                    tools.scenes().scene(other.matter().scene()),
                    second.get(),
                    other,
                    KernelMoves.nameAtOther(verb),
                    KernelMoves.form(KernelVerb.LINK).type(),
                    KernelMoves.saidAtOther(words, loaded.matter().id()));
        }
        var written = update(scene, loaded, state, verb.wireName(), type, words);
        switch (said) {
            case KernelVerb.Erased erased -> Erasing.destroy(batch, tools, loaded.state());
            case KernelVerb.Sealed sealed -> Reaching.seal(batch, state, sealed.keeper(), act.now());
            case KernelVerb.Unsealed unsealed -> Reaching.unseal(batch, state, act.offices(), act.now());
            default -> {}
        }
        return sent(written);
    }

    /// Withdraws what an import brought in, beside others: nothing is sent. It is in hand already.
    ///
    /// @param touched whether anybody has acted on it
    /// @param facts the rows the scene keeps of it
    Outcome revoke(KernelVerb.Revoked said, Loaded loaded, boolean touched, List<String> facts) {
        var act = shaping.act(loaded.matter(), loaded.state().deadlines());
        var change = Endings.revoked(act, loaded.state(), touched);
        if (change.refusal().isPresent()) {
            return new Outcome.Refusal(change.refusal().get());
        }
        var verb = KernelVerb.REVOKE;
        var type = KernelMoves.form(verb).type();
        var state = Shaping.dated(change.state().orElseThrow());
        return done(update(loaded, state, verb.wireName(), type, said, facts));
    }

    private Ink.Written update(
            SceneDef scene, Loaded loaded, MatterState state, String verb, String type, Record said) {
        var facts = tools.facts().of(scene.name(), state.matter().id());
        batch.add(IN_HAND, state.matter().id());
        return update(loaded, state, verb, type, said, facts);
    }

    private Ink.Written update(
            Loaded loaded, MatterState state, String verb, String type, Record said, List<String> facts) {
        var chain = loaded.matter().chain();
        var key = loaded.key().orElseThrow(() -> Refused.notFound("可以续写的事项"));
        var written = ink.entry(
                state,
                facts,
                key,
                verb,
                type,
                said,
                Optional.of(new Entry.Head(chain.version(), chain.head(), chain.recordedAt())));
        var after = written.state();
        MatterWriter.update(batch, loaded.state(), after, shaping::alarmAt);
        Reaching.moved(batch, loaded.state(), after, offices, shaping.formerUntil());
        if (said instanceof PartySaid.Related || said instanceof PartySaid.PowerChanged) {
            Reaching.speaking(batch, after);
        }
        if (loaded.matter().stage().open() && !after.matter().stage().open()) {
            Reaching.partOver(batch, after.matter(), shaping.formerUntil());
        }
        tools.consequences().forEach(each -> each.of(work, batch, actor, Optional.of(loaded.matter()), after.matter()));
        for (UUID person : Recusing.newly(loaded.state(), after)) {
            tools.consequences()
                    .forEach(each -> each.recused(batch, after.matter().id(), person));
        }
        return written;
    }

    private Outcome sent(Ink.Written written) {
        var done = done(written);
        batch.send(tools.source());
        return done;
    }

    private Outcome done(Ink.Written written) {
        var m = written.state().matter();
        ink.remember(m.id(), m.chain().version());
        return new Outcome.Done(
                work, m, written.state().nearest(), written.entry(), Optional.empty(), Optional.empty());
    }
}
