package org.maplebridge.doors;

import static org.maplebridge.doors.Knock.Whose.PUBLIC;
import static org.maplebridge.doors.Knock.Whose.SIGNED_IN;
import static org.maplebridge.doors.Knock.on;

import java.util.List;
import java.util.Map;

/// At the doors of messages.
final class MessageKnocks {

    private MessageKnocks() {}

    static List<Knock> of(House.Inside inside) {
        var code = Map.of("code", inside.other().code(), "phoneLast4", "5678");
        var mute = Map.of("code", inside.other().code(), "phoneLast4", "5678", "muted", true);
        return List.of(
                on("GET /api/messages", SIGNED_IN, "/api/messages"),
                on("POST /api/messages/read", SIGNED_IN, "/api/messages/read").saying(Map.of()),
                on("GET /api/calls", SIGNED_IN, "/api/calls"),
                on("GET /api/account/digest", SIGNED_IN, "/api/account/digest"),
                on("POST /api/account/digest", SIGNED_IN, "/api/account/digest")
                        .saying(Map.of("mail", "zhang@example.gov.cn")),
                on("DELETE /api/account/digest", SIGNED_IN, "/api/account/digest"),
                on("GET /api/calls/reasons", SIGNED_IN, "/api/calls/reasons"),
                on("GET /api/calls/book", SIGNED_IN, "/api/calls/book"),
                on("GET /api/today", SIGNED_IN, "/api/today"),
                on("POST /api/public/messages/arrivals", PUBLIC, "/api/public/messages/arrivals")
                        .saying(Map.of("id", "00000000-0000-0000-0000-000000000000", "delivered", true)),
                on("POST /api/public/own/messages", PUBLIC, "/api/public/own/messages")
                        .saying(code),
                on("POST /api/public/own/mute", PUBLIC, "/api/public/own/mute").saying(mute));
    }
}
