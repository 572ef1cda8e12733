package org.maplebridge.kernel.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.access.Throttle;
import org.maplebridge.kernel.ground.Allowed;
import org.maplebridge.kernel.ground.Items;
import org.maplebridge.kernel.ground.Takes;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.matters.Incoming;
import org.maplebridge.kernel.matters.PersonSearching;
import org.maplebridge.kernel.orgs.Offices;
import org.maplebridge.kernel.parameters.Parameters;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// Looks for people: what is asked stands in the body, never in an address or a log.
@RestController
class PeopleSearchDesk {

    private final Transactions transactions;
    private final PersonSearching searching;
    private final Parameters parameters;
    private final Offices offices;
    private final Throttle throttle;

    PeopleSearchDesk(
            Transactions transactions,
            PersonSearching searching,
            Parameters parameters,
            Offices offices,
            Throttle throttle) {
        this.transactions = transactions;
        this.searching = searching;
        this.parameters = parameters;
        this.offices = offices;
        this.throttle = throttle;
    }

    /// A purpose one may name.
    record Nameable(String code, String title, String article, boolean note) {}

    /// Who is looked for, and what for.
    ///
    /// @param q a full name, its initials in pinyin, the last four digits of phone or ID number, or a whole number
    /// @param purpose the code of a purpose
    /// @param note the case in words, where the purpose wants it
    record PersonAsked(String q, String purpose, Optional<String> note) {}

    /// Somebody who was found.
    ///
    /// @param name masked
    /// @param matters those within reach, the newest first, at most five
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record PersonHit(String name, Optional<String> phone, Optional<String> number, List<Hit> matters) {}

    /// @param more whether there are more than ten
    /// @param unusual a warning to whoever looks often
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record PeopleFound(List<PersonHit> people, boolean more, Optional<String> unusual) {}

    @GetMapping("/api/search/purposes")
    @Allowed(Allowed.Door.OFFICERS)
    Items<Nameable> purposes(Actor actor) {
        return new Items<>(searching.mayName(actor).stream()
                .map(purpose -> new Nameable(purpose.code(), purpose.title(), purpose.article(), purpose.note()))
                .toList());
    }

    /// Not kept under a key: whoever asks twice looks twice.
    @PostMapping("/api/search/people")
    @Allowed(Allowed.Door.OFFICERS)
    @Takes(body = PersonAsked.class)
    PeopleFound people(Actor actor, HttpServletRequest http) {
        var body = Incoming.body(http);
        var said = new PersonSearching.Sought(
                body.path("q").asString("").strip(),
                body.path("purpose").asString(""),
                body.path("note").asString(""));
        return transactions.run(actor.scope(), work -> {
            var root = offices.at(work).rootArea().map(area -> area.path()).orElse("");
            throttle.spend(
                    "people-searches-of-person",
                    actor.person().toString(),
                    parameters
                            .at(work, "search.people-a-minute", root, work.today())
                            .whole());
            var answer = searching.found(work, actor, said);
            return new PeopleFound(
                    answer.people().stream()
                            .map(met -> new PersonHit(
                                    met.persona().shown(),
                                    met.persona().phoneShown(),
                                    met.persona().numberShown(),
                                    met.matters().stream()
                                            .map(row -> Hit.ofMatter(row.id(), row.title(), Finding.about(row)))
                                            .toList()))
                            .toList(),
                    answer.more(),
                    answer.unusual());
        });
    }
}
