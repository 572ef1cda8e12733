package org.maplebridge.kernel.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.maplebridge.kernel.ground.Allowed;
import org.maplebridge.kernel.ground.Hash;
import org.maplebridge.kernel.ground.Problem;
import org.maplebridge.kernel.ground.Refused;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.ground.Work;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Signing in by the identity provider, and binding one's account to it. An account is found by a subject that was
/// bound to it and by nothing else: whoever the provider vouches for but nobody has bound stays outside.
@RestController
class OidcDesk {

    private static final Logger LOG = LoggerFactory.getLogger(OidcDesk.class);

    private final Transactions transactions;
    private final Oidc oidc;
    private final Flow flow;
    private final BindingStore bindings;
    private final AccountStore accounts;
    private final Entrance entrance;
    private final Identities identities;
    private final Throttle throttle;

    OidcDesk(
            Transactions transactions,
            Oidc oidc,
            Flow flow,
            BindingStore bindings,
            AccountStore accounts,
            Entrance entrance,
            Identities identities,
            Throttle throttle) {
        this.transactions = transactions;
        this.oidc = oidc;
        this.flow = flow;
        this.bindings = bindings;
        this.accounts = accounts;
        this.entrance = entrance;
        this.identities = identities;
        this.throttle = throttle;
    }

    /// @param url where the browser is to go
    record Leaving(String url) {}

    /// Sends the browser to the provider.
    @GetMapping("/api/public/sign-in/oidc")
    @Allowed(Allowed.Door.PUBLIC)
    @ResponseStatus(HttpStatus.FOUND)
    void leave(HttpServletRequest request, HttpServletResponse response) {
        throttle.spend("sign-in", Addresses.key(request), identities.settings().signInsPerMinute());
        response.setHeader(
                HttpHeaders.LOCATION, begun(Optional.empty(), request, response).toString());
    }

    /// Begins to bind one's own account to whomever the provider vouches for next.
    @PostMapping(path = "/api/account/oidc", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Allowed(Allowed.Door.SIGNED_IN)
    Leaving bind(
            @RequestBody CodesDesk.Proof proof,
            Identity identity,
            HttpServletRequest request,
            HttpServletResponse response) {
        entrance.proveAgain(
                identity,
                SessionDesk.given("password", proof.password()).orElse(""),
                SessionDesk.given("otp", proof.otp()),
                Place.of(request));
        return new Leaving(
                begun(Optional.of(identity.ticket()), request, response).toString());
    }

    private URI begun(Optional<Hash> session, HttpServletRequest request, HttpServletResponse response) {
        var way = Oidc.Way.fresh();
        try {
            var where = oidc.leaving(configured(), way);
            var cookie = flow.cookie(request, new Flow.Begun(way, session), now());
            response.addHeader(HttpHeaders.SET_COOKIE, cookie);
            return where;
        } catch (Oidc.Unvouched away) {
            LOG.warn("the identity provider can't be asked: {}", away.getMessage());
            throw new Refused(Problem.of(503, "oidc", "统一身份认证暂时连不上", "认证服务没有应答。")
                    .withRule("access.oidc")
                    .withNext("稍后再试，或者用用户名和密码登录。"));
        }
    }

    private Oidc.Provider configured() {
        return oidc.provider().orElseThrow(() -> Refused.notFound("登录方式"));
    }

    private java.time.Instant now() {
        return transactions.run(Identities.NOBODY, Work::now);
    }

    /// Where the provider sends the browser back to; from here it goes to a page, whatever came of it.
    @GetMapping("/api/public/sign-in/oidc/return")
    @Allowed(Allowed.Door.PUBLIC)
    @ResponseStatus(HttpStatus.FOUND)
    void comeBack(HttpServletRequest request, HttpServletResponse response) {
        var provider = configured();
        var begun = flow.read(request, now());
        response.addHeader(HttpHeaders.SET_COOKIE, flow.gone(request));
        response.setHeader(HttpHeaders.LOCATION, page(provider, begun, request, response));
    }

    private String page(
            Oidc.Provider provider,
            Optional<Flow.Begun> begun,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (begun.isEmpty()) {
            return "/desk/sign-in?oidc=again";
        }
        try {
            var query = Optional.ofNullable(request.getQueryString()).orElse("");
            var voucher = oidc.vouched(provider, begun.get().way(), query);
            var session = begun.get().session();
            return session.isPresent() ? bound(session.get(), voucher) : opened(voucher, request, response);
        } catch (Oidc.Unvouched not) {
            LOG.warn("the identity provider vouched for nobody: {}", not.getMessage());
            return "/desk/sign-in?oidc=failed";
        }
    }

    private String opened(BindingStore.Voucher voucher, HttpServletRequest request, HttpServletResponse response) {
        var account = transactions.run(Identities.NOBODY, work -> bindings.account(voucher));
        if (account.isEmpty()) {
            return "/desk/sign-in?oidc=unbound";
        }
        entrance.open(new Entrance.Proven(account.get(), Optional.empty(), false), Means.OIDC, request, response);
        return "/desk";
    }

    private String bound(Hash session, BindingStore.Voucher voucher) {
        return transactions.run(Identities.NOBODY, work -> {
            Optional<UUID> account = bindings.holder(session);
            if (account.isEmpty()) {
                return "/desk/sign-in?oidc=again";
            }
            if (!bindings.bind(account.get(), voucher)) {
                return "/desk/account?oidc=taken";
            }
            accounts.noteOwn(work, account.get(), Deed.BOUND, voucher.issuer());
            return "/desk/account?oidc=bound";
        });
    }
}
