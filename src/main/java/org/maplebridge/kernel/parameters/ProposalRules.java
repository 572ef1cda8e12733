package org.maplebridge.kernel.parameters;

import java.util.List;
import java.util.Optional;
import org.maplebridge.kernel.ground.Problem;
import org.maplebridge.kernel.ground.Refused;
import org.maplebridge.kernel.ground.Words;
import org.maplebridge.kernel.parameters.Proposal.Decision;
import org.maplebridge.kernel.parameters.Proposal.State;

/// Who may decide about a proposal, and what they have to say.
final class ProposalRules {

    private static final String RULE = "parameters.two-persons";
    private static final int MOST_WORDS = 500;

    private ProposalRules() {}

    /// Why a decision can't be taken; empty: it can.
    static Optional<Refused> refusal(Proposal proposal, Decision decision) {
        boolean own = decision.by().equals(proposal.edit().author());
        if (decision.state() == State.WITHDRAWN && !own) {
            return Optional.of(refused("只有提出的人能撤回；不同意的，请选“不同意”并写明原因。", "由" + author(proposal) + "撤回，或者由您决定。"));
        }
        if (decision.state() != State.WITHDRAWN && own) {
            return Optional.of(refused("自己提出的参数，自己不能决定。", "请本区域的另一位法制员决定；提错了可以撤回。"));
        }
        if (proposal.state() != State.OPEN) {
            return Optional.of(decided());
        }
        return words(decision).map(fault -> new Refused(Problem.fields(List.of(new Problem.Field("reason", fault)))));
    }

    /// Whether somebody repeats what they have already done.
    static boolean repeated(Proposal proposal, Decision decision) {
        return proposal.decision()
                .filter(before ->
                        before.state() == decision.state() && before.by().equals(decision.by()))
                .isPresent();
    }

    static Refused decided() {
        return new Refused(Problem.of(409, "decided", "这项提议已经有结果", "别人已经决定，或者提出的人撤回了。")
                .withRule(RULE)
                .withNext("刷新页面看结果；还要改的，重新提出。"));
    }

    private static Optional<String> words(Decision decision) {
        if (decision.words().isEmpty()) {
            return decision.state() == State.REFUSED ? Optional.of("请写明为什么不同意。") : Optional.empty();
        }
        var kept = decision.words().orElseThrow();
        return Words.fault(kept, MOST_WORDS, true)
                .or(() -> kept.codePointCount(0, kept.length()) < 2 ? Optional.of("请写明，至少 2 个字。") : Optional.empty());
    }

    private static String author(Proposal proposal) {
        return proposal.edit().authorName();
    }

    private static Refused refused(String why, String next) {
        return new Refused(
                Problem.of(403, "not-yours", "不由您决定", why).withRule(RULE).withNext(next));
    }
}
