package org.maplebridge.scenes.urgings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.maplebridge.kernel.ground.DataFiles;
import org.maplebridge.kernel.ground.DataFiles.DataFile;
import org.maplebridge.kernel.matters.Matter;
import org.maplebridge.kernel.matters.Matters;
import org.maplebridge.kernel.matters.SceneView.Line;
import org.maplebridge.kernel.matters.SceneView.Section;
import org.maplebridge.kernel.matters.SceneView.Shown;
import org.maplebridge.kernel.matters.SceneView.Suggestion;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// What the page of an urging shows, in the words of `urgings.yml`.
@Component
class UrgingsView {

    private final UrgingsStore store;
    private final ObjectProvider<Matters> matters;
    private final DataFile words;

    /// @param matters asked for late: they know every scene, this one too
    UrgingsView(UrgingsStore store, ObjectProvider<Matters> matters, DataFiles files) {
        this.store = store;
        this.matters = matters;
        this.words = files.all().stream()
                .filter(file -> file.section("scene").path("name").asString("").equals("urgings"))
                .findFirst()
                .orElseThrow();
    }

    private static Line longText(String title, String value) {
        return new Line(title, value, "longText");
    }

    Shown shown(UUID matter) {
        var urging = store.find(matter);
        var sections = new ArrayList<Section>();
        sections.add(new Section("督办的事", drawn(urging)));
        urging.charge().ifPresent(charge -> sections.add(new Section("责任和要求", charged(charge))));
        var answered = answered(urging);
        if (!answered.isEmpty()) {
            sections.add(new Section("答复", answered));
        }
        urging.deduction().ifPresent(deduction -> sections.add(new Section("扣分", deducted(deduction))));
        return new Shown(Optional.of(urging.drawn().wrong()), sections, suggestions(urging));
    }

    private List<Line> drawn(Urging urging) {
        var drawn = urging.drawn();
        var lines = new ArrayList<Line>();
        lines.add(new Line(
                "事项编号",
                drawn.code(),
                "text",
                matters.getObject().find(drawn.about()).map(Matter::id)));
        lines.add(Line.text(
                "为什么督办", words.section("Cause").path(drawn.cause().name()).asString("")));
        lines.add(longText("要求", drawn.wanted()));
        urging.dropped().ifPresent(why -> lines.add(longText("不督办的理由", why)));
        return lines;
    }

    private static List<Line> charged(Urging.Charge charge) {
        return List.of(
                Line.text("责任人", charge.name()),
                Line.text("责任单位", charge.officeName()),
                longText("督办要求", charge.required()),
                new Line("办成的日子", charge.by().toString(), "date"));
    }

    private static List<Line> answered(Urging urging) {
        var lines = new ArrayList<Line>();
        urging.reply().ifPresent(reply -> {
            lines.add(longText("原因", reply.cause()));
            lines.add(longText("措施和结果", reply.done()));
        });
        if (urging.sentBack() > 0) {
            lines.add(Line.text("退回、催办", urging.sentBack() + " 次"));
        }
        urging.backReason().ifPresent(why -> lines.add(longText("最近一次退回、催办的理由", why)));
        urging.accepted().ifPresent(words -> lines.add(longText("认可意见", words)));
        return lines;
    }

    private static List<Line> deducted(Urging.Deduction deduction) {
        var lines = new ArrayList<Line>();
        lines.add(Line.text("扣分", deduction.points() + " 分"));
        lines.add(longText("事实", deduction.ground()));
        lines.add(Line.text("依据", deduction.rule()));
        deduction.contest().ifPresent(words -> lines.add(longText("申辩", words)));
        deduction.decision().ifPresent(words -> lines.add(longText("对申辩的决定", words)));
        return lines;
    }

    /// Advice for the one who names the responsible cadre, gone once they have.
    private static List<Suggestion> suggestions(Urging urging) {
        var suggested = urging.drawn().suggested();
        return suggested.names().isEmpty()
                        || urging.charge().isPresent()
                        || urging.dropped().isPresent()
                ? List.of()
                : List.of(new Suggestion(
                        "责任人可能是：" + suggested.names(), List.of(suggested.why(), "由监督岗核实后点名。"), "urgings.cadre"));
    }
}
