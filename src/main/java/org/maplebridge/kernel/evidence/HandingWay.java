package org.maplebridge.kernel.evidence;

import org.maplebridge.kernel.matters.Titled;

/// What a file, or the thing it pictures, is handed over for.
public enum HandingWay implements Titled {
    TRANSFER("移交办理"),
    EXPERT("送鉴定、送检"),
    STORE("入库保管"),
    RETURN("返还");

    private final String title;

    HandingWay(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }
}
