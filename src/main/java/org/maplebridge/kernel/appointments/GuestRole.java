package org.maplebridge.kernel.appointments;

import org.maplebridge.kernel.matters.Titled;

/// As what somebody is asked to come.
public enum GuestRole implements Titled {
    PARTY("当事人"),
    LAWYER("律师"),
    JUDGE("法官"),
    POLICE("民警"),
    MEDIATOR("调解员"),
    OFFICIAL("有关单位人员"),
    EXPERT("专家"),
    COUNSELLOR("心理咨询师"),
    RELATIVE("亲属邻里"),
    WITNESS("证人"),
    OTHER("其他人");

    private final String title;

    GuestRole(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }
}
