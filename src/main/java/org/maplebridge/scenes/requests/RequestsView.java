package org.maplebridge.scenes.requests;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.maplebridge.kernel.matters.Matter;
import org.maplebridge.kernel.matters.Matters;
import org.maplebridge.kernel.matters.SceneView.Line;
import org.maplebridge.kernel.matters.SceneView.Section;
import org.maplebridge.kernel.matters.SceneView.Shown;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// What the page of a request shows, and its asker is told.
@Component
class RequestsView {

    private final RequestsStore store;
    private final ObjectProvider<Matters> matters;

    /// @param matters asked for late: they know every scene, this one too
    RequestsView(RequestsStore store, ObjectProvider<Matters> matters) {
        this.store = store;
        this.matters = matters;
    }

    Shown shown(UUID matter) {
        var kept = store.find(matter);
        var asked = new ArrayList<Line>();
        asked.add(Line.text("请求", kept.kind().title()));
        kept.subject()
                .flatMap(subject -> matters.getObject().find(subject))
                .ifPresent(about -> asked.add(about(about)));
        var sections = new ArrayList<>(List.of(new Section("请求", asked)));
        kept.answer().ifPresent(answer -> {
            var decided = new ArrayList<Line>();
            decided.add(new Line(kept.article().isPresent() ? "为什么不办" : "怎么办的", answer, "longText"));
            kept.article().ifPresent(article -> {
                decided.add(Line.text("依据", article));
                decided.add(Line.text("不服怎么办", "可以向人民法院起诉（个人信息保护法第五十条第二款）"));
            });
            sections.add(new Section("答复", decided));
        });
        return new Shown(Optional.of(kept.words()), sections, List.of());
    }

    private static Line about(Matter about) {
        return new Line(
                "关于哪一件", about.label().title() + "（" + about.label().code() + "）", "text", Optional.of(about.id()));
    }
}
