package org.maplebridge.kernel.staff.scim;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.ground.Allowed;
import org.maplebridge.kernel.ground.Dialect;
import org.maplebridge.kernel.ground.Scope;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.ground.Work;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The members of staff of an office, for the county's identity platform. It acts with a token of the office's
/// administrator that was made for this.
@RestController
@Dialect(media = Scim.MEDIA, refusal = ScimError.class)
class UsersDesk {

    private static final String USERS = Scim.PATH + "/Users";
    private static final String USER = USERS + "/{id}";
    private static final int USUAL = 100;

    private final Transactions transactions;
    private final Members members;
    private final Provisioning provisioning;

    UsersDesk(Transactions transactions, Members members, Provisioning provisioning) {
        this.transactions = transactions;
        this.members = members;
        this.provisioning = provisioning;
    }

    @GetMapping(
            path = USERS,
            produces = {Scim.MEDIA, MediaType.APPLICATION_JSON_VALUE})
    @Allowed(value = Allowed.Door.SIGNED_IN, roles = Scim.REGISTRAR)
    ListResponse<User> list(
            @RequestParam Optional<String> filter,
            @RequestParam Optional<Integer> startIndex,
            @RequestParam Optional<Integer> count,
            Actor actor) {
        var asked = filter.map(
                said -> Filter.read(said, Set.of("username", "externalid"), "userName eq \"x\" 或 externalId eq \"x\""));
        var agency = agency(actor);
        return transactions.run(Scope.job("scim"), work -> {
            var fitting = members.of(work, agency).stream()
                    .filter(each -> asked.map(wanted -> fits(wanted, each)).orElse(true))
                    .toList();
            var page = ListResponse.page(fitting, startIndex.orElse(1), count.orElse(USUAL));
            return new ListResponse<>(
                    page.schemas(),
                    page.totalResults(),
                    page.itemsPerPage(),
                    page.startIndex(),
                    members.shown(work, agency, page.resources()));
        });
    }

    private static boolean fits(Filter asked, Members.Member member) {
        return asked.attribute().equals("username")
                ? member.login().equals(asked.value().toLowerCase(Locale.ROOT))
                : member.externalId().filter(asked.value()::equals).isPresent();
    }

    @GetMapping(
            path = USER,
            produces = {Scim.MEDIA, MediaType.APPLICATION_JSON_VALUE})
    @Allowed(value = Allowed.Door.SIGNED_IN, roles = Scim.REGISTRAR)
    User one(@PathVariable UUID id, Actor actor) {
        return transactions.run(Scope.job("scim"), work -> shown(work, agency(actor), id));
    }

    private User shown(Work work, UUID agency, UUID id) {
        return members.shown(work, agency, List.of(members.one(work, agency, id)))
                .getFirst();
    }

    @PostMapping(
            path = USERS,
            consumes = {Scim.MEDIA, MediaType.APPLICATION_JSON_VALUE},
            produces = {Scim.MEDIA, MediaType.APPLICATION_JSON_VALUE})
    @Allowed(value = Allowed.Door.SIGNED_IN, roles = Scim.REGISTRAR)
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<User> join(@RequestBody Map<String, Object> said, Actor actor) {
        var id = provisioning.join(actor, agency(actor), said);
        return ResponseEntity.created(URI.create(USERS + "/" + id)).body(one(id, actor));
    }

    @PutMapping(
            path = USER,
            consumes = {Scim.MEDIA, MediaType.APPLICATION_JSON_VALUE},
            produces = {Scim.MEDIA, MediaType.APPLICATION_JSON_VALUE})
    @Allowed(value = Allowed.Door.SIGNED_IN, roles = Scim.REGISTRAR)
    User replace(@PathVariable UUID id, @RequestBody Map<String, Object> said, Actor actor) {
        provisioning.replace(actor, agency(actor), id, said);
        return one(id, actor);
    }

    @PatchMapping(
            path = USER,
            consumes = {Scim.MEDIA, MediaType.APPLICATION_JSON_VALUE},
            produces = {Scim.MEDIA, MediaType.APPLICATION_JSON_VALUE})
    @Allowed(value = Allowed.Door.SIGNED_IN, roles = Scim.REGISTRAR)
    User patch(@PathVariable UUID id, @RequestBody Map<String, Object> said, Actor actor) {
        provisioning.patch(actor, agency(actor), id, said);
        return one(id, actor);
    }

    @DeleteMapping(path = USER)
    @Allowed(value = Allowed.Door.SIGNED_IN, roles = Scim.REGISTRAR)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable UUID id, Actor actor) {
        provisioning.remove(actor, agency(actor), id);
    }

    private static UUID agency(Actor actor) {
        return actor.agency().orElseThrow();
    }
}
