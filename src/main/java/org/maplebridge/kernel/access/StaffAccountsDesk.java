package org.maplebridge.kernel.access;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.maplebridge.kernel.ground.Allowed;
import org.maplebridge.kernel.ground.Problem;
import org.maplebridge.kernel.ground.Refused;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.ground.Words;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.orgs.Agency;
import org.maplebridge.kernel.orgs.Offices;
import org.maplebridge.kernel.orgs.Staff;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The accounts of an agency's staff, for its registrar: what is open, ended from here, and what else vouches for them.
/// Each is an entry of the account's journal, and its owner is told.
@RestController
class StaffAccountsDesk {

    private static final int JOURNAL = 30;

    private final Transactions transactions;
    private final Offices offices;
    private final AccountStore accounts;
    private final TicketStore tickets;
    private final Identities identities;
    private final BindingStore bindings;
    private final LockStore locks;
    private final Registrars registrars;

    StaffAccountsDesk(
            Transactions transactions,
            Offices offices,
            AccountStore accounts,
            TicketStore tickets,
            Identities identities,
            BindingStore bindings,
            LockStore locks,
            Registrars registrars) {
        this.transactions = transactions;
        this.offices = offices;
        this.accounts = accounts;
        this.tickets = tickets;
        this.identities = identities;
        this.bindings = bindings;
        this.locks = locks;
        this.registrars = registrars;
    }

    /// @param codes       whether one-time codes are on
    /// @param lockedUntil where wrong passwords have locked it for somebody: until when at most
    record StaffAccount(
            UUID id,
            String login,
            String name,
            boolean codes,
            int sessions,
            int tokens,
            Optional<OffsetDateTime> seenAt,
            Optional<OffsetDateTime> lockedUntil) {}

    record StaffAccounts(List<StaffAccount> items) {}

    /// @param own    whether it is the registrar's: then others look after it
    /// @param office of somebody who works in an office below: from here only password and codes are looked after
    record StaffAccountShown(
            UUID id,
            String login,
            String name,
            boolean own,
            Optional<String> office,
            boolean codes,
            Optional<OffsetDateTime> lockedUntil,
            List<AccountDesk.Open> open,
            List<AccountDesk.Bound> bindings,
            List<AccountDesk.Noted> journal) {}

    record Reason(@Nullable String reason) {}

    /// @param kind    OIDC or CERTIFICATE
    /// @param issuer  of the identity provider; none for a certificate
    /// @param subject how the provider names the person; the SHA-256 fingerprint of a certificate
    record Voucher(
            @Nullable String kind,
            @Nullable String issuer,
            @Nullable String subject,
            @Nullable String reason) {

        BindingStore.Voucher read() {
            var faults = new java.util.ArrayList<Problem.Field>();
            boolean certificate = "CERTIFICATE".equals(kind);
            var from = Optional.ofNullable(issuer).orElse("").strip();
            var named = Optional.ofNullable(subject).orElse("").strip();
            if (!certificate && !"OIDC".equals(kind)) {
                faults.add(new Problem.Field("kind", "应是 OIDC 或 CERTIFICATE。"));
            }
            if (certificate != from.isEmpty() || from.length() > Registrars.LONGEST_REASON) {
                faults.add(new Problem.Field("issuer", "统一身份认证要写明认证服务的地址；证书不写。"));
            }
            if (certificate) {
                named = Fingerprint.read(named).orElse("");
            }
            if (named.isEmpty()
                    || Words.fault(named, Registrars.LONGEST_REASON, false).isPresent()) {
                faults.add(new Problem.Field(
                        "subject", certificate ? "应是证书的 SHA-256 指纹，64 位十六进制。" : "请填写认证服务给这个人的编号（sub）。"));
            }
            if (!faults.isEmpty()) {
                throw new Refused(Problem.fields(faults));
            }
            return new BindingStore.Voucher(certificate ? Means.CERTIFICATE : Means.OIDC, from, named);
        }
    }

    /// Those of the agency; or whoever signs in so, there or in an office below.
    @GetMapping("/api/accounts")
    @Allowed(value = Allowed.Door.SIGNED_IN, roles = "kernel.registrar")
    StaffAccounts list(@RequestParam Optional<String> login, Actor actor) {
        return transactions.run(actor.scope(), work -> {
            var found = login.isPresent()
                    ? named(work, login.get().strip(), actor).stream().toList()
                    : offices.at(work).staffOf(actor.agency().orElseThrow());
            var staff = found.stream().collect(Collectors.toMap(Staff::id, Staff::name));
            var open = accounts.of(staff.keySet(), identities.settings(work).idleMinutes());
            var locked = locks.of(open.stream().map(AccountStore.OfStaff::login).toList());
            return new StaffAccounts(open.stream()
                    .map(one -> new StaffAccount(
                            one.id(),
                            one.login(),
                            staff.getOrDefault(one.person(), one.login()),
                            one.coded(),
                            one.sessions(),
                            one.tokens(),
                            one.seenAt(),
                            Optional.ofNullable(locked.get(one.login()))))
                    .toList());
        });
    }

