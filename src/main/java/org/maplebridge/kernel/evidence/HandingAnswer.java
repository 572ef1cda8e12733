package org.maplebridge.kernel.evidence;

import org.maplebridge.kernel.matters.Titled;

/// What became of a handing over.
public enum HandingAnswer implements Titled {
    SIGNED("已收到，签收"),
    REFUSED("没有收到或不收，退回");

    private final String title;

    HandingAnswer(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }
}
