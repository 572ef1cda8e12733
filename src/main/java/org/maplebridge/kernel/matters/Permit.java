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
    private final Stops stops;

    Permit(Access access, Reopening reopening, PartySides sides, Stops stops) {
        this.stops = stops;
        this.access = access;
        this.reopening = reopening;
        this.sides = sides;
    }

    /// Why a scene's own move can't be made; empty if it can.
    Optional<Verdict> refusal(
            Work work, SceneDef scene, String name, Step<?> step, MatterState state, Actor actor, Directory offices) {
        if (step.window().isPresent()) {
            return keptOut(state, actor)
                    .or(() -> Gates.erased(state))
                    .or(() -> Gates.stage(scene, step, state))
                    .or(() -> role(step.by(), state, actor, offices, false))
                    .or(() -> reopening.refusal(work, step.window().get(), state))
                    .or(() -> stops.refusal(scene, name, state));
        }
        return keptOut(state, actor)
                .or(() -> step.afterwards() ? Gates.erased(state) : Gates.closed(state))
                .or(() -> step.runsOn() ? Optional.empty() : Gates.suspended(state))
                .or(() -> Gates.stage(scene, step, state))
                .or(() -> role(step.by(), state, actor, offices, false))
                .or(() -> Gates.children(scene, step, state))
                .or(() -> stops.refusal(scene, name, state));
    }

    /// Why one of the kernel's moves can't be made; empty if it can.
    Optional<Verdict> refusal(SceneDef scene, KernelVerb verb, MatterState state, Actor actor, Directory offices) {
        return whateverInterest(scene, verb, state, actor, offices).or(() -> stops.refusal(scene, verb, state));
    }

    private Optional<Verdict> whateverInterest(
            SceneDef scene, KernelVerb verb, MatterState state, Actor actor, Directory offices) {
        var out = keptOut(state, actor);
        if (out.isPresent()) {
            return out;
        }
        if (verb.aboutRecusal()) {
            return recusal(verb, state, actor, offices);
        }
        Set<String> roles = switch (verb) {
            case REVOKE, ARCHIVE, RECALL, RECKON, ERASE, SEAL, UNSEAL -> Set.of(Step.SYSTEM);
            case SHORTEN, IDENTIFY, RELATE, CHANGE_POWER, CONSENT, CORRECT, GIVE_CODE -> handlers(scene, state);
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
            return Gates.erased(state).or(() -> role(roles, state, actor, offices, false));
        }
        if (verb.onOrder()) {
            return Gates.open(verb, state).or(() -> role(roles, state, actor, offices, false));
        }
        boolean whilePaused = verb.aboutParties()
                || verb == KernelVerb.RESUME
                || verb == KernelVerb.ASSIGN
                || verb == KernelVerb.RECALL
                || verb == KernelVerb.RECKON;
        // what came in ended can be taken back as well
        boolean ended = verb == KernelVerb.REVOKE && state.archived();
        return (ended ? Gates.erased(state) : Gates.closed(state))
                .or(() -> whilePaused ? Optional.empty() : Gates.suspended(state))
                .or(() -> role(roles, state, actor, offices, verb == KernelVerb.TRANSFER))
                .or(() -> verb == KernelVerb.MERGE || verb == KernelVerb.REVOKE
                        ? Gates.openChildren(state)
                        : Optional.empty())
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
                .or(() -> Gates.erased(state))
                .or(() -> verb.aboutParties() && state.parties().isEmpty()
                        ? Optional.of(new Verdict.NotFromHere("这一件没有当事人。"))
                        : Optional.empty())
                .or(() -> afterEnd ? Optional.empty() : Gates.closed(state))
                .or(() -> verb.by() == SharedVerb.By.ADDRESSED
                        ? unaddressed(verb, state, actor)
                        : role(roles, state, actor, offices, false))
                .or(() -> stops.refusal(scene, verb.name(), state));
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

    private Optional<Verdict> role(
            Set<String> allowed, MatterState state, Actor actor, Directory offices, boolean fromAbove) {
        if (actor.kind() == Actor.Kind.SYSTEM) {
            return allowed.contains(Step.SYSTEM) ? Optional.empty() : who(allowed);
        }
        if (actor.kind() == Actor.Kind.CITIZEN) {
            boolean may = allowed.contains(Step.PARTY)
                    ? sides.acts(state, actor.person())
                    : allowed.contains(Step.FILER) && sides.filed(state, actor.person());
            return may ? Optional.empty() : sides.powerless(state, actor.person()) ? powerless() : who(allowed);
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

    private static Optional<Verdict> powerless() {
        return Optional.of(new Verdict.NotYours("您现在的代理权限不够：一般代理只能了解和转达，变更、到期后也不能再代为办理。由当事人本人或者特别授权的代理人办理。"));
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
