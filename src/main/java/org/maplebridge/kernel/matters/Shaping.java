package org.maplebridge.kernel.matters;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.maplebridge.kernel.calendar.LegalCalendar;
import org.maplebridge.kernel.calendar.Term;
import org.maplebridge.kernel.ground.Batch;
import org.maplebridge.kernel.ground.Hash;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.matters.MatterStore.Loaded;
import org.maplebridge.kernel.orgs.Agency;
import org.maplebridge.kernel.orgs.Directory;
import org.maplebridge.kernel.orgs.Level;
import org.maplebridge.kernel.parameters.Parameter;
import org.maplebridge.kernel.parameters.Verification;
import org.maplebridge.kernel.people.Newcomers;

/// Works out what a matter looks like after an act: stage, office, label, parties, limits. Sends nothing.
final class Shaping {

    private final Writing tools;
    private final Work work;
    private final Request request;
    private final Batch batch;
    private final Directory offices;
    private final LegalCalendar calendar;

    /// @param batch takes the personas that parties make necessary
    Shaping(Writing tools, Work work, Request request, Batch batch) {
        this.tools = tools;
        this.work = work;
        this.request = request;
        this.batch = batch;
        this.offices = tools.offices().at(work);
        this.calendar = tools.calendars().at(work);
    }

    /// What one of the kernel's own verbs makes of a matter.
    KernelMoves.Change changed(
            SceneDef scene, KernelVerb verb, Record said, Act act, MatterState state, Optional<Loaded> second) {
        var limits = new Limits(calendar, this::numberFor);
        return switch (verb) {
            case RETURN -> returned(scene, act, state);
            case UPGRADE ->
                levelled(scene, state, KernelMoves.upgraded(act, state), Set.of(), undesignated(scene, state));
            case TRANSFER ->
                levelled(
                        scene,
                        state,
                        tools.conflicts()
                                .given(act, KernelMoves.transferred(act, state, (KernelVerb.Transferred) said), said),
                        designation(scene),
                        false);
            case ASSIGN -> tools.takers().assigned(scene, act, state, (KernelVerb.Assigned) said);
            case RECALL -> Presence.recalled(act, state);
            case SUSPEND ->
                KernelMoves.suspended(
                        act,
                        state,
                        new Limits(calendar, act::number),
                        scene.life().runningOn());
            case RESUME -> KernelMoves.Change.to(KernelMoves.resumed(state, limits, act.now()));
            case EXTEND ->
                KernelMoves.extended(act, state, limits, scene.life().extendable(), (KernelVerb.Extended) said);
            case LINK ->
                KernelMoves.Change.to(KernelMoves.linked(
                        state, Link.Kind.LINKED, second.orElseThrow().matter().id(), false));
            case MERGE -> merged(act, state, second.orElseThrow(), (KernelVerb.Merged) said);
            case REFER -> KernelMoves.Change.to(state);
            case REVOKE ->
                Endings.revoked(
                        act,
                        state,
                        !tools.trail().touched(List.of(state.matter().id()), 1).isEmpty());
            case ARCHIVE -> KernelMoves.Change.refused(new Verdict.NotFromHere("只在导入旧台账时，和开始一起办。"));
            case RECKON -> Recount.reckoned(state, again(state), (KernelVerb.Reckoned) said);
            case SHORTEN -> Recount.shortened(state, again(state), (KernelVerb.Shortened) said);
            case ERASE -> Endings.erased(state);
            case SEAL, UNSEAL -> sealed(state, verb == KernelVerb.UNSEAL);
            case ASK -> KernelMoves.asked(act, state, (KernelVerb.Asked) said);
            case IDENTIFY, RELATE, CHANGE_POWER, CONSENT, CORRECT, GIVE_CODE ->
                new PartyMoves(tools, act, batch, state).changed(said);
            case RECUSE -> Recusing.recused(act, state, (KernelVerb.Recused) said);
            case EXCLUDE -> Recusing.excluded(act, state, (KernelVerb.Excluded) said);
            case READMIT -> Recusing.readmitted(act, state, tools.stops(), (KernelVerb.Readmitted) said);
        };
    }

    /// Nothing is sealed twice, and nothing unsealed that isn't.
    private KernelMoves.Change sealed(MatterState state, boolean expected) {
        return tools.codes().closed(state.matter().id()) == expected
                ? KernelMoves.Change.to(state)
                : KernelMoves.Change.refused(new Verdict.NotFromHere(expected ? "没有封存，不需要解除。" : "已经封存。"));
    }

    private List<Recount.Found> again(MatterState state) {
        return Recount.of(state, calendar, new Recount.Numbers(tools.parameters(), work));
    }

    private KernelMoves.Change merged(Act act, MatterState state, Loaded into, KernelVerb.Merged said) {
        var strangers = Strangers.asked(tools.db(), state, into.matter(), said);
        return strangers.refused().isPresent()
                ? KernelMoves.Change.refused(strangers.refused().get())
                : KernelMoves.Change.saying(
                        Endings.merged(act, state, into.matter().id()), strangers.said());
    }

    /// After the last return it may make, a matter waits for the common superior to say who handles it.
    private KernelMoves.Change returned(SceneDef scene, Act act, MatterState state) {
        int most = act.number("matters.return-most").whole();
        boolean last = state.matter().standing().returns() + 1 >= most;
        return levelled(
                scene,
                state,
                KernelMoves.returned(act, state, most),
                Set.of(),
                last && scene.life().designation().isPresent());
    }

    private static Set<String> designation(SceneDef scene) {
        return scene.life().designation().map(Set::of).orElse(Set.of());
    }

