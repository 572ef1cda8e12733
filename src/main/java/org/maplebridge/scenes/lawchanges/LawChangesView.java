package org.maplebridge.scenes.lawchanges;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.maplebridge.kernel.matters.SceneView;
import org.maplebridge.scenes.lawchanges.LawChange.Kind;
import org.maplebridge.scenes.lawchanges.LawChange.Line;
import org.maplebridge.scenes.lawchanges.LawChange.Result;
import org.springframework.stereotype.Component;

/// What the page of a revision shows: which edition, how much of ours it touches, what is still to be done. The lines
/// with both texts stand on a page of their own.
@Component
class LawChangesView {

    private static final int MOST_LISTED = 50;

    private final LawChangesStore store;
    private final LawChangesWords words;

    LawChangesView(LawChangesStore store, LawChangesWords words) {
        this.store = store;
        this.words = words;
    }

    SceneView.Shown shown(UUID matter) {
        return store.find(matter)
                .map(change -> new SceneView.Shown(Optional.empty(), sections(change), List.of()))
                .orElseGet(SceneView.Shown::nothing);
    }

    private List<SceneView.Section> sections(LawChange change) {
        var lines = store.lines(change.matter());
        var sections = new ArrayList<SceneView.Section>();
        sections.add(new SceneView.Section("新版本", edition(change.edition())));
        sections.add(new SceneView.Section("涉及哪些地方", places(lines)));
        sections.add(new SceneView.Section("核到哪里", progress(lines)));
        var toChange = lines.stream()
                .filter(line -> line.mark().flatMap(LawChange.Mark::by).isPresent())
                .limit(MOST_LISTED)
                .map(this::toChange)
                .toList();
        if (!toChange.isEmpty()) {
            sections.add(new SceneView.Section("待改", toChange));
        }
        if (!change.notes().isEmpty()) {
            sections.add(new SceneView.Section(
                    "说明和复核",
                    change.notes().stream()
                            .map(note -> new SceneView.Line(note.title(), note.words(), "longText"))
                            .toList()));
        }
        return sections;
    }

    private static List<SceneView.Line> edition(LawChange.Edition edition) {
        return List.of(
                SceneView.Line.text("法律", edition.name()),
                day("通过或者公布", edition.passed()),
                day("施行", edition.from()),
                SceneView.Line.text(
                        "期限怎么定",
                        edition.from().isAfter(edition.opened())
                                ? "按本地默认的天数核对，最迟在施行前一天（" + edition.from().minusDays(1) + "）核完；两个期限都列在旁边，先到的先办。"
                                : "开出时已经施行，按本地默认的天数核对。"),
                SceneView.Line.text("改动的条文", edition.changed() + " 条"));
    }

    private static SceneView.Line day(String title, LocalDate day) {
        return new SceneView.Line(title, day.toString(), "date");
    }

    private List<SceneView.Line> places(List<Line> lines) {
        var rows = new ArrayList<SceneView.Line>();
        Arrays.stream(Kind.values()).forEach(kind -> {
            var of = lines.stream().filter(line -> line.kind() == kind).toList();
            if (!of.isEmpty()) {
                rows.add(SceneView.Line.text(words.of(kind), of.size() + " 处" + running(kind, of)));
            }
        });
        return rows;
    }

    /// Numbers of limits by what they are for; whose they are is shown to whoever sees the matters.
    private static String running(Kind kind, List<Line> lines) {
        return kind == Kind.LIMIT
                ? lines.stream()
                        .map(line -> "“" + line.title() + "”（" + line.label() + "）" + line.counted() + " 件")
                        .collect(Collectors.joining("，", "：", ""))
                : "";
    }

    private List<SceneView.Line> progress(List<Line> lines) {
        var rows = new ArrayList<SceneView.Line>();
        long open = lines.stream().filter(line -> line.mark().isEmpty()).count();
        rows.add(SceneView.Line.text("还没有标", open + " 处"));
        Arrays.stream(Result.values())
                .forEach(result -> rows.add(SceneView.Line.text(
                        words.of(result),
                        lines.stream()
                                        .filter(line -> line.mark()
                                                .filter(mark -> mark.result() == result)
                                                .isPresent())
                                        .count()
                                + " 处")));
        return rows;
    }

    private SceneView.Line toChange(Line line) {
        var mark = line.mark().orElseThrow();
        return new SceneView.Line(
                "第 " + line.no() + " 行（" + words.of(line.kind()) + "），"
                        + mark.by().orElseThrow() + " 以前",
                (line.title().isEmpty() ? line.place() : line.title()) + "：" + mark.reason(),
                "longText");
    }
}
