package org.maplebridge.kernel.tasks;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.ground.Canonical;
import org.maplebridge.kernel.ground.Problem;
import org.maplebridge.kernel.ground.Refused;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.matters.Matters;
import org.maplebridge.kernel.matters.Moved;
import org.maplebridge.kernel.matters.Outcome;
import org.maplebridge.kernel.matters.Request;
import org.maplebridge.kernel.matters.Verdict;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// Puts matters on the desk of a post. Who sees a matter changes with it, so it is a move like any other: an entry in
/// the trail, the reach and the task, all in one transaction.
@Component
class Assigning {

    private static final String VERB = "assign";

    private final Matters matters;

    Assigning(Matters matters) {
        this.matters = matters;
    }

    /// What is said when a matter is put on a desk.
    static JsonNode said(UUID post, String reason) {
        return Canonical.MAPPER.valueToTree(Map.of("post", post.toString(), "reason", reason));
    }

    /// The same, with how somebody made sure that a name in common is nothing more.
    static JsonNode said(UUID post, String reason, Optional<String> checked) {
        return checked.<JsonNode>map(how ->
                        Canonical.MAPPER.valueToTree(Map.of("post", post.toString(), "reason", reason, "checked", how)))
                .orElseGet(() -> said(post, reason));
    }

    /// Why it can't be done; empty if it was done, now or under the same key before.
    Optional<Problem> assign(Actor actor, UUID matter, JsonNode said, Work.Key key, OptionalInt version) {
        var outcome = matters.move(matter, VERB, new Request(actor, said, key, version, Optional.empty()));
        return switch (outcome) {
            case Outcome.Done done -> Optional.empty();
            case Outcome.Repeat repeat -> Optional.empty();
            case Outcome.Refusal refusal -> Optional.of(problem(refusal.verdict()));
        };
    }

    private static Problem problem(Verdict verdict) {
        return switch (verdict) {
            case Moved moved -> throw new IllegalStateException("no refusal");
            case Verdict.NotYours notYours -> Refused.notYours(notYours.why()).problem();
            case Verdict.NotFromHere notFromHere -> Problem.of(409, "not-from-here", "现在不能指派", notFromHere.why());
            case Verdict.Stale stale ->
                Problem.of(412, "stale", "别人刚刚办过", "这件现在是第 " + stale.version() + " 版，与您看到的不同。")
                        .withNext("刷新后看清变化，再决定是否提交。");
            case Verdict.Invalid invalid -> ruled(Problem.fields(invalid.fields()), invalid.rule(), invalid.article());
            case Verdict.Blocked blocked ->
                ruled(Problem.of(409, "blocked", "现在不能指派", blocked.why()), blocked.rule(), blocked.article());
        };
    }

    private static Problem ruled(Problem problem, Optional<String> rule, Optional<String> article) {
        var named = rule.map(problem::withRule).orElse(problem);
        return article.map(named::withArticle).orElse(named);
    }
}
