package org.maplebridge.doors;

import static org.maplebridge.doors.Knock.Whose.PROVEN;
import static org.maplebridge.doors.Knock.Whose.SIGNED_IN;
import static org.maplebridge.doors.Knock.Whose.THEIRS;
import static org.maplebridge.doors.Knock.on;

import java.util.List;
import java.util.Map;

/// A request for every endpoint about how people sign in.
///
/// @param own     a session of the right officer's
/// @param account of somebody at their office
/// @param open    a session of that account
record AccountKnocks(String own, String account, String open) {

    private static final Map<String, String> WRONG = Map.of("password", "battery-staple");

    List<Knock> all() {
        var theirs = "/api/accounts/" + account;
        return List.of(
                on("GET /api/account", SIGNED_IN, "/api/account"),
                on("GET /api/account/tickets", SIGNED_IN, "/api/account/tickets"),
                on("DELETE /api/account/tickets/{id}", THEIRS, "/api/account/tickets/" + own),
                on("POST /api/account/news/{id}/read", SIGNED_IN, "/api/account/news/" + own + "/read")
                        .saying(Map.of()),
                on("POST /api/account/otp", PROVEN, "/api/account/otp").saying(WRONG),
                on("POST /api/account/otp/confirm", PROVEN, "/api/account/otp/confirm")
                        .saying(Map.of("otp", "123456")),
                on("POST /api/account/otp/recovery", PROVEN, "/api/account/otp/recovery")
                        .saying(WRONG),
                on("POST /api/account/otp/off", PROVEN, "/api/account/otp/off").saying(WRONG),
                on("POST /api/account/password", PROVEN, "/api/account/password")
                        .saying(Map.of("password", "battery-staple", "fresh", "another-horse")),
                on("GET /api/accounts", SIGNED_IN, "/api/accounts"),
                on("GET /api/accounts/{id}", THEIRS, theirs),
                on("POST /api/accounts/{id}/otp/reset", THEIRS, theirs + "/otp/reset")
                        .saying(Map.of("reason", "本人到场说明手机丢失")),
                on("DELETE /api/accounts/{id}/tickets/{ticket}", THEIRS, theirs + "/tickets/" + open),
                on("DELETE /api/accounts/{id}/tickets", THEIRS, theirs + "/tickets"),
                // OIDC
                on("DELETE /api/account/tickets", SIGNED_IN, "/api/account/tickets"));
    }
}
