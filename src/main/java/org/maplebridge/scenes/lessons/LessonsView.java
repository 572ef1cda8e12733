package org.maplebridge.scenes.lessons;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.matters.Matter;
import org.maplebridge.kernel.matters.Matters;
import org.maplebridge.kernel.matters.SceneView.Line;
import org.maplebridge.kernel.matters.SceneView.Section;
import org.maplebridge.kernel.matters.SceneView.Shown;
import org.maplebridge.kernel.stats.Tallies;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// What the page of a lesson shows; printed, it is the paper “类案分析与制度建议书”.
@Component
class LessonsView {

    private static final int MOST_LISTED = 50;

    private final LessonsStore store;
    private final Tallies tallies;
    private final ObjectProvider<Matters> matters;

    /// @param matters asked for late: they know every scene, this one too
    LessonsView(LessonsStore store, Tallies tallies, ObjectProvider<Matters> matters) {
        this.store = store;
        this.tallies = tallies;
        this.matters = matters;
    }

    private static Line longText(String title, String value) {
        return new Line(title, value, "longText");
    }

    Shown shown(UUID matter) {
        var lesson = store.find(matter);
        var sections = new ArrayList<Section>();
        sections.add(new Section("类案分析与制度建议书", counted(lesson.counted())));
        var found = new ArrayList<Line>();
        lesson.finding().ifPresent(finding -> {
            found.add(longText("共性原因", finding.causes()));
            found.add(longText("涉及主体", finding.subjects()));
            found.add(longText("建议制度", finding.proposal()));
        });
        lesson.dropped().ifPresent(why -> found.add(longText("不分析的理由", why)));
        if (!found.isEmpty()) {
            sections.add(new Section("分析和建议", found));
        }
        var answered = answered(lesson, matter);
        if (!answered.isEmpty()) {
            sections.add(new Section("交办和答复", answered));
        }
        if (lesson.charge().isPresent()) {
            sections.add(new Section("之后两个季度（按统计算出，不说明原因）", after(lesson.counted())));
        }
        sections.add(new Section("计入的件", behind(lesson.counted())));
        return new Shown(Optional.empty(), sections, List.of());
    }

    private static List<Line> counted(Lesson.Counted counted) {
        var subject = counted.subject();
        var lines = new ArrayList<Line>();
        lines.add(Line.text("地区", subject.areaName()));
        lines.add(Line.text("类别", subject.categoryName()));
        lines.add(Line.text(
                subject.quarter().title(),
                LessonsRules.figure(counted.count(), counted.all(), counted.comparedFrom())));
        lines.add(Line.text(
                "上一季度（" + subject.quarter().previous().title() + "）",
                LessonsRules.figure(counted.before(), counted.allBefore(), counted.comparedFrom())));
        lines.add(Line.text("统计截至", minute(counted.cutOff())));
        counted.reason().ifPresent(why -> lines.add(longText("为什么分析", why)));
        return lines;
    }

    private List<Line> answered(Lesson lesson, UUID matter) {
        var lines = new ArrayList<Line>();
        lesson.charge().ifPresent(charge -> lines.add(Line.text("承办部门", charge.name())));
        for (var answer : store.answers(matter)) {
            lines.add(Line.text(answer.day() + " 答复", answer.adopted() ? "采纳" : "不采纳"));
            answer.rule().ifPresent(rule -> lines.add(Line.text("制度", rule)));
            answer.inForce().ifPresent(day -> lines.add(new Line("施行日", day.toString(), "date")));
            lines.add(longText(answer.adopted() ? "怎么落实" : "不采纳的理由", answer.words()));
            answer.back().ifPresent(why -> lines.add(longText("退回、督办的意见", why)));
        }
        lesson.judged().ifPresent(words -> lines.add(longText("评判", words)));
        return lines;
    }

    /// The figures of today about then: a quarter counts once it is counted to its end.
    private List<Line> after(Lesson.Counted counted) {
        var subject = counted.subject();
        var cutOff = tallies.cutOff().orElse(Instant.EPOCH);
        var lines = new ArrayList<Line>();
        var counts = new long[2];
        var alls = new long[2];
        boolean whole = true;
        var quarter = subject.quarter();
        for (int at = 0; at < 2; at++) {
            quarter = quarter.next();
            boolean over = !cutOff.isBefore(
                    quarter.next().from().atStartOfDay(Work.ZONE).toInstant());
            counts[at] = count(subject, Optional.of(subject.category()), quarter);
            alls[at] = count(subject, Optional.empty(), quarter);
            lines.add(Line.text(
                    quarter.title(),
                    over ? LessonsRules.figure(counts[at], alls[at], counted.comparedFrom()) : "这个季度还没有满"));
            whole &= over;
        }
        lines.add(Line.text("与当季相比", whole ? LessonsRules.fell(counted, counts, alls) : "两个季度满了以后算出"));
        lines.add(Line.text("统计截至", minute(cutOff)));
        return lines;
    }

    private long count(Lesson.Subject subject, Optional<String> category, Quarter quarter) {
        return tallies.count(subject.metric(), subject.area(), category, quarter.from(), quarter.to());
    }

    /// As far as the reader may see them.
    private List<Line> behind(Lesson.Counted counted) {
        var lines = new ArrayList<Line>();
        counted.behind().stream()
                .limit(MOST_LISTED)
                .flatMap(each -> matters.getObject().find(each).stream())
                .map(LessonsView::line)
                .forEach(lines::add);
        long more = counted.count() - lines.size();
        if (more > 0) {
            lines.add(Line.text("另外", more + " 件这里不列：您看不到，或者超出所列的 " + MOST_LISTED + " 件。可以到“五环”页按类别和日期查。"));
        }
        return lines;
    }

    /// A number, no words of what it is about: titles may name somebody.
    private static Line line(Matter matter) {
        return new Line("编号", matter.label().code(), "text", Optional.of(matter.id()));
    }

    private static String minute(Instant moment) {
        return moment.atZone(Work.ZONE)
                .toLocalDateTime()
                .withSecond(0)
                .withNano(0)
                .toString()
                .replace('T', ' ');
    }
}
