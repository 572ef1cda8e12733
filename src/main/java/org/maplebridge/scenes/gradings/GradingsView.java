package org.maplebridge.scenes.gradings;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.maplebridge.kernel.matters.Matter;
import org.maplebridge.kernel.matters.Matters;
import org.maplebridge.kernel.matters.SceneView;
import org.maplebridge.kernel.matters.SceneView.Bearing;
import org.maplebridge.kernel.matters.SceneView.Line;
import org.maplebridge.kernel.matters.SceneView.Points;
import org.maplebridge.kernel.matters.SceneView.Section;
import org.maplebridge.kernel.matters.SceneView.Shown;
import org.maplebridge.kernel.matters.SceneView.Suggestion;
import org.maplebridge.scenes.gradings.Grading.Counted;
import org.maplebridge.scenes.gradings.Grading.Part;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// What the page of a grading shows.
@Component
class GradingsView {

    static final int MOST_LISTED = 50;

    private final GradingsStore store;
    private final GradingsBook book;
    private final GradingsWords words;
    private final ObjectProvider<Matters> matters;

    /// @param matters asked for late: they know every scene, this one too
    GradingsView(GradingsStore store, GradingsBook book, GradingsWords words, ObjectProvider<Matters> matters) {
        this.store = store;
        this.book = book;
        this.words = words;
        this.matters = matters;
    }

    private static Line longText(String title, String value) {
        return new Line(title, value, "longText");
    }

    Shown shown(UUID matter) {
        var grading = store.find(matter);
        var parts = store.parts(matter);
        var sections = new ArrayList<Section>();
        sections.add(new Section("评定谁", about(grading)));
        sections.add(new Section(
                grading.counted().map(each -> "评分卡（" + each.edition() + "）").orElse("评分卡"), card(grading, parts)));
        add(sections, "违法认定（一票否决）", breaches(matter));
        add(sections, "异议", contests(matter));
        add(sections, "决定", decisions(matter, grading));
        sections.add(new Section("计入的件", behind(grading)));
        return new Shown(
                Optional.empty(),
                sections,
                grading.counted().map(each -> List.of(suggestion(each, parts))).orElse(List.of()));
    }

    private static void add(List<Section> sections, String title, List<Line> lines) {
        if (!lines.isEmpty()) {
            sections.add(new Section(title, lines));
        }
    }

    private static List<Line> about(Grading grading) {
        var subject = grading.subject();
        var lines = new ArrayList<Line>();
        lines.add(Line.text("调解员", subject.name()));
        lines.add(Line.text("地区", subject.areaName()));
        lines.add(Line.text("评哪一年", subject.year() + " 年"));
        grading.reason().ifPresent(why -> lines.add(longText("为什么现在评", why)));
        grading.shown().ifPresent(shown -> {
            lines.add(new Line("给本人看的日子", shown.day().toString(), "date"));
            lines.add(new Line("本人可以提出异议到", shown.contestTo().toString(), "date"));
        });
        grading.revised().ifPresent(why -> lines.add(longText("为什么重评", why)));
        return lines;
    }

    private List<Line> card(Grading grading, List<Part> parts) {
        if (grading.counted().isEmpty()) {
            return List.of(Line.text("计数", "系统正在算，过一会儿刷新这一页。"));
        }
        var lines = new ArrayList<Line>();
        for (var part : parts) {
            lines.add(longText(words.of(part.found().factor()), said(part)));
            part.right()
                    .ifPresent(right -> lines.add(longText("原来算的", part.found().words())));
        }
        var counted = grading.counted().get();
        lines.add(Line.text("合计", total(counted, parts)));
        lines.add(new Line("哪天算的", counted.day().toString(), "date"));
        return lines;
    }

    /// A factor in words, with its points or that nobody knows.
    static String said(Part part) {
        var stands = part.stands();
        return stands.share().isPresent()
                ? GradingsWords.plain(part.points()) + " 分（满分 " + part.worth() + " 分）：" + stands.words()
                : "没有数据（满分 " + part.worth() + " 分，不算作零分）：" + stands.words();
    }

    static String total(Counted counted, List<Part> parts) {
        int open = parts.stream()
                .filter(part -> part.stands().share().isEmpty())
                .mapToInt(Part::worth)
                .sum();
        var sum = "已知各项 " + GradingsWords.plain(counted.points()) + " 分，满分 " + counted.outOf() + " 分";
        return open == 0 ? sum : sum + "；另有 " + open + " 分的项目没有数据";
    }

