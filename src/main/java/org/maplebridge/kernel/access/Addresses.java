package org.maplebridge.kernel.access;

import jakarta.servlet.http.HttpServletRequest;

/// The network address of a caller, as far as it tells callers apart.
final class Addresses {

    private static final int PREFIX_GROUPS = 4;

    private Addresses() {}

    /// An IPv4 address; of an IPv6 address the first half, since a subscriber has all the rest.
    static String key(HttpServletRequest request) {
        var address = request.getRemoteAddr();
        var groups = address.split(":");
        return groups.length <= PREFIX_GROUPS
                ? address
                : String.join(":", java.util.Arrays.copyOf(groups, PREFIX_GROUPS));
    }
}
