package org.maplebridge.kernel.matters;

import org.maplebridge.kernel.ground.Problem;

/// What a verdict is at the wire.
final class Answers {

    private Answers() {}

    static Problem of(Verdict verdict) {
        return switch (verdict) {
            case Verdict.NotYours refused -> {
                var problem = Problem.of(403, "not-yours", "不由您办理", refused.why());
                yield refused.rule().map(problem::withRule).orElse(problem).withNext("需要办理时，请联系现在的承办单位或上级。");
            }
            case Verdict.NotFromHere refused ->
                Problem.of(409, "not-from-here", "现在不能办这一步", refused.why())
                        .withRule("matters.lifecycle")
                        .withNext("刷新页面，看“我现在可以做”。");
            case Verdict.Stale stale ->
                Problem.of(412, "stale", "刚有人办过", "您看到之后，这件事又有了新的记录，现在是第 " + stale.version() + " 版。")
                        .withRule("matters.version")
                        .withNext("您填的内容还在。先看新的记录，再决定是否提交。");
            case Verdict.Invalid invalid -> {
                var problem = Problem.fields(invalid.fields());
                problem = invalid.rule().map(problem::withRule).orElse(problem);
                yield invalid.article().map(problem::withArticle).orElse(problem);
            }
            case Verdict.Blocked blocked -> {
                var problem = Problem.of(409, "blocked", "还有事情没办完", blocked.why());
                problem = blocked.rule().map(problem::withRule).orElse(problem);
                problem = blocked.article().map(problem::withArticle).orElse(problem);
                yield problem.withNext(blocked.next().orElse("先照上面说的办好；改变不了的，换一个可以办的动作。"));
            }
            case Moved moved -> throw new IllegalStateException("a move that is made is no problem");
        };
    }
}
