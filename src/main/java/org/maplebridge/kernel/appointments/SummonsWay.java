package org.maplebridge.kernel.appointments;

import org.maplebridge.kernel.matters.Titled;

/// How somebody was asked to come.
public enum SummonsWay implements Titled {
    PHONE("电话"),
    IN_PERSON("当面"),
    LETTER("书面通知"),
    SMS("短信"),
    WECHAT("微信");

    private final String title;

    SummonsWay(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }
}
