package org.maplebridge.kernel.matters;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.ground.Batch;
import org.maplebridge.kernel.ground.Words;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.matters.SceneDef.VerbDef;
import org.maplebridge.kernel.orgs.Directory;
import org.maplebridge.kernel.trail.MatterKey;

/// Opens matters: first the scene has its word, then everything of the kernel's is written.
final class Births {

    private static final String ANOTHER = "select ground.open_another()";

    private final Writing tools;
    private final Work work;
    private final Request request;
    private final Actor actor;
    private final Directory offices;
    private final Batch batch;
    private final Shaping shaping;
    private final Ink ink;

    Births(Ink ink) {
        this.ink = ink;
        this.tools = ink.tools();
        this.work = ink.work();
        this.request = ink.request();
        this.actor = request.actor();
        this.offices = ink.offices();
        this.batch = ink.batch();
        this.shaping = ink.shaping();
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
        ink.remember(state.matter().id(), 1);
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
        // what had ended before it came has no limits
        if (request.ended().isEmpty()) {
            state = Shaping.dated(shaping.timed(
                    scene.life(), state, Optional.empty(), state.matter(), Set.of(), false, moved.runs()));
        }
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
        var opening = ink.entry(state, facts, key, verb.name(), verb.form().type(), shaped.said(), Optional.empty());
        var written = request.ended()
                .map(claim -> archived(opening, facts, key, claim))
                .orElse(opening);
        MatterWriter.insert(batch, written.state(), shaping::alarmAt);
        tools.codes().add(batch, written.state().matter().label().code(), id, digits);
        helped(written.state(), moved);
        Reaching.open(batch, written.state(), offices);
        moved.watchers().forEach(post -> Reaching.alsoPost(batch, written.state(), post));
        var after = written.state().matter();
        tools.consequences().forEach(each -> each.of(work, batch, actor, Optional.empty(), after));
        return new Opened(written.state(), opening.entry(), digits);
    }

    /// Whoever filled in the form for somebody asks after it by the digits of their own phone.
    private void helped(MatterState state, Moved moved) {
        for (int i = 0; i < moved.parties().size(); i++) {
            var party = state.parties().get(i);
            if (party.role().equals(Party.HELPER)) {
                moved.parties()
                        .get(i)
                        .draft()
                        .phone()
                        .flatMap(Codes::lastOf)
                        .ifPresent(digits -> tools.codes()
                                .share(
                                        batch,
                                        state.matter().label().code(),
                                        state.matter().id(),
                                        party.persona(),
                                        digits,
                                        Optional.empty()));
            }
        }
    }

    /// Ends at once what is said to have ended long before, and keeps what is said of it.
    private Ink.Written archived(Ink.Written opened, List<String> facts, MatterKey key, String claim) {
        var before = opened.state();
        var ended = Endings.archived(before, shaping.act(before.matter(), List.of()));
        return ink.entry(
                ended,
                facts,
                key,
                KernelVerb.ARCHIVE.wireName(),
                KernelMoves.form(KernelVerb.ARCHIVE).type(),
                new KernelVerb.Archived(claim),
                Optional.of(opened.entry().head()));
    }

    Optional<Verdict> refer(SceneDef scene, MatterState state, Moved moved, List<Opened> made) {
        for (Moved.Child child : moved.children()) {
            var target = tools.scenes().find(child.scene());
            var verb = target.flatMap(SceneDef::referred);
            if (verb.isEmpty()) {
                return Optional.of(
                        Verdict.invalid("scene", "“" + Words.shown(child.scene()) + "”不接收转来的事项。", "matters.refer"));
            }
            var said = Referral.of(scene, state.matter(), child);
            var parent = Optional.of(Parent.referring(state.matter()));
            var refused = opened(target.get(), verb.get(), said, another(), parent, made);
            if (refused.isPresent()) {
                return refused;
            }
        }
        return Optional.empty();
    }

    /// What a party asks for becomes a matter of its own, with its own limit and its own office.
    Optional<Verdict> ask(MatterState state, KernelVerb.Asked asked, Optional<Integer> party, List<Opened> made) {
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
}
