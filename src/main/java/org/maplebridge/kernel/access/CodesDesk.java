package org.maplebridge.kernel.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maplebridge.kernel.ground.Allowed;
import org.maplebridge.kernel.ground.Problem;
import org.maplebridge.kernel.ground.Refused;
import org.maplebridge.kernel.ground.Sealing;
import org.maplebridge.kernel.ground.Transactions;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// One's own one-time codes: begun, confirmed, turned off; recovery codes made anew.
@RestController
class CodesDesk {

    private static final String ISSUER = "枫桥";

    private final Transactions transactions;
    private final Entrance entrance;
    private final AccountStore accounts;
    private final CodeStore store;
    private final CodeSecrets secrets;
    private final SecondStep second;
    private final Identities identities;

    CodesDesk(
            Transactions transactions,
            Entrance entrance,
            AccountStore accounts,
            CodeStore store,
            CodeSecrets secrets,
            SecondStep second,
            Identities identities) {
        this.transactions = transactions;
        this.entrance = entrance;
        this.accounts = accounts;
        this.store = store;
        this.secrets = secrets;
        this.second = second;
        this.identities = identities;
    }

    /// Who it is, proven once more.
    ///
    /// @param otp where the account has one-time codes
    record Proof(@Nullable String password, @Nullable String otp) {

        @Override
        public String toString() {
            return "proof";
        }
    }

    record First(@Nullable String otp) {

        @Override
        public String toString() {
            return "first code";
        }
    }

    /// @param secret to type into an app that can't read the picture
    /// @param uri    what the picture says
    record Begun(String secret, String uri) {

        @Override
        public String toString() {
            return "begun";
        }
    }

    /// @param codes shown this once
    record Recovery(List<String> codes) {

        @Override
        public String toString() {
            return "recovery codes";
        }
    }

    /// A new secret; it counts only once a code of it was given. Asking again makes another.
    @PostMapping(path = "/api/account/otp", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Allowed(Allowed.Door.SIGNED_IN)
    Begun begin(@RequestBody Proof proof, Identity identity, Actor actor, HttpServletRequest request) {
        prove(proof, identity, request);
        return transactions.run(actor.scope(), work -> {
            var secret = Sealing.random(OneTimeCode.SECRET_BYTES);
            if (!store.begin(identity.account(), secrets.seal(identity.account(), secret))) {
                throw new Refused(Problem.of(409, "otp-on", "动态口令已经开通", "您的账号已经开通了动态口令。")
                        .withRule("access.otp")
                        .withNext("要换一部手机，先关闭再重新开通。"));
            }
            var login = accounts.account(identity.account())
                    .map(AccountStore.Account::login)
                    .orElseThrow(Refused::signInFirst);
            return new Begun(OneTimeCode.base32(secret), OneTimeCode.uri(ISSUER, login, secret));
        });
    }

    @PostMapping(path = "/api/account/otp/confirm", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Allowed(Allowed.Door.SIGNED_IN)
    Recovery confirm(@RequestBody First first, Identity identity, Actor actor) {
        var code = SessionDesk.given("otp", first.otp()).orElse("");
        var recovery = transactions.run(actor.scope(), work -> {
            if (!second.confirm(work, identity.account(), code)) {
                throw wrongFirst();
            }
            accounts.note(work, identity.account(), Deed.CODES_ON.name(), actor, "");
            return anew(identity);
        });
        identities.forgetAccount(identity.account());
        return recovery;
    }

    private static Refused wrongFirst() {
        return new Refused(
                Problem.fields(List.of(new Problem.Field("otp", "口令不对。请看 App 上现在显示的 6 位数字，并核对手机时间；二维码换过的，请重新扫。"))));
    }

    @PostMapping(path = "/api/account/otp/recovery", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Allowed(Allowed.Door.SIGNED_IN)
    Recovery recovery(@RequestBody Proof proof, Identity identity, Actor actor, HttpServletRequest request) {
        prove(proof, identity, request);
        return transactions.run(actor.scope(), work -> {
            if (store.of(identity.account()).filter(CodeStore.Kept::confirmed).isEmpty()) {
                throw new Refused(
                        Problem.of(409, "otp-off", "还没有开通动态口令", "恢复码随动态口令一起用。").withNext("先开通动态口令。"));
            }
            accounts.note(work, identity.account(), Deed.RECOVERY_ANEW.name(), actor, "");
            return anew(identity);
        });
    }

    @PostMapping(path = "/api/account/otp/off", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Allowed(Allowed.Door.SIGNED_IN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void off(@RequestBody Proof proof, Identity identity, Actor actor, HttpServletRequest request) {
        prove(proof, identity, request);
        transactions.run(actor.scope(), work -> {
            if (store.drop(identity.account())) {
                accounts.note(work, identity.account(), Deed.CODES_OFF.name(), actor, "");
            }
            return true;
        });
        identities.forgetAccount(identity.account());
    }

    private Recovery anew(Identity identity) {
        var fresh = RecoveryCodes.fresh();
        store.setRecovery(identity.account(), fresh.hashes(identity.account()));
        return new Recovery(fresh.shown());
    }

    private void prove(Proof proof, Identity identity, HttpServletRequest request) {
        var password = SessionDesk.given("password", proof.password());
        Optional<String> code = SessionDesk.given("otp", proof.otp());
        entrance.proveAgain(identity, password.orElse(""), code, Place.of(request));
    }
}
