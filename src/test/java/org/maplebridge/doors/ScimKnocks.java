package org.maplebridge.doors;

import static org.maplebridge.doors.Knock.Whose.PROGRAMS;
import static org.maplebridge.doors.Knock.on;

import java.util.List;
import java.util.Map;

/// A request for every endpoint of the identity platform. Nobody of the walk gets in: what it does with the right token
/// is told by the tests beside it.
final class ScimKnocks {

    private static final String AT = "/api/scim/v2";

    private ScimKnocks() {}

    /// @param person somebody of the office
    static List<Knock> of(Object person) {
        var user = AT + "/Users/" + person;
        var said = Map.of(
                "schemas",
                List.of("urn:ietf:params:scim:schemas:core:2.0:User"),
                "userName",
                "pingtai",
                "displayName",
                "平台来的人",
                "active",
                false);
        var patched = Map.of(
                "schemas",
                List.of("urn:ietf:params:scim:api:messages:2.0:PatchOp"),
                "Operations",
                List.of(Map.of("op", "replace", "path", "active", "value", false)));
        return List.of(
                on("GET /api/scim/v2/ServiceProviderConfig", PROGRAMS, AT + "/ServiceProviderConfig"),
                on("GET /api/scim/v2/ResourceTypes", PROGRAMS, AT + "/ResourceTypes"),
                on("GET /api/scim/v2/ResourceTypes/{name}", PROGRAMS, AT + "/ResourceTypes/User"),
                on("GET /api/scim/v2/Schemas", PROGRAMS, AT + "/Schemas"),
                on("GET /api/scim/v2/Schemas/{id}", PROGRAMS, AT + "/Schemas/urn:x"),
                on("GET /api/scim/v2/Users", PROGRAMS, AT + "/Users"),
                on("POST /api/scim/v2/Users", PROGRAMS, AT + "/Users").saying(said),
                on("GET /api/scim/v2/Users/{id}", PROGRAMS, user),
                on("PUT /api/scim/v2/Users/{id}", PROGRAMS, user).saying(said),
                on("PATCH /api/scim/v2/Users/{id}", PROGRAMS, user).saying(patched),
                on("DELETE /api/scim/v2/Users/{id}", PROGRAMS, user));
    }
}
