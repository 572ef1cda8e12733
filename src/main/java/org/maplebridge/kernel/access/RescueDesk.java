package org.maplebridge.kernel.access;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.maplebridge.kernel.ground.Allowed;
import org.maplebridge.kernel.ground.Hash;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.ground.Work;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// For somebody who can't get in: wrong passwords are forgotten, another password is given, one-time codes that were
/// lost are taken away. A registrar does so for others; it is in the account's journal, and its owner is told.
@RestController
class RescueDesk {

    private final Transactions transactions;
    private final Registrars registrars;
    private final TwoHands hands;
    private final AccountStore accounts;
    private final TicketStore tickets;
    private final CodeStore codes;
    private final LockStore locks;
    private final Identities identities;
    private final Passwords passwords;

    RescueDesk(
            Transactions transactions,
            Registrars registrars,
            TwoHands hands,
            AccountStore accounts,
            TicketStore tickets,
            CodeStore codes,
            LockStore locks,
            Identities identities,
            Passwords passwords) {
        this.transactions = transactions;
        this.registrars = registrars;
        this.hands = hands;
        this.accounts = accounts;
        this.tickets = tickets;
        this.codes = codes;
        this.locks = locks;
        this.identities = identities;
        this.passwords = passwords;
    }

    /// @param password to be told to its owner; it is shown this once
    record Given(String login, String password) {

        @Override
        public String toString() {
            return "a password for " + login;
        }
    }

    /// Lets somebody try again at once. Where nothing was locked, nothing is written down.
    @PostMapping(path = "/api/accounts/{id}/unlock", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Allowed(value = Allowed.Door.SIGNED_IN, roles = "kernel.registrar")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unlock(@PathVariable UUID id, @RequestBody StaffAccountsDesk.Reason said, Actor actor) {
        var reason = Registrars.reason(said.reason(), "请写明为什么解除，例如本人当面说明是自己输错。");
        transactions.run(actor.scope(), work -> {
            var account = registrars.ofAnother(work, id, actor, "自己的锁定不能由自己解除；请等它过去，或由另一名管理员解除。");
            if (locks.unlock(account.login())) {
                accounts.note(work, id, Deed.UNLOCKED.name(), actor, reason);
            }
            return true;
        });
    }

    /// Another password, for whoever has none yet or has forgotten it; everything that is open for the account ends.
    /// It is good for nothing but to choose one's own.
    @PostMapping(path = "/api/accounts/{id}/password/reset", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Allowed(value = Allowed.Door.SIGNED_IN, roles = "kernel.registrar")
    Given password(@PathVariable UUID id, @RequestBody StaffAccountsDesk.Reason said, Actor actor) {
        var reason = Registrars.reason(said.reason(), "请写明为什么另给，例如本人到场说忘了密码。");
        var account = transactions.run(actor.scope(), work -> another(work, id, actor));
        var fresh = FirstPassword.fresh();
        var hash = passwords.hash(fresh);
        transactions
                .run(actor.scope(), work -> {
                    another(work, id, actor);
                    accounts.setPassword(id, hash, Optional.empty(), Optional.of(actor.person()));
                    accounts.note(work, id, Deed.PASSWORD_RESET.name(), actor, reason);
                    return tickets.endAll(id);
                })
                .forEach(identities::forget);
        return new Given(account.login(), fresh);
    }

    /// Takes the one-time codes from an account whose owner has lost them. Nobody does so for themselves.
    @PostMapping(path = "/api/accounts/{id}/otp/reset", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Allowed(value = Allowed.Door.SIGNED_IN, roles = "kernel.registrar")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void codes(@PathVariable UUID id, @RequestBody StaffAccountsDesk.Reason said, Actor actor) {
        var reason = Registrars.reason(said.reason(), "请写明为什么重置，例如本人当面说明手机丢失。");
        transactions
                .run(actor.scope(), work -> {
                    registrars.rescued(work, id, actor, "自己的动态口令不能由自己重置；请用恢复码登录后关闭，或由另一名管理员重置。");
                    hands.refuseCodes(work, id, actor);
                    if (!codes.drop(id)) {
                        return List.<Hash>of();
                    }
                    accounts.note(work, id, Deed.CODES_RESET.name(), actor, reason);
                    return tickets.endAll(id);
                })
                .forEach(identities::forget);
    }

    private AccountStore.Account another(Work work, UUID id, Actor actor) {
        var account = registrars.rescued(work, id, actor, "自己的密码请在“账号与安全”里改；忘了就由另一名管理员另给。");
        hands.refusePassword(work, id, actor);
        return account;
    }
}
