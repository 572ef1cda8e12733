package org.maplebridge.kernel.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.maplebridge.kernel.ground.Ids;
import org.maplebridge.kernel.ground.Problem;
import org.maplebridge.kernel.ground.Refused;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.ground.Work;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/// Passwords and codes asked for, attempts counted, sessions opened: the same for whoever comes in and for whoever,
/// being inside, must prove once more who they are.
@Component
final class Entrance {

    private static final Logger LOG = LoggerFactory.getLogger(Entrance.class);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("M 月 d 日 H:mm", Locale.CHINA);

    private final Transactions transactions;
    private final AccessStore store;
    private final AccountStore accounts;
    private final Identities identities;
    private final Passwords passwords;
    private final SecondStep second;
    private final Roles roles;
    private final MeDesk me;

    Entrance(
            Transactions transactions,
            AccessStore store,
            AccountStore accounts,
            Identities identities,
            Passwords passwords,
            SecondStep second,
            Roles roles,
            MeDesk me) {
        this.transactions = transactions;
        this.store = store;
        this.accounts = accounts;
        this.identities = identities;
        this.passwords = passwords;
        this.second = second;
        this.roles = roles;
        this.me = me;
    }

    /// Somebody who has proven who they are.
    ///
    /// @param recovered whether with a recovery code
    record Proven(UUID account, Optional<AccessStore.Counted> counted, boolean recovered) {}

    /// Asks for password and, where the account has them, a code.
    ///
    /// @throws Refused with 401, the same for a name nobody has; that a code is missing is told only to whoever has
    ///     the password
    Proven prove(String user, String password, Optional<String> code, Place place) {
        var settings = identities.settings();
        var login = Login.of(user);
        // the attempt is counted and committed before the password is looked at
        var knock = transactions.run(Identities.NOBODY, work -> store.knock(login, place, settings));
        if (knock.locked()) {
            throw refused(settings, knock.until());
        }
        if (!passwords.fits(password, knock.secret())) {
            knock.until().ifPresent(until -> LOG.warn("sign-in locked, login hash {}", login.hash()));
            throw refused(settings, knock.until());
        }
        var account = knock.account().orElseThrow();
        var outcome = transactions.run(Identities.NOBODY, work -> {
            var went = second.take(work, account, code);
            if (went == SecondStep.Outcome.MISSING) {
                store.forgive(login, knock.place());
            }
            return went;
        });
        if (!outcome.passed()) {
            throw outcome == SecondStep.Outcome.MISSING ? SecondStep.asked() : SecondStep.wrong();
        }
        return new Proven(
                account,
                Optional.of(new AccessStore.Counted(login, knock.place())),
                outcome == SecondStep.Outcome.RECOVERED);
    }

    /// Asks somebody inside for their password, and a code where they have them; wrong ones count as at the door.
    ///
    /// @throws Refused with 422 naming the field
    void proveAgain(Identity identity, String password, Optional<String> code, Place place) {
        if (password.isBlank()) {
            throw new Refused(Problem.fields(List.of(new Problem.Field("password", "请填写密码。"))));
        }
        var login = transactions
                .run(Identities.NOBODY, work -> accounts.account(identity.account()))
                .map(AccountStore.Account::login)
                .orElseThrow(Refused::signInFirst);
        try {
            var proven = prove(login, password, code, place);
            transactions.run(Identities.NOBODY, work -> {
                proven.counted().ifPresent(counted -> store.forgive(counted.login(), counted.place()));
                return true;
            });
        } catch (Refused refused) {
            var problem = refused.problem();
            if (problem.status() != 401) {
                throw refused;
            }
            var field = problem.rule().filter("access.otp"::equals).isPresent() ? "otp" : "password";
            var said =
                    field.equals("password") && problem.type().endsWith("/sign-in-failed") ? "密码不对。" : problem.detail();
            throw new Refused(Problem.fields(List.of(new Problem.Field(field, said))));
        }
    }

    /// Opens a session and hands its cookie over; the one the caller came with ends.
    Me open(Proven proven, Means means, HttpServletRequest request, HttpServletResponse response) {
        var secret = Secret.fresh();
        var mark = Doorkeeper.cookie(request, Place.MARK).map(Secret::new).orElseGet(Secret::fresh);
        var hours = identities.settings().sessionHours();
        var identity = transactions.run(Identities.NOBODY, work -> {
            store.admit(
                    new AccessStore.Opening(
                            proven.account(),
                            proven.counted(),
                            Optional.of(mark.hash()),
                            Ids.at(work.now()),
                            secret.hash(),
                            means,
                            Place.device(request),
                            Place.shortened(request)),
                    hours);
            return identities.look(work, secret.hash(), "SESSION").orElseThrow(Refused::signInFirst);
        });
        end(request);
        response.addHeader(HttpHeaders.SET_COOKIE, cookie(request, secret.text(), -1));
        response.addHeader(HttpHeaders.SET_COOKIE, Place.cookie(request, mark));
        var actor = identity.actor(Optional.empty(), roles);
        if (proven.recovered()) {
            transactions.run(Identities.NOBODY, work -> {
                accounts.note(work, proven.account(), Deed.RECOVERED.name(), actor, "");
                return true;
            });
        }
        return me.of(identity, actor);
    }

    /// Ends the session the caller comes with, if any.
    void end(HttpServletRequest request) {
        Doorkeeper.cookie(request, Doorkeeper.COOKIE).map(Secret::new).ifPresent(secret -> {
            transactions.run(Identities.NOBODY, work -> {
                store.leave(secret.hash());
                return true;
            });
            identities.forget(secret.hash());
        });
    }

    static String cookie(HttpServletRequest request, String text, long seconds) {
        return ResponseCookie.from(Doorkeeper.COOKIE, text)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Strict")
                .path("/")
                .maxAge(seconds)
                .build()
                .toString();
    }

    /// Says the same of a name nobody has, and as slowly.
    private static Refused refused(AccessSettings settings, Optional<Instant> lockedUntil) {
        var detail = lockedUntil
                .map(until -> "输错的次数太多，从这里暂时不能再用这个用户名登录，到 "
                        + MINUTE.format(until.plusSeconds(59).atZone(Work.ZONE)) + " 为止。")
                .orElse("用户名或密码不对。连续输错 " + settings.failures() + " 次，要等 " + settings.lockMinutes() + " 分钟才能再试。");
        return new Refused(Problem.of(401, lockedUntil.isPresent() ? "locked" : "sign-in-failed", "没有登录成功", detail)
                .withRule("access.failures")
                .withNext(lockedUntil.isPresent() ? "到时再试，或用平时登录的那台电脑；不是您本人操作的，请告诉本单位管理员。" : "核对后再试；忘记密码请找本单位管理员。"));
    }
}
