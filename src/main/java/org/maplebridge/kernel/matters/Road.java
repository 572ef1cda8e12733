package org.maplebridge.kernel.matters;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.trail.Entry;
import org.maplebridge.kernel.trail.Trail;
import org.springframework.stereotype.Component;

/// The way of a matter through the stages, read from its trail.
@Component
class Road {

    private static final int MOST_STEPS = 500;

    private final Trail trail;

    Road(Trail trail) {
        this.trail = trail;
    }

    /// The stages passed with how long each took, the present one, and those ahead on the main way.
    List<MatterPage.Step> of(Work work, SceneDef scene, Matter matter) {
        var entered = new LinkedHashMap<String, Instant>();
        var entries = new ArrayList<>(trail.newest(matter.id(), Integer.MAX_VALUE, MOST_STEPS));
        Collections.reverse(entries);
        var before = "";
        for (Entry entry : entries) {
            var stage = entry.envelope().stage();
            if (!stage.equals(before)) {
                entered.put(stage, entry.recordedAt());
                before = stage;
            }
        }
        var steps = new ArrayList<MatterPage.Step>();
        var stages = List.copyOf(entered.keySet());
        for (int i = 0; i < stages.size(); i++) {
            boolean now = i == stages.size() - 1;
            Instant at = java.util.Objects.requireNonNull(entered.get(stages.get(i)));
            Instant left = now
                    ? matter.stage().closedAt().orElse(work.now())
                    : java.util.Objects.requireNonNull(entered.get(stages.get(i + 1)));
            steps.add(new MatterPage.Step(
                    stages.get(i),
                    scene.stageTitle(stages.get(i)),
                    now ? "now" : "done",
                    Optional.of(at),
                    Optional.of(Math.max(0, Duration.between(at, left).toSeconds()))));
        }
        ahead(scene, matter).stream()
                .filter(stage -> !entered.containsKey(stage))
                .forEach(stage -> steps.add(new MatterPage.Step(
                        stage, scene.stageTitle(stage), "ahead", Optional.empty(), Optional.empty())));
        return steps;
    }

    private static List<String> ahead(SceneDef scene, Matter matter) {
        var road = scene.life().road().stream().map(Enum::name).toList();
        int at = road.indexOf(matter.stage().name());
        if (!matter.stage().open()) {
            return List.of();
        }
        return at >= 0 ? road.subList(at + 1, road.size()) : road.isEmpty() ? List.of() : List.of(road.getLast());
    }
}
