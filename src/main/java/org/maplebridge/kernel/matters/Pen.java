package org.maplebridge.kernel.matters;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.ground.Batch;
import org.maplebridge.kernel.ground.Refused;
import org.maplebridge.kernel.ground.Words;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.matters.MatterStore.Loaded;
import org.maplebridge.kernel.matters.SceneDef.VerbDef;
import org.maplebridge.kernel.orgs.Directory;
import org.maplebridge.kernel.trail.Draft;
import org.maplebridge.kernel.trail.Entry;
import org.maplebridge.kernel.trail.MatterKey;

/// Writes what one act comes to. One pen, one transaction, one batch.
final class Pen {

    private static final String REMEMBER = """
            insert into ground.request (principal, route, key, body_hash, matter, seq, at)
            values (?, ?, ?, ?, ?, ?, ?)""";

    private static final String IN_HAND = "select ground.take_in_hand(?)";

    private static final String ANOTHER = "select ground.open_another()";

    private final Writing tools;
    private final Work work;
    private final Request request;
    private final Actor actor;
    private final Directory offices;
    private final Batch batch;
    private final Shaping shaping;

    Pen(Writing tools, Work work, Request request, Batch batch, Batch people) {
        this.tools = tools;
        this.work = work;
        this.request = request;
        this.actor = request.actor();
        this.offices = tools.offices().at(work);
        this.batch = batch;
        this.shaping = new Shaping(tools, work, request, people);
    }

    Outcome open(SceneDef scene, VerbDef verb, Record said, UUID id) {
        var shaped = shape(scene, verb, said, id);
        return switch (shaped) {
            case Shaped.Not not -> new Outcome.Refusal(not.why());
            case Shaped.Matter matter -> {
                var done = write(matter, facts(scene, id));
                batch.send(tools.source());
                yield done;
            }
        };
    }

    /// The first half of opening: the scene has said yes or no and written its rows; the kernel's are still to come.
    Shaped shape(SceneDef scene, VerbDef verb, Record said, UUID id) {
        return shaped(scene, verb, said, id, Optional.empty(), new ArrayList<>());
    }

    /// The second half: entry, key, limits, tasks and reach go into the batch; nothing is sent.
    ///
    /// @param facts the rows the scene has written of it
    Outcome.Done write(Shaped.Matter shaped, List<String> facts) {
        var first = written(shaped, facts);
        var receipt = tools.trail().promise(batch, first.entry());
        var state = first.state();
        remember(state.matter().id(), 1);
        return new Outcome.Done(
                work,
                state.matter(),
                state.nearest(),
                first.entry(),
                Optional.of(receipt),
                Optional.of(first.digits()));
    }

    private List<String> facts(SceneDef scene, UUID id) {
        return tools.facts().of(scene.name(), id);
    }

    private Optional<Verdict> opened(
            SceneDef scene, VerbDef verb, Record said, UUID id, Optional<Parent> parent, List<Opened> made) {
        return switch (shaped(scene, verb, said, id, parent, made)) {
            case Shaped.Not not -> Optional.of(not.why());
            case Shaped.Matter matter -> {
                made.add(written(matter, facts(scene, id)));
                yield Optional.empty();
            }
        };
    }

    /// @param made takes the children it opens on its way
    private Shaped shaped(
            SceneDef scene, VerbDef verb, Record said, UUID id, Optional<Parent> parent, List<Opened> made) {
        var blank = shaping.blank(scene, id, parent);
        var verdict = verb.invoke(shaping.act(blank, List.of()), said);
        if (!(verdict instanceof Moved moved)) {
            return new Shaped.Not(verdict);
        }
        var start = new MatterState(shaping.applied(blank, moved), List.of(), List.of(), List.of(), 0);
        var state = shaping.withParties(start, moved);
        if (parent.isPresent()) {
            state = KernelMoves.linked(state, Link.Kind.PARENT, parent.get().id(), false);
            state = parent.get().joined(state);
        }
        state = Shaping.dated(
                shaping.timed(scene.life(), state, Optional.empty(), state.matter(), Set.of(), false, moved.runs()));
        var refused = refer(scene, state, moved, made);
        return refused.isPresent()
                ? new Shaped.Not(refused.get())
                : new Shaped.Matter(scene, verb, said, Opened.children(state, moved::blocking, made), moved);
    }

