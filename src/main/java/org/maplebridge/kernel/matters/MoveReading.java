package org.maplebridge.kernel.matters;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.matters.MatterPage.May;
import org.maplebridge.kernel.matters.MatterPage.MayNot;
import org.maplebridge.kernel.matters.MatterPage.Moves;
import org.maplebridge.kernel.orgs.Offices;
import org.springframework.stereotype.Component;

/// Which moves somebody may make now, and why not the others.
@Component
class MoveReading {

    private final SceneBook scenes;
    private final MatterRowsView rows;
    private final LimitPages limits;
    private final Permit permit;
    private final Offices offices;
    private final PartySides sides;
    private final Stops stops;

    MoveReading(
            SceneBook scenes,
            Permit permit,
            Offices offices,
            MatterRowsView rows,
            LimitPages limits,
            PartySides sides,
            Stops stops) {
        this.stops = stops;
        this.sides = sides;
        this.scenes = scenes;
        this.rows = rows;
        this.limits = limits;
        this.permit = permit;
        this.offices = offices;
    }

    /// Everything the lifecycle knows, as this actor may or may not do it now; what is meant next comes first.
    Moves of(Work work, Actor actor, MatterState state) {
        var scene = scenes.scene(state.matter().scene());
        var directory = offices.at(work);
        var can = new ArrayList<May>();
        var cannot = new ArrayList<MayNot>();
        var steps = scene.life().steps(state.matter().life());
        steps.forEach((name, step) -> {
            var verb = Objects.requireNonNull(scene.verbs().get(name));
            var refusal = permit.refusal(work, scene, name, step, state, actor, directory)
                    .or(() -> bars(scene, state, actor, name));
            if (refusal.isPresent()) {
                cannot.add(mayNot(name, verb.title(), refusal.get()));
            } else {
                can.add(new May(
                        name,
                        verb.title(),
                        step.to().map(Enum::name),
                        step.to().map(to -> scene.stageTitle(to.name())),
                        verb.hint(),
                        limit(work, state, step.within()),
                        step.danger(),
                        false,
                        Schema.of(scene, verb.form(), verb.title())));
            }
        });
        can.sort(Comparator.comparingInt(
                may -> MoveOrder.place(scene, Objects.requireNonNull(steps.get(may.verb())), state)));
        scene.life().allowed().keySet().forEach(verb -> {
            var refusal = permit.refusal(scene, verb, state, actor, directory);
            if (refusal.isPresent()) {
                cannot.add(mayNot(verb.wireName(), verb.title(), refusal.get()));
            } else {
                can.add(kernel(work, scene, state, verb));
            }
        });
        if (!limits.sooner(work, state).isEmpty()) {
            permit.refusal(scene, KernelVerb.SHORTEN, state, actor, directory)
                    .ifPresentOrElse(
                            refused -> cannot.add(
                                    mayNot(KernelVerb.SHORTEN.wireName(), KernelVerb.SHORTEN.title(), refused)),
                            () -> can.add(kernel(work, scene, state, KernelVerb.SHORTEN)));
        }
        scene.shared().values().stream()
                .filter(shared -> permit.refusal(scene, shared.verb(), state, actor, directory)
                        .isEmpty())
                .forEach(shared -> can.add(new May(
                        shared.def().name(),
                        shared.def().title(),
                        Optional.empty(),
                        Optional.empty(),
                        shared.def().hint(),
                        Optional.empty(),
                        false,
                        true,
                        Schema.of(scene, shared.def().form(), shared.def().title()))));
        Arrays.stream(KernelVerb.values())
                .filter(verb ->
                        permit.refusal(scene, verb, state, actor, directory).isEmpty())
                .filter(verb -> offered(work, verb, state))
                .forEach(verb -> can.add(kernel(work, scene, state, verb)));
        return new Moves(state.matter().chain().version(), can, cannot);
    }

    /// What every kind of matter has is told of only where it makes sense: what has ended is still read, but asks
    /// nobody for anything.
    private boolean offered(Work work, KernelVerb verb, MatterState state) {
        return switch (verb) {
            case IDENTIFY, RELATE, CONSENT, CORRECT, ASK -> !state.parties().isEmpty();
            case CHANGE_POWER -> state.parties().stream().anyMatch(party -> PartyRoles.agent(party.role()));
            case GIVE_CODE -> sides.more(state);
            case RECUSE -> state.matter().stage().open();
            case EXCLUDE -> true;
            case READMIT ->
                state.recusals().stream().anyMatch(Recusal::holds)
                        || !stops.atWork(work, offices.at(work), state).isEmpty();
            default -> false;
        };
    }

    private static Optional<Verdict> bars(SceneDef scene, MatterState state, Actor actor, String verb) {
        return scene.face() instanceof SceneView view
                ? view.bars(state.matter().id(), actor.person(), verb)
                : Optional.empty();
    }

    private May kernel(Work work, SceneDef scene, MatterState state, KernelVerb verb) {
        var designated = scene.life().designation().filter(parameter -> verb == KernelVerb.TRANSFER);
        return new May(
                verb.wireName(),
                verb.title(),
                Optional.empty(),
                Optional.empty(),
                verb.hint(),
                limit(work, state, designated),
                verb == KernelVerb.MERGE || verb == KernelVerb.RECUSE,
                true,
                Schema.of(scene, KernelMoves.form(verb), verb.title()));
    }

    private Optional<MatterRow.DueView> limit(Work work, MatterState state, Optional<String> parameter) {
        return parameter.flatMap(name -> state.deadlines().stream()
                .filter(each -> each.live() && each.parameter().equals(name))
                .findFirst()
                .map(deadline -> rows.due(work, state.matter(), deadline)));
    }

    private static MayNot mayNot(String verb, String title, Verdict verdict) {
        return switch (verdict) {
            case Verdict.NotYours refused -> new MayNot(verb, title, refused.why(), refused.rule(), Optional.empty());
            case Verdict.NotFromHere refused ->
                new MayNot(verb, title, refused.why(), Optional.empty(), Optional.empty());
            case Verdict.Blocked refused -> new MayNot(verb, title, refused.why(), refused.rule(), refused.article());
            case Verdict.Invalid refused -> new MayNot(verb, title, "填写有误", refused.rule(), refused.article());
            case Verdict.Stale stale -> new MayNot(verb, title, "刚有人办过", Optional.empty(), Optional.empty());
            case Moved moved -> throw new IllegalStateException("a move that is made is no refusal");
        };
    }
}