    private Optional<Staff> named(Work work, String login, Actor actor) {
        return accounts.whose(login)
                .flatMap(offices.at(work)::staff)
                .filter(staff -> registrars.officeOf(work, staff.id(), actor).isPresent());
    }

    @GetMapping("/api/accounts/{id}")
    @Allowed(value = Allowed.Door.SIGNED_IN, roles = "kernel.registrar")
    StaffAccountShown one(@PathVariable UUID id, Identity identity, Actor actor) {
        return transactions.run(actor.scope(), work -> {
            var account = registrars.within(work, id, actor);
            var below = registrars
                    .officeOf(work, account.person(), actor)
                    .filter(office -> !Optional.of(office.id()).equals(actor.agency()))
                    .map(Agency::name);
            return new StaffAccountShown(
                    id,
                    account.login(),
                    offices.at(work).staff(account.person()).map(Staff::name).orElse(account.name()),
                    account.person().equals(actor.person()),
                    below,
                    account.codedAt().isPresent(),
                    Optional.ofNullable(locks.of(List.of(account.login())).get(account.login())),
                    below.isPresent() ? List.of() : open(work, id, identity),
                    below.isPresent()
                            ? List.of()
                            : bindings.of(id).stream()
                                    .map(AccountDesk.Bound::of)
                                    .toList(),
                    accounts.journal(id, false, JOURNAL).stream()
                            .map(AccountDesk.Noted::of)
                            .toList());
        });
    }

    private List<AccountDesk.Open> open(Work work, UUID id, Identity identity) {
        return tickets.of(id, identities.settings(work).idleMinutes()).stream()
                .map(ticket -> AccountDesk.Open.of(ticket, identity))
                .toList();
    }

    @DeleteMapping("/api/accounts/{id}/tickets/{ticket}")
    @Allowed(value = Allowed.Door.SIGNED_IN, roles = "kernel.registrar")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(@PathVariable UUID id, @PathVariable UUID ticket, Actor actor) {
        var ended = transactions.run(actor.scope(), work -> {
            registrars.account(work, id, actor);
            var hash = tickets.end(id, Optional.empty(), ticket);
            hash.ifPresent(gone -> accounts.note(work, id, Deed.SESSION_ENDED.name(), actor, ""));
            return hash;
        });
        identities.forget(ended.orElseThrow(() -> Refused.notFound("处登录")));
    }

    @DeleteMapping("/api/accounts/{id}/tickets")
    @Allowed(value = Allowed.Door.SIGNED_IN, roles = "kernel.registrar")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endAll(@PathVariable UUID id, Actor actor) {
        transactions
                .run(actor.scope(), work -> {
                    registrars.account(work, id, actor);
                    accounts.note(work, id, Deed.SESSIONS_ENDED.name(), actor, "");
                    return tickets.endAll(id);
                })
                .forEach(identities::forget);
    }

    /// Lets somebody else vouch for an account: a subject of the identity provider, or a certificate. Nobody does so
    /// for themselves here.
    @PostMapping(path = "/api/accounts/{id}/bindings", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Allowed(value = Allowed.Door.SIGNED_IN, roles = "kernel.registrar")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void bind(@PathVariable UUID id, @RequestBody Voucher said, Actor actor) {
        change(id, said, actor, voucher -> {
            if (!bindings.bind(id, voucher)) {
                throw new Refused(Problem.of(409, "bound", "已经绑定给别人", "这个身份或证书已经绑定在另一个账号上。")
                        .withRule("access.binding")
                        .withNext("先在那个账号上解除，再绑定到这里。"));
            }
            return Deed.BOUND;
        });
    }

    @PostMapping(path = "/api/accounts/{id}/bindings/end", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Allowed(value = Allowed.Door.SIGNED_IN, roles = "kernel.registrar")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unbind(@PathVariable UUID id, @RequestBody Voucher said, Actor actor) {
        change(id, said, actor, voucher -> {
            if (!bindings.unbind(id, voucher)) {
                throw Refused.notFound("项绑定");
            }
            return Deed.UNBOUND;
        });
    }

    private void change(
            UUID id, Voucher said, Actor actor, java.util.function.Function<BindingStore.Voucher, Deed> change) {
        transactions.run(actor.scope(), work -> {
            registrars.ofAnother(work, id, actor, "自己账号的登录方式不能由自己绑定；请由另一名管理员办理。");
            var voucher = said.read();
            var why = Registrars.reason(said.reason(), "请写明为什么，例如本人凭新领的 UKey 登记。");
            var deed = change.apply(voucher);
            accounts.note(work, id, deed.name(), actor, voucher.kind().title() + "：" + why);
            return true;
        });
    }
}
