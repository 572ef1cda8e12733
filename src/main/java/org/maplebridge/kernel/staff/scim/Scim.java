package org.maplebridge.kernel.staff.scim;

import java.util.List;
import org.maplebridge.kernel.ground.Problem;
import org.maplebridge.kernel.ground.Refused;

/// Names that SCIM lays down, and how it refuses.
final class Scim {

    static final String PATH = "/api/scim/v2";
    static final String MEDIA = "application/scim+json";
    static final String REGISTRAR = "kernel.registrar";

    static final String USER = "urn:ietf:params:scim:schemas:core:2.0:User";
    static final String ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
    static final String POSTS = "urn:maplebridge:scim:schemas:extension:posts:2.0:User";
    static final String LIST = "urn:ietf:params:scim:api:messages:2.0:ListResponse";
    static final String PATCH = "urn:ietf:params:scim:api:messages:2.0:PatchOp";
    static final String ERROR = "urn:ietf:params:scim:api:messages:2.0:Error";
    static final String PROVIDER = "urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig";
    static final String RESOURCE_TYPE = "urn:ietf:params:scim:schemas:core:2.0:ResourceType";
    static final String SCHEMA = "urn:ietf:params:scim:schemas:core:2.0:Schema";

    static final List<String> EXTENSIONS = List.of(ENTERPRISE, POSTS);

    /// The kinds of fault that RFC 7644 §3.12 names.
    static final String FILTER = "invalidFilter";

    static final String SYNTAX = "invalidSyntax";
    static final String BAD_PATH = "invalidPath";
    static final String NO_TARGET = "noTarget";
    static final String VALUE = "invalidValue";
    static final String MUTABILITY = "mutability";
    static final String UNIQUENESS = "uniqueness";

    private Scim() {}

    static Refused refused(String kind, String attribute, String why) {
        int status = kind.equals(UNIQUENESS) ? 409 : 400;
        var said = attribute.isEmpty() ? why : attribute + "：" + why;
        return new Refused(Problem.of(status, kind, "这个请求办不了", said));
    }
}
