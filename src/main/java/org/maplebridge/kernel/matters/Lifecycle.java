package org.maplebridge.kernel.matters;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/// The life of one kind of matter, readable on one page. Its shape is code; every number of it is a parameter.
///
/// @param <S> the stages
public final class Lifecycle<S extends Enum<S>> {

    private final S start;
    private final Set<S> ends;
    private final List<S> road;
    private final Map<String, Step<S>> steps;
    private final Map<KernelVerb, Set<String>> allowed;
    private final Set<String> extendable;
    private final Optional<String> designation;
    private final int version;

    /// A verb of a scene: its name and its move.
    public interface Verb<S extends Enum<S>> {
        String name();

        Step<S> step();
    }

    /// @param start the stage a matter is opened in
    /// @param ends the stages it can't leave
    /// @param verbs every move of every version
    public Lifecycle(S start, Set<S> ends, List<? extends Verb<S>> verbs) {
        this(start, ends, List.of(), stepsOf(verbs), Map.of(), Set.of(), Optional.empty(), 1);
        check();
    }

    private Lifecycle(
            S start,
            Set<S> ends,
            List<S> road,
            Map<String, Step<S>> steps,
            Map<KernelVerb, Set<String>> allowed,
            Set<String> extendable,
            Optional<String> designation,
            int version) {
        this.start = start;
        this.ends = Set.copyOf(ends);
        this.road = List.copyOf(road);
        this.steps = steps;
        this.allowed = allowed;
        this.extendable = extendable;
        this.designation = designation;
        this.version = version;
    }

    private static <S extends Enum<S>> Map<String, Step<S>> stepsOf(List<? extends Verb<S>> verbs) {
        var steps = new LinkedHashMap<String, Step<S>>();
        verbs.forEach(verb -> steps.put(wireName(verb.name()), verb.step()));
        return Collections.unmodifiableMap(steps);
    }

    /// `GRANT_LATE` as it stands at the wire: `grant-late`.
    static String wireName(String name) {
        return name.toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    private void check() {
        steps.forEach((name, step) -> {
            boolean reopens = step.window().isPresent();
            step.from().stream()
                    .filter(stage -> step.afterwards() ? reopens : ends.contains(stage) != reopens)
                    .findFirst()
                    .ifPresent(stage -> {
                        throw new IllegalArgumentException("move " + name + " can't leave " + stage);
                    });
            if (reopens
                    && (step.to().filter(to -> !ends.contains(to)).isEmpty()
                            || step.within().isPresent())) {
                throw new IllegalArgumentException("move " + name + " opens nothing again");
            }
            if (step.afterwards() && (step.to().isPresent() || step.within().isPresent())) {
                throw new IllegalArgumentException("move " + name + " leaves an end");
            }
            if (step.by().isEmpty()) {
                throw new IllegalArgumentException("nobody may make the move " + name);
            }
        });
        steps.forEach((name, step) -> {
            if (!step.runsOn() && step.within().filter(runningOn()::contains).isPresent()) {
                throw new IllegalArgumentException("the limit of the move " + name + " both stops and runs on");
            }
        });
        if (ends.contains(start)) {
            throw new IllegalArgumentException("the start is an end");
        }
    }

    /// The main way, for drawing; other stages lie beside it.
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final Lifecycle<S> road(S... stages) {
        return new Lifecycle<>(start, ends, List.of(stages), steps, allowed, extendable, designation, version);
    }

    /// Switches on what every lifecycle may do, for these roles.
    public Lifecycle<S> may(KernelVerb verb, String... roles) {
        var more = new EnumMap<KernelVerb, Set<String>>(KernelVerb.class);
        more.putAll(allowed);
        more.put(verb, Set.of(roles));
        return new Lifecycle<>(
                start, ends, road, steps, Collections.unmodifiableMap(more), extendable, designation, version);
    }

    /// Which limits may each be put off once, by the parameter named like it with `.extension`.
    public Lifecycle<S> extendable(String... parameters) {
        return new Lifecycle<>(start, ends, road, steps, allowed, Set.of(parameters), designation, version);
    }

    /// Within which time the office above says who handles a matter that has come back as often as it may.
    public Lifecycle<S> designation(String parameter) {
        return new Lifecycle<>(start, ends, road, steps, allowed, extendable, Optional.of(parameter), version);
    }

    /// The version new matters are opened under.
    public Lifecycle<S> version(int number) {
        return new Lifecycle<>(start, ends, road, steps, allowed, extendable, designation, number);
    }

    /// The stage a matter is opened in.
    public S start() {
        return start;
    }

    /// The stages it can't leave.
    public Set<S> ends() {
        return ends;
    }

    /// The main way.
    public List<S> road() {
        return road;
    }

    /// The version new matters are opened under.
    public int version() {
        return version;
    }

    /// What the kernel offers here, and to which roles.
    public Map<KernelVerb, Set<String>> allowed() {
        return allowed;
    }

    /// The limits that may be put off once.
    public Set<String> extendable() {
        return extendable;
    }

    /// The limit for saying who handles what has come back as often as it may.
    public Optional<String> designation() {
        return designation;
    }

    /// The limits that run on while a matter is suspended.
    public Set<String> runningOn() {
        return steps.values().stream()
                .filter(Step::runsOn)
                .flatMap(step -> step.within().stream())
                .collect(Collectors.toSet());
    }

    /// All stages.
    public List<S> stages() {
        return List.of(start.getDeclaringClass().getEnumConstants());
    }

    /// The stage of this name.
    public S stage(String name) {
        return Enum.valueOf(start.getDeclaringClass(), name);
    }

    /// The moves of a version by their names at the wire.
    public Map<String, Step<S>> steps(int ofVersion) {
        var found = new LinkedHashMap<String, Step<S>>();
        steps.forEach((name, step) -> {
            if (step.in(ofVersion)) {
                found.put(name, step);
            }
        });
        return found;
    }

    /// Every move of every version.
    public Map<String, Step<S>> allSteps() {
        return steps;
    }

    /// The limits that run in a stage: parameter and move.
    void limitsIn(S stage, int ofVersion, BiConsumer<String, Step<S>> each) {
        var seen = new ArrayList<String>();
        steps(ofVersion).values().stream()
                .filter(step -> step.from().contains(stage))
                .forEach(step -> step.within()
                        .filter(parameter -> !seen.contains(parameter))
                        .ifPresent(parameter -> {
                            seen.add(parameter);
                            each.accept(parameter, step);
                        }));
    }
}
