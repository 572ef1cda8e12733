package org.maplebridge.kernel.access;

/// What is done to an account, as its journal keeps it.
enum Deed {
    CODES_ON("开通了动态口令"),
    CODES_OFF("关闭了动态口令"),
    CODES_RESET("重置了动态口令"),
    RECOVERY_ANEW("换了一组恢复码"),
    RECOVERED("用一个恢复码登录"),
    PASSWORD("改了密码"),
    PASSWORD_RESET("另给了一个密码"),
    UNLOCKED("解除了登录锁定"),
    SESSION_ENDED("结束了一处登录"),
    SESSIONS_ENDED("结束了全部登录和令牌"),
    BOUND("绑定了另一种登录方式"),
    UNBOUND("解除了一种登录方式");

    private final String title;

    Deed(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }
}
