package org.maplebridge.kernel.laws;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.ground.Allowed;
import org.maplebridge.kernel.ground.Page;
import org.maplebridge.kernel.ground.Refused;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.ground.Work;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Laws and their editions, for anybody: the law is public.
@RestController
class LawsDesk {

    private static final int LONGEST = 100;

    private final Transactions transactions;
    private final LawList list;
    private final LawReads reads;
    private final LawPlaces places;

    LawsDesk(Transactions transactions, LawList list, LawReads reads, LawPlaces places) {
        this.transactions = transactions;
        this.list = list;
        this.reads = reads;
        this.places = places;
    }

    /// @param q its name, part of it, a short name, or first letters in pinyin
    /// @param area with those around it and those of the whole country
    /// @param state `IN_FORCE` if nothing is said
    @GetMapping("/api/laws")
    @Allowed(Allowed.Door.PUBLIC)
    LawWire.LawsFound all(
            Actor anybody,
            @RequestParam Optional<String> q,
            @RequestParam Optional<String> level,
            @RequestParam Optional<String> area,
            @RequestParam Optional<String> state,
            @RequestParam Optional<LocalDate> on,
            @RequestParam Optional<String> after,
            @RequestParam Optional<Integer> limit) {
        int most = Page.limit(limit);
        return transactions.run(anybody.scope(), work -> {
            var wanted = wanted(work, q, level, area, state, on);
            var lines = list.page(wanted, after.map(LawsDesk::after).orElse(LawList.After.NOTHING), most + 1);
            var page = Page.cut(lines, most, line -> List.of(line.rank(), line.name(), line.id()));
            var levels = list.levels(wanted);
            int total = levels.stream()
                    .filter(each -> wanted.level().isEmpty() || each.level().equals(wanted.level()))
                    .mapToInt(LawList.LevelCount::laws)
                    .sum();
            return new LawWire.LawsFound(page.items().stream().map(this::line).toList(), page.next(), levels, total);
        });
    }

    private static LawList.Wanted wanted(
            Work work,
            Optional<String> q,
            Optional<String> level,
            Optional<String> area,
            Optional<String> state,
            Optional<LocalDate> on) {
        var words = LawDay.words("q", q.orElse(""), LONGEST).replaceAll("[《》\\s\\u3000]", "");
        var letters = words.toLowerCase(Locale.ROOT);
        var asked = state.filter(word -> !word.isBlank()).orElse("IN_FORCE");
        boolean one = asked.equals("ALL")
                || Arrays.stream(LawState.values()).anyMatch(each -> each.name().equals(asked));
        if (!one) {
            throw LawDay.fault("state", "应是 IN_FORCE（有效）、FUTURE（尚未施行）、REPEALED（失效）、ALL（全部）之一。");
        }
        var place = area.orElse("");
        if (!place.matches("[0-9a-zA-Z.]{0,40}")) {
            throw LawDay.fault("area", "区划写成 33.07 这样，不写就是全部。");
        }
        return new LawList.Wanted(
                words,
                letters.matches("[a-z]{2,40}") ? letters : "",
                LawDay.words("level", level.orElse(""), LONGEST),
                place,
                asked,
                LawDay.of(work, on));
    }

    private static LawList.After after(String said) {
        var key = Page.decode(said, 3);
        try {
            return new LawList.After(
                    key.get(0).asInt(),
                    key.get(1).asString(),
                    UUID.fromString(key.get(2).asString()));
        } catch (RuntimeException foreign) {
            throw Page.foreign();
        }
    }

    private LawWire.LawLine line(LawList.Line line) {
        return new LawWire.LawLine(
                line.id(),
                line.name(),
                line.called(),
                line.level(),
                line.area(),
                places.name(line.area()),
                LawState.valueOf(line.state()),
                line.editions(),
                line.shown().from(),
                line.shown().passed(),
                line.shown().articles());
    }

