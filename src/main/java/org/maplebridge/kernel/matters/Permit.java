package org.maplebridge.kernel.matters;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.maplebridge.kernel.access.Access;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.access.Role;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.orgs.Agency;
import org.maplebridge.kernel.orgs.Directory;
import org.springframework.stereotype.Component;

/// Whether an actor may make a move now, and if not, why not. The pipeline and the list of moves ask the same.
@Component
class Permit {

    /// Clears a desk whose holder is gone, whatever kind of matter lies there.
    private static final String REGISTRAR = "kernel.registrar";

    private final Access access;
    private final Reopening reopening;
    private final PartySides sides;

    Permit(Access access, Reopening reopening, PartySides sides) {
        this.access = access;
        this.reopening = reopening;
        this.sides = sides;
    }

    /// Why a scene's own move can't be made; empty if it can.
    Optional<Verdict> refusal(
            Work work, SceneDef scene, Step<?> step, MatterState state, Actor actor, Directory offices) {
        if (step.window().isPresent()) {
            return keptOut(state, actor)
                    .or(() -> erased(state))
                    .or(() -> stage(scene, step, state))
                    .or(() -> role(step.by(), state, actor, offices, false))
                    .or(() -> reopening.refusal(work, step.window().get(), state));
        }
        return keptOut(state, actor)
                .or(() -> step.afterwards() ? erased(state) : closed(state))
                .or(() -> step.runsOn() ? Optional.empty() : suspended(state))
                .or(() -> stage(scene, step, state))
                .or(() -> role(step.by(), state, actor, offices, false))
                .or(() -> children(scene, step, state));
    }

    /// Why one of the kernel's moves can't be made; empty if it can.
    Optional<Verdict> refusal(SceneDef scene, KernelVerb verb, MatterState state, Actor actor, Directory offices) {
        var out = keptOut(state, actor);
        if (out.isPresent()) {
            return out;
        }
        if (verb.aboutRecusal()) {
            return recusal(verb, state, actor, offices);
        }
        Set<String> roles = switch (verb) {
            case REVOKE, ARCHIVE, RECALL, RECKON, ERASE, SEAL, UNSEAL -> Set.of(Step.SYSTEM);
            case SHORTEN, IDENTIFY, RELATE, CONSENT, CORRECT, GIVE_CODE -> handlers(scene, state);
            case ASK -> with(handlers(scene, state), Step.PARTY);
            case LINK ->
                actor.kind() == Actor.Kind.SYSTEM
                        ? Set.of(Step.SYSTEM)
                        : scene.life().allowed().getOrDefault(verb, Set.of());
            case ASSIGN -> with(scene.life().allowed().getOrDefault(verb, Set.of()), REGISTRAR);
            default -> scene.life().allowed().getOrDefault(verb, Set.of());
        };
        if (roles.isEmpty()) {
            return Optional.of(new Verdict.NotFromHere("“" + scene.title() + "”没有“" + verb.title() + "”这个动作。"));
        }
        boolean paused = state.matter().standing().suspendedAt().isPresent();
        if (verb == KernelVerb.RESUME && !paused) {
            return Optional.of(new Verdict.NotFromHere("没有中止，不需要恢复。"));
        }
        if (verb == KernelVerb.ASK) {
            return erased(state).or(() -> role(roles, state, actor, offices, false));
        }
        if (verb.onOrder()) {
            return open(verb, state).or(() -> role(roles, state, actor, offices, false));
        }
        boolean whilePaused = verb.aboutParties()
                || verb == KernelVerb.RESUME
                || verb == KernelVerb.ASSIGN
                || verb == KernelVerb.RECALL
                || verb == KernelVerb.RECKON;
        // what came in ended can be taken back as well
        boolean ended = verb == KernelVerb.REVOKE && state.archived();
        return (ended ? erased(state) : closed(state))
                .or(() -> whilePaused ? Optional.empty() : suspended(state))
                .or(() -> role(roles, state, actor, offices, verb == KernelVerb.TRANSFER))
                .or(() ->
                        verb == KernelVerb.MERGE || verb == KernelVerb.REVOKE ? openChildren(state) : Optional.empty())
                .or(() -> verb == KernelVerb.SHORTEN ? desk(state, actor, offices) : Optional.empty());
    }

