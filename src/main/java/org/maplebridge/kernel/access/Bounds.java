package org.maplebridge.kernel.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.maplebridge.kernel.ground.Problem;
import org.maplebridge.kernel.ground.Refused;
import org.maplebridge.kernel.ground.Transactions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerMapping;

/// What a session or token may less than its owner. Whatever isn't plainly within a limit is refused: a token for one
/// scene gets in only where the address says which scene it is about.
@Component
final class Bounds {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    /// How one signs in is nothing for a program.
    private static final Set<String> OF_PEOPLE = Set.of("account", "accounts", "tokens");
    /// What somebody may ask before they have a password of their own, and the one-time codes that they must have.
    private static final Set<String> OF_ENROLLING = Set.of("account", "me");

    /// Whole offices come and go through it: never by the way, with a session or a token made for something else.
    private static final String PROVISIONING = "scim";

    private static final String SCENE = "select scene from ground.reach where matter = :matter limit 1";

    private final Transactions transactions;
    private final JdbcClient db;

    Bounds(Transactions transactions, JdbcClient db) {
        this.transactions = transactions;
        this.db = db;
    }

    void refuse(HttpServletRequest request, Identity identity, Actor actor) {
        var standing = identity.standing().orElseThrow();
        var area = area(request);
        if (standing.mustChange() && !OF_ENROLLING.contains(area)) {
            throw new Refused(Problem.of(403, "told-password", "先换成自己的密码", "这个密码是别人告诉您的，请先换成自己的；换好之前只能办这一件。")
                    .withRule("access.told-password")
                    .withArticle("本地默认")
                    .withNext("打开“账号与安全”改密码，改好就能办事。"));
        }
        if (standing.mustEnrol() && !OF_ENROLLING.contains(area)) {
            throw new Refused(Problem.of(403, "enrol", "先开通动态口令", "工作人员登录必须用动态口令，宽限期已过；开通之前只能办这一件。")
                    .withRule("access.otp-required")
                    .withNext("打开“账号与安全”，用手机上的验证器 App 扫码开通。"));
        }
        if (area.equals(PROVISIONING)
                && (standing.session() || !standing.limits().areas().contains(PROVISIONING))) {
            throw new Refused(Problem.of(403, "token-limits", "不由您办理", "人员开通接口只收写明用于 scim 的程序令牌，登录着的页面和别的令牌都不行。")
                    .withRule("access.token")
                    .withNext("请机构管理员在“账号与安全”里建一个用于 scim 的令牌。"));
        }
        if (!standing.session()) {
            refuseToken(request, standing.limits(), area, actor);
        }
    }

    private void refuseToken(HttpServletRequest request, Limits limits, String area, Actor actor) {
        if (OF_PEOPLE.contains(area)) {
            throw tooFar("账号、登录和令牌只能由本人登录后办理，不能用令牌办。");
        }
        boolean reading = READING.contains(request.getMethod());
        if (limits.readsOnly() && !reading) {
            throw tooFar("这个令牌只能查看，不能办理。");
        }
        if (!limits.areas().isEmpty() && !area.equals("me") && !limits.areas().contains(area)) {
            throw tooFar("这个令牌不能用于 /api/" + area + "。");
        }
        if (!reading
                && !limits.verbs().isEmpty()
                && !verb(request).filter(limits.verbs()::contains).isPresent()) {
            throw tooFar("这个令牌没有这一步。");
        }
        if (!limits.scenes().isEmpty() && !area.equals("me")) {
            refuseScene(request, limits.scenes(), actor);
        }
    }

    private void refuseScene(HttpServletRequest request, List<String> scenes, Actor actor) {
        var pattern = pattern(request);
        var variables = variables(request);
        var matter = pattern.startsWith("/api/matters/{id}") ? variables.get("id") : null;
        var scene = Optional.ofNullable(variables.get("scene"))
                .or(() -> pattern.equals("/api/matters")
                        ? Optional.ofNullable(request.getParameter("scene"))
                        : Optional.empty())
                .or(() -> Optional.ofNullable(matter).flatMap(id -> sceneOf(actor, id)));
        if (matter != null && scene.isEmpty()) {
            return; // not there, or out of the owner's sight: the desk says so
        }
        if (!scene.filter(scenes::contains).isPresent()) {
            throw tooFar("这个令牌只能用于" + String.join("、", scenes) + "；查事项列表时请写明 scene。");
        }
    }

    /// The scene of a matter, through the eyes of whoever asks.
    private Optional<String> sceneOf(Actor actor, String matter) {
        try {
            var id = UUID.fromString(matter);
            return transactions.run(
                    actor.scope(),
                    work -> db.sql(SCENE)
                            .param("matter", id)
                            .query(String.class)
                            .optional());
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    /// The move that is to be made, or [Limits#OPENING].
    private static Optional<String> verb(HttpServletRequest request) {
        return switch (pattern(request)) {
            case "/api/matters/{id}/moves/{verb}" ->
                Optional.ofNullable(variables(request).get("verb"));
            case "/api/scenes/{scene}" -> Optional.of(Limits.OPENING);
            default -> Optional.empty();
        };
    }

    private static String area(HttpServletRequest request) {
        var parts = pattern(request).split("/");
        return parts.length > 2 ? parts[2] : "";
    }

    /// The address as the endpoint declares it, not as it was typed.
    private static String pattern(HttpServletRequest request) {
        var held = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        return held == null ? "" : held.toString();
    }

    private static Map<String, String> variables(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> held
                ? held.entrySet().stream()
                        .collect(java.util.stream.Collectors.toMap(
                                each -> each.getKey().toString(),
                                each -> each.getValue().toString()))
                : Map.of();
    }

    private static Refused tooFar(String why) {
        return new Refused(Problem.of(403, "token-limits", "令牌没有这个权限", why)
                .withRule("access.token")
                .withNext("需要时由令牌的主人登录后另建一个。"));
    }
}
