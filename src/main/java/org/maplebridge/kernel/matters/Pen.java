package org.maplebridge.kernel.matters;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.ground.Batch;
import org.maplebridge.kernel.ground.Hash;
import org.maplebridge.kernel.ground.Refused;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.matters.MatterStore.Loaded;
import org.maplebridge.kernel.matters.SceneDef.VerbDef;
import org.maplebridge.kernel.orgs.Agency;
import org.maplebridge.kernel.orgs.Directory;
import org.maplebridge.kernel.orgs.Level;
import org.maplebridge.kernel.parameters.Parameter;
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
    private final Batch batch = new Batch();

    Pen(Writing tools, Work work, Request request) {
        this.tools = tools;
        this.work = work;
        this.request = request;
        this.actor = request.actor();
        this.offices = tools.offices().at(work);
    }

    /// A matter just opened, before anything is sent.
    private record Opened(MatterState state, Entry entry, String digits) {}

    Outcome open(SceneDef scene, VerbDef verb, Record said, UUID id) {
        var opened = new ArrayList<Opened>();
        var refused = opened(scene, verb, said, id, Optional.empty(), opened);
        if (refused.isPresent()) {
            return new Outcome.Refusal(refused.get());
        }
        var first = opened.getLast();
        var receipt = tools.trail().promise(batch, first.entry());
        remember(id, 1);
        batch.send(tools.source());
        return new Outcome.Done(
                first.state().matter(), first.entry(), Optional.of(receipt), Optional.of(first.digits()));
    }

    private Optional<Verdict> opened(
            SceneDef scene, VerbDef verb, Record said, UUID id, Optional<UUID> parent, List<Opened> made) {
        var blank = blank(scene, id, parent);
        var verdict = verb.invoke(scene.face(), act(blank), said);
        if (!(verdict instanceof Moved moved)) {
            return Optional.of(verdict);
        }
        var start = new MatterState(applied(blank, moved), List.of(), List.of(), List.of(), 0);
        var state = withParties(start, moved);
        if (parent.isPresent()) {
            state = KernelMoves.linked(state, Link.Kind.PARENT, parent.get(), false);
        }
        state = dated(timed(scene.life(), state, Optional.empty(), state.matter(), Optional.empty(), moved));
        var refused = refer(scene, state, moved, made);
        if (refused.isPresent()) {
            return refused;
        }
        state = withChildren(state, moved, made);
        var key = tools.trail().newKey(batch, id);
        var digits = tools.codes()
                .digits(moved.parties().stream()
                        .findFirst()
                        .flatMap(party -> party.draft().phone()));
        var written = entry(scene, state, key, verb.name(), verb.form().type(), said, Optional.empty());
        MatterWriter.insert(batch, written.state(), this::alarmAt);
        tools.codes().add(batch, written.state().matter().label().code(), id, digits);
        Reaching.open(batch, written.state(), offices);
        var after = written.state().matter();
        tools.consequences().forEach(each -> each.of(work, batch, actor, Optional.empty(), after));
        made.add(new Opened(written.state(), written.entry(), digits));
        return Optional.empty();
    }

    <S extends Enum<S>> Outcome sceneMove(SceneDef scene, VerbDef def, Step<S> step, Loaded loaded, Record said) {
        var before = loaded.state();
        var verdict = def.invoke(scene.face(), act(before.matter()), said);
        if (!(verdict instanceof Moved moved)) {
            return new Outcome.Refusal(verdict);
        }
        var matter = applied(before.matter(), moved);
        if (step.to().isPresent()) {
            matter = matter.with(entered(scene, step.to().get().name()));
        }
        var state = withParties(before.with(matter), moved);
        state = dated(timed(
                scene.life(),
                state,
                Optional.of(before.matter().stage().name()),
                before.matter(),
                step.within(),
                moved));
        var opened = new ArrayList<Opened>();
        var refused = refer(scene, state, moved, opened);
        if (refused.isPresent()) {
            return new Outcome.Refusal(refused.get());
        }
        state = withChildren(state, moved, opened);
        return sent(update(scene, loaded, state, def.name(), def.form().type(), said));
    }

    Outcome kernelMove(SceneDef scene, KernelVerb verb, Record said, Loaded loaded, Optional<Loaded> second) {
        var act = act(loaded.matter());
        var change = changed(scene, verb, said, act, loaded.state(), second);
        if (change.refusal().isPresent()) {
            return new Outcome.Refusal(change.refusal().get());
        }
        var state = dated(change.state().orElseThrow());
        if (verb == KernelVerb.REFER && said instanceof KernelVerb.Referred referred) {
            var opened = new ArrayList<Opened>();
            var moved = Verdict.moved().refers(referred.scene(), referred.reason(), referred.blocking());
            var refused = refer(scene, state, moved, opened);
            if (refused.isPresent()) {
                return new Outcome.Refusal(refused.get());
            }
            state = withChildren(state, moved, opened);
        }
        var type = KernelMoves.form(verb).type();
        if (second.isPresent()) {
            var kind = verb == KernelVerb.MERGE ? Link.Kind.ABSORBED : Link.Kind.LINKED;
            var other = KernelMoves.linked(
                    second.get().state(), kind, loaded.matter().id(), false);
            update(
                    tools.scenes().scene(other.matter().scene()),
                    second.get(),
                    other,
                    verb.wireName() + "-from",
                    type,
                    said);
        }
        return sent(update(scene, loaded, state, verb.wireName(), type, said));
    }

    private KernelMoves.Change changed(
            SceneDef scene, KernelVerb verb, Record said, Act act, MatterState state, Optional<Loaded> second) {
        var limits = new Limits(tools.calendars().current(), this::numberFor);
        return switch (verb) {
            case RETURN ->
                levelled(
                        scene,
                        state,
                        KernelMoves.returned(
                                act, state, act.number("matters.return-most").whole()));
            case UPGRADE -> levelled(scene, state, KernelMoves.upgraded(act, state));
            case TRANSFER -> levelled(scene, state, KernelMoves.transferred(act, state, (KernelVerb.Transferred) said));
            case ASSIGN -> KernelMoves.assigned(act, state, (KernelVerb.Assigned) said);
            case SUSPEND -> KernelMoves.suspended(act, state);
            case RESUME -> KernelMoves.resumed(act, state, limits);
            case EXTEND ->
                scene.life()
                        .extendable()
                        .map(parameter ->
                                KernelMoves.extended(act, state, limits, parameter, (KernelVerb.Extended) said))
                        .orElseGet(() ->
                                KernelMoves.Change.refused(Verdict.blocked("这类业务没有可以延的期限。", "matters.extend", "本地默认")));
            case LINK ->
                KernelMoves.Change.to(KernelMoves.linked(
                        state, Link.Kind.LINKED, second.orElseThrow().matter().id(), false));
            case MERGE -> merged(act, state, second.orElseThrow());
            case REFER -> KernelMoves.Change.to(state);
            case REVOKE ->
                state.matter().chain().version() == 1
                        ? KernelMoves.Change.to(KernelMoves.ended(state, act, Optional.empty()))
                        : KernelMoves.Change.refused(Verdict.blocked("已经有人办过，不能撤回导入。", "matters.revoke", "本地默认"));
        };
    }

    private static KernelMoves.Change merged(Act act, MatterState state, Loaded into) {
        if (!into.matter().stage().open()
                || !into.matter().scene().equals(state.matter().scene())) {
            return KernelMoves.Change.refused(Verdict.invalid("matter", "只能并入同类的、还在办的事项。", "matters.merge-open"));
        }
        var id = into.matter().id();
        return KernelMoves.Change.to(
                KernelMoves.linked(KernelMoves.ended(state, act, Optional.of(id)), Link.Kind.MERGED_INTO, id, false));
    }

    /// A new level has its own limits.
    private KernelMoves.Change levelled(SceneDef scene, MatterState before, KernelMoves.Change change) {
        return change.state()
                .map(after -> KernelMoves.Change.to(timed(
                        scene.life(),
                        after,
                        Optional.of(before.matter().stage().name()),
                        before.matter(),
                        Optional.empty(),
                        Verdict.moved())))
                .orElse(change);
    }

    private <S extends Enum<S>> MatterState timed(
            Lifecycle<S> life,
            MatterState state,
            Optional<String> stageBefore,
            Matter before,
            Optional<String> within,
            Moved moved) {
        var act = new Limits.Act<>(
                life,
                state.matter().life(),
                stageBefore.map(life::stage),
                life.stage(state.matter().stage().name()),
                before.office().level(),
                state.matter().office().level(),
                within,
                moved.runs(),
                work.now());
        Limits.Numbers numbers = (name, day) ->
                tools.parameters().at(work, name, state.matter().office().area(), day);
        var limits = new Limits(tools.calendars().current(), numbers);
        return state.withDeadlines(limits.after(act, state.deadlines()));
    }

    private Parameter numberFor(String name, java.time.LocalDate day) {
        return tools.parameters()
                .at(work, name, offices.rootArea().orElseThrow().path(), day);
    }

    private static MatterState dated(MatterState state) {
        return state.with(state.matter().due(state.nearest().map(Deadline::due)));
    }

    private Matter blank(SceneDef scene, UUID id, Optional<UUID> parent) {
        var root = offices.rootArea().map(area -> area.path()).orElse("");
        return new Matter(
                id,
                scene.name(),
                scene.life().version(),
                scene.domain(),
                entered(scene, scene.life().start().name()),
                new Matter.Office(root, Level.COUNTY.name(), Optional.empty(), Optional.empty()),
                new Matter.Label(
                        tools.codes().fresh(), scene.title(), Optional.empty(), Optional.empty(), Optional.empty()),
                new Matter.Origin(work.now(), work.now(), Optional.empty(), request.batch(), parent),
                new Matter.Standing(0, Optional.empty(), Optional.empty()),
                Optional.empty(),
                new Matter.Chain(0, Hash.sm3(), work.now()));
    }

    private Matter.Where entered(SceneDef scene, String stage) {
        boolean ends = scene.life().ends().stream().anyMatch(end -> end.name().equals(stage));
        return new Matter.Where(stage, work.now(), !ends, ends ? Optional.of(work.now()) : Optional.empty());
    }

    private Act act(Matter matter) {
        return new Act(
                work,
                matter,
                actor,
                offices,
                name -> tools.parameters().at(work, name, matter.office().area(), work.today()));
    }

    private Matter applied(Matter matter, Moved moved) {
        var label = matter.label();
        var office = matter.office();
        var origin = matter.origin();
        var agency = moved.agency().or(office::agency);
        boolean handedOn = !agency.equals(office.agency());
        var level = agency.flatMap(offices::agency)
                .map(Agency::level)
                .map(Enum::name)
                .orElse(office.level());
        return matter.with(new Matter.Label(
                        label.code(),
                        moved.title().orElse(label.title()),
                        moved.category().or(label::category),
                        moved.colour().or(label::colour),
                        label.parties()))
                .with(new Matter.Office(
                        moved.area().orElse(office.area()),
                        level,
                        agency,
                        moved.post().or(() -> handedOn ? Optional.empty() : office.post())))
                .with(new Matter.Origin(
                        micros(moved.occurredAt().orElse(origin.occurredAt())),
                        origin.openedAt(),
                        moved.source().or(origin::source),
                        origin.batch(),
                        origin.parent()));
    }

    private static Instant micros(Instant moment) {
        return moment.truncatedTo(java.time.temporal.ChronoUnit.MICROS);
    }

    private MatterState withParties(MatterState state, Moved moved) {
        if (moved.parties().isEmpty()) {
            return state;
        }
        var parties = new ArrayList<>(state.parties());
        for (Moved.NewParty added : moved.parties()) {
            var persona = tools.personas().register(work, batch, state.matter().domain(), added.draft());
            parties.add(new Party(parties.size() + 1, added.role(), persona.id(), persona.shown()));
        }
        var label = state.matter().label();
        var shown = parties.stream().map(Party::shown).distinct().limit(3).collect(Collectors.joining("、"));
        return state.withParties(parties)
                .with(state.matter()
                        .with(new Matter.Label(
                                label.code(), label.title(), label.category(), label.colour(), Optional.of(shown))));
    }

    private Optional<Verdict> refer(SceneDef scene, MatterState state, Moved moved, List<Opened> made) {
        for (Moved.Child child : moved.children()) {
            var target = tools.scenes().find(child.scene());
            var verb = target.flatMap(SceneDef::referred);
            if (verb.isEmpty()) {
                return Optional.of(Verdict.invalid("scene", "“" + child.scene() + "”不接收转来的事项。", "matters.refer"));
            }
            var said = new Referral(
                    state.matter().id(),
                    scene.name(),
                    state.matter().label().title(),
                    state.matter().office().area(),
                    child.reason());
            var id = tools.db().sql(ANOTHER).query(UUID.class).single();
            var refused = opened(
                    target.get(),
                    verb.get(),
                    said,
                    id,
                    Optional.of(state.matter().id()),
                    made);
            if (refused.isPresent()) {
                return refused;
            }
        }
        return Optional.empty();
    }

    private static MatterState withChildren(MatterState state, Moved moved, List<Opened> made) {
        var linked = state;
        for (int i = 0; i < moved.children().size(); i++) {
            var child = made.get(made.size() - moved.children().size() + i);
            linked = KernelMoves.linked(
                    linked,
                    Link.Kind.CHILD,
                    child.state().matter().id(),
                    moved.children().get(i).blocking());
        }
        return linked;
    }

    private record Written(MatterState state, Entry entry) {}

    private Written entry(
            SceneDef scene,
            MatterState state,
            MatterKey key,
            String verb,
            String type,
            Record said,
            Optional<Entry.Head> head) {
        var m = state.matter();
        var digest = key.factDigest(state.facts(tools.facts().of(scene.name(), m.id())));
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
                                actorId(),
                                actor.post(),
                                actor.agency(),
                                actor.onBehalfOf(),
                                type,
                                said,
                                digest,
                                List.of()),
                        head);
        var end = entry.head();
        return new Written(state.with(m.with(new Matter.Chain(end.seq(), end.hash(), end.recordedAt()))), entry);
    }

    private String actorId() {
        return switch (actor.kind()) {
            case OFFICER -> "officer:" + actor.person();
            case CITIZEN -> "citizen:" + actor.person();
            case SYSTEM -> "system:" + actor.name();
        };
    }

    private Written update(SceneDef scene, Loaded loaded, MatterState state, String verb, String type, Record said) {
        var chain = loaded.matter().chain();
        var key = loaded.key().orElseThrow(() -> Refused.notFound("可以续写的事项"));
        var written = entry(
                scene,
                state,
                key,
                verb,
                type,
                said,
                Optional.of(new Entry.Head(chain.version(), chain.head(), chain.recordedAt())));
        var after = written.state();
        batch.add(IN_HAND, after.matter().id());
        MatterWriter.update(batch, loaded.state(), after, this::alarmAt);
        Duration former = days("matters.former-office");
        Reaching.moved(batch, loaded.state(), after, offices, work.now().plus(former));
        tools.consequences().forEach(each -> each.of(work, batch, actor, Optional.of(loaded.matter()), after.matter()));
        return written;
    }

    private Outcome sent(Written written) {
        var m = written.state().matter();
        remember(m.id(), m.chain().version());
        batch.send(tools.source());
        return new Outcome.Done(m, written.entry(), Optional.empty(), Optional.empty());
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

    private Duration days(String parameter) {
        return Duration.ofDays(numberFor(parameter, work.today()).term().amount());
    }

    /// Some days before the end, but not in the first part of a short limit.
    private Instant alarmAt(Deadline deadline) {
        var soon = days("matters.due-soon");
        var part = Duration.between(deadline.from(), deadline.due())
                .multipliedBy(2)
                .dividedBy(5);
        return deadline.due().minus(soon.compareTo(part) < 0 ? soon : part);
    }
}