    private static boolean undesignated(SceneDef scene, MatterState state) {
        return state.deadlines().stream()
                .anyMatch(each -> each.live() && designation(scene).contains(each.parameter()));
    }

    /// An office that receives the matter has its own limits.
    private KernelMoves.Change levelled(
            SceneDef scene, MatterState before, KernelMoves.Change change, Set<String> met, boolean undesignated) {
        return change.state()
                .map(after -> KernelMoves.Change.to(timed(
                        scene.life(),
                        after,
                        Optional.of(before.matter().stage().name()),
                        before.matter(),
                        met,
                        undesignated,
                        Map.of())))
                .orElse(change);
    }

    <S extends Enum<S>> MatterState timed(
            Lifecycle<S> life,
            MatterState state,
            Optional<String> stageBefore,
            Matter before,
            Set<String> met,
            boolean undesignated,
            Map<String, Instant> runs) {
        var act = new Limits.Act<>(
                life,
                state.matter().life(),
                stageBefore.map(life::stage),
                life.stage(state.matter().stage().name()),
                before.office(),
                state.matter().office(),
                met,
                undesignated,
                runs,
                work.now());
        Limits.Numbers numbers = (name, day) ->
                tools.parameters().at(work, name, state.matter().office().area(), day);
        var limits = new Limits(calendar, numbers, stageBefore.isPresent() ? (number, now) -> now : this::beginning);
        var after = limits.after(act, state.deadlines());
        boolean suspended = state.matter().standing().suspendedAt().isPresent();
        return state.withDeadlines(suspended ? StandStill.stopped(after, life.runningOn(), work.now()) : after);
    }

    /// What comes in by the thousand can't all be due on the next day: as many as a parameter says begin today,
    /// as many on the next working day, and so on. Only where the locality sets the limit; the law's run from the
    /// day itself.
    private Instant beginning(Parameter number, Instant now) {
        var before = tools.backlogs().stream()
                .flatMapToInt(backlog -> backlog.before().stream())
                .findFirst();
        if (before.isEmpty() || number.verification() != Verification.LOCAL_DEFAULT) {
            return now;
        }
        int days = before.getAsInt()
                / numberFor("matters.backlog-a-day", work.today()).whole();
        return days == 0
                ? now
                : LegalCalendar.startOf(
                        calendar.due(Term.workingDays(days), now).earliestDay());
    }

    Parameter numberFor(String name, java.time.LocalDate day) {
        return tools.parameters()
                .at(work, name, offices.rootArea().orElseThrow().path(), day);
    }

    /// What leaves its stage doesn't wait there any longer.
    MatterState runningAgain(MatterState state) {
        return state.matter().standing().suspendedAt().isPresent()
                ? KernelMoves.resumed(state, new Limits(calendar, this::numberFor), work.now())
                : state;
    }

    static MatterState dated(MatterState state) {
        return state.with(state.matter().due(state.nearest().map(Deadline::due)));
    }

    Matter blank(SceneDef scene, UUID id, Optional<Parent> parent) {
        var root = offices.rootArea().map(area -> area.path()).orElse("");
        return new Matter(
                id,
                scene.name(),
                scene.life().version(),
                parent.flatMap(Parent::domain).orElse(scene.domain()),
                entered(scene, scene.life().start().name()),
                new Matter.Office(root, Level.COUNTY.name(), Optional.empty(), Optional.empty()),
                new Matter.Label(
                        tools.codes().fresh(), scene.title(), Optional.empty(), Optional.empty(), Optional.empty()),
                new Matter.Origin(work.now(), work.now(), Optional.empty(), request.batch(), parent.map(Parent::id)),
                Matter.Standing.FRESH,
                Optional.empty(),
                new Matter.Chain(0, Hash.sm3(), work.now()));
    }

    Matter.Where entered(SceneDef scene, String stage) {
        boolean ends = scene.life().ends().stream().anyMatch(end -> end.name().equals(stage));
        return new Matter.Where(stage, work.now(), !ends, ends ? Optional.of(work.now()) : Optional.empty());
    }

    Act act(Matter matter, List<Deadline> limits) {
        return new Act(
                work,
                matter,
                limits,
                request.actor(),
                offices,
                (name, day) -> tools.parameters().at(work, name, matter.office().area(), day));
    }

    Matter applied(Matter matter, Moved moved) {
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
                        moved.occurredAt().orElse(origin.occurredAt()).truncatedTo(ChronoUnit.MICROS),
                        origin.openedAt(),
                        moved.source().or(origin::source),
                        origin.batch(),
                        origin.parent()));
    }

    MatterState withParties(MatterState state, Moved moved) {
        if (moved.parties().isEmpty()) {
            return state;
        }
        var parties = new ArrayList<>(state.parties());
        var newcomers =
                new Newcomers(tools.personas(), work, batch, state.matter().domain());
        for (Moved.NewParty added : moved.parties()) {
            var persona = newcomers.register(added.draft());
            parties.add(new Party(parties.size() + 1, added.role(), persona.id(), persona.shown()));
        }
        return state.named(parties);
    }

    /// Until when an office that no longer has it in hand may look at it.
    Instant formerUntil() {
        return numberFor("matters.former-office", work.today()).span().later(work.now(), calendar);
    }

    /// Some time before the end, but not in the first part of a short limit, nor first on a day agreed on weeks ago.
    Instant alarmAt(Deadline deadline) {
        var soon = numberFor("matters.due-soon", work.today()).span().earlier(deadline.due(), calendar);
        var begun = deadline.from().isBefore(work.now()) ? deadline.from() : work.now();
        var late = deadline.due()
                .minus(Duration.between(begun, deadline.due()).multipliedBy(2).dividedBy(5));
        return soon.isAfter(late) ? soon : late;
    }
}
