package org.maplebridge.kernel.laws;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.maplebridge.engines.search.Question;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.access.Throttle;
import org.maplebridge.kernel.ground.Allowed;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.orgs.Offices;
import org.maplebridge.kernel.parameters.Parameters;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Finds articles by anybody's words. What was asked is neither written down nor logged: one more of its day is
/// counted.
@RestController
class LawSearchDesk {

    private static final int LONGEST = 500;
    private static final int USUAL = 10;
    private static final int MOST = 50;

    private final Transactions transactions;
    private final LawFinding finding;
    private final LawCounts counts;
    private final Throttle throttle;
    private final Parameters parameters;
    private final Offices offices;

    LawSearchDesk(
            Transactions transactions,
            LawFinding finding,
            LawCounts counts,
            Throttle throttle,
            Parameters parameters,
            Offices offices) {
        this.transactions = transactions;
        this.finding = finding;
        this.counts = counts;
        this.throttle = throttle;
        this.parameters = parameters;
        this.offices = offices;
    }

    /// @param q words, an article, the name of a law
    /// @param inForce whether only what holds on the day; true if nothing is said
    @GetMapping("/api/laws/search")
    @Allowed(Allowed.Door.PUBLIC)
    LawWire.SearchAnswer search(
            Actor anybody,
            HttpServletRequest http,
            @RequestParam String q,
            @RequestParam Optional<Integer> limit,
            @RequestParam Optional<LocalDate> on,
            @RequestParam Optional<String> level,
            @RequestParam Optional<String> area,
            @RequestParam Optional<Boolean> inForce) {
        var words = LawDay.words("q", q.replaceAll("[\\r\\n\\t]", " "), LONGEST);
        if (words.isEmpty()) {
            throw LawDay.fault("q", "请写下要找的事、法律名称或者条号。");
        }
        int most = limit.orElse(USUAL);
        if (most < 1 || most > MOST) {
            throw LawDay.fault("limit", "条数应在 1 到 " + MOST + " 之间。");
        }
        return transactions.run(anybody.scope(), work -> {
            spend(work, anybody, http);
            var day = LawDay.of(work, on);
            counts.more(work.today(), "search");
            var hits =
                    finding.search(new Question(words, most, day, inForce.orElse(true), chosen(level), chosen(area)));
            var state = finding.state();
            return new LawWire.SearchAnswer(
                    day,
                    finding.shown(hits, day),
                    finding.understood(words),
                    new LawWire.Ready(state.provisions(), state.embedded()));
        });
    }

    private static Set<String> chosen(Optional<String> one) {
        return one.filter(each -> !each.isBlank()).map(Set::of).orElse(Set.of());
    }

    /// Strangers share an address, officers have a pace of their own already.
    private void spend(Work work, Actor anybody, HttpServletRequest http) {
        if (anybody.person().equals(Actor.NOBODY)) {
            var root = offices.at(work).rootArea().map(area -> area.path()).orElse("");
            int most = parameters
                    .at(work, "laws.searches-a-minute-of-address", root, work.today())
                    .whole();
            throttle.spend("law-searches-of-address", http.getRemoteAddr(), most);
        }
    }
}
