package org.maplebridge.kernel.access;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maplebridge.kernel.ground.Allowed;
import org.maplebridge.kernel.ground.Problem;
import org.maplebridge.kernel.ground.Refused;
import org.maplebridge.kernel.ground.Transactions;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// One's own account: what is open for it and where, its password, what was done to it.
@RestController
class AccountDesk {

    private static final int JOURNAL = 30;

    private final Transactions transactions;
    private final Entrance entrance;
    private final AccountStore accounts;
    private final TicketStore tickets;
    private final Identities identities;
    private final Passwords passwords;
    private final BindingStore bindings;

    AccountDesk(
            Transactions transactions,
            Entrance entrance,
            AccountStore accounts,
            TicketStore tickets,
            Identities identities,
            Passwords passwords,
            BindingStore bindings) {
        this.transactions = transactions;
        this.entrance = entrance;
        this.accounts = accounts;
        this.tickets = tickets;
        this.identities = identities;
        this.passwords = passwords;
        this.bindings = bindings;
    }

    /// @param codesSince since when one-time codes are asked for; absent if not
    /// @param codesBy    until which day they must be turned on; absent if they need not be
    record Own(
            String login,
            String name,
            Optional<OffsetDateTime> codesSince,
            int recoveryLeft,
            Optional<LocalDate> codesBy,
            List<Bound> bindings,
            List<Noted> journal) {}

    /// What else vouches for the account.
    ///
    /// @param kind OIDC or CERTIFICATE
    record Bound(String kind, String title, String issuer, String subject, OffsetDateTime at) {

        static Bound of(BindingStore.Binding binding) {
            var voucher = binding.voucher();
            return new Bound(
                    voucher.kind().name(), voucher.kind().title(), voucher.issuer(), voucher.subject(), binding.at());
        }
    }

    /// A line of the journal.
    record Noted(UUID id, OffsetDateTime at, String by, String what, String reason) {

        static Noted of(AccountStore.Note note) {
            return new Noted(
                    note.id(),
                    note.at(),
                    note.byName(),
                    Deed.valueOf(note.deed()).title(),
                    note.reason());
        }
    }

    /// @param own whether it is the one that asks
    record Open(
            UUID id,
            boolean session,
            boolean own,
            String name,
            OffsetDateTime openedAt,
            OffsetDateTime seenAt,
            OffsetDateTime endsAt,
            String means,
            String device,
            String address,
            Limits limits) {

        static Open of(TicketStore.Ticket ticket, Identity asking) {
            return new Open(
                    ticket.id(),
                    ticket.session(),
                    ticket.hash().equals(asking.ticket()),
                    ticket.name(),
                    ticket.openedAt(),
                    ticket.seenAt(),
                    ticket.endsAt(),
                    ticket.means().title(),
                    ticket.device(),
                    ticket.address(),
                    ticket.limits());
        }
    }

    record OpenOnes(List<Open> items) {}

    /// @param otp where the account has one-time codes
    record NewPassword(
            @Nullable String password,
            @Nullable String otp,
            @Nullable String fresh) {

        @Override
        public String toString() {
            return "new password";
        }
    }

    @GetMapping("/api/account")
    @Allowed(Allowed.Door.SIGNED_IN)
    Own own(Identity identity, Actor actor) {
        return transactions.run(actor.scope(), work -> {
            var account = accounts.account(identity.account()).orElseThrow(Refused::signInFirst);
            var settings = identities.settings(work);
            return new Own(
                    account.login(),
                    actor.name(),
                    account.codedAt(),
                    account.codesLeft(),
                    account.kind() == Actor.Kind.OFFICER
                            ? settings.codesBy(account.openedAt().toInstant())
                            : Optional.empty(),
                    bindings.of(identity.account()).stream().map(Bound::of).toList(),
                    accounts.journal(identity.account(), false, JOURNAL).stream()
                            .map(Noted::of)
                            .toList());
        });
    }

    @GetMapping("/api/account/tickets")
    @Allowed(Allowed.Door.SIGNED_IN)
    OpenOnes open(Identity identity, Actor actor) {
        return transactions.run(
                actor.scope(),
                work -> new OpenOnes(
                        tickets.of(identity.account(), identities.settings(work).idleMinutes()).stream()
                                .map(ticket -> Open.of(ticket, identity))
                                .toList()));
    }

    @DeleteMapping("/api/account/tickets/{id}")
    @Allowed(Allowed.Door.SIGNED_IN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(@PathVariable UUID id, Identity identity, Actor actor) {
        var ended = transactions.run(actor.scope(), work -> tickets.end(identity.account(), Optional.empty(), id));
        identities.forget(ended.orElseThrow(() -> Refused.notFound("处登录")));
    }

    /// Ends every session and token but the one that asks.
    @DeleteMapping("/api/account/tickets")
    @Allowed(Allowed.Door.SIGNED_IN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endOthers(Identity identity, Actor actor) {
        transactions
                .run(actor.scope(), work -> tickets.endOthers(identity.account(), identity.ticket()))
                .forEach(identities::forget);
    }

    /// Another password; every other session and token ends, and other browsers are strangers again.
    @PostMapping(path = "/api/account/password", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Allowed(Allowed.Door.SIGNED_IN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void password(@RequestBody NewPassword said, Identity identity, Actor actor, HttpServletRequest request) {
        var place = Place.of(request);
        var old = SessionDesk.given("password", said.password()).orElse("");
        entrance.proveAgain(identity, old, SessionDesk.given("otp", said.otp()), place);
        var fresh = Optional.ofNullable(said.fresh()).orElse("");
        var login = transactions
                .run(actor.scope(), work -> accounts.account(identity.account()))
                .map(AccountStore.Account::login)
                .orElseThrow(Refused::signInFirst);
        Passwords.fault(fresh, login)
                .or(() -> fresh.equals(old) ? Optional.of("新密码不能与现在的相同。") : Optional.empty())
                .ifPresent(fault -> {
                    throw new Refused(Problem.fields(List.of(new Problem.Field("fresh", fault))));
                });
        var hash = passwords.hash(fresh);
        transactions
                .run(actor.scope(), work -> {
                    accounts.setPassword(identity.account(), hash, place.browser(), Optional.empty());
                    accounts.note(work, identity.account(), Deed.PASSWORD.name(), actor, "");
                    return tickets.endOthers(identity.account(), identity.ticket());
                })
                .forEach(identities::forget);
        identities.forgetAccount(identity.account());
    }

    /// Somebody has read what others did to their account, up to this entry.
    @PostMapping(path = "/api/account/news/{id}/read")
    @Allowed(Allowed.Door.SIGNED_IN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void read(@PathVariable UUID id, Identity identity, Actor actor) {
        transactions.run(actor.scope(), work -> {
            accounts.told(identity.account(), id);
            return true;
        });
    }
}
