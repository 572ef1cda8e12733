package org.maplebridge.kernel.stats;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maplebridge.kernel.ground.DataFiles;
import org.maplebridge.kernel.ground.DataFiles.DataFile;
import org.maplebridge.kernel.ground.Problem;
import org.maplebridge.kernel.ground.Refused;
import org.maplebridge.kernel.ground.Words;
import org.maplebridge.kernel.stats.Metric.Goal;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// Every metric of every data file, in the order of the rings. One that lacks a word stops the start.
@Component
class Metrics {

    private final List<Metric> all;

    Metrics(DataFiles files) {
        var found = new ArrayList<Metric>();
        var cleared = Caseloads.cleared(files);
        for (var file : files.all()) {
            for (var node : file.section("metrics")) {
                found.add(read(file, node).filled(cleared));
            }
        }
        found.sort((one, other) -> one.ring().compareTo(other.ring()));
        if (found.stream().map(Metric::name).distinct().count() < found.size()) {
            throw new IllegalStateException("two metrics of one name");
        }
        this.all = List.copyOf(found);
    }

    static Metric read(DataFile file, JsonNode node) {
        var goal = node.path("target");
        return new Metric(
                word(node, "name"),
                word(node, "title"),
                Metric.Ring.valueOf(word(node, "ring")),
                version(node),
                word(node, "definition"),
                word(node, "denominator"),
                Metric.Unit.valueOf(word(node, "unit")),
                node.path("least").asInt(1),
                goal.isMissingNode()
                        ? Optional.empty()
                        : Optional.of(new Goal(
                                goal.path("value").decimalValue(),
                                goal.has("from") ? Optional.of(goal.path("from").decimalValue()) : Optional.empty(),
                                word(goal, "source"))),
                node.path("pooled").asBoolean(false),
                node.path("watched").asBoolean(false),
                word(node, "rows").strip(),
                file);
    }

    private static int version(JsonNode node) {
        int version = node.path("version").asInt(0);
        if (version < 1) {
            throw new IllegalStateException("a metric says no version: " + node);
        }
        return version;
    }

    private static String word(JsonNode node, String name) {
        var word = node.path(name).asString("");
        if (word.isBlank()) {
            throw new IllegalStateException("a metric says no " + name + ": " + node);
        }
        return word;
    }

    List<Metric> all() {
        return all;
    }

    Metric metric(String name) {
        return all.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> new Refused(Problem.of(404, "not-found", "没有这个指标", "没有叫“" + Words.shown(name) + "”的指标。")
                                .withNext("从“五环”页里选一个。")));
    }
}
