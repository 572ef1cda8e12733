package org.maplebridge.kernel.ground;

/// Carries a [Problem] out of a request. Only for what the caller did; a broken invariant is another exception.
public final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;
    private final int waitSeconds;

    public Refused(Problem problem) {
        this(problem, 0);
    }

    /// @param waitSeconds when it may be tried again; 0 where waiting doesn't help
    public Refused(Problem problem, int waitSeconds) {
        super(problem.detail(), null, false, false);
        this.problem = problem;
        this.waitSeconds = waitSeconds;
    }

    /// When it may be tried again; 0 where waiting doesn't help.
    public int waitSeconds() {
        return waitSeconds;
    }

    /// The answer to give.
    public Problem problem() {
        return problem;
    }

    /// Nobody is signed in.
    public static Refused signInFirst() {
        return new Refused(Problem.of(401, "sign-in", "请先登录", "您还没有登录，或者登录已过期。").withNext("重新登录后再试，填好的内容不会丢。"));
    }

    /// Not visible, or not there: the two must look the same.
    public static Refused notFound(String what) {
        return new Refused(Problem.of(404, "not-found", "找不到" + what, "没有这" + what + "，或者不在您能看的范围里。")
                .withNext("核对编号；如果应当由您办理，请联系派件的上级。"));
    }

    /// The caller may not do this.
    public static Refused notYours(String why) {
        return new Refused(Problem.of(403, "not-yours", "不由您办理", why).withNext("需要办理时，请联系承办单位或本单位管理员。"));
    }
}
