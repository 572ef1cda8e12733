package org.maplebridge.kernel.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maplebridge.kernel.ground.Allowed;
import org.maplebridge.kernel.ground.Hash;
import org.maplebridge.kernel.ground.Ids;
import org.maplebridge.kernel.ground.Problem;
import org.maplebridge.kernel.ground.Refused;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.ground.Work;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Signing in and out.
@RestController
class SessionDesk {

    private static final Logger LOG = LoggerFactory.getLogger(SessionDesk.class);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("M 月 d 日 H:mm", Locale.CHINA);
    private static final int LONGEST = 128;

    private final Transactions transactions;
    private final AccessStore store;
    private final Identities identities;
    private final Passwords passwords;
    private final Throttle throttle;
    private final Roles roles;
    private final MeDesk me;

    SessionDesk(
            Transactions transactions,
            AccessStore store,
            Identities identities,
            Passwords passwords,
            Throttle throttle,
            Roles roles,
            MeDesk me) {
        this.transactions = transactions;
        this.store = store;
        this.identities = identities;
        this.passwords = passwords;
        this.throttle = throttle;
        this.roles = roles;
        this.me = me;
    }

    /// @param otp kept free for one-time codes; not looked at yet
    record SignIn(
            @Nullable String user,
            @Nullable String password,
            @Nullable String otp) {

        @Override
        public String toString() {
            return "sign-in";
        }
    }

    @PostMapping(path = "/api/session", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Allowed(Allowed.Door.PUBLIC)
    Me signIn(@RequestBody SignIn said, HttpServletRequest request, HttpServletResponse response) {
        var user = given("user", said.user());
        var password = given("password", said.password());
        refuseMissing(user, password);
        var settings = identities.settings();
        throttle.spend("sign-in", Addresses.key(request), settings.signInsPerMinute());
        var login = user.orElseThrow().strip().toLowerCase(Locale.ROOT);
        var loginHash = Hash.sm3(login.getBytes(StandardCharsets.UTF_8));
        // the attempt is counted and committed before the password is looked at
        var knock = transactions.run(Identities.NOBODY, work -> store.knock(login, loginHash, settings));
        if (knock.locked()) {
            throw refused(settings, knock.until());
        }
        if (!passwords.fits(password.orElseThrow(), knock.secret())) {
            knock.until().ifPresent(until -> LOG.warn("sign-in locked, login hash {}", loginHash));
            throw refused(settings, knock.until());
        }
        var secret = Secret.fresh();
        var identity = transactions.run(Identities.NOBODY, work -> {
            store.admit(
                    knock.account().orElseThrow(),
                    loginHash,
                    Ids.at(work.now()),
                    secret.hash(),
                    settings.sessionHours());
            return identities.look(work, secret.hash(), "SESSION").orElseThrow();
        });
        end(request);
        response.addHeader(HttpHeaders.SET_COOKIE, cookie(request, secret.text(), -1));
        return me.of(identity, identity.actor(Optional.empty(), roles));
    }

    @DeleteMapping("/api/session")
    @Allowed(Allowed.Door.PUBLIC)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void signOut(HttpServletRequest request, HttpServletResponse response) {
        end(request);
        response.addHeader(HttpHeaders.SET_COOKIE, cookie(request, "", 0));
    }

    /// Ends the session the caller comes with, if any.
    private void end(HttpServletRequest request) {
        Doorkeeper.cookie(request, Doorkeeper.COOKIE).map(Secret::new).ifPresent(secret -> {
            transactions.run(Identities.NOBODY, work -> {
                store.leave(secret.hash());
                return true;
            });
            identities.forget(secret.hash());
        });
    }

    private static String cookie(HttpServletRequest request, String text, long seconds) {
        return ResponseCookie.from(Doorkeeper.COOKIE, text)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Strict")
                .path("/")
                .maxAge(seconds)
                .build()
                .toString();
    }

    private static Optional<String> given(String field, @Nullable String said) {
        if (said != null && said.length() > LONGEST) {
            throw new Refused(Problem.fields(List.of(new Problem.Field(field, "最多 " + LONGEST + " 个字符。"))));
        }
        return Optional.ofNullable(said).filter(text -> !text.isBlank());
    }

    private static void refuseMissing(Optional<String> user, Optional<String> password) {
        var faults = new ArrayList<Problem.Field>();
        if (user.isEmpty()) {
            faults.add(new Problem.Field("user", "请填写用户名。"));
        }
        if (password.isEmpty()) {
            faults.add(new Problem.Field("password", "请填写密码。"));
        }
        if (!faults.isEmpty()) {
            throw new Refused(Problem.fields(faults));
        }
    }

    /// Says the same of a name nobody has, and as slowly.
    private static Refused refused(AccessSettings settings, Optional<Instant> lockedUntil) {
        var detail = lockedUntil
                .map(until ->
                        "连续输错 " + settings.failures() + " 次，这个用户名已锁定到 " + MINUTE.format(until.atZone(Work.ZONE)) + "。")
                .orElse("用户名或密码不对。连续输错 " + settings.failures() + " 次会锁定 " + settings.lockMinutes() + " 分钟。");
        return new Refused(Problem.of(401, lockedUntil.isPresent() ? "locked" : "sign-in-failed", "没有登录成功", detail)
                .withRule("access.failures")
                .withNext(lockedUntil.isPresent() ? "到时再试；不是您本人操作的，请告诉本单位管理员。" : "核对后再试；忘记密码请找本单位管理员。"));
    }
}