    /// Why something that every scene has can't be done; empty if it can.
    Optional<Verdict> refusal(SceneDef scene, SharedVerb<?> verb, MatterState state, Actor actor, Directory offices) {
        Set<String> roles = switch (verb.by()) {
            case HANDLERS -> handlers(scene, state);
            case PARTIES_TOO -> with(handlers(scene, state), Step.PARTY);
            case FILER -> Set.of(Step.FILER);
            case SYSTEM -> Set.of(Step.SYSTEM);
            case ADDRESSED -> Set.of();
        };
        boolean afterEnd = actor.kind() == Actor.Kind.OFFICER ? verb.officersAfterEnd() : verb.afterEnd();
        return keptOut(state, actor)
                .or(() -> erased(state))
                .or(() -> verb.aboutParties() && state.parties().isEmpty()
                        ? Optional.of(new Verdict.NotFromHere("这一件没有当事人。"))
                        : Optional.empty())
                .or(() -> afterEnd ? Optional.empty() : closed(state))
                .or(() -> verb.by() == SharedVerb.By.ADDRESSED
                        ? unaddressed(verb, state, actor)
                        : role(roles, state, actor, offices, false));
    }

    private static Optional<Verdict> unaddressed(SharedVerb<?> verb, MatterState state, Actor actor) {
        return actor.kind() == Actor.Kind.OFFICER
                ? verb.unaddressed(state.matter(), actor)
                : Optional.of(new Verdict.NotYours("由工作人员办理。"));
    }

    /// Somebody was told to keep out while their own act waited for the matter: it is read again under its lock.
    static Optional<Verdict> keptOut(MatterState state, Actor actor) {
        return state.recusals().stream()
                .filter(Recusal::holds)
                .filter(recusal -> recusal.person().equals(actor.person()))
                .map(recusal -> (Verdict) new Verdict.NotYours("您已经回避这件事，由别人办理。"))
                .findFirst();
    }

    /// Whoever supervises the area says who keeps out, also after the end: a matter can still be read.
    private static Set<String> supervising(Access access) {
        return access.roles().stream().filter(Role::supervises).map(Role::name).collect(Collectors.toSet());
    }

    private Optional<Verdict> recusal(KernelVerb verb, MatterState state, Actor actor, Directory offices) {
        var mine = actor.agency().flatMap(offices::agency);
        if (actor.kind() != Actor.Kind.OFFICER || mine.isEmpty()) {
            return Optional.of(new Verdict.NotYours("由在岗的工作人员办理。"));
        }
        if (verb == KernelVerb.RECUSE) {
            return Optional.empty();
        }
        var deciding = supervising(access);
        boolean decides = deciding.stream().anyMatch(actor::has)
                && mine.get().covers(state.matter().office().area());
        return decides ? Optional.empty() : who(deciding);
    }

    private static Set<String> with(Set<String> roles, String more) {
        return Stream.concat(roles.stream(), Stream.of(more)).collect(Collectors.toSet());
    }

    /// Whoever may make any of a scene's moves handles its matters.
    private static Set<String> handlers(SceneDef scene, MatterState state) {
        return scene.handlers(state.matter());
    }

    /// What lies on the desk of a post is confirmed by that post.
    private static Optional<Verdict> desk(MatterState state, Actor actor, Directory offices) {
        return state.matter()
                .office()
                .post()
                .filter(post -> !actor.post().equals(Optional.of(post)))
                .map(post -> new Verdict.NotYours(
                        "由承办岗位“" + offices.post(post).map(each -> each.title()).orElse("?") + "”确认。"));
    }

    private static Optional<Verdict> closed(MatterState state) {
        return state.matter().stage().open() ? Optional.empty() : Optional.of(new Verdict.NotFromHere("这件事已经结束，不能再办。"));
    }

    private static Optional<Verdict> open(KernelVerb verb, MatterState state) {
        return erased(state)
                .or(() -> state.matter().stage().open()
                        ? Optional.of(new Verdict.NotFromHere("这件事还没有办结，不能“" + verb.title() + "”。"))
                        : Optional.empty());
    }

    private static Optional<Verdict> erased(MatterState state) {
        return state.erased() ? Optional.of(new Verdict.NotFromHere("内容已经依令销毁。")) : Optional.empty();
    }

    private static Optional<Verdict> suspended(MatterState state) {
        return state.matter()
                .standing()
                .suspendedAt()
                .map(since -> new Verdict.NotFromHere("已中止，先“恢复”，再办这一步。中止期间只办保护安全的、法定期限里的，和当事人撤回。"));
    }

