package org.maplebridge.scenes.reviews;

import static org.maplebridge.kernel.matters.Verdict.blocked;
import static org.maplebridge.kernel.matters.Verdict.invalid;
import static org.maplebridge.kernel.matters.Verdict.moved;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.maplebridge.kernel.matters.Act;
import org.maplebridge.kernel.matters.Conflicts;
import org.maplebridge.kernel.matters.Matters;
import org.maplebridge.kernel.matters.Verdict;
import org.maplebridge.scenes.reviews.Review.Mark;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Marks are given closed, by their hash, and opened when both are in.
@Component
class ReviewsChecking {

    private static final String LOCAL = "本地默认";

    private final ReviewsStore store;
    private final ReviewsSheets sheets;
    private final ObjectProvider<Matters> matters;
    private final Conflicts conflicts;

    /// @param matters asked for late: they know every scene, this one too
    ReviewsChecking(ReviewsStore store, ReviewsSheets sheets, ObjectProvider<Matters> matters, Conflicts conflicts) {
        this.conflicts = conflicts;
        this.store = store;
        this.sheets = sheets;
        this.matters = matters;
    }

    Verdict first(Act act, Review review) {
        var person = act.actor().person();
        var marks = store.draft(act.id(), person);
        return unfit(person, review, sheets.of(review.subject().scene()), marks).orElseGet(() -> {
            store.give(act.id(), person);
            store.first(
                    act.id(), person, ReviewsRules.hash(act.id(), person, marks).toString());
            return moved();
        });
    }

    Verdict second(Act act, Review review) {
        var person = act.actor().person();
        var marks = store.draft(act.id(), person);
        return unfit(person, review, sheets.of(review.subject().scene()), marks).orElseGet(() -> {
            var one = review.hands().first().orElseThrow();
            var firsts = store.draft(act.id(), one);
            var hash = ReviewsRules.hash(act.id(), one, firsts).toString();
            if (!review.hands().firstHash().equals(Optional.of(hash))) {
                throw new IllegalStateException("the first marks of review " + act.id() + " are not what was given");
            }
            store.give(act.id(), person);
            store.second(act.id(), person);
            store.open(act.id(), 1, firsts);
            store.open(act.id(), 2, marks);
            return moved();
        });
    }

    Verdict agree(Act act) {
        var differ = differing(act.id());
        if (!differ.isEmpty()) {
            return blocked("两人不一致：" + String.join("、", differ) + "。请没有查过的第三个人“裁定不一致”。", "reviews.differ", LOCAL);
        }
        found(act.id(), List.of());
        return moved();
    }

    Verdict arbitrate(Act act, Review review) {
        var differ = differing(act.id());
        if (differ.isEmpty()) {
            return blocked("两人每一项都一致，选“认定一致”。", "reviews.differ", LOCAL);
        }
        var person = act.actor().person();
        var marks = store.draft(act.id(), person).stream()
                .filter(mark -> differ.contains(mark.question()))
                .toList();
        var asked = sheets.of(review.subject().scene()).stream()
                .filter(question -> differ.contains(question.code()))
                .toList();
        return unfit(person, review, asked, marks).orElseGet(() -> {
            store.give(act.id(), person);
            store.arbiter(act.id(), person);
            store.open(act.id(), 3, marks);
            found(act.id(), marks);
            return moved();
        });
    }

    List<String> differing(UUID review) {
        return ReviewsRules.differing(store.marks(review, 1), store.marks(review, 2));
    }

    private void found(UUID id, List<Mark> decided) {
        var scene = store.find(id).orElseThrow().subject().scene();
        ReviewsRules.found(store.marks(id, 1), store.marks(id, 2), decided)
                .forEach(mark -> store.defect(
                        id,
                        mark.question(),
                        sheets.question(scene, mark.question())
                                .map(ReviewsSheets.Question::severity)
                                .orElse("PLAIN"),
                        mark.words().orElse("")));
    }

    /// Whoever reviews a file must see it, have no interest in it, and have marked all of it.
    private Optional<Verdict> unfit(UUID person, Review review, List<ReviewsSheets.Question> asked, List<Mark> marks) {
        if (matters.getObject().find(review.subject().matter()).isEmpty()) {
            return Optional.of(blocked("您看不到被评查的这件（回避，或者不再开放），不能评查。", "reviews.unseen", LOCAL));
        }
        if (conflicts.certain(review.subject().matter(), person)) {
            return Optional.of(blocked("应当回避：按您本人的申报，您与被评查这件的当事人有利害关系，由别的评查员评查。请“自行回避”。", "reviews.interest", LOCAL));
        }
        return ReviewsRules.fault(asked, marks).map(why -> invalid("done", why, "reviews.sheet"));
    }
}
