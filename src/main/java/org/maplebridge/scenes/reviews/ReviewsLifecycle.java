package org.maplebridge.scenes.reviews;

import static org.maplebridge.scenes.reviews.ReviewsLifecycle.Stage.AGREED;
import static org.maplebridge.scenes.reviews.ReviewsLifecycle.Stage.ARBITRATED;
import static org.maplebridge.scenes.reviews.ReviewsLifecycle.Stage.CLEAN;
import static org.maplebridge.scenes.reviews.ReviewsLifecycle.Stage.CONFIRMED;
import static org.maplebridge.scenes.reviews.ReviewsLifecycle.Stage.DEFECTS_FOUND;
import static org.maplebridge.scenes.reviews.ReviewsLifecycle.Stage.DRAWN;
import static org.maplebridge.scenes.reviews.ReviewsLifecycle.Stage.FIRST_CHECKED;
import static org.maplebridge.scenes.reviews.ReviewsLifecycle.Stage.OBJECTED;
import static org.maplebridge.scenes.reviews.ReviewsLifecycle.Stage.OVERTURNED;
import static org.maplebridge.scenes.reviews.ReviewsLifecycle.Stage.RECTIFIED;
import static org.maplebridge.scenes.reviews.ReviewsLifecycle.Stage.RECTIFYING;
import static org.maplebridge.scenes.reviews.ReviewsLifecycle.Stage.SECOND_CHECKED;
import static org.maplebridge.scenes.reviews.ReviewsLifecycle.Stage.SET_ASIDE;

import java.util.List;
import java.util.Set;
import org.maplebridge.kernel.matters.KernelVerb;
import org.maplebridge.kernel.matters.Lifecycle;
import org.maplebridge.kernel.matters.Step;

/// The life of the review of one file. With the reviewers until defects are found, then with the office that handled
/// it, and back again to be confirmed.
final class ReviewsLifecycle {

    static final String REVIEWER = "reviews.reviewer";
    static final String ANSWERER = "reviews.answerer";

    enum Stage {
        DRAWN,
        FIRST_CHECKED,
        SECOND_CHECKED,
        AGREED,
        ARBITRATED,
        DEFECTS_FOUND,
        OBJECTED,
        RECTIFYING,
        RECTIFIED,
        CONFIRMED,
        CLEAN,
        OVERTURNED,
        SET_ASIDE
    }

    @SuppressWarnings("ImmutableEnumChecker") // a step never changes, the annotation for it is not ours
    enum Verb implements Lifecycle.Verb<Stage> {
        CHECK(Step.from(DRAWN).to(FIRST_CHECKED).by(REVIEWER).within("reviews.check")),
        SECOND_CHECK(Step.from(FIRST_CHECKED).to(SECOND_CHECKED).by(REVIEWER).within("reviews.second-check")),
        CONCUR(Step.from(SECOND_CHECKED).to(AGREED).by(REVIEWER).within("reviews.conclude")),
        ARBITRATE(Step.from(SECOND_CHECKED).to(ARBITRATED).by(REVIEWER).within("reviews.conclude")),
        FIND_DEFECTS(
                Step.from(AGREED, ARBITRATED).to(DEFECTS_FOUND).by(REVIEWER).within("reviews.tell")),
        PASS(Step.from(AGREED, ARBITRATED).to(CLEAN).by(REVIEWER).within("reviews.tell")),
        CONTEST(Step.from(DEFECTS_FOUND).to(OBJECTED).by(ANSWERER).within("reviews.object")),
        TAKE_UP(Step.from(DEFECTS_FOUND).to(RECTIFYING).by(ANSWERER).within("reviews.object")),
        UPHOLD(Step.from(OBJECTED).to(OVERTURNED).by(REVIEWER).within("reviews.decide")),
        DECIDE(Step.from(OBJECTED).to(RECTIFYING).by(REVIEWER).within("reviews.decide")),
        RECTIFY(Step.from(RECTIFYING).to(RECTIFIED).by(ANSWERER).within("reviews.rectify")),
        SEND_BACK(Step.from(RECTIFIED).to(RECTIFYING).by(REVIEWER).within("reviews.confirm")),
        SIGN_OFF(Step.from(RECTIFIED).to(CONFIRMED).by(REVIEWER).within("reviews.confirm")),
        SET_ASIDE(Step.from(DRAWN, FIRST_CHECKED, SECOND_CHECKED)
                .to(Stage.SET_ASIDE)
                .by(REVIEWER)
                .noWayBack());

        private final Step<Stage> step;

        Verb(Step<Stage> step) {
            this.step = step;
        }

        @Override
        public Step<Stage> step() {
            return step;
        }
    }

    static final Lifecycle<Stage> LIFE = new Lifecycle<>(
                    DRAWN, Set.of(CONFIRMED, CLEAN, OVERTURNED, SET_ASIDE), List.of(Verb.values()))
            .road(DRAWN, FIRST_CHECKED, SECOND_CHECKED, AGREED, DEFECTS_FOUND, RECTIFYING, RECTIFIED, CONFIRMED)
            .may(KernelVerb.UPGRADE, REVIEWER);

    private ReviewsLifecycle() {}
}
