package org.maplebridge.launch.demo.life;

/// What becomes of a dispute, and what truly happened. Only the truth file knows the latter.
enum Plot {
    HELPED(true, "双方说的是真的，协议是当面谈成的，已经做到。"),
    INSTALMENTS(true, "分期协议是真的，每一期都当面点清。"),
    CONFIRMED(true, "协议是真的，双方一起去法院申请了司法确认。"),
    FAILED(true, "双方确实谈不拢，调解员把别的途径都讲了。"),
    WITHDRAWN(true, "当事人自己和好了，自己撤回。"),
    DIVERTED(true, "确实归别处办，当事人当天就知道转到了哪里。"),
    RETURNED(true, "镇里确实管不了，退回有道理。"),
    ESCALATED(true, "下面确实调过几次，提级有道理。"),
    TRANSFERRED(true, "是主管部门的事，交办有道理。"),
    LEFT(true, "没有人再去过，拖了下来；没有别的隐情。"),
    DANGER(true, "有人说过狠话，公安上门谈过，以后没有再犯。"),
    BROKEN(true, "协议是真的，对方后来没有钱，没有做到。"),
    REOPENED(true, "当时做到了一半，后来又停下，当事人说的是真的。"),
    JOINT(true, "主管部门派人一起来调，当面谈成，已经做到。"),
    VISITED(true, "调解员上门看过、谈过，协议是真的，已经做到。"),
    GUIDED(true, "请教过法治指导员，协议是真的，已经做到。"),
    STATIONED(true, "在入驻点当面调成，已经做到。"),
    DELAYED(true, "有人出差，双方同意往后放；后来谈成，已经做到。"),
    NAMELESS(true, "反映的是真的，反映的人没有留名。"),
    SAME_WORDS(false, "没有见过双方，协议是照抄的，问题没有解决。"),
    HASTY(false, "没有调解过，当天补齐手续结案，问题没有解决。"),
    FOR_THEM(false, "当事人没有说过不要办，是调解员替他撤回的。");

    private final boolean honest;
    private final String truth;

    Plot(boolean honest, String truth) {
        this.honest = honest;
        this.truth = truth;
    }

    /// Whether the file says what happened.
    boolean honest() {
        return honest;
    }

    String truth() {
        return truth;
    }
}