    @GetMapping("/api/laws/{law}")
    @Allowed(Allowed.Door.PUBLIC)
    LawWire.LawShown one(Actor anybody, @PathVariable UUID law, @RequestParam Optional<LocalDate> on) {
        return transactions.run(anybody.scope(), work -> {
            var day = LawDay.of(work, on);
            var found = list.law(law).orElseThrow(() -> Refused.notFound("部法律"));
            var editions = reads.editions(law);
            var chosen =
                    editions.stream().filter(each -> !day.isBefore(each.from())).findFirst();
            return new LawWire.LawShown(
                    found.id(),
                    found.name(),
                    found.called(),
                    found.level(),
                    found.branch(),
                    found.area(),
                    places.name(found.area()),
                    chosen.map(each -> each.state(day)).orElse(LawState.FUTURE),
                    editions.stream()
                            .map(each -> LawWire.EditionShown.of(each, day))
                            .toList(),
                    chosen.map(LawRow.Edition::id),
                    note(day, editions, chosen),
                    contents(chosen.or(() -> editions.stream().reduce((newer, older) -> older))));
        });
    }

    /// Why there is no edition of the day, or that it no longer holds.
    private static Optional<String> note(
            LocalDate day, List<LawRow.Edition> editions, Optional<LawRow.Edition> chosen) {
        if (chosen.isEmpty()) {
            return editions.stream()
                    .map(LawRow.Edition::from)
                    .min(LocalDate::compareTo)
                    .map(first -> "库里最早的一版自 " + first + " 起施行，" + day + " 还没有可以适用的版本；更早的版本没有收。");
        }
        var edition = chosen.get();
        return edition.until()
                .filter(end -> !day.isBefore(end))
                .map(end -> "自 " + end + " 起不再有效"
                        + edition.repealedBy().map(law -> "，由《" + law + "》废止").orElse("") + "。");
    }

    private List<LawWire.ContentLine> contents(Optional<LawRow.Edition> edition) {
        var lines = new ArrayList<LawWire.ContentLine>();
        List<String> before = List.of();
        for (var text : edition.map(each -> reads.texts(each.id())).orElse(List.of())) {
            var headings = text.headings();
            int same = 0;
            while (same < headings.size()
                    && same < before.size()
                    && headings.get(same).equals(before.get(same))) {
                same++;
            }
            for (int depth = same; depth < headings.size(); depth++) {
                lines.add(new LawWire.ContentLine(depth + 1, headings.get(depth), text.id(), text.label()));
            }
            before = headings;
        }
        return lines;
    }

    /// The text of an edition never changes: whoever has it needs it no second time.
    @GetMapping("/api/laws/editions/{edition}/articles")
    @Allowed(Allowed.Door.PUBLIC)
    ResponseEntity<Page<LawWire.ArticleText>> articles(
            Actor anybody,
            @PathVariable UUID edition,
            @RequestParam Optional<String> after,
            @RequestParam Optional<Integer> limit) {
        int most = Page.limit(limit);
        int from = after.map(said -> Page.decode(said, 1).get(0).asInt(0)).orElse(0);
        var page = transactions.run(anybody.scope(), work -> {
            if (reads.edition(edition).isEmpty()) {
                throw Refused.notFound("个版本");
            }
            return Page.cut(reads.texts(edition, from, most + 1), most, text -> List.of(text.place()));
        });
        return ResponseEntity.ok()
                .eTag("\"" + edition + "-" + from + "-" + most + "\"")
                .body(page.map(LawWire.ArticleText::of));
    }

    @GetMapping("/api/laws/compare")
    @Allowed(Allowed.Door.PUBLIC)
    LawWire.Compared compare(
            Actor anybody, @RequestParam UUID from, @RequestParam UUID to, @RequestParam Optional<Boolean> changed) {
        return transactions.run(anybody.scope(), work -> {
            var before = reads.edition(from).orElseThrow(() -> Refused.notFound("个版本"));
            var after = reads.edition(to).orElseThrow(() -> Refused.notFound("个版本"));
            if (!before.law().equals(after.law())) {
                throw LawDay.fault("to", "两个版本不是同一部法律的，不能对照。");
            }
            var law = list.law(before.law()).orElseThrow(() -> Refused.notFound("部法律"));
            return Comparing.of(
                    law.name(),
                    LawWire.EditionShown.of(before, work.today()),
                    LawWire.EditionShown.of(after, work.today()),
                    EditionCompare.pairs(reads.texts(from), reads.texts(to)),
                    changed.orElse(false));
        });
    }
}