    String suggested(Counted counted) {
        return counted.suggested().map(grade -> "评为" + words.of(grade)).orElse("先补数据：没有数据的项目会影响等级");
    }

    private Suggestion suggestion(Counted counted, List<Part> parts) {
        return new Suggestion(
                suggested(counted),
                parts.stream()
                        .map(part -> words.of(part.found().factor()) + " " + said(part))
                        .toList(),
                counted.edition(),
                Optional.of(new Points(
                        "五项得分",
                        counted.points(),
                        BigDecimal.valueOf(counted.outOf()),
                        suggested(counted),
                        counted.suggested().isPresent() ? "blue" : "grey",
                        (int) parts.stream()
                                .filter(part -> part.stands().share().isPresent())
                                .count(),
                        parts.size(),
                        parts.stream().map(this::factor).toList())));
    }

    private SceneView.Factor factor(Part part) {
        var stands = part.stands();
        boolean known = stands.share().isPresent();
        return new SceneView.Factor(
                words.of(part.found().factor()) + "：" + stands.words(),
                known ? Bearing.ADDS : Bearing.UNKNOWN,
                Optional.of(part.points()).filter(points -> known),
                Optional.of(BigDecimal.valueOf(part.worth())));
    }

    private List<Line> breaches(UUID matter) {
        var lines = new ArrayList<Line>();
        for (var breach : book.breaches(matter)) {
            lines.add(longText(
                    "第 " + breach.no() + " 条",
                    words.of("Item", breach.item()) + "，" + breach.office() + " " + breach.day() + " " + breach.paper()
                            + "：" + breach.reason()));
            breach.struck().ifPresent(why -> lines.add(longText("已撤销", why)));
        }
        return lines;
    }

    private List<Line> contests(UUID matter) {
        var lines = new ArrayList<Line>();
        for (var contest : book.contests(matter)) {
            lines.add(longText(
                    "第 " + contest.no() + " 条（" + contest.day() + "）",
                    words.of(contest.factor()) + "：" + contest.words() + "\n应当：" + contest.wanted()));
            contest.received().ifPresent(how -> lines.add(longText("代为记下", how)));
            lines.add(contest.answered()
                    .map(answer -> longText(
                            "答复（" + answer.day() + "）",
                            words.of("Ruling", answer.upheld() ? "UPHELD" : "REJECTED") + "。" + answer.words()))
                    .orElse(Line.text("答复", "还没有答复")));
        }
        return lines;
    }

    private List<Line> decisions(UUID matter, Grading grading) {
        var lines = new ArrayList<Line>();
        var all = book.decisions(matter);
        for (var decision : all) {
            boolean stands = decision.no() == all.size();
            lines.add(Line.text(stands ? "审定" : "原来的审定（已被后一次代替）", words.of(decision.grade())));
            lines.add(Line.text("文号和日子", decision.paper() + "，" + decision.day() + "，" + decision.byName()));
            decision.reason().ifPresent(why -> lines.add(longText("理由", why)));
            decision.outcome().ifPresent(outcome -> lines.add(Line.text("名册", outcome)));
        }
        grading.dropped().ifPresent(why -> lines.add(longText("不评了", why)));
        return lines;
    }

    /// As far as the reader may see them. A number, no words of what it is about: titles may name somebody.
    private List<Line> behind(Grading grading) {
        var lines = new ArrayList<Line>();
        seen(grading).forEach(each -> lines.add(new Line("编号", each.label().code(), "text", Optional.of(each.id()))));
        int more = grading.behind().size() - lines.size();
        if (more > 0) {
            lines.add(Line.text("另外", more + " 件这里不列：您看不到，或者超出所列的 " + MOST_LISTED + " 件。"));
        }
        if (lines.isEmpty()) {
            lines.add(Line.text("件数", "没有计入的件"));
        }
        return lines;
    }

    /// The first of the files behind it that the scope reaches.
    List<Matter> seen(Grading grading) {
        return grading.behind().stream()
                .limit(MOST_LISTED)
                .flatMap(each -> matters.getObject().find(each).stream())
                .toList();
    }
}
