package org.maplebridge.kernel.ground;

import java.util.List;
import java.util.Optional;

/// The number a client gives to one submit, so that it takes effect once however often it arrives.
public final class SubmitKey {

    /// The header it comes in.
    public static final String HEADER = "Idempotency-Key";

    private static final String RULE = "ground.idempotency";

    private SubmitKey() {}

    /// The key as given.
    ///
    /// @throws Refused with 400 if there is none that can be kept
    public static String read(Optional<String> given) {
        return given.map(String::strip)
                .filter(key -> key.matches("[!-~]{8,80}"))
                .orElseThrow(() -> new Refused(
                        Problem.of(400, "key", "缺少提交编号", "每次提交都要带 " + HEADER + "（8 到 80 个字母、数字或符号），重复提交时不变。")
                                .withFields(List.of(new Problem.Field(HEADER, "应是 8 到 80 个字母、数字或符号。")))
                                .withRule(RULE)
                                .withNext("请从本系统的页面提交；程序调用请生成一个 UUID 作为 " + HEADER + "。")));
    }

    /// The same number came before, with other words.
    public static Refused reused() {
        return new Refused(Problem.of(422, "key-reused", "同一个提交编号，内容却不同", "这个 " + HEADER + " 已经用于另一份内容，没有再办一次。")
                .withFields(List.of(new Problem.Field(HEADER, "已经用过，换一个新的。")))
                .withRule(RULE)
                .withNext("内容确实要改，就换一个新的 " + HEADER + " 再提交。"));
    }
}
