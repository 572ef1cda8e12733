package org.maplebridge.kernel.access;

/// By what somebody signed in.
enum Means {
    /// Password, and a one-time code where the account has them.
    PASSWORD("密码"),
    /// The identity provider of the county.
    OIDC("统一身份认证"),
    /// A client certificate or UKey, seen by the proxy.
    CERTIFICATE("证书");

    private final String title;

    Means(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }
}
