package org.maplebridge.kernel.search;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.evidence.FileFinding;
import org.maplebridge.kernel.ground.DataFiles;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.matters.MatterFinding;
import org.maplebridge.kernel.matters.MatterRow;
import org.maplebridge.kernel.matters.MatterRowsView;
import org.maplebridge.kernel.orgs.Offices;
import org.maplebridge.kernel.parameters.Parameter;
import org.maplebridge.kernel.parameters.Parameters;
import org.maplebridge.kernel.people.Initials;
import org.maplebridge.kernel.trail.ReceiptFinding;
import org.springframework.stereotype.Component;

/// Looks everywhere for some words. Needs a transaction of whoever asks.
@Component
class Finding {

    private static final int MOST_WORDS = 4;
    private static final Pattern RECEIPT = Pattern.compile("[2-9A-HJ-NP-Z]{16}");

    private final MatterFinding matters;
    private final MatterRowsView rows;
    private final FileFinding files;
    private final ReceiptFinding receipts;
    private final Parameters parameters;
    private final Offices offices;
    private final Map<String, String> scenes = new TreeMap<>();

    Finding(
            MatterFinding matters,
            MatterRowsView rows,
            FileFinding files,
            ReceiptFinding receipts,
            Parameters parameters,
            Offices offices,
            DataFiles data) {
        this.matters = matters;
        this.rows = rows;
        this.files = files;
        this.receipts = receipts;
        this.parameters = parameters;
        this.offices = offices;
        for (var file : data.all()) {
            var scene = file.section("scene");
            if (scene.path("name").isString()) {
                scenes.put(scene.path("name").asString(), scene.path("title").asString(""));
            }
        }
    }

    List<Hit.Group> of(Work work, Actor actor, Hit.Kind kind, String asked, int most) {
        var words = Arrays.stream(asked.strip().split("\\s+")).limit(MOST_WORDS).toList();
        var found = switch (kind) {
            case MATTER -> matters(work, actor, words, most + 1);
            case FILE -> files(work, actor, words, most + 1);
            case LAW -> articles(work, asked);
            case RECEIPT -> receipt(work, actor, asked);
        };
        return found.isEmpty() ? List.of() : List.of(Hit.Group.cut(kind, found, most));
    }

    private List<Hit> matters(Work work, Actor actor, List<String> words, int most) {
        return matters.found(work, actor, words, most).stream()
                .map(row -> Hit.ofMatter(row.id(), row.title(), about(row)))
                .toList();
    }

    static String about(MatterRow row) {
        return row.code() + "，" + row.area().name() + "，" + row.stageTitle();
    }

    private List<Hit> files(Work work, Actor actor, List<String> words, int most) {
        return files.found(work, actor, words, most).stream()
                .map(file -> Hit.ofFile(
                        file.matter().id(),
                        file.no(),
                        file.name(),
                        file.kind() + (file.withdrawn() ? "（已标明不用）" : "") + "，在"
                                + file.matter().label().title()))
                .toList();
    }

    private List<Hit> receipt(Work work, Actor actor, String asked) {
        var code = asked.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
        if (!RECEIPT.matcher(code).matches()) {
            return List.of();
        }
        return receipts.matter(code).stream()
                .flatMap(id -> rows.rows(work, actor, List.of(id)).stream())
                .map(row -> Hit.ofMatter(row.id(), row.title(), "这张回执是这件事的；" + about(row)))
                .toList();
    }

    /// Numbers in force at the root of the node that cite the article.
    private List<Hit> articles(Work work, String words) {
        var asked = Citation.asked(words);
        if (asked.isEmpty()) {
            return List.of();
        }
        var root = offices.at(work).rootArea().map(area -> area.path()).orElse("");
        return parameters.inForce(work, root, work.today()).stream()
                .filter(each -> each.article().stream()
                        .flatMap(text -> Citation.in(text).stream())
                        .anyMatch(asked.get()::means))
                .map(this::cited)
                .toList();
    }

    private Hit cited(Parameter parameter) {
        var first = parameter.name().substring(0, parameter.name().indexOf('.'));
        var scene = Optional.of(first).filter(scenes::containsKey);
        return Hit.ofLaw(
                parameter.name(),
                scene,
                parameter.title(),
                parameter.article().orElse("")
                        + scene.map(name -> "，" + scenes.get(name)).orElse(""));
    }

    /// Whether a text holds what looks like the number of a person: such things stand in no address.
    static boolean isNumber(String said) {
        var plain = Initials.plain(said);
        return plain.matches("1[3-9]\\d{9}|0\\d{9,11}|\\d{15}|\\d{17}[\\dx]");
    }
}
