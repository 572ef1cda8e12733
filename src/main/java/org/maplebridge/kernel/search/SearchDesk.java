package org.maplebridge.kernel.search;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.access.Throttle;
import org.maplebridge.kernel.ground.Allowed;
import org.maplebridge.kernel.ground.Page;
import org.maplebridge.kernel.ground.Problem;
import org.maplebridge.kernel.ground.Refused;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.ground.Words;
import org.maplebridge.kernel.orgs.Offices;
import org.maplebridge.kernel.parameters.Parameters;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// One box for what there is, but for people: these are asked for with a purpose, and not in an address.
@RestController
class SearchDesk {

    private static final int LEAST_SIGNS = 2;
    private static final int LONGEST = 60;
    private static final int FIRST = 5;
    private static final int MOST = 50;

    private final Transactions transactions;
    private final Finding finding;
    private final Parameters parameters;
    private final Offices offices;
    private final Throttle throttle;

    SearchDesk(Transactions transactions, Finding finding, Parameters parameters, Offices offices, Throttle throttle) {
        this.transactions = transactions;
        this.finding = finding;
        this.parameters = parameters;
        this.offices = offices;
        this.throttle = throttle;
    }

    /// What was found, by kind; kinds of which there is nothing are left out.
    record Found(List<Hit.Group> groups) {}

    /// @param q two signs or more: words of a title, initials in pinyin, the end of a code, a receipt, an article
    /// @param kind only this kind: `MATTER`, `FILE`, `LAW`, `RECEIPT`
    /// @param limit how many of each kind, at most 50
    @GetMapping("/api/search")
    @Allowed(Allowed.Door.OFFICERS)
    Found search(
            Actor actor,
            @RequestParam String q,
            @RequestParam Optional<String> kind,
            @RequestParam Optional<Integer> limit) {
        var words = checked(q);
        var kinds = kind.map(SearchDesk::kind).map(List::of).orElse(List.of(Hit.Kind.values()));
        int most = Math.min(Page.limit(limit.or(() -> Optional.of(FIRST))), MOST);
        return transactions.run(actor.scope(), work -> {
            var root = offices.at(work).rootArea().map(area -> area.path()).orElse("");
            throttle.spend(
                    "searches-of-person",
                    actor.person().toString(),
                    parameters.at(work, "search.a-minute", root, work.today()).whole());
            return new Found(kinds.stream()
                    .flatMap(each -> finding.of(work, actor, each, words, most).stream())
                    .toList());
        });
    }

    private static String checked(String said) {
        var words = said.strip();
        if (words.codePointCount(0, words.length()) < LEAST_SIGNS) {
            throw fault("q", "请至少写两个字。");
        }
        if (Finding.isNumber(words)) {
            throw fault("q", "这像是电话或者证件号码。找人请用“找人”，先说明用途；号码不写进地址。");
        }
        Words.fault(words, LONGEST, false).ifPresent(fault -> {
            throw fault("q", fault);
        });
        return words;
    }

    private static Hit.Kind kind(String said) {
        return Arrays.stream(Hit.Kind.values())
                .filter(each -> each.name().equals(said))
                .findFirst()
                .orElseThrow(() -> fault("kind", "没有这一类，请从页面上选。"));
    }

    private static Refused fault(String field, String words) {
        return new Refused(
                Problem.fields(List.of(new Problem.Field(field, words))).withRule("search.words"));
    }
}
