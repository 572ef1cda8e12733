package org.maplebridge.launch.demo.life;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.maplebridge.kernel.ground.Hash;

/// What was done in which order, without names and without chance: the same seed gives the same diary.
final class Diary {

    private final List<String> lines = new ArrayList<>();
    private final List<String> refusals = new ArrayList<>();

    void done(int day, String scene, int story, String verb, String stage) {
        lines.add(day + " " + scene + " " + story + " " + verb + " " + stage);
    }

    /// What became of it.
    void told(int day, String scene, int story, String verb, LifeDoor.Outcome outcome) {
        outcome.matter()
                .ifPresentOrElse(
                        after -> done(day, scene, story, verb, after.stage()),
                        () -> refused(day, story, scene + "." + verb, outcome.refusal()));
    }

    /// Somebody was told that it can't be done so.
    void refused(int day, int story, String verb, String why) {
        refusals.add(day + " " + story + " " + verb + ": " + why);
    }

    List<String> lines() {
        return List.copyOf(lines);
    }

    List<String> refusals() {
        return List.copyOf(refusals);
    }

    /// Of what was done in a scene.
    String hash(String scene) {
        var those =
                lines.stream().filter(line -> line.contains(" " + scene + " ")).toList();
        return Hash.sm3(String.join("\n", those).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
