package org.maplebridge.scenes.reviews;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.ground.Allowed;
import org.maplebridge.kernel.ground.Problem;
import org.maplebridge.kernel.ground.Refused;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.matters.Matter;
import org.maplebridge.kernel.matters.Matters;
import org.maplebridge.scenes.reviews.Review.Mark;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// The check-list of a review while somebody is at work on it.
@RestController
class ReviewsDesk {

    private static final int MOST_WORDS = 1000;

    private final Transactions transactions;
    private final ReviewsStore store;
    private final ReviewsSheets sheets;
    private final ObjectProvider<Matters> matters;

    ReviewsDesk(Transactions transactions, ReviewsStore store, ReviewsSheets sheets, ObjectProvider<Matters> matters) {
        this.transactions = transactions;
        this.store = store;
        this.sheets = sheets;
        this.matters = matters;
    }

    /// A check-list as somebody sees it.
    ///
    /// @param asked the questions they may answer now; empty if none
    /// @param why why they may not
    /// @param mine what they have marked so far, or given
    /// @param opened what both and the third have marked, once both are in
    /// @param differing where both don't agree
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record ReviewSheet(
            List<ReviewsSheets.Question> questions,
            List<String> asked,
            Optional<String> why,
            List<Mark> mine,
            List<Opened> opened,
            List<String> differing) {}

    /// @param who 1 the first, 2 the second, 3 who decided
    record Opened(int who, List<Mark> marks) {}

    @GetMapping("/api/reviews/{id}/sheet")
    @Allowed(Allowed.Door.OFFICERS)
    ReviewSheet sheet(Actor actor, @PathVariable UUID id) {
        return transactions.run(actor.scope(), work -> sheet(actor, id, seen(id)));
    }

    private record Seen(Matter matter, Review review) {}

    private Seen seen(UUID id) {
        var matter = matters.getObject().find(id);
        var review = store.find(id);
        if (matter.isEmpty() || review.isEmpty()) {
            throw Refused.notFound("评查");
        }
        return new Seen(matter.get(), review.get());
    }

    private ReviewSheet sheet(Actor actor, UUID id, Seen seen) {
        var questions = sheets.of(seen.review().subject().scene());
        boolean both = seen.review().hands().second().isPresent();
        var differ = both ? ReviewsRules.differing(store.marks(id, 1), store.marks(id, 2)) : List.<String>of();
        var opened = new ArrayList<Opened>();
        for (int who = 1; both && who <= 3; who++) {
            var marks = store.marks(id, who);
            if (!marks.isEmpty()) {
                opened.add(new Opened(who, marks));
            }
        }
        var why = refusal(actor, seen);
        var asked = why.isPresent()
                ? List.<String>of()
                : both
                        ? differ
                        : questions.stream().map(ReviewsSheets.Question::code).toList();
        return new ReviewSheet(questions, asked, why, store.draft(id, actor.person()), opened, differ);
    }

    /// Why this officer can't mark now; empty if they can.
    private static Optional<String> refusal(Actor actor, Seen seen) {
        var stage = seen.matter().stage().name();
        var verb = switch (stage) {
            case "DRAWN" -> "check";
            case "FIRST_CHECKED" -> "second-check";
            case "SECOND_CHECKED" -> "arbitrate";
            default -> "";
        };
        if (verb.isEmpty()) {
            return Optional.of("已经查完，检查单不再改。");
        }
        if (!actor.has(ReviewsLifecycle.REVIEWER)
                || !actor.agency().equals(seen.matter().office().agency())) {
            return Optional.of("由评查单位的评查员逐项查。");
        }
        return ReviewsRules.barred(seen.review(), actor.person(), verb)
                .map(verdict -> verdict instanceof org.maplebridge.kernel.matters.Verdict.Blocked blocked
                        ? blocked.why()
                        : "不能由您查。");
    }

    /// What somebody has marked so far.
    record Marks(List<Mark> marks) {

        /// Nothing said is nothing marked.
        Marks {
            marks = Objects.requireNonNullElse(marks, List.of());
        }
    }

    @PostMapping("/api/reviews/{id}/marks")
    @Allowed(value = Allowed.Door.OFFICERS, roles = ReviewsLifecycle.REVIEWER)
    ReviewSheet save(Actor actor, @PathVariable UUID id, @RequestBody Marks said) {
        return transactions.run(actor.scope(), work -> {
            var seen = seen(id);
            var before = sheet(actor, id, seen);
            before.why().ifPresent(why -> {
                throw new Refused(Problem.of(409, "blocked", "不能改检查单", why).withRule("reviews.sheet"));
            });
            check(before.asked(), said.marks());
            if (!store.save(id, actor.person(), said.marks(), work.now())) {
                throw new Refused(
                        Problem.of(409, "blocked", "不能改检查单", "您的检查单已经交出，不能再改。").withRule("reviews.sheet"));
            }
            return sheet(actor, id, seen);
        });
    }

    private static void check(List<String> asked, List<Mark> marks) {
        var met = new HashSet<String>();
        for (int i = 0; i < marks.size(); i++) {
            var mark = Optional.ofNullable(marks.get(i));
            if (mark.map(Mark::question)
                    .filter(asked::contains)
                    .filter(met::add)
                    .isEmpty()) {
                throw fault(i, "question", "检查单上没有这一项，或者写了两遍。");
            }
            if (mark.map(Mark::result).isEmpty()) {
                throw fault(i, "result", "这一项还没有选查得怎样。");
            }
            if (mark.flatMap(Mark::words).orElse("").length() > MOST_WORDS) {
                throw fault(i, "words", "最多 " + MOST_WORDS + " 个字。");
            }
        }
    }

    private static Refused fault(int at, String field, String message) {
        return new Refused(Problem.fields(List.of(new Problem.Field("marks." + at + "." + field, message))));
    }
}
