package org.maplebridge.kernel.access;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maplebridge.kernel.ground.Allowed;
import org.maplebridge.kernel.ground.Ids;
import org.maplebridge.kernel.ground.Problem;
import org.maplebridge.kernel.ground.Refused;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.ground.Words;
import org.maplebridge.kernel.ground.Work;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Bearer tokens for programs. A token acts as its owner, under their first post or the one named in `X-Maple-Post`.
@RestController
class TokenDesk {

    private static final int USUAL_DAYS = 90;
    private static final int MOST_NAMES = 50;

    private final Transactions transactions;
    private final TicketStore store;
    private final Identities identities;

    TokenDesk(Transactions transactions, TicketStore store, Identities identities) {
        this.transactions = transactions;
        this.store = store;
        this.identities = identities;
    }

    /// @param name      what it is for
    /// @param days      how long it is good; 90 if not said
    /// @param readsOnly it may only ask; see [Limits] for this and what follows
    record Wish(
            @Nullable String name,
            @Nullable Integer days,
            @Nullable Boolean readsOnly,
            @Nullable List<@Nullable String> scenes,
            @Nullable List<@Nullable String> verbs,
            @Nullable List<@Nullable String> areas) {

        Limits limits(List<Problem.Field> faults) {
            return new Limits(
                    Boolean.TRUE.equals(readsOnly),
                    names("scenes", scenes, faults),
                    names("verbs", verbs, faults),
                    names("areas", areas, faults));
        }

        /// Names of what there isn't open nothing; only their form is looked at.
        private static List<String> names(
                String field, @Nullable List<@Nullable String> said, List<Problem.Field> faults) {
            var given = Optional.ofNullable(said).orElse(List.of()).stream()
                    .map(each -> Optional.ofNullable(each).orElse(""))
                    .distinct()
                    .toList();
            if (given.size() > MOST_NAMES
                    || given.stream().anyMatch(each -> !each.matches("[a-zA-Z][a-zA-Z0-9.-]{0,59}"))) {
                faults.add(new Problem.Field(field, "最多 " + MOST_NAMES + " 个，每个是接口里的英文名，如 disputes、accept、matters。"));
            }
            return given;
        }
    }

    /// A bearer token as its owner sees it: never the token itself.
    ///
    /// @param seenAt when it was used last
    record Token(
            UUID id,
            String name,
            OffsetDateTime openedAt,
            OffsetDateTime seenAt,
            OffsetDateTime endsAt,
            Limits limits) {}

    /// @param token shown this once
    record Issued(UUID id, String name, String token, OffsetDateTime endsAt) {

        @Override
        public String toString() {
            return "token " + id;
        }
    }

    record Tokens(List<Token> items) {}

    @PostMapping(path = "/api/tokens", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Allowed(Allowed.Door.SIGNED_IN)
    @ResponseStatus(HttpStatus.CREATED)
    Issued issue(@RequestBody Wish wish, Identity identity, Actor actor) {
        return transactions.run(actor.scope(), work -> {
            int most = identities.settings(work).tokenDays();
            int days = Optional.ofNullable(wish.days()).orElse(Math.min(USUAL_DAYS, most));
            var name = Words.kept(Optional.ofNullable(wish.name()).orElse(""));
            var faults = faults(name, days, most);
            var limits = wish.limits(faults);
            if (!faults.isEmpty()) {
                throw new Refused(Problem.fields(faults));
            }
            var secret = Secret.fresh();
            var id = Ids.at(work.now());
            Instant until = work.now().plus(days, ChronoUnit.DAYS);
            if (!store.issue(identity.ticket(), new TicketStore.Issue(id, secret.hash(), name, until, limits))) {
                throw Refused.notYours("令牌只能在登录后建立，不能用令牌再建令牌；每人最多 20 个。");
            }
            return new Issued(id, name, secret.text(), until.atZone(Work.ZONE).toOffsetDateTime());
        });
    }

    private static List<Problem.Field> faults(String name, int days, int most) {
        var faults = new ArrayList<Problem.Field>();
        if (name.isEmpty()) {
            faults.add(new Problem.Field("name", "请写明令牌给哪个程序用。"));
        }
        Words.fault(name, 40, false).ifPresent(fault -> faults.add(new Problem.Field("name", fault)));
        if (days < 1 || days > most) {
            faults.add(new Problem.Field("days", "有效天数应在 1 到 " + most + " 之间。"));
        }
        return faults;
    }

    @GetMapping("/api/tokens")
    @Allowed(Allowed.Door.SIGNED_IN)
    Tokens tokens(Identity identity, Actor actor) {
        return transactions.run(
                actor.scope(),
                work -> new Tokens(
                        store.of(identity.account(), identities.settings(work).idleMinutes()).stream()
                                .filter(ticket -> !ticket.session())
                                .map(ticket -> new Token(
                                        ticket.id(),
                                        ticket.name(),
                                        ticket.openedAt(),
                                        ticket.seenAt(),
                                        ticket.endsAt(),
                                        ticket.limits()))
                                .toList()));
    }

    @DeleteMapping("/api/tokens/{id}")
    @Allowed(Allowed.Door.SIGNED_IN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable UUID id, Identity identity, Actor actor) {
        var ended = transactions.run(actor.scope(), work -> store.end(identity.account(), Optional.of("TOKEN"), id));
        identities.forget(ended.orElseThrow(() -> Refused.notFound("令牌")));
    }
}
