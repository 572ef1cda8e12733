package org.maplebridge.kernel.ground;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;

/// A clear answer to a request that can't be done (RFC 9457): which field, which rule, which article, what to do
/// next.
///
/// @param type names the kind for programs, such as `/problems/stale`
/// @param status the HTTP status
/// @param title one line in Chinese
/// @param detail what happened, in Chinese
/// @param rule the name of the rule that was hit, if any
/// @param article where the law says so, if it does
/// @param fields each field at fault
/// @param next what the reader can do now
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        String type,
        int status,
        String title,
        String detail,
        Optional<String> rule,
        Optional<String> article,
        List<Field> fields,
        Optional<String> next) {

    /// One field at fault.
    ///
    /// @param name path within the body, such as `parties.0.phone`
    /// @param message what is wrong and what would be right, in Chinese
    public record Field(String name, String message) {}

    /// A problem with a title and a sentence.
    public static Problem of(int status, String kind, String title, String detail) {
        return new Problem(
                "/problems/" + kind,
                status,
                title,
                detail,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty());
    }

    /// Fields that can't be taken as they are.
    public static Problem fields(List<Field> fields) {
        var first = fields.isEmpty() ? "请检查填写的内容。" : fields.getFirst().message();
        return of(422, "fields", "有 " + fields.size() + " 处需要改一改", first)
                .withFields(fields)
                .withRule("ground.form")
                .withNext("改好标出的地方，再提交一次。");
    }

    /// This problem with the rule that was hit.
    public Problem withRule(String name) {
        return new Problem(type, status, title, detail, Optional.of(name), article, fields, next);
    }

    /// This problem with the article that says so.
    public Problem withArticle(String cited) {
        return new Problem(type, status, title, detail, rule, Optional.of(cited), fields, next);
    }

    /// This problem with the fields at fault.
    public Problem withFields(List<Field> faults) {
        return new Problem(type, status, title, detail, rule, article, List.copyOf(faults), next);
    }

    /// This problem with what the reader can do now.
    public Problem withNext(String advice) {
        return new Problem(type, status, title, detail, rule, article, fields, Optional.of(advice));
    }
}