    private static Optional<Verdict> stage(SceneDef scene, Step<?> step, MatterState state) {
        var stage = state.matter().stage().name();
        if (step.from().stream().anyMatch(each -> each.name().equals(stage))) {
            return Optional.empty();
        }
        var from = step.from().stream()
                .map(each -> "“" + scene.stageTitle(each.name()) + "”")
                .collect(Collectors.joining("、"));
        return Optional.of(new Verdict.NotFromHere("只在" + from + "环节可用，现为“" + scene.stageTitle(stage) + "”。"));
    }

    private Optional<Verdict> role(
            Set<String> allowed, MatterState state, Actor actor, Directory offices, boolean fromAbove) {
        if (actor.kind() == Actor.Kind.SYSTEM) {
            return allowed.contains(Step.SYSTEM) ? Optional.empty() : who(allowed);
        }
        if (actor.kind() == Actor.Kind.CITIZEN) {
            boolean may = allowed.contains(Step.PARTY)
                    ? PartySides.acts(state, actor.person())
                    : allowed.contains(Step.FILER) && sides.filed(state, actor.person());
            return may ? Optional.empty() : who(allowed);
        }
        if (allowed.stream().noneMatch(actor::has)) {
            return who(allowed);
        }
        var mine = actor.agency();
        var theirs = state.matter().office().agency();
        if (mine.equals(theirs) || (fromAbove && above(mine, theirs, state, offices))) {
            return Optional.empty();
        }
        var holder = theirs.flatMap(offices::agency).map(Agency::name).orElse("别的单位");
        return Optional.of(new Verdict.NotYours("现由“" + holder + "”办理，不在您的单位。"));
    }

    /// The office above may hand a matter to another office below it.
    private static boolean above(
            Optional<java.util.UUID> mine, Optional<java.util.UUID> theirs, MatterState state, Directory offices) {
        var higher = mine.flatMap(offices::agency);
        var lower = theirs.flatMap(offices::agency);
        return higher.filter(agency -> agency.covers(state.matter().office().area()))
                .filter(agency -> lower.map(below -> agency.level().compareTo(below.level()) > 0)
                        .orElse(true))
                .isPresent();
    }

    private Optional<Verdict> who(Collection<String> roles) {
        return Optional.of(new Verdict.NotYours("由" + titles(roles) + "办理。"));
    }

    private String titles(Collection<String> roles) {
        return roles.stream().map(this::title).sorted().collect(Collectors.joining("、"));
    }

    String title(String role) {
        return switch (role) {
            case Step.SYSTEM -> "系统按时间";
            case Step.PARTY -> "当事人";
            case Step.FILER -> "提出这件事的当事人";
            default -> access.role(role).map(Role::title).orElse(role);
        };
    }

    private static Optional<Verdict> children(SceneDef scene, Step<?> step, MatterState state) {
        boolean ends = step.to()
                .filter(to ->
                        scene.life().ends().stream().anyMatch(end -> end.name().equals(to.name())))
                .isPresent();
        return ends ? openChildren(state) : Optional.empty();
    }

    private static Optional<Verdict> openChildren(MatterState state) {
        if (state.openChildren() == 0) {
            return Optional.empty();
        }
        return Optional.of(new Verdict.Blocked(
                "还有 " + state.openChildren() + " 件下级事项没有办完。",
                Optional.of("matters.children"),
                Optional.empty(),
                state.links().stream()
                        .filter(link -> link.kind() == Link.Kind.CHILD && link.blocking())
                        .map(Link::other)
                        .toList(),
                Optional.empty()));
    }

    /// Whether somebody may open a matter of a scene.
    Optional<Verdict> opening(SceneDef scene, Actor actor) {
        return switch (actor.kind()) {
            case SYSTEM -> Optional.empty();
            case CITIZEN ->
                scene.publicOpen().isPresent()
                        ? Optional.empty()
                        : Optional.of(new Verdict.NotYours("“" + scene.title() + "”不能由群众直接提出。"));
            case OFFICER ->
                actor.hasAnyOf(List.copyOf(scene.openedBy()))
                                && !scene.openedBy().isEmpty()
                        ? Optional.empty()
                        : scene.openedBy().isEmpty()
                                ? Optional.of(new Verdict.NotYours("“" + scene.title() + "”不单独新建，从别的事里产生。"))
                                : who(scene.openedBy());
        };
    }
}
