package org.maplebridge.scenes.reviews;

import static org.maplebridge.kernel.matters.Verdict.blocked;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.maplebridge.kernel.ground.Canonical;
import org.maplebridge.kernel.ground.Hash;
import org.maplebridge.kernel.matters.Verdict;
import org.maplebridge.kernel.orgs.Agency;
import org.maplebridge.kernel.orgs.Directory;
import org.maplebridge.scenes.reviews.Review.Mark;
import org.maplebridge.scenes.reviews.Review.Result;

/// Who may do what in a review, and what marks come to.
final class ReviewsRules {

    private static final String LOCAL = "本地默认";

    private ReviewsRules() {}

    /// Why this person can't do it; empty if nothing stands in the way.
    static Optional<Verdict> barred(Review review, UUID person, String verb) {
        return switch (verb) {
            case "check" -> notHandler(review, person);
            case "second-check" -> notHandler(review, person).or(() -> another(review, person, "第二位要另找一个人，不能自己查两遍。"));
            case "concur", "find-defects", "pass", "set-aside" -> notHandler(review, person);
            case "arbitrate" -> notHandler(review, person).or(() -> another(review, person, "查过这件的人不能裁定，请第三个人来。"));
            case "uphold", "decide" -> notHandler(review, person).or(() -> another(review, person, "查过这件的人不能决定对它的申辩。"));
            case "contest" ->
                review.handledBy(person)
                        ? Optional.empty()
                        : Optional.of(blocked("申辩由办过这件的人提出。没有异议的，选“认可并整改”。", "reviews.handler", LOCAL));
            case "take-up", "rectify" -> another(review, person, "查过这件的人不能替承办单位整改。");
            case "send-back", "sign-off" ->
                notHandler(review, person)
                        .or(() -> review.hands()
                                        .rectifier()
                                        .filter(person::equals)
                                        .isPresent()
                                ? Optional.of(blocked("整改的人不能自己销号，请另一个人核对。", "reviews.rectifier", LOCAL))
                                : Optional.empty());
            default -> Optional.empty();
        };
    }

    private static Optional<Verdict> notHandler(Review review, UUID person) {
        return review.handledBy(person)
                ? Optional.of(blocked("您办过被评查的这件，不能评查它。请没有办过的人来。", "reviews.handler", LOCAL))
                : Optional.empty();
    }

    private static Optional<Verdict> another(Review review, UUID person, String why) {
        return review.reviewedBy(person) ? Optional.of(blocked(why, "reviews.another", LOCAL)) : Optional.empty();
    }

    /// Why a sheet isn't whole; empty if it is.
    ///
    /// @param asked the questions it must answer
    static Optional<String> fault(List<ReviewsSheets.Question> asked, List<Mark> marks) {
        var byCode = byQuestion(marks);
        var open = asked.stream()
                .map(ReviewsSheets.Question::code)
                .filter(code -> !byCode.containsKey(code))
                .toList();
        if (!open.isEmpty()) {
            return Optional.of("还有 " + open.size() + " 项没有查：" + String.join("、", open) + "。");
        }
        return marks.stream()
                .filter(mark -> mark.result() == Result.DEFECT
                        && mark.words()
                                .map(String::strip)
                                .filter(said -> said.length() >= 4)
                                .isEmpty())
                .findFirst()
                .map(mark -> mark.question() + " 有问题的，要写明问题在哪里（至少四个字）。");
    }

    static Map<String, Mark> byQuestion(List<Mark> marks) {
        return marks.stream()
                .collect(Collectors.toMap(Mark::question, each -> each, (one, later) -> later, TreeMap::new));
    }

    /// What both must agree on, and don't.
    static List<String> differing(List<Mark> first, List<Mark> second) {
        var other = byQuestion(second);
        return byQuestion(first).values().stream()
                .filter(mark -> Optional.ofNullable(other.get(mark.question()))
                        .filter(theirs -> theirs.result() == mark.result())
                        .isEmpty())
                .map(Mark::question)
                .toList();
    }

    /// The defects that stand: what both found, and what was decided where they differ.
    static List<Mark> found(List<Mark> first, List<Mark> second, List<Mark> decided) {
        var differ = differing(first, second);
        var other = byQuestion(second);
        var all = new ArrayList<Mark>();
        for (var mark : first) {
            if (mark.result() == Result.DEFECT && !differ.contains(mark.question())) {
                var words = Stream.of(
                                mark.words(),
                                Optional.ofNullable(other.get(mark.question())).flatMap(Mark::words))
                        .flatMap(Optional::stream)
                        .distinct()
                        .collect(Collectors.joining("、"));
                all.add(new Mark(mark.question(), Result.DEFECT, Optional.of(words)));
            }
        }
        decided.stream()
                .filter(mark -> mark.result() == Result.DEFECT && differ.contains(mark.question()))
                .forEach(all::add);
        return all;
    }

    /// By which marks given can't be changed after the second one's are known.
    static Hash hash(UUID review, UUID reviewer, List<Mark> marks) {
        var form = new TreeMap<String, Object>();
        form.put("review", review);
        form.put("reviewer", reviewer);
        form.put("marks", byQuestion(marks).values());
        return Hash.sm3(Canonical.bytes(form));
    }

    /// The office that reviews what another has handled: the nearest above it with somebody for it; if there is none,
    /// that office itself.
    static Optional<Agency> office(Directory offices, Optional<UUID> handling, String area) {
        var own = handling.flatMap(offices::agency);
        var above = Stream.iterate(
                        own.flatMap(offices::above), Optional::isPresent, each -> each.flatMap(offices::above))
                .flatMap(Optional::stream);
        return Stream.concat(above, Stream.concat(own.stream(), offices.agencies(area).stream()))
                .filter(agency -> reviews(offices, agency))
                .findFirst();
    }

    private static boolean reviews(Directory offices, Agency agency) {
        return offices.posts(agency.id()).stream().anyMatch(post -> post.roles().contains(ReviewsLifecycle.REVIEWER));
    }
}
