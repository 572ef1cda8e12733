package org.maplebridge.kernel.staff;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maplebridge.kernel.access.Access;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.access.FirstPassword;
import org.maplebridge.kernel.ground.Allowed;
import org.maplebridge.kernel.ground.Items;
import org.maplebridge.kernel.ground.Problem;
import org.maplebridge.kernel.ground.Refused;
import org.maplebridge.kernel.ground.Scope;
import org.maplebridge.kernel.ground.SubmitKey;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.ground.Words;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The people of an office, for its administrator.
@RestController
class StaffDesk {

    private static final String REGISTRAR = "kernel.registrar";
    private static final String PEOPLE = "/api/agencies/{agency}/staff";
    private static final int MOST_WORDS = 200;

    private final Transactions transactions;
    private final StaffStore store;
    private final Changes changes;
    private final Access access;

    StaffDesk(Transactions transactions, StaffStore store, Changes changes, Access access) {
        this.transactions = transactions;
        this.store = store;
        this.changes = changes;
        this.access = access;
    }

    /// @param login how they will sign in
    record Joining(@Nullable String name, @Nullable String login) {}

    /// @param password to be told to them; it is shown this once
    record Joined(UUID id, String login, String password) {

        @Override
        public String toString() {
            return "joined " + id;
        }
    }

    /// @param firstDay today if not said
    record Appointing(@Nullable UUID post, @Nullable LocalDate firstDay) {}

    record StandingIn(
            @Nullable UUID post,
            @Nullable LocalDate firstDay,
            @Nullable LocalDate lastDay,
            @Nullable String reason) {}

    /// @param to the desk that takes what would be left with nobody
    record Ending(@Nullable String reason, @Nullable UUID to) {}

    @GetMapping(PEOPLE)
    @Allowed(value = Allowed.Door.SIGNED_IN, roles = REGISTRAR)
    Items<Person> people(@PathVariable UUID agency, Actor actor) {
        own(agency, actor);
        return new Items<>(transactions.run(Scope.job("staff"), work -> {
            var people = store.people(work, agency);
            var ids = people.stream().map(StaffStore.Member::id).toList();
            var spells = store.spells(work, ids);
            var logins = access.logins(work, ids);
            return people.stream()
                    .map(each -> new Person(
                            each.id(),
                            each.name(),
                            Optional.ofNullable(logins.get(each.id())),
                            spells.stream()
                                    .filter(spell -> spell.staff().equals(each.id())
                                            && spell.agency().equals(agency))
                                    .map(StaffDesk::seat)
                                    .toList()))
                    .filter(each -> each.login().isPresent() || !each.seats().isEmpty())
                    .toList();
        }));
    }

    private static Person.Seat seat(StaffStore.Spell spell) {
        return new Person.Seat(
                spell.id(), spell.post(), spell.title(), spell.firstDay(), spell.lastDay(), spell.standsIn());
    }

    @PostMapping(path = PEOPLE, consumes = MediaType.APPLICATION_JSON_VALUE)
    @Allowed(value = Allowed.Door.SIGNED_IN, roles = REGISTRAR)
    @ResponseStatus(HttpStatus.CREATED)
    Joined join(@PathVariable UUID agency, @RequestBody Joining said, Actor actor) {
        own(agency, actor);
        var login = Optional.ofNullable(said.login()).orElse("").strip();
        var password = FirstPassword.fresh();
        var name = Optional.ofNullable(said.name()).orElse("");
        var joiner = new Changes.Joiner(name, login, password, true, List.of(), "");
        return new Joined(changes.join(actor, agency, joiner, (work, person) -> {}), login, password);
    }

    @PostMapping(path = PEOPLE + "/{person}/posts", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Allowed(value = Allowed.Door.SIGNED_IN, roles = REGISTRAR)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void appoint(@PathVariable UUID agency, @PathVariable UUID person, @RequestBody Appointing said, Actor actor) {
        own(agency, actor);
        var faults = new ArrayList<Problem.Field>();
        var post = given("post", said.post(), "请选择岗位。", faults);
        refuse(faults);
        changes.appoint(actor, agency, person, post.orElseThrow(), Optional.ofNullable(said.firstDay()));
    }

    @PostMapping(path = PEOPLE + "/{person}/stand-ins", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Allowed(value = Allowed.Door.SIGNED_IN, roles = REGISTRAR)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void standIn(@PathVariable UUID agency, @PathVariable UUID person, @RequestBody StandingIn said, Actor actor) {
        own(agency, actor);
        var faults = new ArrayList<Problem.Field>();
        var post = given("post", said.post(), "请选择岗位。", faults);
        var first = given("firstDay", said.firstDay(), "请填写从哪一天起。", faults);
        var last = given("lastDay", said.lastDay(), "请填写到哪一天止。", faults);
        var reason = reason(said.reason(), faults);
        refuse(faults);
        changes.standIn(actor, agency, person, post.orElseThrow(), first.orElseThrow(), last.orElseThrow(), reason);
    }

    @PostMapping(path = PEOPLE + "/{person}/posts/{spell}/end", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Allowed(value = Allowed.Door.SIGNED_IN, roles = REGISTRAR)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(
            @PathVariable UUID agency,
            @PathVariable UUID person,
            @PathVariable UUID spell,
            @RequestBody Ending said,
            @RequestHeader(name = SubmitKey.HEADER) Optional<String> key,
            Actor actor) {
        own(agency, actor);
        var faults = new ArrayList<Problem.Field>();
        var reason = reason(said.reason(), faults);
        refuse(faults);
        changes.end(actor, agency, person, spell, Optional.ofNullable(said.to()), reason, SubmitKey.read(key));
    }

    @PostMapping(path = PEOPLE + "/{person}/leave", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Allowed(value = Allowed.Door.SIGNED_IN, roles = REGISTRAR)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void leave(
            @PathVariable UUID agency,
            @PathVariable UUID person,
            @RequestBody Ending said,
            @RequestHeader(name = SubmitKey.HEADER) Optional<String> key,
            Actor actor) {
        own(agency, actor);
        var faults = new ArrayList<Problem.Field>();
        var reason = reason(said.reason(), faults);
        refuse(faults);
        changes.leave(actor, agency, person, Optional.ofNullable(said.to()), reason, SubmitKey.read(key));
    }

    private static void own(UUID agency, Actor actor) {
        if (actor.agency().filter(agency::equals).isEmpty()) {
            throw Refused.notFound("单位");
        }
    }

    private static <T> Optional<T> given(String field, @Nullable T said, String ask, List<Problem.Field> faults) {
        if (said == null) {
            faults.add(new Problem.Field(field, ask));
        }
        return Optional.ofNullable(said);
    }

    private static String reason(@Nullable String said, List<Problem.Field> faults) {
        var kept = Words.kept(Optional.ofNullable(said).orElse(""));
        if (kept.length() < 2) {
            faults.add(new Problem.Field("reason", "请写明原因，至少 2 个字。"));
        }
        Words.fault(kept, MOST_WORDS, false).ifPresent(fault -> faults.add(new Problem.Field("reason", fault)));
        return kept;
    }

    private static void refuse(List<Problem.Field> faults) {
        if (!faults.isEmpty()) {
            throw new Refused(Problem.fields(faults));
        }
    }
}
