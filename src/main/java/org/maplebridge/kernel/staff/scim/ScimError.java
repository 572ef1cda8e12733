package org.maplebridge.kernel.staff.scim;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.maplebridge.kernel.access.Access;
import org.maplebridge.kernel.ground.Problem;

/// A refusal as SCIM puts it (RFC 7644 §3.12).
///
/// @param scimType the kind of fault, where the standard has a name for it
/// @param detail   in Chinese: which attribute, which rule, what to do
/// @param status   the HTTP status, as text
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record ScimError(List<String> schemas, Optional<String> scimType, String detail, String status) {

    private static final Set<String> KINDS = Set.of(
            Scim.FILTER, Scim.SYNTAX, Scim.BAD_PATH, Scim.NO_TARGET, Scim.VALUE, Scim.MUTABILITY, Scim.UNIQUENESS);

    /// What the attributes are called in the forms of the pages.
    private static final Map<String, String> NAMES =
            Map.of("name", "displayName", "login", "userName", "post", Scim.POSTS + ":posts");

    static ScimError of(Problem problem) {
        var kind = problem.type().substring(problem.type().lastIndexOf('/') + 1);
        if (KINDS.contains(kind)) {
            return error(problem.status(), Optional.of(kind), problem.detail(), problem);
        }
        if (problem.rule().filter(Access.LOGIN_TAKEN::equals).isPresent()) {
            return error(409, Optional.of(Scim.UNIQUENESS), fields(problem), problem);
        }
        if (!problem.fields().isEmpty()) {
            return error(400, Optional.of(Scim.VALUE), fields(problem), problem);
        }
        if (problem.status() == 415 || problem.status() == 406) {
            var media = "这里说的是 " + Scim.MEDIA + "（也收 application/json），请改 Content-Type 或 Accept。";
            return new ScimError(List.of(Scim.ERROR), Optional.empty(), media, String.valueOf(problem.status()));
        }
        return error(
                problem.status(),
                problem.status() == 400 ? Optional.of(Scim.SYNTAX) : Optional.empty(),
                problem.detail(),
                problem);
    }

    private static ScimError error(int status, Optional<String> kind, String detail, Problem problem) {
        var next = problem.fields().isEmpty() ? problem.next().map(" "::concat).orElse("") : "";
        return new ScimError(List.of(Scim.ERROR), kind, detail + next, String.valueOf(status));
    }

    private static String fields(Problem problem) {
        return problem.fields().stream()
                .map(field -> NAMES.getOrDefault(field.name(), field.name()) + "：" + field.message())
                .collect(Collectors.joining(" "));
    }

    int code() {
        return Integer.parseInt(status);
    }
}