    private Opened written(Shaped.Matter shaped, List<String> facts) {
        var state = shaped.state();
        var moved = shaped.moved();
        var id = state.matter().id();
        var key = tools.trail().newKey(batch, id);
        var digits = tools.codes()
                .digits(
                        state.matter().label().code(),
                        moved.parties().stream()
                                .findFirst()
                                .flatMap(party -> party.draft().phone()));
        var verb = shaped.verb();
        var written = entry(state, facts, key, verb.name(), verb.form().type(), shaped.said(), Optional.empty());
        MatterWriter.insert(batch, written.state(), shaping::alarmAt);
        tools.codes().add(batch, written.state().matter().label().code(), id, digits);
        Reaching.open(batch, written.state(), offices);
        moved.watchers().forEach(post -> Reaching.alsoPost(batch, written.state(), post));
        var after = written.state().matter();
        tools.consequences().forEach(each -> each.of(work, batch, actor, Optional.empty(), after));
        return new Opened(written.state(), written.entry(), digits);
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
        var state = shaping.withParties(before.with(matter), moved);
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
        var refused = refer(scene, state, moved, opened);
        if (refused.isPresent()) {
            return new Outcome.Refusal(refused.get());
        }
        state = Opened.children(state, moved::blocking, opened);
        return sent(update(scene, loaded, state, def.name(), def.form().type(), said));
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
            case KernelVerb.Referred referred -> refer(scene, state, referred.moved(), opened);
            case KernelVerb.Asked asked -> ask(state, asked, ((KernelVerb.Asked) words).party(), opened);
            default -> Optional.<Verdict>empty();
        };
        if (refused.isPresent()) {
            return new Outcome.Refusal(refused.get());
        }
        state = Opened.children(
                state, at -> said instanceof KernelVerb.Referred referred && referred.blocking(), opened);
        var type = KernelMoves.form(verb).type();
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
                    KernelMoves.saidAtOther(said, loaded.matter().id()));
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

    private Optional<Verdict> refer(SceneDef scene, MatterState state, Moved moved, List<Opened> made) {
        for (Moved.Child child : moved.children()) {
            var target = tools.scenes().find(child.scene());
            var verb = target.flatMap(SceneDef::referred);
            if (verb.isEmpty()) {
                return Optional.of(
                        Verdict.invalid("scene", "“" + Words.shown(child.scene()) + "”不接收转来的事项。", "matters.refer"));
            }
            var said = Referral.of(scene, state.matter(), child.reason());
            var parent = Optional.of(Parent.referring(state.matter()));
            var refused = opened(target.get(), verb.get(), said, another(), parent, made);
            if (refused.isPresent()) {
                return refused;
            }
        }
        return Optional.empty();
    }

    /// What a party asks for becomes a matter of its own, with its own limit and its own office.
    private Optional<Verdict> ask(
            MatterState state, KernelVerb.Asked asked, Optional<Integer> party, List<Opened> made) {
        var hearing = tools.scenes().hearing();
        if (hearing.isEmpty()) {
            return Optional.of(Verdict.blocked("系统里没有受理这类请求的业务，请直接找承办单位。", "matters.ask", "个人信息保护法第五十条"));
        }
        var parent = Parent.of(state.matter(), state.parties().get(party.orElseThrow() - 1));
        return opened(
                hearing.get(),
                hearing.get().asked().orElseThrow(),
                PartyRequest.of(state.matter(), asked),
                another(),
                Optional.of(parent),
                made);
    }

    private UUID another() {
        return tools.db().sql(ANOTHER).query(UUID.class).single();
    }

    private record Written(MatterState state, Entry entry) {}

    private Written entry(
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

    private Written update(SceneDef scene, Loaded loaded, MatterState state, String verb, String type, Record said) {
        var chain = loaded.matter().chain();
        var key = loaded.key().orElseThrow(() -> Refused.notFound("可以续写的事项"));
        var written = entry(
                state,
                facts(scene, state.matter().id()),
                key,
                verb,
                type,
                said,
                Optional.of(new Entry.Head(chain.version(), chain.head(), chain.recordedAt())));
        var after = written.state();
        batch.add(IN_HAND, after.matter().id());
        MatterWriter.update(batch, loaded.state(), after, shaping::alarmAt);
        Reaching.moved(batch, loaded.state(), after, offices, shaping.formerUntil());
        tools.consequences().forEach(each -> each.of(work, batch, actor, Optional.of(loaded.matter()), after.matter()));
        for (UUID person : Recusing.newly(loaded.state(), after)) {
            tools.consequences()
                    .forEach(each -> each.recused(batch, after.matter().id(), person));
        }
        return written;
    }

    private Outcome sent(Written written) {
        var m = written.state().matter();
        remember(m.id(), m.chain().version());
        batch.send(tools.source());
        return new Outcome.Done(
                work, m, written.state().nearest(), written.entry(), Optional.empty(), Optional.empty());
    }

    private void remember(UUID matter, int seq) {
        batch.add(
                REMEMBER,
                actor.scope().principal(),
                request.key().route(),
                request.key().key(),
                request.bodyHash().bytes(),
                matter,
                seq,
                work.now());
    }
}
