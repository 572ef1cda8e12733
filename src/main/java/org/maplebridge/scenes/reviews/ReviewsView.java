package org.maplebridge.scenes.reviews;

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

/// What the page of a review shows. Of marks nothing before both are in.
@Component
class ReviewsView {

    private final ReviewsStore store;
    private final ReviewsSheets sheets;
    private final ObjectProvider<Matters> matters;

    /// @param matters asked for late: they know every scene, this one too
    ReviewsView(ReviewsStore store, ReviewsSheets sheets, ObjectProvider<Matters> matters) {
        this.store = store;
        this.sheets = sheets;
        this.matters = matters;
    }

    Shown shown(UUID matter) {
        return store.find(matter)
                .map(review -> new Shown(Optional.of(review.reason()), sections(review), List.of()))
                .orElseGet(Shown::nothing);
    }

    private List<Section> sections(Review review) {
        var all = new ArrayList<Section>();
        var subject = matters.getObject().find(review.subject().matter());
        all.add(new Section(
                "被评查件",
                List.of(
                        new Line("编号", review.subject().code(), "text", subject.map(Matter::id)),
                        Line.text("由来", review.plan().isPresent() ? "随机抽中" : "单独评查"))));
        var defects = store.defects(review.id());
        if (!defects.isEmpty()) {
            all.add(new Section(
                    "认定的问题",
                    defects.stream().map(defect -> line(review, defect)).toList()));
        }
        var answered = new ArrayList<Line>();
        review.answered().objection().ifPresent(words -> answered.add(new Line("申辩", words, "longText")));
        review.answered().decision().ifPresent(words -> answered.add(new Line("对申辩的决定", words, "longText")));
        review.answered().rectified().ifPresent(words -> answered.add(new Line("整改情况", words, "longText")));
        review.answered().confirmed().ifPresent(words -> answered.add(new Line("核对销号", words, "longText")));
        if (!answered.isEmpty()) {
            all.add(new Section("申辩与整改", answered));
        }
        return all;
    }

    private Line line(Review review, Review.Defect defect) {
        var question = sheets.question(review.subject().scene(), defect.question())
                .map(ReviewsSheets.Question::question)
                .orElse("");
        return new Line(
                defect.question() + "（" + sheets.word("Severity", defect.severity()) + "）"
                        + (defect.struck() ? "，已撤销" : ""),
                question + "：" + defect.words(),
                "longText");
    }
}
