package org.maplebridge.kernel.parameters;

/// How sure one may be that a number is the law's.
public enum Verification {
    /// Somebody has read the number in the cited article.
    TEXT_CHECKED("已核对条文"),
    /// No law gives it; local policy does.
    LOCAL_DEFAULT("本地默认"),
    /// An article is cited but nobody has read it yet.
    UNVERIFIED("条文待核对");

    private final String title;

    Verification(String title) {
        this.title = title;
    }

    /// The state in Chinese.
    public String title() {
        return title;
    }
}
