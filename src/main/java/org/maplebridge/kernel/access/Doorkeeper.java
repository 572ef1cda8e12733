package org.maplebridge.kernel.access;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.maplebridge.kernel.ground.Allowed;
import org.maplebridge.kernel.ground.Dialect;
import org.maplebridge.kernel.ground.Problem;
import org.maplebridge.kernel.ground.Refused;
import org.maplebridge.kernel.ground.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/// The one decision in front of every endpoint. An endpoint that names no door does not exist.
@Component
final class Doorkeeper implements HandlerInterceptor {

    static final String COOKIE = "maple_session";
    static final String DEVICE = "maple_device";
    /// Where the actor of a request is kept.
    static final String ACTOR = Doorkeeper.class.getName() + ".actor";
    static final String IDENTITY = Doorkeeper.class.getName() + ".identity";

    private static final Logger LOG = LoggerFactory.getLogger(Doorkeeper.class);
    private static final int LONGEST_PARAMETER = 2000;
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final Identities identities;
    private final Roles roles;
    private final Throttle throttle;
    private final Bounds bounds;

    Doorkeeper(Identities identities, Roles roles, Throttle throttle, Bounds bounds) {
        this.identities = identities;
        this.roles = roles;
        this.throttle = throttle;
        this.bounds = bounds;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod method)) {
            return true; // static files, and nothing else: a test walks the handlers
        }
        var rule = rule(method);
        if (rule.isEmpty()) {
            LOG.error("an endpoint names no door: {}", method);
            throw Refused.notFound("页面");
        }
        if (request.getDispatcherType() == DispatcherType.REQUEST) {
            refuseUnreadable(request);
            refuseDeaf(request, method);
            refuseForged(request);
            slowDown(request);
        }
        admit(request, rule.get());
        return true;
    }

    static Optional<Allowed> rule(HandlerMethod method) {
        return Optional.ofNullable(method.getMethodAnnotation(Allowed.class));
    }

    private void admit(HttpServletRequest request, Allowed rule) {
        if (rule.value() == Allowed.Door.PUBLIC) {
            request.setAttribute(ACTOR, Actor.visitor(cookie(request, DEVICE).orElse("unknown")));
            return;
        }
        var identity = identity(request).orElseThrow(Refused::signInFirst);
        var actor = identity.actor(askedPost(request), roles);
        if (rule.value() == Allowed.Door.OFFICERS && actor.kind() == Actor.Kind.CITIZEN) {
            throw Refused.notYours("这里由工作人员办理。您自己的事，请到首页凭回执上的查询码和手机号后四位查看。");
        }
        if (!actor.hasAnyOf(List.of(rule.roles()))) {
            throw Refused.notYours("这一步由" + titles(rule) + "办理；您现在的岗位没有这个角色。");
        }
        bounds.refuse(request, identity, actor);
        request.setAttribute(IDENTITY, identity);
        request.setAttribute(ACTOR, actor);
    }

    private String titles(Allowed rule) {
        return String.join(
                "、",
                Arrays.stream(rule.roles())
                        .map(name -> roles.named(name).map(Role::title).orElse(name))
                        .toList());
    }

    private Optional<Identity> identity(HttpServletRequest request) {
        var bearer = bearer(request);
        return bearer.isPresent()
                ? identities.of(bearer.get(), "TOKEN")
                : cookie(request, COOKIE).flatMap(text -> identities.of(new Secret(text), "SESSION"));
    }

    private static Optional<Secret> bearer(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
                .filter(header -> header.regionMatches(true, 0, "Bearer ", 0, 7))
                .map(header -> new Secret(header.substring(7).strip()));
    }

    static Optional<String> cookie(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getCookies()).stream()
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(name))
                .map(Cookie::getValue)
                .filter(value -> value.length() <= 100)
                .findFirst();
    }

    private static Optional<UUID> askedPost(HttpServletRequest request) {
        var asked = request.getHeader("X-Maple-Post");
        if (asked == null || asked.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(UUID.fromString(asked.strip()));
        } catch (IllegalArgumentException malformed) {
            throw new Refused(Problem.fields(List.of(new Problem.Field("X-Maple-Post", "岗位编号不对。"))));
        }
    }

    /// Another site can make a browser send our cookie only with what a plain form can send. A header of one's own, or
    /// JSON, makes the browser ask first, and nobody answers it. Programs with a bearer token send no cookie.
    private static void refuseForged(HttpServletRequest request) {
        if (READING.contains(request.getMethod()) || bearer(request).isPresent()) {
            return;
        }
        var site = Optional.ofNullable(request.getHeader("Sec-Fetch-Site")).orElse("none");
        var type = Optional.ofNullable(request.getContentType()).orElse("");
        boolean own = request.getHeader("X-Maple") != null
                || request.getHeader("Idempotency-Key") != null
                || type.startsWith("application/json")
                || request.getMethod().equals("DELETE");
        if (!own || site.equals("cross-site")) {
            throw new Refused(Problem.of(403, "forged", "请求来源不明", "这个请求不像是从本系统的页面发出的，没有处理。")
                    .withRule("X-Maple")
                    .withNext("请从本系统的页面操作；程序调用请加请求头 X-Maple: 1。"));
        }
    }

    /// What stands in the address goes into statements and messages: the same letters are let in there as anywhere.
    private static void refuseUnreadable(HttpServletRequest request) {
        var faults = new ArrayList<Problem.Field>();
        request.getParameterMap()
                .forEach((name, values) -> Arrays.stream(values)
                        .flatMap(value -> Words.fault(value, LONGEST_PARAMETER, false).stream())
                        .forEach(fault -> faults.add(new Problem.Field(Words.shown(name), fault))));
        if (!faults.isEmpty()) {
            throw new Refused(Problem.fields(faults));
        }
        var path = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        if (path instanceof Map<?, ?> parts
                && parts.values().stream()
                        .anyMatch(part -> Words.fault(part.toString(), LONGEST_PARAMETER, false)
                                .isPresent())) {
            throw Refused.notFound("页面");
        }
    }

    /// Whoever takes no JSON is told before anything is done, not after.
    private static void refuseDeaf(HttpServletRequest request, HandlerMethod method) {
        var accept = Optional.ofNullable(request.getHeader(HttpHeaders.ACCEPT)).orElse("*/*");
        var spoken = Stream.concat(Stream.of(MediaType.APPLICATION_JSON), dialect(method).stream())
                .toList();
        try {
            if (MediaType.parseMediaTypes(accept).stream()
                    .anyMatch(taken -> spoken.stream().anyMatch(taken::isCompatibleWith))) {
                return;
            }
        } catch (InvalidMediaTypeException malformed) {
            // answered below
        }
        throw new Refused(Problem.of(406, "accept", "这里只答 JSON", "请求的 Accept 不收 application/json，没有办理。")
                .withRule("ground.request")
                .withNext("程序调用请把 Accept 改为 application/json。"));
    }

    private static Optional<MediaType> dialect(HandlerMethod method) {
        return Optional.ofNullable(method.getBeanType().getAnnotation(Dialect.class))
                .map(Dialect::media)
                .map(MediaType::parseMediaType);
    }

    private void slowDown(HttpServletRequest request) {
        if (request.getRequestURI().startsWith("/api/public/") && !READING.contains(request.getMethod())) {
            throttle.spend(
                    "public-post", Addresses.key(request), identities.settings().publicPostsPerMinute());
        }
    }
}
