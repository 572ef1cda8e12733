package org.maplebridge.doors;

import static org.maplebridge.doors.Knock.Whose.PROVEN;
import static org.maplebridge.doors.Knock.Whose.PUBLIC;
import static org.maplebridge.doors.Knock.Whose.SIGNED_IN;
import static org.maplebridge.doors.Knock.Whose.THEIRS;
import static org.maplebridge.doors.Knock.on;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.maplebridge.fixtures.Wire;
import tools.jackson.databind.JsonNode;

/// A request for every endpoint about how people sign in.
///
/// @param own     a session of the right officer's
/// @param account of somebody at their office
/// @param open    a session of that account
/// @param interest something they said of themselves
record AccountKnocks(String own, String account, String open, String interest) {

    private static final Map<String, String> WRONG = Map.of("password", "battery-staple");
    private static final Map<String, String> VOUCHER =
            Map.of("kind", "OIDC", "issuer", "https://id.example.invalid", "subject", "made-up", "reason", "本人到场登记");

    /// With a session left open by the right officer, and one of a colleague whom they register.
    static AccountKnocks of(House house) {
        house.nobody().anew(House.RIGHT);
        house.nobody().anew("sealed");
        var right = house.as(House.RIGHT);
        var own = first(
                right.get("/api/account/tickets"),
                "items",
                one -> !one.path("own").asBoolean(true));
        var account = first(
                right.get("/api/accounts"),
                "items",
                one -> one.path("login").asString("").equals("sealed"));
        var interest = first(
                right.post("/api/account/interests", Map.of("kind", "OTHER", "name", "同住的人")), "items", one -> true);
        return new AccountKnocks(
                own, account, first(right.get("/api/accounts/" + account), "open", one -> true), interest);
    }

    private static String first(Wire.Answer answer, String list, Predicate<JsonNode> fits) {
        return answer.body()
                .path(list)
                .valueStream()
                .filter(one -> one.path("session").asBoolean(true))
                .filter(fits)
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString("");
    }

    List<Knock> all() {
        var theirs = "/api/accounts/" + account;
        return List.of(
                on("GET /api/account", SIGNED_IN, "/api/account"),
                on("GET /api/account/tickets", SIGNED_IN, "/api/account/tickets"),
                on("GET /api/account/interests", SIGNED_IN, "/api/account/interests"),
                on("POST /api/account/interests", SIGNED_IN, "/api/account/interests")
                        .saying(Map.of("kind", "OTHER", "name", "邻居家的人")),
                on("DELETE /api/account/interests/{id}", THEIRS, "/api/account/interests/" + interest),
                on("DELETE /api/account/tickets/{id}", THEIRS, "/api/account/tickets/" + own),
                on("POST /api/account/news/{id}/read", SIGNED_IN, "/api/account/news/" + own + "/read")
                        .saying(Map.of()),
                on("POST /api/account/otp", PROVEN, "/api/account/otp").saying(WRONG),
                on("POST /api/account/otp/confirm", PROVEN, "/api/account/otp/confirm")
                        .saying(Map.of("otp", "123456")),
                on("POST /api/account/otp/recovery", PROVEN, "/api/account/otp/recovery")
                        .saying(Map.of()),
                on("POST /api/account/otp/off", PROVEN, "/api/account/otp/off").saying(WRONG),
                on("POST /api/account/password", PROVEN, "/api/account/password")
                        .saying(Map.of("password", "battery-staple", "fresh", "another-horse")),
                on("GET /api/accounts", SIGNED_IN, "/api/accounts"),
                on("GET /api/accounts/{id}", THEIRS, theirs),
                on("POST /api/accounts/{id}/otp/reset", THEIRS, theirs + "/otp/reset")
                        .saying(Map.of("reason", "本人到场说明手机丢失")),
                on("POST /api/accounts/{id}/unlock", THEIRS, theirs + "/unlock").saying(Map.of("reason", "本人到场说是自己输错")),
                on("DELETE /api/accounts/{id}/tickets/{ticket}", THEIRS, theirs + "/tickets/" + open),
                on("DELETE /api/accounts/{id}/tickets", THEIRS, theirs + "/tickets"),
                on("POST /api/accounts/{id}/bindings", THEIRS, theirs + "/bindings")
                        .saying(VOUCHER),
                on("POST /api/accounts/{id}/bindings/end", THEIRS, theirs + "/bindings/end")
                        .saying(VOUCHER),
                on("POST /api/accounts/{id}/password/reset", THEIRS, theirs + "/password/reset")
                        .saying(Map.of("reason", "本人到场说忘了密码")),
                on("POST /api/account/oidc", PROVEN, "/api/account/oidc").saying(Map.of()),
                on("GET /api/public/sign-in/oidc", PUBLIC, "/api/public/sign-in/oidc"),
                on("GET /api/public/sign-in/oidc/return", PUBLIC, "/api/public/sign-in/oidc/return"),
                on("POST /api/public/sign-in/certificate", PUBLIC, "/api/public/sign-in/certificate"),
                // OIDC
                on("DELETE /api/account/tickets", SIGNED_IN, "/api/account/tickets"));
    }
}
